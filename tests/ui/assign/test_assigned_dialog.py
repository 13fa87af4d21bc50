"""The list of what is assigned to whom."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.assigning import Assignment
from annotator.ui.assign.assigned_dialog import AssignedDialog

ONE, TWO, BEN = UUID(int=1), UUID(int=2), UUID(int=9)


def assignment(key: UUID, *, begun: bool = False, state: str = "open") -> Assignment:
    return Assignment(key, f"Title {key.int}", BEN, "Ben", "Ana", True, state, begun)


def dialog(qtbot: QtBot, *found: Assignment) -> AssignedDialog:
    made = AssignedDialog()
    qtbot.addWidget(made)
    made.show_assignments(found)
    made.show()
    return made


def test_it_says_who_has_what_and_how_far_it_is(qtbot: QtBot) -> None:
    states = [assignment(ONE), assignment(TWO, begun=True), assignment(TWO, begun=True, state="submitted")]
    made = dialog(qtbot, *states)
    rows = [made.rows.topLevelItem(at) for at in range(3)]
    assert [[row.text(column) for column in range(4)] for row in rows if row] == [
        ["Title 1", "Ben", "blind", "unread"],
        ["Title 2", "Ben", "blind", "begun"],
        ["Title 2", "Ben", "blind", "handed in"],
    ]
    assert made.count.text().startswith("3 assigned, 1 of them not begun.")


def test_del_takes_away_what_was_not_begun(qtbot: QtBot) -> None:
    made = dialog(qtbot, assignment(ONE), assignment(TWO, begun=True))
    told: list[object] = []
    made.removal_wanted.connect(told.append)
    made.rows.selectAll()
    QTest.keyClick(made.rows, Qt.Key.Key_Delete)
    assert told == [[(ONE, BEN)]]
    made.rows.clearSelection()
    QTest.keyClick(made.rows, Qt.Key.Key_End)
    assert not made.remove.isEnabled()
    QTest.keyClick(made.rows, Qt.Key.Key_Delete)
    assert len(told) == 1


def test_enter_opens_the_article_and_leaves_the_list(qtbot: QtBot) -> None:
    made = dialog(qtbot, assignment(ONE))
    told: list[object] = []
    made.article_chosen.connect(told.append)
    made.rows.setFocus()
    QTest.keyClick(made.rows, Qt.Key.Key_Return)
    assert told == [ONE]
    assert made.isVisible()


def test_where_nothing_is_assigned_it_says_what_to_do(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    assert "Assign articles…" in made.count.text()
    assert not made.remove.isEnabled()
