"""Bytes to text: which codec a file was saved with, decided by evidence in a fixed order.

Byte-order mark, zero bytes of UTF-16, strict UTF-8, UTF-8 with its last character cut; then the
old code pages, where charset-normalizer proposes and the letters themselves decide: read with the
wrong code page, words hold signs, capitals in their middle, or letters of two scripts.
"""

import codecs
import re
import unicodedata
from itertools import islice

from annotator.core.language import detect
from annotator.errors import UnreadableInput

_MARKS = (  # the longer first: UTF-32's mark starts with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў"
# Codec -> letters beyond ASCII that texts saved with it are full of. In order of preference: the
# first of equals is taken.
_LETTERS = {
    "cp1252": "àáâãäåæçèéêëìíîïðñòóôõöøœùúûüßýþÿªº",
    "cp1255": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "cp1251": _CYRILLIC,
    "koi8-r": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "iso8859-2": "áâăäąćčçďđéęěëíîłľńňóôöőřśšşťţúůüűýźžż",
    "cp1250": "áâăäąćčçďđéęěëíîłľńňóôöőřśšşťţúůüűýźžż",
    "cp1254": "âçğıîöşûüİ",
    "cp1257": "āąčćēęėģīįķļłńņōõöšśųūüžż",
    "cp1253": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ",
    "cp1256": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءپچژگ،؟",
    "iso8859-6": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءپچژگ،؟",
    "cp874": "".join(map(chr, range(0x0E01, 0x0E5C))),
    "cp866": _CYRILLIC,
    "iso8859-5": _CYRILLIC,
    "mac-roman": "àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÿ",
    "cp850": "àáâãäåæçèéêëìíîïñòóôõöøùúûüß",
    "cp932": "",
    "gb18030": "",
    "cp949": "",
    "big5": "",
    "euc_jp": "",
}
# Latin code pages differ in a few letters only: there the language decides, by its own letters.
_LATIN = ("cp1252", "iso8859-2", "cp1250", "cp1254", "cp1257")
_ALPHABETS = {
    "cs": "áčďéěíňóřšťúůýž",
    "et": "äöõüšž",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "pl": "ąćęłńóśźż",
    "ro": "ăâîşţșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "tr": "âçğıîöşûüİ",
}
# Seldom in Russian and Ukrainian words, frequent when one Cyrillic code page is read as another.
_RARE_CYRILLIC = frozenset("ъщэфцюыЪЩЭФЦЮЫ")
# The most frequent ideographs (simplified, traditional) and syllables of news: a third of any text, or more.
_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还"
    "发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知样现分将外但身些与高意进法此实回二理美点月明其种声全工"
    "這來國個說們為時會過學對裡後麼沒於還發當開見經頭動兩長樣現將與進實點種聲報問關東車馬電書氣話者市月日年本会者"
    "이다는을의에가고하지은를도로사한기대시자인해스어정서부리나수일그아원장보전제만국들라중과상조안구동성경"
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_SAMPLE = 65536
_SAMPLE_WORDS = 2000
# What a code page that hardly anybody saved with must be better by.
_HANDICAP = 0.4
_SELDOM = {"mac-roman": _HANDICAP, "cp850": _HANDICAP, "cp874": 0.3}
_CLOSE = 0.3


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and the codec (Python's name) that gives it; `encoding` overrides every guess.

    Raises UnreadableInput when no codec fits. A cut last character of UTF-8 becomes U+FFFD.
    """
    if encoding:
        return _decode_as(content, encoding)
    for mark, codec in _MARKS:
        if content.startswith(mark):
            text = _strict(content, codec)
            return (content.decode(codec, "replace"), codec) if text is None else (text, codec)
    wide = _wide_by_zeros(content)
    if wide:
        return content.decode(wide), wide
    text = _strict(content, "utf-8")
    if text is None:
        text = _cut_utf8(content)
    if text is not None:
        return text, "utf-8"
    return _decode_old(content)


def _decode_as(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding).name
        text = content.decode(codec)
        text.encode("utf-8")
    except (LookupError, ValueError) as error:
        raise UnreadableInput(f"The file cannot be read as “{encoding}”; choose another encoding.") from error
    return text, codec


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _cut_utf8(content: bytes) -> str | None:
    """The text when only the last character is cut, and an earlier one shows that it is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(content)
    except UnicodeDecodeError:
        return None
    return None if text.isascii() else text + "\ufffd"


def _wide_by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark, by the zero bytes of its spaces and Latin letters on one side."""
    half = len(content) // 2
    if len(content) % 2 or content.find(0) < 0:
        return None
    high, low = content[0::2].count(0), content[1::2].count(0)
    most, codec = (high, "utf-16-be") if high > low else (low, "utf-16-le")
    if most < 3 or most * 20 < half or min(high, low) * 20 > most:
        return None
    text = _strict(content, codec)
    return codec if text is not None and not is_binary(text) else None


def is_binary(text: str) -> bool:
    """True when the text is so full of control characters that it cannot be an article."""
    controls = _count_controls(text.encode("utf-8", "replace"))
    return controls > 8 and controls * 3 > len(text)


def _count_controls(content: bytes) -> int:
    return len(content) - len(content.translate(None, _CONTROLS))


def _decode_old(content: bytes) -> tuple[str, str]:
    controls = _count_controls(content)
    wide = _wide_by_letters(content) if controls else None
    if wide is not None:
        return wide
    if controls * 50 > len(content):
        raise UnreadableInput("The file is not text; open it in its own program and save it as plain text.")
    readings = []
    for codec, handicap in _candidates(content):
        text = _strict(content, codec)
        if text is not None:
            readings.append((_strangeness(text, codec, _LETTERS.get(codec, "")) + handicap, codec, text))
    if not readings:
        raise UnreadableInput("The file's encoding is not known; save it as UTF-8 and load it again.")
    _, codec, text = _settle(readings)
    return text, codec


def _candidates(content: bytes) -> list[tuple[str, float]]:
    # Loaded late: only files that are not UTF-8 need it.
    from charset_normalizer import from_bytes

    known = [(codec, _SELDOM.get(codec, 0.0)) for codec in _LETTERS]
    proposed = [codecs.lookup(match.encoding).name for match in from_bytes(content[:_SAMPLE])]
    return known + [(codec, _HANDICAP) for codec in proposed if codec not in _LETTERS]


def _settle(readings: list[tuple[float, str, str]]) -> tuple[float, str, str]:
    """The least strange reading; among Latin ones that are close, the one that suits its language."""
    best = min(readings, key=lambda reading: reading[0])
    rivals = [reading for reading in readings if reading[1] in _LATIN and reading[0] <= best[0] + _CLOSE]
    if best[1] not in _LATIN or len({text for _, _, text in rivals}) < 2:
        return best
    alphabet = _ALPHABETS.get(detect(best[2]).language)
    if alphabet is None:
        return best
    return min(rivals, key=lambda reading: _strangeness(reading[2], reading[1], alphabet))


def _wide_by_letters(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark and without Latin letters: CJK with its own stops and commas."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = _strict(content, codec)
        if not text:
            continue
        stops = sum(map(text.count, " \n。、，　"))
        if stops * 60 >= len(text) and _strangeness(text, codec, "") < 0.4:
            return text, codec
    return None


def _strangeness(text: str, codec: str, letters: str) -> float:
    """How unlike writing a decoded text looks: 0 = ordinary words, 1 = every letter is odd."""
    expected = frozenset(letters + letters.upper())
    total, count = 0.0, 0
    # Not a pattern that asks for such a letter inside: on a long word without one it takes quadratic time.
    words = (word.group() for word in re.finditer(r"[^ \t\n\r]+", text))
    for word in islice((word for word in words if not word.isascii()), _SAMPLE_WORDS):
        run = word[:200]
        count += sum(letter > "\x7f" for letter in run)
        for before, letter, after in zip(" " + run, run, run[1:] + " ", strict=False):
            east = letter >= "\u2e80"
            total += _oddness_east(letter, codec) if east else _oddness(letter, before, after, expected)
    return total / count if count else 0.0


def _oddness(letter: str, before: str, after: str, expected: frozenset[str]) -> float:
    """The penalty for one letter between its neighbours."""
    if before.islower() and letter.isupper():
        return 2.0
    if letter <= "\x7f":
        mixed = before > "\u024f" and before.isalpha() and letter.isalpha()
        return 2.0 if mixed else 0.0
    category = unicodedata.category(letter)
    if category in ("Cc", "Co", "Cn"):
        return 5.0
    if category[0] in "LM":
        if before.isalpha() and _script(before) != _script(letter):
            return 2.0
        if letter < "\u0250" and min(before, after) > "\x7f" and before.isalpha():
            return 0.5  # Latin words are mostly of plain letters
        return 0.5 if letter not in expected else 0.15 if letter in _RARE_CYRILLIC else 0.0
    inside = before.isalpha() and after.isalpha()
    if category[0] == "S" or category == "No":
        return 2.0 if before.isalpha() or after.isalpha() else 0.3
    if inside:
        return 0.1 if letter in "’‘‑–—…" else 2.0
    return 0.0 if letter in "«»“”„‘’–—…¡¿" else 0.1


def _oddness_east(letter: str, codec: str) -> float:
    """The penalty for one letter of Chinese, Japanese or Korean."""
    if "\uff66" <= letter <= "\uff9f" or "\ue000" <= letter <= "\uf8ff":
        return 2.0
    if "\uac00" <= letter <= "\ud7a3":
        return 0.0 if letter in _FREQUENT else 0.15 if _encodes(letter, "euc_kr") else 0.8
    if "\u3041" <= letter <= "\u30ff" and codec in ("gb18030", "cp949", "big5"):
        return 0.5
    if "\u3001" <= letter <= "\u30ff" or "\uff00" <= letter <= "\uffef":
        return 0.0
    if codec == "cp949":
        return 0.6
    if letter in _FREQUENT:
        return 0.0
    # GB 2312 orders ideographs: up to lead byte D7 the frequent ones, then the rest.
    if _encodes(letter, "gb2312"):
        return 0.3 if letter.encode("gb2312")[0] < 0xD8 else 0.6
    return 0.5


def _encodes(letter: str, codec: str) -> bool:
    try:
        return len(letter.encode(codec)) == 2  # Python spells out in eight bytes what KS X 1001 lacks
    except UnicodeEncodeError:
        return False


def _script(letter: str) -> str:
    """The first word of the letter's name: LATIN, CYRILLIC, ARABIC."""
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]
