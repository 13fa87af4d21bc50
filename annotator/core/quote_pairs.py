"""Quotations as an editor means them: outermost pairs of marks, without names, titles and words held at a distance."""

import re
from functools import cache
from typing import NamedTuple

from annotator.core.languages import read_language
from annotator.core.lines import LINE_BREAKS
from annotator.core.quotation_marks import MARKS, find_marks
from annotator.core.quotations import find_quotations
from annotator.core.records import Quotation
from annotator.core.spans import Span

_LONGEST = 3000
_ENDS = frozenset(".!?…,。！？，،؟।")
_SENTENCE = 5
_PART = 2
_BOTH_ENDS = '“”"'
_LETTERS_A_WORD = 2
_LONG = 6
_FIRST_UNSPACED = "\u0e00"


class Spoken(NamedTuple):
    """A quotation. `whole`: what it holds ends like a sentence. `words`: how many it has. `dash`: a dash opens it."""

    segments: tuple[Span, ...]
    whole: bool
    words: int
    titled: bool
    dash: bool


def spoken(text: str, language: str) -> list[Spoken]:
    """The outermost quotations of a text, in its order, none of which overlap."""
    quotations = [one for one in find_quotations(text, language).quotations if not one.depth]
    placed = [(one.segments, not one.closer) for one in _repaired(text, language, quotations)]
    found: list[Spoken] = []
    end = -1
    for segments, dash in sorted(placed):
        if segments[0].start_char >= end:
            found.append(_measured(text, segments, dash=dash))
            end = segments[-1].end_char
    return found


def _measured(text: str, segments: tuple[Span, ...], *, dash: bool) -> Spoken:
    body = " ".join(text[start:end].strip(MARKS + " \xa0\u202f") for start, end in segments)
    words = body.split()
    # Small words stay small in titles; German nouns are no titles; figures are neither small nor great.
    small = [word for word in words if word[0].isalpha() and not word[0].isupper()]
    titled = len(small) * 2 <= sum(word[0].isalpha() for word in words) and all(len(word) < _LONG for word in small)
    # Where no spaces part words (Thai, Chinese, Japanese), two characters make about one.
    count = len(body) // _LETTERS_A_WORD if body[:1] >= _FIRST_UNSPACED else len(words)
    return Spoken(segments, body[-1:] in _ENDS, count, titled, dash)


def is_speech(one: Spoken, *, cued: bool, near: bool) -> bool:
    """True for what somebody says; False for a title, a name or a word that the article keeps its distance from.

    `cued`: whether the sentence has words that report speech; `near`: whether they stand beside the marks.
    """
    if one.titled:
        return cued and one.whole
    if one.dash or one.whole:
        return cued or (one.whole and one.words > _PART)
    return near or one.words >= _SENTENCE


@cache
def _late_closers(language: str) -> re.Pattern[str] | None:
    """Fits a mark with its space on the wrong side, before words that say who spoke: “No, ”said Lim."""
    facts = read_language(language)
    cues = "|".join(map(re.escape, sorted({*facts.cues, *facts.reporting.verbs})))
    return re.compile(rf"(?<=[,.!?…][ \xa0])[{_BOTH_ENDS}](?=(?:{cues})\b)") if cues else None


def _repaired(text: str, language: str, quotations: list[Quotation]) -> list[Quotation]:
    """The quotations, those opened by a mark that really closes one replaced by the one that it closes."""
    pattern = _late_closers(language)
    late = {match.start() for match in pattern.finditer(text)} if pattern else set()
    if not late:
        return quotations
    kept = [one for one in quotations if one.segments[0].start_char not in late]
    closed = {one.segments[-1].end_char - 1 for one in kept}
    before = -1
    for mark in find_marks(text):
        if mark.glyph not in _BOTH_ENDS:
            continue
        at = mark.start
        if at in late and at not in closed and 0 <= at - before <= _LONGEST and before not in late | closed:
            segment = Span(before, mark.end)
            if before >= 0 and not any(sign in text[before:at] for sign in LINE_BREAKS):
                kept.append(Quotation((segment,), text[before], mark.glyph, 0))
        before = at
    return kept
