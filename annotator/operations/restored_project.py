"""What a file of ours says of a project as a whole: taken over where there are no articles yet, else fitted in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from annotator.core.damage import Damaged
from annotator.core.identity import reading_id
from annotator.core.schema_file import read_label_set
from annotator.errors import InvalidLabelSet, UnreadableInput
from annotator.store import packets, plain_rows
from annotator.store.plain_rows import Row, name_of
from annotator.store.recorder import RecordedSession
from annotator.store.review_tables import Comment, Reading
from annotator.store.tables import Annotator, Document, LabelSetVersion, Project, Source, table_of
from annotator.store.workspace import Step, Workspace

_TITLE = "Restore project"
_PEOPLE = ("annotator_id", "assigned_by", "reviewer_id")
"""The columns that name a person."""


@dataclass(slots=True)
class Here:
    """What rows of the file become here.

    `people` is who somebody of the file is here; where an annotator of the same name is here already, under the other
    key. Without `has_versions`, the label set's versions of the file are not those of this project. `sources` are how
    many came that no article names.
    """

    people: dict[UUID, UUID] = field(default_factory=dict)
    has_versions: bool = True
    is_whole_project: bool = False
    sources: int = 0
    notices: list[str] = field(default_factory=list)

    def adopted(self, table: type[SQLModel], row: Row) -> Row:
        """A row as it is here. Raises Damaged where it names a person whom the file does not know."""
        changed: Row = {}
        for column in _PEOPLE:
            whose = row.get(column)
            if whose is not None:
                if whose not in self.people:
                    raise Damaged(f"{name_of(table)} names a person whom the first line does not")
                changed[column] = self.people[whose]
        if table is Reading:
            changed["id"] = reading_id(row["document_id"], changed["annotator_id"])
        elif table is Comment and row["mentions"]:
            changed["mentions"] = [self._mentioned(one) for one in row["mentions"]]
        if not self.has_versions and row.get("guideline_version") is not None:
            changed["guideline_version"] = None
        return row | changed

    def _mentioned(self, key: str) -> str:
        known = {str(there): str(here) for there, here in self.people.items()}
        return known.get(key, key)


def take(workspace: Workspace, said: Mapping[str, Any], step: Step) -> Here:
    """Take in the first line's `project`. Raises DAMAGE where it is none, UnreadableInput for its label set."""
    tables: tuple[type[SQLModel], ...] = (Project, Annotator, LabelSetVersion, Source)
    rows = {table: [plain_rows.read(table, row) for row in said[name_of(table)]] for table in tables}
    project = _check_once(rows)
    _check_label_sets(project, rows[LabelSetVersion])
    here = Here()
    with workspace.edit(_TITLE, None, step=step, undoable=False) as session:
        connection = session.connection()
        here.is_whole_project = connection.execute(select(table_of(Document).c.id).limit(1)).first() is None
        session.add_rows(Annotator, _newcomers(connection, rows[Annotator], here))
        if here.is_whole_project:
            _take_over(session, project, rows[LabelSetVersion], here)
        else:
            _compare_label_sets(connection, project, rows[LabelSetVersion], here)
        there = plain_rows.there(connection, Source, [row["id"] for row in rows[Source]])
        new = [row for row in rows[Source] if row["id"] not in there]
        session.add_rows(Source, new)
        here.sources = len(new)
    return here


def _newcomers(connection: Connection, people: list[Row], here: Here) -> list[Row]:
    """The people who are not here yet; one of the same name is the same person."""
    there = packets.all_rows(connection, Annotator)
    known, named = {row["id"] for row in there}, {row["name"]: row["id"] for row in there}
    added = []
    for row in people:
        here.people[row["id"]] = row["id"]
        if row["id"] in known:
            continue
        if row["name"] in named:
            here.people[row["id"]] = named[row["name"]]
            continue
        named[row["name"]] = row["id"]
        added.append(row)
    return added


def _take_over(session: RecordedSession, project: Row, versions: list[Row], here: Here) -> None:
    """Put the file's project in the place of the one that was made with the database."""
    connection = session.connection()
    for table in (LabelSetVersion, Project):
        rows = packets.all_rows(connection, table)
        session.delete_rows(table, [{name: value for name, value in row.items() if value is not None} for row in rows])
    session.add_rows(Project, [project | {"packet": None}])
    session.add_rows(
        LabelSetVersion, [row | {"annotator_id": here.people.get(row["annotator_id"])} for row in versions]
    )


def _compare_label_sets(connection: Connection, project: Row, versions: list[Row], here: Here) -> None:
    there = {row["id"] for row in packets.all_rows(connection, LabelSetVersion)}
    own = packets.all_rows(connection, Project)[0]["label_set"]
    here.has_versions = own == project["label_set"] or (bool(versions) and {row["id"] for row in versions} <= there)
    known = {one["key"] for one in own.get("labels", ())}
    lacking = [one["title"] for one in project["label_set"].get("labels", ()) if one["key"] not in known]
    if lacking:
        named = ", ".join(f"“{title}”" for title in lacking)
        here.notices.append(
            f"This project’s label set lacks {named}; annotations with these labels came in all the same."
        )


def _check_once(rows: Mapping[type[SQLModel], list[Row]]) -> Row:
    """The row of the project. Raises Damaged where there is not one, or where something else is told twice."""
    if len(rows[Project]) != 1:
        raise Damaged("project has several rows, or none")
    for table, column in ((Annotator, "id"), (LabelSetVersion, "id"), (LabelSetVersion, "version"), (Source, "id")):
        told = [row[column] for row in rows[table]]
        if len(set(told)) < len(told):
            raise Damaged(f"two rows of {name_of(table)} have the same {column}")
    return rows[Project][0]


def _check_label_sets(project: Row, versions: list[Row]) -> None:
    try:
        for row in (project, *versions):
            read_label_set(row["label_set"])
    except InvalidLabelSet as error:
        raise UnreadableInput(f"The label set in this file cannot be read: {error}") from error
