"""The audit trail: who did what and when, for an article, an annotation, a label, a person.

Each entry of the journal is one line of it. What taking in another copy of the project did to the rows is one line,
too; what was done in that copy stands before it under the names of those who did it.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from annotator.store import queries, ties, trail
from annotator.store.blindness import hidden_documents, seen_entries
from annotator.store.changes import RowChange
from annotator.store.trail import Found, Wanted
from annotator.store.workspace import Workspace

PAGE = 200
_LOOKED_AT = 20_000  # entries that one question looks through before it says that there may be more

_LABELLED = frozenset(("annotation", "rejected_suggestion", "ruling"))

Image = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to know. `label` is a label's key; None and "" stand for everything."""

    document_id: UUID | None = None
    annotation_id: UUID | None = None
    annotator_id: UUID | None = None
    label: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrailChange:
    """What was done to one row: made without `before`, removed without `after`; else both hold what changed.

    `label` is the key of the label of the annotation that it is about, "" where it is about none.
    """

    table: str
    row_id: UUID
    before: Image | None
    after: Image | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One thing that somebody did. `kind` is edit, undo, redo, setting up or merge; `number` orders all entries.

    `article` is the title of the article now, "" where it is about none or that is gone.
    """

    number: int
    at: datetime
    annotator: str
    document_id: UUID | None
    article: str
    title: str
    kind: str
    received: bool
    changes: tuple[TrailChange, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of answers, the newest first. `before` asks for the next page, None where there is none."""

    entries: tuple[TrailEntry, ...]
    before: int | None


def read_trail(
    workspace: Workspace,
    question: Question,
    before: int | None = None,
    most: int = PAGE,
    cancelled: Callable[[], bool] = lambda: False,
) -> Trail:
    """What was done, the newest first, from entry number `before` backwards: `most` of them, or a few more
    where they were read together.

    What is hidden from a blind reader is left out. Raises ProjectDamaged.
    """
    answers: list[TrailEntry] = []
    with workspace.reading() as connection:
        about = _About(connection, question, hidden_documents(connection, workspace.viewer), workspace.viewer)
        entries = trail.newest_first(connection, _wanted(connection, question), before)
        for _ in range(0, _LOOKED_AT, PAGE):
            part = list(itertools.islice(entries, PAGE))
            answers += about.answers(part)
            before = part[-1].number if len(part) == PAGE else None
            if before is None or len(answers) >= most or cancelled():
                break
    return Trail(tuple(answers), before)


def whole_trail(workspace: Workspace, question: Question) -> Iterator[TrailEntry]:
    """All that was done, the newest first, read a page at a time."""
    before: int | None = None
    while True:
        page = read_trail(workspace, question, before)
        yield from page.entries
        if page.before is None:
            return
        before = page.before


def _wanted(connection: Connection, question: Question) -> Wanted:
    document_id = question.document_id
    if document_id is None and question.annotation_id:
        document_id = queries.document_of_annotation(connection, question.annotation_id)
    return Wanted(document_id, question.annotator_id, question.since, question.until)


def annotations_of(change: RowChange | TrailChange) -> set[UUID]:
    """The annotations that a change is about: one by its own row, or those that something is said of."""
    if change.table == "annotation":
        return {change.id if isinstance(change, RowChange) else change.row_id}
    images = (change.before or {}, change.after or {})
    columns = (*ties.ENDS.get(change.table, ()), "annotation_id", "replacement_id")
    found = {image[name] for image in images for name in columns if image.get(name)}
    return found | {UUID(key) for image in images for key in image.get("settles") or ()}


class _About:
    """Turns entries of the journal into answers to one question."""

    def __init__(
        self, connection: Connection, question: Question, hidden: frozenset[UUID], viewer: UUID | None
    ) -> None:
        self._connection, self._question = connection, question
        self._hidden, self._viewer = hidden, viewer
        self._names = queries.annotator_names(connection)
        self._gone: dict[UUID, str] = {}  # labels of annotations that were removed later, known from their removal

    def answers(self, entries: Sequence[Found]) -> Iterator[TrailEntry]:
        """Those of these entries that are asked for."""
        seen = seen_entries(self._connection, [entry for entry in entries if not self._is_hidden(entry)])
        titles, labels = self._titles(seen), self._labels(seen)
        for entry in seen:
            changes = tuple(_changes(entry, labels))
            if self._is_asked(entry, changes):
                yield self._answer(entry, titles, changes)

    def _answer(self, entry: Found, titles: dict[UUID, str], changes: tuple[TrailChange, ...]) -> TrailEntry:
        return TrailEntry(
            number=entry.number,
            at=entry.at,
            annotator=self._names.get(entry.annotator_id, "") if entry.annotator_id else "",
            document_id=entry.document_id,
            article=titles.get(entry.document_id, "") if entry.document_id else "",
            title=entry.title,
            kind=entry.kind.name.lower().replace("_", " "),
            received=entry.received,
            changes=changes,
        )

    def _is_hidden(self, entry: Found) -> bool:
        return entry.document_id in self._hidden and entry.annotator_id != self._viewer

    def _is_asked(self, entry: Found, changes: Sequence[TrailChange]) -> bool:
        wanted, label = self._question.annotation_id, self._question.label
        if wanted and not any(wanted in annotations_of(change) for change in entry.changes):
            return False
        return not label or any(change.label == label for change in changes)

    def _titles(self, entries: Sequence[Found]) -> dict[UUID, str]:
        keys = list({entry.document_id for entry in entries if entry.document_id})
        return {one.id: one.title for one in queries.document_summaries(self._connection, keys)} if keys else {}

    def _labels(self, entries: Sequence[Found]) -> dict[UUID, str]:
        """The label of each annotation that is spoken of: as it is now, or as it was when it went."""
        changes = [change for entry in entries for change in entry.changes]
        about = {key for change in changes for key in annotations_of(change)}
        for change in changes:
            if change.table == "annotation" and change.after is None:
                self._gone.setdefault(change.id, _own_label(change))
        return {**self._gone, **trail.labels_of(self._connection, sorted(about))}


def _changes(entry: Found, labels: dict[UUID, str]) -> Iterator[TrailChange]:
    for change in entry.changes:
        about = sorted(annotations_of(change))
        label = next((labels[key] for key in about if key in labels), "")
        yield TrailChange(change.table, change.id, change.before, change.after, _own_label(change) or label)


def _own_label(change: RowChange) -> str:
    image = change.after or change.before or {}
    return str(image.get("label") or "") if change.table in _LABELLED else ""
