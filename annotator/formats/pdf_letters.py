"""The letters that the shapes in a PDF stand for: ligatures taken apart, and signs that fonts put in place of letters.

A font may say that “fi” is one letter, that an Arabic letter is the shape it has inside a word, or that a Chinese one
is the radical that looks the same: nobody who searches for the word would find it.
"""

import re
import unicodedata

_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufbb1\ufbd3-\ufdcf\ufe70-\ufefc\u2f00-\u2fdf\u2e9f\u2ef3]+")
# Radicals that Unicode keeps apart from the letters they look like, as fonts confuse them.
_RADICALS = str.maketrans(
    "⺁⺇⺒⺝⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻭⻮⻯⻰",
    "厂几巳月民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐歯齿竜龙",
)
_SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0x0A: " ", 0x2028: " ", 0x2029: " "}
# What no word needs; a soft hyphen has its say where the line ends, elsewhere it is nothing.
_DROPPED = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0xFEFF, 0x200B])
_TABLE = _DROPPED | _SIGNS | _RADICALS
_SOFT_HYPHEN = re.compile("\xad+(?=.)", re.DOTALL)


def letters_of(text: str) -> str:
    """A stretch of a line as letters, without controls and without white space around it."""
    text = _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes.group()), text.translate(_TABLE))
    return _SOFT_HYPHEN.sub("", re.sub(r"[ \t\xa0]+", _space, text).strip(" \t"))


def _space(spaces: re.Match[str]) -> str:
    return "\xa0" if spaces.group() == "\xa0" else " "
