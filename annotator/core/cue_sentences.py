"""A text as the rules for denials and claims read it: sentences as words, and who is reported to have said them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.cue_phrases import Phrases, Token, tokens_of
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span, trim
from annotator.core.suggestion import Suggestion

_STRONG_ENDS = re.compile("[;؛；—–]| - ")
_MARKS = re.compile('["“”„«»「」『』]')
_MOST_WORDS = 300


class CueSentence(NamedTuple):
    """A sentence: its extent, its words, and the first quotation that has words of it and says by whose word."""

    extent: Span
    tokens: tuple[Token, ...]
    report: Suggestion | None

    @property
    def is_said(self) -> bool:
        """True when somebody is reported to have said something here."""
        return self.report is not None


def cue_sentences(text: str, language: str, quotes: Sequence[Suggestion]) -> list[CueSentence]:
    """The sentences of a text; `quotes` are those suggested for it, in its order."""
    cued = sorted((segment, at) for at, one in enumerate(quotes) if one.cue or one.source for segment in one.segments)
    found, at = [], 0
    for tile in split_sentences(text, language, "split"):
        extent = trim(text, Span(*tile))
        while at < len(cued) and cued[at][0].end_char <= extent.start_char:
            at += 1
        report = quotes[cued[at][1]] if at < len(cued) and cued[at][0].overlaps(extent) else None
        tokens = tuple(tokens_of(text, extent))
        if 0 < len(tokens) <= _MOST_WORDS:
            found.append(CueSentence(extent, tokens, report))
    return found


def clause_around(sentence: CueSentence, first: int, last: int) -> tuple[int, int]:
    """The tokens, from … up to, of the clause that holds tokens `first` up to `last`: no comma or colon inside."""
    tokens = sentence.tokens
    start, end = first, last
    while start > 0 and not tokens[start].opens:
        start -= 1
    while end < len(tokens) and not tokens[end].opens:
        end += 1
    return start, end


def part_around(text: str, sentence: CueSentence, first: int, last: int, contrasts: Phrases) -> Span:
    """The sentence, or the part of it around tokens `first` up to `last`, where something else begins before or after.

    Something else begins after a semicolon or a dash, and at a word of contrast (but). A sentence with quotation
    marks is not cut: half a quotation is nobody's word.
    """
    extent, tokens = sentence.extent, sentence.tokens
    if _MARKS.search(text, *extent):
        return extent
    start, end = extent
    for at in range(1, first + 1):
        if _STRONG_ENDS.search(text, tokens[at - 1].end, tokens[at].start):
            start = tokens[at].start
    for at in range(last, len(tokens)):
        if _STRONG_ENDS.search(text, tokens[at - 1].end, tokens[at].start):
            end = tokens[at - 1].end
            break
    for found in contrasts.find(tokens):
        # A contrast at the head of a sentence looks back to the one before.
        if found.first < 2:
            continue
        if found.last <= first and tokens[found.first].start >= start:
            start = tokens[found.first].start
        elif found.first >= last and tokens[found.first - 1].end < end:
            end = tokens[found.first - 1].end
            break
    return Span(start, end)
