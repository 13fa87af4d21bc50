"""Which texts are nearly the same: a small sketch of each, compared instead of the texts.

A wire story goes through many newsrooms and comes out with another headline, a paragraph less and some words
changed. What two texts have in common is measured by the runs of three words that stand in both (Jaccard:
shared runs by all runs of either). A sketch estimates it: one hash for each run, the smallest of each of 128
parts of their range kept (one permutation MinHash, Li et al. 2012; empty parts borrow from others, Shrivastava
2017). Pairs of these minima are the bands: texts that share one are worth comparing.

Measured on 450 news articles in German, English and Indonesian against 2,250 copies edited by a script (another
headline and an agency's line, a tenth to a half of the paragraphs cut, 1 to 8 % of the words replaced): the
estimate is 0.038 off (standard deviation; at most 0.16); of the copies with a likeness of 0.4 or more 97 % share a
band, of those from 0.6 on 99.7 %; of 33,525 pairs of different articles 6 do, and the likest but three have 0.13.
"""

import re
from operator import eq
from struct import Struct
from unicodedata import is_normalized, normalize
from zlib import crc32

LIKE_ENOUGH = 0.4
"""From this likeness on two articles are copies: more than half of the words of both stand in the other, too."""

_PARTS = 128
_PART_BITS = 25  # of the 32 bits of a hash, those below the number of its part
_BANDS, _ROWS = 12, 2
_RUN = 3
_FEWEST_WORDS = 20  # below, one changed word is half of the text: only equal ones are copies
_LONGEST = 60_000  # code points looked at: 3 ms
_FORM = Struct(f"<I{_PARTS}H")  # the text's length in code points, then the minima's lower halves

_ASCII_MARKS = bytes(0x20 if at < 0x80 and not chr(at).isalnum() else at for at in range(256))
# Quotation marks, dashes, spaces beyond ASCII (U+0080-U+00BF, U+2000-U+203F, U+3000-U+303F): agencies differ in them.
_OTHER_MARKS = re.compile(rb"\xc2[\x80-\xbf]|\xe2\x80.|\xe3\x80[\x80-\xbf]|\xef\xbc[\x81-\x8f\x9a-\xa0]", re.DOTALL)
_LONG_WORD = 30  # bytes: ten characters without a space between them may be a script that writes none
_HAN_KANA = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_THAI_LAO_BURMESE_KHMER = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
# Which characters say as much as three words elsewhere: of a script of syllables four, of one of letters eight.
_UNSPACED = ((_HAN_KANA, 4), (_THAI_LAO_BURMESE_KHMER, 8))


def sketch(text: str) -> bytes:
    """What a text is compared by: 260 bytes, or none for a text so short that only an equal one is its copy.

    Case, punctuation and line breaks make no difference. Of a very long text the beginning is looked at.
    """
    hashes = _runs(text[:_LONGEST])
    if len(hashes) < _FEWEST_WORDS - _RUN + 1:
        return b""
    # The greatest first, so that the smallest of each part is what stays.
    least = {value >> _PART_BITS: value for value in sorted(hashes, reverse=True)}
    if len(least) < _PARTS:
        _fill(least)
    return _FORM.pack(min(len(text), 0xFFFFFFFF), *[least[part] & 0xFFFF for part in range(_PARTS)])


def bands(sketched: bytes) -> list[int]:
    """Numbers (of 36 bits) of which near copies share at least one, almost always; none for a text without a sketch."""
    if not sketched:
        return []
    minima = _FORM.unpack(sketched)[1:]
    return [band << 32 | minima[band * _ROWS] << 16 | minima[band * _ROWS + 1] for band in range(_BANDS)]


def likeness(sketched: bytes, other: bytes) -> float:
    """How much two texts have in common, 0 to 1, as their sketches tell: an estimate of `exact_likeness`."""
    if not sketched or not other:
        return 0.0
    (length, *minima), (other_length, *other_minima) = _FORM.unpack(sketched), _FORM.unpack(other)
    shared: float = sum(map(eq, minima, other_minima)) / _PARTS
    if max(length, other_length) > _LONGEST:  # what lies beyond was not looked at, but is not the same if it is longer
        shared = min(shared, min(length, other_length) / max(length, other_length))
    return shared


def exact_likeness(text: str, other: str) -> float:
    """How much two texts have in common, 0 to 1: runs of words that stand in both, by the runs that stand in either.

    Of very long texts the beginnings are compared.
    """
    runs, others = set(_runs(text[:_LONGEST])), set(_runs(other[:_LONGEST]))
    either = runs | others
    return len(runs & others) / len(either) if either else 0.0


def _runs(text: str) -> list[int]:
    """A hash of each run of three words, or of some characters; the same on every machine, unlike Python's own."""
    words = _words(text)
    if words and len(max(words, key=len)) >= _LONG_WORD:
        letters = b"".join(words).decode()
        for script, size in _UNSPACED:
            if 3 * (len(letters) - len(script.sub("", letters))) > len(letters):
                return _runs_of_letters(letters, size)
    hashes = map(crc32, words)
    for place in range(1, _RUN):
        hashes = map(crc32, words[place:], hashes)  # goes on from the hash of the words before
    return list(hashes)


def _runs_of_letters(letters: str, size: int) -> list[int]:
    wide = letters.encode("utf-32-le")
    return [crc32(wide[at : at + 4 * size]) for at in range(0, len(wide) - 4 * size + 1, 4)]


def _words(text: str) -> list[bytes]:
    """The words in small letters, without punctuation."""
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return _OTHER_MARKS.sub(b" ", text.lower().encode("utf-8", "replace").translate(_ASCII_MARKS)).split()


def _fill(least: dict[int, int]) -> None:
    """Let each empty part borrow from a full one, found by steps that differ from part to part."""
    full = dict(least)
    for part in range(_PARTS):
        if part not in full:
            place, step = part * 73, 2 * (part * 29) + 1  # an odd step comes to every part
            while place % _PARTS not in full:
                place += step
            least[part] = full[place % _PARTS]
