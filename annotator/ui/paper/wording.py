"""The words of lines beside their glyphs, for whoever copies from a PDF or searches it.

Qt tells of each glyph which letter the typeface draws with it when it stands alone. That is enough for Latin, Greek
and Cyrillic; elsewhere one glyph may stand for several letters, several for one, or one for a letter that looks alike.
There a line says what its words are (ISO 32000-1, 14.9.4). Lines that run from right to left do not: readers turn what
they find in them round, and the words would come out backwards.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional, category, normalize

from PySide6.QtGui import QTextBlock, QTextDocument

_FIRST_OTHER, _SIGNS = 0x530, range(0x2000, 0x2150)
_SLACK = 3.0  # a mark may stand a little before its letter
_TEXT = re.compile(rb"BT\n[^\n]* Tm\n(\S+) (\S+) Td .*?\nET\n", re.DOTALL)
_BODY = b"W* n\n"  # behind the head and the foot of a page
_PAGE = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Page\n[^>]*?/Contents (\d+) 0 R\n")
_STREAM = re.compile(rb"\n(\d+) 0 obj\n<<\n/Length \d+ 0 R\n/Filter /FlateDecode\n>>\nstream\n")
_LETTERS = re.compile(rb"begincmap\n.*?endcmap", re.DOTALL)
_LIKENESS = re.compile(rb"(?<=[\[ ]<)(?:2[EF]|F[B-E])[0-9A-F]{2}(?=>)")
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻉⻋⻑⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻭⻮⻯⻰⻲⻳",
    "母民虎西见贝车長长门青页风飞食马骨鬼鱼鸟麦黄齐歯齿竜龙亀龟",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line whose letters cannot be told from its glyphs, and the box that it stands in, in units of its document."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, across: float, down: float) -> bool:
        """True if glyphs that begin there belong to the line."""
        return self.left - _SLACK <= across <= self.right + _SLACK and self.top <= down <= self.bottom


def lines_of(document: QTextDocument) -> Iterator[Line]:
    """The lines of a document whose glyphs do not tell their words."""
    block: QTextBlock = document.begin()
    while block.isValid():
        if _needs_words(block.text()):
            yield from _lines(block)
        block = block.next()


def _lines(block: QTextBlock) -> Iterator[Line]:
    box = block.document().documentLayout().blockBoundingRect(block)
    units, layout = block.text().encode("utf-16-le", "surrogatepass"), block.layout()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        start = line.textStart()
        words = units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace").strip("\u2028")
        if _needs_words(words):
            top = box.top() + line.y()
            yield Line(words, box.left(), top, box.right(), top + line.height())


def _needs_words(words: str) -> bool:
    return not words.isascii() and any(map(is_other, words))


def is_other(letter: str) -> bool:
    """True for what is neither Latin, Greek nor Cyrillic, nor a sign of theirs."""
    return (ord(letter) >= _FIRST_OTHER and ord(letter) not in _SIGNS) or category(letter) == "Mn"


def runs_back(words: str) -> bool:
    """True if any letter of the words runs from right to left."""
    return not words.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in words)


def worded(content: bytes, pages: Sequence[int], lines: Sequence[Sequence[Line]]) -> dict[int, bytes]:
    """What is drawn on pages anew, by the number of its object: with the words of lines."""
    drawn = {int(found[1]): int(found[2]) for found in _PAGE.finditer(content)}
    streams = {int(found[1]): found.end() for found in _STREAM.finditer(content)}
    objects: dict[int, bytes] = {}
    for page, here in zip(pages, lines, strict=False):
        start = streams.get(drawn.get(page, 0))
        forward = [line for line in here if not runs_back(line.words)]
        if forward and start is not None:
            # The end of what is packed is told by what is packed.
            packed = zlib.compress(_with_words(zlib.decompressobj().decompress(content[start:]), forward))
            head = b"<<\n/Length %d\n/Filter /FlateDecode\n>>\nstream\n" % len(packed)
            objects[drawn[page]] = head + packed + b"\nendstream"
    return objects


def _with_words(drawn: bytes, lines: Sequence[Line]) -> bytes:
    """A page on which every line's glyphs stand between the words of the line and its end."""
    begin = drawn.find(_BODY)
    found = ((_line_at(one, lines), one) for one in _TEXT.finditer(drawn, max(begin, 0)))
    parts, at = [], 0
    for line, several in groupby(found, key=lambda pair: pair[0]):
        texts = [one for _, one in several]
        if line is not None:
            start, end = texts[0].start(), texts[-1].end()
            words = line.words.encode("utf-16-be", "replace").hex().encode()
            parts += [drawn[at:start], b"/Span <</ActualText <feff%s>>> BDC\n" % words, drawn[start:end], b"EMC\n"]
            at = end
    return b"".join([*parts, drawn[at:]])


def _line_at(text: re.Match[bytes], lines: Sequence[Line]) -> Line | None:
    across, down = float(text[1]), -float(text[2])
    return next((line for line in lines if line.holds(across, down)), None)


def with_plain_letters(content: bytes) -> bytes:
    """The PDF whose glyphs stand for letters instead of signs that only look like them; every byte keeps its place."""
    return _LETTERS.sub(lambda found: _LIKENESS.sub(_plain_letter, found[0]), content)


def _plain_letter(found: re.Match[bytes]) -> bytes:
    letter = chr(int(found[0], 16))
    plain = normalize("NFKC", letter.translate(_RADICALS))
    return b"%04X" % ord(plain) if len(plain) == 1 and ord(plain) <= 0xFFFF else found[0]
