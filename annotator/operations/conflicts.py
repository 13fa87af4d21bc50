"""What two copies of a project said differently: listed in words, and settled by people, one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlmodel
from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from annotator.core.merging import BY_KEY, together
from annotator.core.quote_policy import sentence_ends
from annotator.core.schema import LabelSet
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.operations import conflict_words
from annotator.store import queries
from annotator.store.changes import Image, columns, table_class
from annotator.store.columns import Bytes, Key, UtcTime
from annotator.store.merging.keeping import CHILDREN
from annotator.store.recorder import RecordedSession
from annotator.store.review_tables import MergeConflict
from annotator.store.tables import Document, table_of
from annotator.store.workspace import Workspace

CHOICES = ("kept", "other")
"""What a conflict can be settled with: the value that holds, or the other one."""

_conflict = table_of(MergeConflict)
_BATCH = 50
_GONE = "What this is about is no longer in the project, so there is nothing to settle in it."
_ENDS_GONE = "What this tied together is no longer in the project; bring that back first."
_NAMED = "Somebody names this source. Merge it with another one instead of removing it."


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values: in words, by whom, and when; "" and None where that is not known."""

    words: str
    annotator: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that two copies said differently.

    `kind` is changed, removed (in one copy; it stays meanwhile), tie (a link that has gone with what it tied), closed
    (a reading that only one copy has handed in or approved) or sentence. `what` is a sentence about it, `passage` the
    text of the annotation, `title` the article's; "" where there is none. `settled` is "", kept or other.
    """

    id: UUID
    document_id: UUID | None
    title: str
    kind: str
    what: str
    passage: str
    field: str
    kept: Side
    other: Side
    settled: str


class _Around(NamedTuple):
    """What words are made with."""

    names: Mapping[UUID, str]
    label_set: LabelSet


def list_conflicts(workspace: Workspace, settled: bool = False) -> list[Conflict]:
    """The conflicts that are open, with `settled` all of them; those of one article together, in the order of keys."""
    with workspace.reading() as connection:
        query = select(_conflict).order_by(_conflict.c.document_id, _conflict.c.row_id, _conflict.c.field)
        if not settled:
            query = query.where(_conflict.c.settled == "")
        around = _Around(queries.annotator_names(connection), workspace.label_set(connection))
        rows = connection.execute(query).all()
        return [_told(workspace, connection, around, row) for row in rows]


def settle(workspace: Workspace, conflict_id: UUID, choice: str, annotator_id: UUID) -> None:
    """Let the value hold that is held now (“kept”), or the other one, as one step that undo takes back.

    Raises NotFound, and EditConflict where what it is about is not there any more.
    """
    if choice not in CHOICES:
        raise NotFound(f"A conflict is settled with “kept” or “other”, not “{choice}”.")
    with workspace.edit("Settle conflict", annotator_id) as session:
        conflict = session.get(MergeConflict, conflict_id)
        if conflict is None:
            raise NotFound("There is no conflict with this id.")
        if choice == "other" and conflict.settled != "other":
            _put(session, conflict, conflict.other or {})
        elif choice == "kept" and conflict.settled == "other":
            _put(session, conflict, conflict.kept or {})
        conflict.settled, conflict.settled_by = choice, annotator_id


def _put(session: RecordedSession, conflict: MergeConflict, value: Mapping[str, Any]) -> None:
    """Make the project say one of the two values."""
    table = table_class(conflict.table_name)
    row = session.get(table, conflict.row_id)
    if "row" not in value:
        if row is None:
            raise EditConflict(_GONE)
        _set(row, conflict, value.get("values", {}))
        session.flush()
        _cut_anew(session, conflict)
    elif value["row"] is None:
        if row is not None:
            _remove(session, conflict.table_name, row)
    elif row is None:
        _bring_back(session, conflict.table_name, value["row"])


def _set(row: SQLModel, conflict: MergeConflict, values: Mapping[str, Any]) -> None:
    table = conflict.table_name
    for name in {*values, *together(table, conflict.field)}:
        column, _, key = name.partition(".")
        if column in BY_KEY.get(table, ()):
            known = dict(getattr(row, column) or {})
            known.pop(key, None)
            if values.get(name) is not None:
                known[key] = values[name]
            setattr(row, column, known or None)
        else:
            setattr(row, name, typed(table, name, values.get(name)))


def typed(table: str, column: str, value: Any) -> Any:
    """A value of a column as the program has it, from how a conflict keeps it."""
    kind = table_of(table_class(table)).c[column].type
    if value is None:
        return None
    if isinstance(kind, Key):
        return UUID(value)
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(value)
    return bytes.fromhex(value) if isinstance(kind, Bytes) else value


def _remove(session: RecordedSession, table: str, row: SQLModel) -> None:
    """Remove a row, and all that refers to it."""
    key = row.__dict__["id"]
    for child, column in CHILDREN.get(table, ()):
        of = table_class(child)
        for one in session.exec(sqlmodel.select(of).where(table_of(of).c[column] == key)).all():
            if table == "source":
                raise EditConflict(_NAMED)
            _remove(session, child, one)
    session.delete(row)
    session.flush()


def _bring_back(session: RecordedSession, table: str, said: Mapping[str, Any]) -> None:
    image: Image = {}
    for name, value in said.items():
        column, _, key = name.partition(".")
        if column in BY_KEY.get(table, ()):
            image.setdefault(column, {})[key] = value
        else:
            image[name] = typed(table, name, value)
    of = table_of(table_class(table))
    for reference in of.foreign_keys:
        end = image.get(reference.parent.name)
        parent = reference.column
        if end is not None and session.connection().execute(select(parent).where(parent == end)).first() is None:
            raise EditConflict(_ENDS_GONE)
    session.add(table_class(table)(**{name: image.get(name) for name in columns(table)}))
    session.flush()


def _cut_anew(session: RecordedSession, conflict: MergeConflict) -> None:
    """Sentences fit the language of an article, and how the newsroom wants quotations cut."""
    connection = session.connection()
    if conflict.table_name == "document" and conflict.field == "language":
        keys: Sequence[UUID] = [conflict.row_id]
    elif conflict.table_name == "project" and conflict.field.startswith("quotes."):
        keys = [
            key
            for language in queries.language_counts(connection)
            for key in queries.document_ids(connection, language)
        ]
    else:
        return
    policy = queries.quote_policy(connection)
    for start in range(0, len(keys), _BATCH):
        for cut in queries.cut_texts(connection, keys[start : start + _BATCH]):
            ends = sentence_ends(cut.text, cut.language, policy)
            document = session.get(Document, cut.id)
            if document and document.sentence_ends != ends:
                document.sentence_ends = ends
    session.flush()


def _told(workspace: Workspace, connection: Connection, around: _Around, row: Any) -> Conflict:
    about = conflict_words.about(workspace, connection, row, around.names, _title_of(around.label_set))
    sides = [
        Side(
            conflict_words.value_words(about, row, value or {}, around.label_set, around.names),
            around.names.get(UUID(value["by"]), "") if value and value.get("by") else "",
            datetime.fromisoformat(value["at"]) if value and value.get("at") else None,
        )
        for value in (row.kept, row.other)
    ]
    return Conflict(
        id=row.id,
        document_id=row.document_id,
        title=about.title,
        kind=row.kind,
        what=about.what,
        passage=about.passage,
        field=row.field,
        kept=sides[0],
        other=sides[1],
        settled=row.settled,
    )


def _title_of(label_set: LabelSet) -> Any:
    def title(key: str) -> str:
        try:
            return label_set.label(key).title
        except (InvalidLabelSet, KeyError):
            return key

    return title
