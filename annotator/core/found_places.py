"""Places that were found and may be tagged: how much of the text each would take, and what stands in the way there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from annotator.core.progress import sentence_at
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.snippets import Snippet, snippet
from annotator.core.spans import Span, snap_to_characters, snap_to_words, trim

SHOWN = 220
"""Characters of a sentence that are shown of it, give or take a word."""

_AROUND = 400  # characters on each side of what was found that a sentence may have; of longer ones this much is kept


class Extent(StrEnum):
    """How much of the text is tagged."""

    SENTENCE = "sentence"
    WORDS = "words"
    EXACT = "exact"


class Standing(StrEnum):
    """What tagging a place would come to."""

    READY = "ready"
    FURNITURE = "furniture"  # it is no article text
    OVERLAPS = "overlaps"  # one's own annotation with this label overlaps it
    OTHERS = "others"  # somebody else has put this label there
    TAGGED = "tagged"  # one's own annotation is there already
    REPEATED = "repeated"  # another place of the list comes to the same stretch
    FROZEN = "frozen"  # an older version, in which nothing changes


_CANNOT = frozenset({Standing.TAGGED, Standing.REPEATED, Standing.FROZEN})


@dataclass(frozen=True, slots=True)
class Near:
    """An annotation in the sentence of a place: whose it is, and whether it is the annotator's own."""

    label: str
    segments: tuple[Span, ...]
    annotator: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in an article: `stretches` has what each extent would take. `shown` is its sentence, or what is near."""

    document_id: UUID
    title: str
    found: Span
    stretches: dict[Extent, Span]
    shown: Snippet
    is_furniture: bool = False
    is_frozen: bool = False
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One place as it would be tagged. `by` is who has put the label there already, when that is somebody else."""

    place: FoundPlace
    stretch: Span
    standing: Standing
    by: str = ""

    @property
    def can_be_tagged(self) -> bool:
        """False where there is nothing to be done, or nothing can be."""
        return self.standing not in _CANNOT


def places_in(document: DocumentRecord, spans: Iterable[Span], annotator: str) -> list[FoundPlace]:
    """Places of one article, with what is there already; `annotator` is the name of the one who would tag."""
    return [_place(document, span, annotator) for span in spans]


def proposals(places: Sequence[FoundPlace], extent: Extent, label: str) -> list[Proposal]:
    """What tagging each of these places with a label would come to."""
    made, taken = [], set()
    for place in places:
        stretch = place.stretches[extent]
        standing, by = _standing(place, stretch, label)
        if standing in (Standing.READY, Standing.FURNITURE, Standing.OVERLAPS, Standing.OTHERS):
            if (place.document_id, stretch) in taken:
                standing, by = Standing.REPEATED, ""
            taken.add((place.document_id, stretch))
        made.append(Proposal(place, stretch, standing, by))
    return made


def _standing(place: FoundPlace, stretch: Span, label: str) -> tuple[Standing, str]:
    if place.is_frozen:
        return Standing.FROZEN, ""
    same = [one for one in place.near if one.label == label]
    own = [one for one in same if one.is_own]
    if any(one.segments == (stretch,) for one in own):
        return Standing.TAGGED, ""
    if any(stretch.overlaps(segment) for one in own for segment in one.segments):
        return Standing.OVERLAPS, ""
    if place.is_furniture:
        return Standing.FURNITURE, ""
    others = (one for one in same if any(stretch.overlaps(segment) for segment in one.segments))
    other = next(others, None)
    return (Standing.OTHERS, other.annotator) if other else (Standing.READY, "")


def _place(document: DocumentRecord, found: Span, annotator: str) -> FoundPlace:
    text, sentences = document.text, document.sentences
    first = sentence_at(sentences, found.start_char)
    last = sentence_at(sentences, max(found.start_char, found.end_char - 1))
    whole = Span(sentences[first].start_char, sentences[last].end_char) if first >= 0 else found
    exact = _visible(text, snap_to_characters(text, found))
    stretches = {
        Extent.SENTENCE: _visible(text, whole),
        Extent.WORDS: _visible(text, snap_to_words(text, found)),
        Extent.EXACT: exact,
    }
    return FoundPlace(
        document.id,
        document.title,
        found,
        stretches,
        _shown(text, stretches[Extent.SENTENCE], exact),
        any(Span(piece.start_char, piece.end_char).overlaps(exact) for piece in document.furniture),
        document.superseded_by is not None,
        tuple(_near(record, annotator) for record in document.annotations if _touches(record, whole)),
    )


def _visible(text: str, span: Span) -> Span:
    """The span without white space at its ends; as it is where there is nothing else in it."""
    trimmed = trim(text, span)
    return trimmed if trimmed.start_char < trimmed.end_char else span


def _shown(text: str, sentence: Span, found: Span) -> Snippet:
    start = max(sentence.start_char, found.start_char - _AROUND)
    end = max(min(sentence.end_char, found.end_char + _AROUND), found.end_char)
    start = min(start, found.start_char)
    mark = Span(found.start_char - start, found.end_char - start)
    shown = snippet(text[start:end], [[mark]], length=SHOWN)
    cut = (shown.is_cut[0] or start > sentence.start_char, shown.is_cut[1] or end < sentence.end_char)
    return Snippet(shown.text, shown.marks, start + shown.start, cut)


def _touches(record: AnnotationRecord, span: Span) -> bool:
    return any(span.overlaps(segment) for segment in record.segments)


def _near(record: AnnotationRecord, annotator: str) -> Near:
    return Near(record.label, tuple(record.segments), record.annotator, record.annotator == annotator)
