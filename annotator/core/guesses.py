"""Values that the article itself proposes for an attribute: so far, what the quotation marks say of a quote.

Only the paragraphs around the stretch are looked at, as this is asked whenever a label is put on text.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from annotator.core.languages import read_language
from annotator.core.quotations import find_quotations
from annotator.core.records import Quotations
from annotator.core.schema import LabelSet
from annotator.core.spans import Span, covered

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_MARKS = "marks"
_REACH = 1200  # how far the paragraphs around are looked at, in characters
_LONGEST_ATTRIBUTION = 60
_STOPS = ".!?…;:,،؛؟।\n"
_AROUND = '.,:;!?،؛۔।“”"„«»'


def guess_attributes(
    label_set: LabelSet, label: str, text: str, segments: Sequence[Span], language: str
) -> dict[str, Any]:
    """Values to begin with for an annotation of these stretches, by attribute; none where nothing can be said."""
    guessing = [one for one in label_set.attributes_of(label) if one.guess == _MARKS]
    if not guessing or not segments:
        return {}
    said = said_by_marks(text, segments, language)
    return {one.key: said for one in guessing if (value := one.value(said)) and not value.retired}


def said_by_marks(text: str, segments: Sequence[Span], language: str) -> str:
    """Whether all words stand inside quotation marks (“direct”), none of them (“indirect”), or some (“mixed”).

    Words that only say who spoke (“said Lim”) make a sentence that was tagged whole no mixed one. Pieces in marks that
    stand in a sentence of the article's own are mixed, also where only they were tagged: “reckless” and “stupid”.
    """
    inside = covered(
        stretch for one in quotations_near(text, segments, language).quotations for stretch in one.segments
    )
    within = sum(_letters(text, part) for segment in segments for part in _common(segment, inside))
    outside = [part for segment in segments for part in _rest(segment, inside) if _letters(text, part)]
    if not within:
        return INDIRECT
    if any(_woven(text, first, second, language) for first, second in pairwise(sorted(segments))):
        return MIXED
    return DIRECT if all(_only_attributes(text, part, language) for part in outside) else MIXED


def quotations_near(text: str, segments: Sequence[Span], language: str) -> Quotations:
    """The quotations and doubtful marks of the paragraphs around some stretches, at their places in the text."""
    start, end = paragraphs_near(text, segments)
    found = find_quotations(text[start:end], language)
    moved = [
        one._replace(segments=tuple(Span(a + start, b + start) for a, b in one.segments)) for one in found.quotations
    ]
    doubts = [one._replace(start_char=one[0] + start, end_char=one[1] + start) for one in found.doubts]
    return Quotations(tuple(moved), tuple(doubts))


def paragraphs_near(text: str, segments: Sequence[Span]) -> Span:
    """The paragraphs around some stretches, as far as they are near; parts of very long ones."""
    first, last = segments[0].start_char, segments[-1].end_char
    start, end = max(0, first - _REACH), min(len(text), last + _REACH)
    if start:
        start = max(start, text.find("\n", start, first) + 1)  # no part of a paragraph, where there is a whole one
    if end < len(text):
        end = max(last, text.rfind("\n", last, end)) if "\n" in text[last:end] else end
    return Span(start, end)


def _only_attributes(text: str, part: Span, language: str) -> bool:
    """True for “, said Lim.”: a few words, one of which says who spoke."""
    words = text[part.start_char : part.end_char]
    cues = read_language(language).cues
    return len(words) <= _LONGEST_ATTRIBUTION and any(word.strip(_AROUND).lower() in cues for word in words.split())


def _woven(text: str, first: Span, second: Span, language: str) -> bool:
    """True where words of the article join two pieces to one sentence, and none of them says who spoke.

    “We wait,” she said, “until spring” is speech that was interrupted. Names may say who spoke by themselves.
    """
    between = text[first.end_char : second.start_char]
    ends = text[max(first.start_char, first.end_char - 2) : first.end_char] + between
    if len(between) > _LONGEST_ATTRIBUTION or not _letters(text, Span(first.end_char, second.start_char)):
        return False
    if any(sign in ends for sign in _STOPS) or between != between.lower():
        return False
    facts = read_language(language)
    told = facts.reporting.verbs | facts.reporting.asides | {*facts.cues}
    return bool(told) and facts.reporting.spaced and told.isdisjoint(word.strip(_AROUND) for word in between.split())


def _common(segment: Span, inside: Iterable[Span]) -> list[Span]:
    pairs = ((max(segment.start_char, one.start_char), min(segment.end_char, one.end_char)) for one in inside)
    return [Span(start, end) for start, end in pairs if start < end]


def _rest(segment: Span, inside: Iterable[Span]) -> list[Span]:
    rest, at = [], segment.start_char
    for part in _common(segment, inside):
        rest.append(Span(at, part.start_char))
        at = part.end_char
    return [one for one in (*rest, Span(at, segment.end_char)) if one.start_char < one.end_char]


def _letters(text: str, part: Span) -> int:
    return sum(map(str.isalnum, text[part.start_char : part.end_char]))
