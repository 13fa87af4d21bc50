"""What agreement is worked out from: articles that two or more have handed in, each without a look at the other."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from uuid import UUID

from annotator.core.spans import Span, covered
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink, SubmittedReading


@dataclass(frozen=True, slots=True)
class Compared:
    """One article and what each of its readers has said, in the order of `readers`.

    `sentences` are those of the article, page furniture left out; `length` is that of the whole text in characters,
    and `furniture` is where in it there is page furniture.
    """

    document_id: UUID
    length: int
    sentences: Sequence[Span]
    readers: tuple[UUID, ...]
    annotations: tuple[tuple[SubmittedAnnotation, ...], ...]
    links: tuple[tuple[SubmittedLink, ...], ...] = ()
    language: str = ""
    furniture: Sequence[Span] = ()

    def only(self, readers: Collection[UUID]) -> "Compared | None":
        """The same with these readers alone; None where fewer than two are left."""
        kept = [at for at, reader in enumerate(self.readers) if reader in readers]
        if len(kept) < 2:
            return None
        return replace(
            self,
            readers=tuple(self.readers[at] for at in kept),
            annotations=tuple(self.annotations[at] for at in kept),
            links=tuple(self.links[at] for at in kept),
        )

    def without_furniture(self) -> "Compared":
        """The same, without sentences, on the text from which page furniture is cut; places count from there.

        Annotations with nothing outside of it are left out.
        """
        if not self.furniture:
            return self
        cut = _Cut(self.furniture)
        said = tuple(tuple(cut.annotations(each)) for each in self.annotations)
        return replace(self, length=cut.place(self.length), sentences=(), annotations=said, furniture=())


class _Cut:
    """Where places of a text are when pieces are cut from it."""

    def __init__(self, pieces: Iterable[Span]) -> None:
        union = covered(pieces)
        self._starts = [start for start, _ in union]
        self._sizes = [end - start for start, end in union]
        self._before = [0, *accumulate(self._sizes)]

    def place(self, at: int) -> int:
        """A place; one that is cut out is where the cut is."""
        last = bisect_right(self._starts, at) - 1
        if last < 0:
            return at
        return at - self._before[last] - min(at - self._starts[last], self._sizes[last])

    def annotations(self, said: Iterable[SubmittedAnnotation]) -> Iterable[SubmittedAnnotation]:
        """Those of which something is left."""
        for one in said:
            segments = (Span(self.place(start), self.place(end)) for start, end in one.segments)
            if left := tuple(segment for segment in segments if segment.start_char < segment.end_char):
                yield replace(one, segments=left)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Submissions that figures do not count: made with another's work in view, made again, or nobody else's there."""

    not_independent: int = 0
    later: int = 0
    alone: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.not_independent + self.later + self.alone


@dataclass(slots=True)
class Text:
    """What has to be known of an article's text."""

    length: int
    sentences: Sequence[Span] = field(default_factory=tuple)
    language: str = ""
    furniture: Sequence[Span] = field(default_factory=tuple)


def compare(
    readings: Iterable[SubmittedReading], texts: Mapping[UUID, Text], labels: Collection[str]
) -> list[Compared]:
    """Articles with the readings of two or more, annotations with these labels only, in the order they were made."""
    by_article: dict[UUID, list[SubmittedReading]] = {}
    for reading in readings:
        by_article.setdefault(reading.document_id, []).append(reading)
    return [
        _compared(found, texts[key], labels) for key, found in by_article.items() if len(found) > 1 and key in texts
    ]


def _compared(readings: list[SubmittedReading], text: Text, labels: Collection[str]) -> Compared:
    readings.sort(key=lambda reading: reading.annotator_id)
    kept = [
        tuple(sorted((one for one in reading.annotations if one.label in labels), key=lambda one: one.id))
        for reading in readings
    ]
    return Compared(
        readings[0].document_id,
        text.length,
        text.sentences,
        tuple(reading.annotator_id for reading in readings),
        tuple(kept),
        tuple(reading.links for reading in readings),
        text.language,
        text.furniture,
    )
