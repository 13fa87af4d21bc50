"""Which suggestions are still open: neither decided on already nor about what is not to be tagged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from annotator.core.progress import sentence_at
from annotator.core.records import DocumentRecord, Furniture
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.spans import Span, covered
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import SuggestionPolicy

_ALIKE = 0.5


class Placed(Protocol):
    """What lies on stretches of a text and has a label: an annotation, a rejected suggestion."""

    @property
    def label(self) -> str: ...
    @property
    def segments(self) -> tuple[Span, ...]: ...


class Places:
    """Stretches by label, to be asked what overlaps them."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        by_label: dict[str, list[Span]] = {}
        for one in placed:
            by_label.setdefault(one.label, []).extend(one.segments)
        self._of = {label: covered(spans) for label, spans in by_label.items()}

    def touch(self, one: Placed) -> bool:
        """True when something with the same label is on any of its stretches."""
        return any(touches(self._of.get(one.label, ()), segment) for segment in one.segments)


def touches(apart: Sequence[Span], span: Span) -> bool:
    """True when one of some stretches, in order and apart from each other, overlaps the span."""
    at = bisect_right(apart, span.start_char, key=lambda piece: piece.end_char)
    return at < len(apart) and apart[at].start_char < span.end_char


def not_rejected(suggestions: Iterable[Suggestion], rejected: Iterable[Placed]) -> list[Suggestion]:
    """Without what is, but for a few words at its ends, what somebody has rejected with the same label."""
    refused: dict[str, list[Placed]] = {}
    for one in rejected:
        refused.setdefault(one.label, []).append(one)
    ordered = {label: sorted(ones, key=_start) for label, ones in refused.items()}
    return [one for one in suggestions if not _has_alike(ordered.get(one.label, []), one)]


def parts(text: str, longest: int) -> list[Span]:
    """A long text in parts of at most so many characters that end with a line, where there are lines."""
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = start + longest
        if end < len(text):
            line = text.rfind("\n", start, end) + 1
            end = line if line > start else end
        found.append(Span(start, min(end, len(text))))
        start = end
    return found


def shifted(suggestion: Suggestion, by: int) -> Suggestion:
    """A suggestion for a part of a text, with its places in the whole of it."""
    if not by:
        return suggestion

    def moved(span: Span | None) -> Span | None:
        return Span(span[0] + by, span[1] + by) if span else None

    return replace(
        suggestion,
        segments=tuple(Span(start + by, end + by) for start, end in suggestion.segments),
        evidence=tuple(Span(start + by, end + by) for start, end in suggestion.evidence),
        source=moved(suggestion.source),
        cue=moved(suggestion.cue),
    )


def merged(proposed: Iterable[Sequence[Suggestion]]) -> list[Suggestion]:
    """The suggestions of several suggesters, in order of the text; where two propose the same label, the first's."""
    found: list[Suggestion] = []
    for suggestions in proposed:
        found += undecided(suggestions, found)
    return sorted(found, key=lambda one: (one.extent, one.label))


def shown(
    suggestions: Iterable[Suggestion], document: DocumentRecord, rejected: Iterable[Placed], policy: SuggestionPolicy
) -> list[Suggestion]:
    """Those that may be shown of an article's suggestions, whatever is annotated in it by now.

    One that reaches into a sentence on which suggestions stay hidden is hidden in the others, too.
    """
    wanted = outside((one for one in suggestions if policy.suggests(one.label)), document.furniture)
    sentences = document.sentences
    return [
        one
        for one in not_rejected(wanted, rejected)
        if not policy.hides(document.id, sentences_on(one.segments, sentences))
    ]


def outside(suggestions: Iterable[Suggestion], furniture: Iterable[Furniture]) -> list[Suggestion]:
    """Without what is no article text."""
    apart = covered(Span(piece.start_char, piece.end_char) for piece in furniture)
    return [one for one in suggestions if not any(touches(apart, segment) for segment in one.segments)]


def undecided(suggestions: Iterable[Suggestion], annotations: Iterable[Placed]) -> list[Suggestion]:
    """Without those that have some of their text in an annotation with their label."""
    places = Places(annotations)
    return [one for one in suggestions if not places.touch(one)]


def sentences_on(segments: Iterable[Span], sentences: Sequence[Span]) -> list[Span]:
    """The sentences that some stretches have text in, in the order of the stretches."""
    found: dict[Span, None] = {}
    for start, end in segments if sentences else ():
        first, last = sentence_at(sentences, start), sentence_at(sentences, max(start, end - 1))
        found |= dict.fromkeys(sentences[first : last + 1])
    return list(found)


def fitting_attributes(label_set: LabelSet, label: str, proposed: Mapping[str, str]) -> dict[str, Any]:
    """Of the values that come with a suggestion those that this label set has and still offers."""
    found: dict[str, Any] = {}
    for attribute in label_set.attributes_of(label):
        value = proposed.get(attribute.key)
        if not value or attribute.kind is AttributeKind.SOURCE:
            continue
        if attribute.kind is AttributeKind.CHOICE:
            known = attribute.value(value)
            if known is None or known.retired:
                continue
        if attribute.kind is AttributeKind.YES_NO and value not in ("yes", "no"):
            continue
        if attribute.kind in (AttributeKind.NUMBER, AttributeKind.DATE):
            continue  # no cue says these for sure
        found[attribute.key] = value
    return found


def _start(one: Placed) -> int:
    return one.segments[0].start_char


def _has_alike(ordered: Sequence[Placed], one: Placed) -> bool:
    end = max(segment.end_char for segment in one.segments)
    before = ordered[: bisect_left(ordered, end, key=_start)]
    return any(_alike(other, one) for other in before)


def _alike(one: Placed, other: Placed) -> bool:
    """True when at least half of the letters that are in either are in both."""
    if one.segments[-1].end_char <= other.segments[0].start_char:
        return False
    mine, theirs = covered(one.segments), covered(other.segments)
    shared = sum(max(0, min(a.end_char, b.end_char) - max(a.start_char, b.start_char)) for a in mine for b in theirs)
    either = sum(end - start for start, end in (*mine, *theirs)) - shared
    return shared >= _ALIKE * either
