"""The journal read forwards says what the rows are, and notices where it does not fit."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from annotator.operations import documents
from annotator.store.changes import RowChange
from annotator.store.replay import RowKey, fold
from tests.store.desk import Desk

KEY = UUID(int=1)
MADE = RowChange("mark", KEY, None, {"id": KEY, "start_char": 0, "end_char": 4})
MOVED = RowChange("mark", KEY, {"end_char": 4}, {"end_char": 9})


def test_changes_add_up() -> None:
    state: dict[RowKey, dict[str, object]] = {}
    assert fold(state, [MADE, MOVED]) == []
    assert state == {("mark", KEY): {"id": KEY, "start_char": 0, "end_char": 9}}
    assert fold(state, [MOVED.inverse(), MADE.inverse()]) == []
    assert state == {}


def test_none_leaves_a_column_out() -> None:
    state: dict[RowKey, dict[str, object]] = {}
    noted = RowChange("mark", KEY, {"note": None}, {"note": "x"})
    assert fold(state, [MADE, noted]) == []
    assert state[("mark", KEY)]["note"] == "x"
    assert fold(state, [noted.inverse()]) == []
    assert state == {("mark", KEY): MADE.after}


@pytest.mark.parametrize(
    "changes",
    [
        [MOVED],
        [MADE.inverse()],
        [MADE, MADE],
        [MADE, MOVED, MOVED],
        [MADE, MOVED, MADE.inverse()],
    ],
)
def test_what_does_not_fit_is_named(changes: list[RowChange]) -> None:
    misfits = fold({}, changes)
    assert len(misfits) == 1
    assert str(KEY) in misfits[0]


def test_many_rows_are_read_many_at_a_time(desk: Desk) -> None:
    keys = [desk.load(f"Harga naik {number}.") for number in range(60)]
    with desk.workspace.edit("Rename all", desk.ana) as session:
        for key in keys:
            documents.document_row(session, key).title = "x"
    reads: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT") and "FROM document" in statement:
            reads.append(statement)

    engine = desk.workspace._database.engine
    event.listen(engine, "before_cursor_execute", note)
    desk.workspace.undo(desk.ana)
    event.remove(engine, "before_cursor_execute", note)
    assert len(reads) == 2  # the rows, and once more for the search index
    assert {row["title"] for row in desk.rows()["document"]} != {"x"}
