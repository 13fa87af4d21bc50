"""Which annotations of a file are here already: by a key of ours, by the other tool's, or by words and label."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.spans import Span
from annotator.operations.import_planning import Plan, PlannedAnnotation
from annotator.store.import_reads import AnnotationHome

_KEY_LENGTH = len(str(UUID(int=0)))


class ArticleHere(Protocol):
    """What is asked of an article that is here, as DocumentRecord tells it."""

    @property
    def id(self) -> UUID: ...

    @property
    def text(self) -> str: ...

    @property
    def foreign_key(self) -> str: ...

    @property
    def marks(self) -> Sequence[Span]: ...

    @property
    def annotations(self) -> Sequence[AnnotationRecord]: ...

    @property
    def relations(self) -> Sequence[RelationRecord]: ...


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that has been added just now: nothing is said of it yet, so that it need not be read."""

    id: UUID
    text: str
    foreign_key: str = ""
    marks: Sequence[Span] = ()
    annotations: Sequence[AnnotationRecord] = ()
    relations: Sequence[RelationRecord] = ()


class FoundAnnotation(NamedTuple):
    """An annotation of the article, as far as it is compared."""

    id: UUID
    label: str
    segments: tuple[Span, ...]


class Known:
    """The annotations of one article, and of those with keys of ours wherever they are."""

    def __init__(self, record: ArticleHere, homes: Mapping[UUID, AnnotationHome]) -> None:
        self._homes = homes
        self._by_id: dict[UUID, FoundAnnotation] = {}
        self._by_place: dict[tuple[str, str, tuple[Span, ...]], FoundAnnotation] = {}
        self._by_key: dict[tuple[str, str], FoundAnnotation] = {}
        for one in record.annotations:
            found = FoundAnnotation(one.id, one.label, one.segments)
            self._by_id[one.id] = found
            self.add(found, one.annotator, one.foreign_key)

    def find(self, planned: PlannedAnnotation, annotator: str, foreign_key: str) -> FoundAnnotation | None:
        """The annotation of this article that one of the file is; None for one that is new here."""
        own = own_key(planned.foreign.key)
        found = self._by_id.get(own) if own else None
        found = found or (self._by_key.get((annotator, foreign_key)) if foreign_key else None)
        return found or self._by_place.get((annotator, planned.label, planned.segments))

    def elsewhere(self, planned: PlannedAnnotation) -> AnnotationHome | None:
        """The annotation with this key of ours in another article, such as an older version of this one."""
        own = own_key(planned.foreign.key)
        return self._homes.get(own) if own else None

    def add(self, found: FoundAnnotation, annotator: str, foreign_key: str) -> None:
        """One more annotation of the article, and whose it is."""
        self._by_place.setdefault((annotator, found.label, found.segments), found)
        if foreign_key:
            self._by_key.setdefault((annotator, foreign_key), found)


def own_key(key: str) -> UUID | None:
    """The key of ours that a key of a file is; None for one of another making."""
    if len(key) != _KEY_LENGTH:
        return None
    try:
        return UUID(key)
    except ValueError:
        return None


def own_keys(plans: Sequence[Plan]) -> Iterable[UUID]:
    """All keys of ours that annotations of these plans have."""
    return {key for plan in plans for one in plan.annotations if (key := own_key(one.foreign.key))}
