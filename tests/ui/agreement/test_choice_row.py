"""Whose agreement, on what."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.operations.agreement import Question
from annotator.ui.agreement.choice_row import ChoiceRow, Choices
from tests.core.agreement.desk import ANA, BEN


def row_of(qtbot: QtBot) -> ChoiceRow:
    row = ChoiceRow()
    qtbot.addWidget(row)
    row.set_choices(Choices(((ANA, "Ana"), (BEN, "رنا & Co")), (("claim", "Claim"),), ("id", "und")))
    return row


def choose(menu: QMenu, at: int) -> None:
    menu.actions()[at].trigger()


def test_nothing_chosen_leaves_nothing_out(qtbot: QtBot) -> None:
    assert row_of(qtbot).question() == Question()


def test_what_is_chosen_is_asked(qtbot: QtBot) -> None:
    row = row_of(qtbot)
    with qtbot.waitSignals([row.changed] * 3):
        choose(row.annotators.menu(), 1)
        choose(row.labels.menu(), 0)
        choose(row.languages.menu(), 0)
    QTest.keyClicks(row.since, "2026-03")
    QTest.keyClicks(row.until, "2026-03")
    with qtbot.waitSignal(row.changed):
        QTest.keyClick(row.drafts, Qt.Key.Key_Space)
    assert row.question() == Question((BEN,), ("claim",), ("id",), date(2026, 3, 1), date(2026, 3, 31), True)


def test_every_widget_has_a_name(qtbot: QtBot) -> None:
    row = row_of(qtbot)
    assert [widget for widget in row.way() if not (widget.accessibleName() or getattr(widget, "text", str)())] == []
