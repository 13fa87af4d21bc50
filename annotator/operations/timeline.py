"""An article's annotations as of any moment: what the journal says up to then, replayed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from annotator.core.identity import born_at
from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.spans import Span
from annotator.store import queries, replay, trail
from annotator.store.blindness import hidden_documents, seen_entries
from annotator.store.changes import Image
from annotator.store.trail import Found
from annotator.store.workspace import Workspace

_SHOWN = frozenset(("annotation", "relation", "mark"))


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment after one entry of the journal: its number, when, who, and what was done."""

    number: int
    at: datetime
    annotator: str
    title: str
    kind: str


class Timeline:
    """The moments of one article, the oldest first, and what was said of it at each of them."""

    def __init__(self, document_id: UUID, entries: Sequence[Found], names: dict[UUID, str]) -> None:
        self.document_id = document_id
        self._names = names
        self._entries = tuple(entry for entry in entries if any(change.table in _SHOWN for change in entry.changes))
        self._state: dict[replay.RowKey, Image] = {}
        self._at = -1
        self.moments = tuple(map(self._moment, self._entries))

    def annotations(self, index: int) -> list[AnnotationRecord]:
        """The annotations after moment `index`, in the order of the text; -1 is before the first of them."""
        found = (self._record(image) for image in self._images(index, "annotation"))
        return sorted(found, key=lambda record: (record.segments, record.id))

    def links(self, index: int) -> list[RelationRecord]:
        """The links and sources after moment `index`."""
        return [self._link(image) for image in self._images(index, "relation")]

    def marks(self, index: int) -> list[Span]:
        """What somebody had read and found nothing in, after moment `index`."""
        return sorted(Span(image["start_char"], image["end_char"]) for image in self._images(index, "mark"))

    def index_at(self, moment: datetime) -> int:
        """The last moment that is not later than this one; -1 where all are later."""
        return sum(known.at <= moment for known in self.moments) - 1

    def _images(self, index: int, table: str) -> list[Image]:
        self._go_to(index)
        return [image for (name, _), image in self._state.items() if name == table]

    def _go_to(self, index: int) -> None:
        """Replay on from where the last look was, or from the beginning where that was later."""
        if index < self._at:
            self._state, self._at = {}, -1
        for entry in self._entries[self._at + 1 : index + 1]:
            replay.fold(self._state, entry.changes)
        self._at = max(index, -1)

    def _moment(self, entry: Found) -> Moment:
        who = self._names.get(entry.annotator_id, "") if entry.annotator_id else ""
        return Moment(entry.number, entry.at, who, entry.title, entry.kind.name.lower().replace("_", " "))

    def _record(self, image: Image) -> AnnotationRecord:
        segments: list[list[int]] = image.get("segments") or [[image["start_char"], image["end_char"]]]
        return AnnotationRecord(
            id=image["id"],
            document_id=self.document_id,
            label=image["label"],
            segments=tuple(Span(*segment) for segment in segments),
            annotator=self._names.get(image["annotator_id"], ""),
            note=image.get("note", ""),
            origin=image.get("origin", ""),
            created_at=born_at(image["id"]),
            made_from=image.get("made_from"),
            attributes=image.get("attributes") or {},
            guideline_version=image.get("guideline_version"),
            suggested_by=image.get("suggested_by") or "",
        )

    def _link(self, image: dict[str, Any]) -> RelationRecord:
        return RelationRecord(
            id=image["id"],
            document_id=self.document_id,
            kind=image["kind"],
            from_id=image["from_id"],
            to_id=image.get("to_id"),
            source_id=image.get("source_id"),
            annotator=self._names.get(image["annotator_id"], ""),
        )


def read_timeline(workspace: Workspace, document_id: UUID) -> Timeline:
    """The timeline of an article, even of one that has been removed. What is hidden from a blind reader is left out.

    What was done in another copy of the project counts from the moment when that copy was taken in. Raises
    ProjectDamaged.
    """
    with workspace.reading() as connection:
        viewer = workspace.viewer
        is_hidden = document_id in hidden_documents(connection, viewer)
        entries = seen_entries(connection, trail.oldest_first(connection, document_id))
        names = queries.annotator_names(connection)
    here = [entry for entry in entries if not entry.received]
    return Timeline(document_id, _own(here, viewer) if is_hidden else here, names)


def _own(entries: Sequence[Found], viewer: UUID | None) -> list[Found]:
    """The entries of the one who looks, without the others' rows that a merge brought."""
    return [entry for entry in entries if entry.annotator_id == viewer and entry.kind.name != "MERGE"]
