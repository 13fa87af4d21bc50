"""Lines to paragraphs: where one ends, and what stands between two lines of one, hyphens above all.

A paragraph ends where the next word would have had room on the line, where the next line stands further down or is
indented, where letters change their size, and before an item of a list. It may run on in the next column or page.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.core.lines import BULLETS
from annotator.formats.pdf_columns import is_right_to_left
from annotator.formats.pdf_page import Piece

HYPHENS = "-\u2010\xad"
_SPARSE = 1.35  # times the usual way down from line to line: lines of one paragraph are no further apart
_TALLER = 1.18
_INDENTED = 0.6  # of the height of its letters
_ROOM = 0.6
_WORDLESS_ROOM = 2.5  # where words are not written apart
_FEW_LINES = 25
_BROKEN = 0.04  # of lines, at least, end in a hyphen where words are broken
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_ITEM = re.compile(rf"(?:[{BULLETS}–—*]|[(]?(?:\d{{1,3}}|[a-z])[.)])\s")
_ENDS = re.compile(r"[.!?…:。．！？।؟۔][\"'’”»」』)\]\d]*$")
# Scripts that are written without spaces: Thai, Lao, Burmese, Khmer; ideographs, kana and their stops.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Paragraph(NamedTuple):
    """Lines that belong together. `full` when the last one leaves no room; `height` that of its letters."""

    lines: list[str]
    height: float
    full: bool
    indented: bool


class Words:
    """The words that a document has inside its lines, as evidence for what stands at their ends."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._lines = self._broken = 0
        for line in lines:
            words = [(match.group().casefold(), match.end()) for match in _WORD.finditer(line)]
            broken = bool(words) and line[-1:] in HYPHENS and words[-1][1] >= len(line) - 1
            self._lines += 1
            self._broken += broken
            self._words.update(word for word, _ in (words[1:-1] if broken else words[1:]))

    @property
    def breaks_words(self) -> bool:
        """False when so few lines end in a hyphen that the program that set them broke no words."""
        return self._lines < _FEW_LINES or self._broken > _BROKEN * self._lines

    def __contains__(self, word: str) -> bool:
        return word.casefold().replace("\u2010", "-") in self._words


def paragraphs(block: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of a column, or of a stretch that runs across the page."""
    lines = [_mirrored(line) for line in block] if is_right_to_left(block) else list(block)
    if not lines:
        return []
    left, right = _edges(lines)
    step = _usual_step(lines)
    found: list[list[Piece]] = []
    for line in lines:
        if found and not _begins(found[-1], line, left, right, step):
            found[-1].append(line)
        else:
            found.append([line])
    return [
        Paragraph(
            [line.text for line in group],
            max(group, key=lambda line: len(line.text)).height,
            right - group[-1].right < 3 * group[-1].height,
            _is_indented(group[0], left),
        )
        for group in found
    ]


def run_on(before: Paragraph, after: Paragraph) -> bool:
    """True when a paragraph goes on in the next column or on the next page."""
    last, first = before.lines[-1], after.lines[0]
    if not before.full or after.indented or not _same_height(before.height, after.height):
        return False
    if _ENDS.search(last) or _ITEM.match(first):
        return False
    return first[0].islower() or (not first[0].isupper() and (first[0].isalpha() or last[-1] in HYPHENS + ",;"))


def joined(paragraph: Paragraph, words: Words) -> str:
    """The paragraph as one line of text."""
    text = [paragraph.lines[0]]
    for line in paragraph.lines[1:]:
        before = text[-1]
        if _is_broken(before, line):
            if not _keeps_hyphen(before, line, words):
                text[-1] = before[:-1]
            text.append(line)
        else:
            text += [_between(before, line), line]
    return "".join(text).replace("\xad", "")


def _is_broken(before: str, line: str) -> bool:
    """True when a line ends in a hyphen that stands between letters."""
    return before[-1] in HYPHENS and before[-2:-1].isalpha() and line[0].isalpha()


def _keeps_hyphen(before: str, line: str, words: Words) -> bool:
    """True for the hyphen of a compound; one that only breaks a word goes, as long as nothing speaks for it."""
    if before[-1] == "\xad":
        return False
    if not line[0].islower() and (line[0].isupper() or before[-2].islower()):
        return True
    first = re.search(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*.$", before[-80:])
    second = re.match(r"[^\W\d_]+", line[:80])
    if first is None or second is None:
        return True
    start, end = first.group()[:-1], second.group()
    half = re.split("[-\u2010]", start)[-1]
    if start + end in words or half + end in words:
        return False
    if f"{start}-{end}" in words or f"{half}-{end}" in words:
        return True
    if len(half) > 2 and end.casefold().startswith(half.casefold()):  # “anak-anak”: a plural
        return True
    return not words.breaks_words or (len(half) > 2 and len(end) > 2 and half in words and end in words)


def _between(before: str, line: str) -> str:
    if _UNSPACED.match(before[-1]) and _UNSPACED.match(line[0]):
        return ""
    return "" if before[-1] == "—" and before[-2:-1].isalpha() else " "


def _mirrored(line: Piece) -> Piece:
    """A line as if it ran the other way, so that it begins at the left."""
    return line._replace(left=-line.right, right=-line.left)


def _edges(lines: list[Piece]) -> tuple[float, float]:
    """Where lines of the column begin and end; one that sticks out says nothing."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    few = len(lines) < 5
    return (lefts[0], rights[-1]) if few else (lefts[len(lefts) // 20], rights[(len(rights) - 1) * 9 // 10])


def _usual_step(lines: list[Piece]) -> float:
    """How far it is down from a line to the next, most often."""
    steps = sorted(
        step
        for before, line in pairwise(lines)
        if _same_height(before.height, line.height) and 0 < (step := line.bottom - before.bottom) < 3 * line.height
    )
    return steps[len(steps) // 3] if steps else 1.2 * lines[0].height


def _begins(before: list[Piece], line: Piece, left: float, right: float, step: float) -> bool:
    """True when a line begins a paragraph."""
    last = before[-1]
    down = line.bottom - last.bottom
    usual = max(step, line.height) if _same_height(step, line.height) else 1.2 * line.height
    if not _same_height(last.height, line.height) or down > _SPARSE * usual or down < 0:
        return True
    if _is_broken(last.text, line.text):
        return False
    if _ITEM.match(line.text) or "\t" in line.text or "\t" in last.text:
        return True
    if _are_centred(last, line, left, right):
        return False
    if _is_indented(line, left) and not _is_indented(last, left) and not _ITEM.match(before[0].text):
        return True
    return _has_room(last, line, right)


def _has_room(last: Piece, line: Piece, right: float) -> bool:
    """True when the next line's first word would have had room behind the last one."""
    word = _WORDLESS_ROOM * line.height if _UNSPACED.match(line.text) else line.first + _ROOM * line.height
    return right - last.right > word


def _are_centred(last: Piece, line: Piece, left: float, right: float) -> bool:
    """True for two lines of a heading that stands in the middle."""
    apart = abs((last.left + last.right) - (line.left + line.right)) / 2
    away = min(max(last.left - left, right - last.right), max(line.left - left, right - line.right))
    within = abs((last.left + last.right) - (left + right)) < 2 * line.height
    return within and apart < 0.5 * line.height and away > line.height and abs(last.left - line.left) > 1


def _is_indented(line: Piece, left: float) -> bool:
    return line.left - left > _INDENTED * line.height


def _same_height(some: float, other: float) -> bool:
    return max(some, other) <= _TALLER * min(some, other)
