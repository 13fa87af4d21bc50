"""Links between annotations that were imported, and to their sources: none twice, none that the label set forbids."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from annotator.core.identity import new_id
from annotator.core.schema import LabelSet
from annotator.errors import InvalidLabelSet
from annotator.operations.import_known import ArticleHere
from annotator.operations.relations import refuse_unfit


@dataclass(frozen=True, slots=True)
class End:
    """An annotation at which a link may begin or end, as it is here."""

    id: UUID
    label: str
    annotator_id: UUID
    document_id: UUID


@dataclass(frozen=True, slots=True)
class FarLink:
    """A link to an annotation of another article (`to`: both keys of the file), kept until that has come."""

    title: str
    kind: str
    start: End
    annotator_id: UUID
    to: tuple[str, str]


class Links:
    """The links that go out from one article: those that are there, and those that are added."""

    def __init__(self, label_set: LabelSet, record: ArticleHere) -> None:
        self._label_set = label_set
        self._there: set[tuple[str, UUID, UUID | None]] = set()
        self._number: dict[tuple[str, UUID], int] = defaultdict(int)
        for one in record.relations:
            self._there.add((one.kind, one.from_id, one.to_id or one.source_id))
            self._number[one.kind, one.from_id] += 1

    def has(self, kind: str, start: End, end: End) -> bool:
        """True when the two are linked so already."""
        there = (kind, start.id, end.id) in self._there
        return there or (self._label_set.relation(kind).symmetric and (kind, end.id, start.id) in self._there)

    def why_not(self, kind: str, start: End, end: End) -> str:
        """Why two annotations cannot be linked, "" where they can."""
        if start.id == end.id:
            return "relation from an annotation to itself"
        try:
            refuse_unfit(self._label_set, kind, start.label, end.label, self._number[kind, start.id])
        except InvalidLabelSet as error:
            return f"relation that the label set does not allow: {error}"
        return ""

    def add(self, rows: list[dict[str, Any]], kind: str, start: End, end: End, annotator_id: UUID) -> None:
        """Link two annotations by one more of the `rows` that are to be added."""
        self._add(rows, kind, start, annotator_id, end.id, {"to_id": end.id, "source_id": None})

    def add_source(self, rows: list[dict[str, Any]], kind: str, start: End, source_id: UUID) -> None:
        """Name a source of an annotation in the same way, unless that is so already."""
        if (kind, start.id, source_id) not in self._there:
            self._add(rows, kind, start, start.annotator_id, source_id, {"to_id": None, "source_id": source_id})

    def _add(
        self,
        rows: list[dict[str, Any]],
        kind: str,
        start: End,
        annotator_id: UUID,
        end_id: UUID,
        end: dict[str, Any],
    ) -> None:
        whose = {"document_id": start.document_id, "annotator_id": annotator_id}
        rows.append({"id": new_id(), **whose, "kind": kind, "from_id": start.id, **end})
        self._there.add((kind, start.id, end_id))
        self._number[kind, start.id] += 1
