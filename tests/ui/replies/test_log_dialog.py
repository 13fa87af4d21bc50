"""A contact is noted, and what is no time is said at once."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.replies.log_dialog import LogDialog
from tests.core.test_replies import contact


@pytest.fixture
def dialog(qtbot: QtBot) -> LogDialog:
    made = LogDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_today_is_offered_and_enter_saves(dialog: LogDialog, qtbot: QtBot) -> None:
    assert dialog.at.text() == datetime.now().astimezone().date().isoformat()
    QTest.keyClicks(dialog.person, "Rina")
    dialog.channel.setCurrentText("fax")
    with qtbot.waitSignal(dialog.noted) as noted:
        QTest.keyClick(dialog.person, Qt.Key.Key_Return)
    details = noted.args[0]
    assert (details["person"], details["channel"], details["deadline"], details["answer"]) == ("Rina", "fax", "", "")
    assert not dialog.isVisible()


@pytest.mark.parametrize(("field", "typed"), [("at", "soon"), ("deadline", "2026-13-01"), ("answered_at", "4 May")])
def test_what_is_no_time_is_said_and_not_saved(dialog: LogDialog, qtbot: QtBot, field: str, typed: str) -> None:
    entry = getattr(dialog, field)
    entry.setText(typed)
    assert "is no date" in dialog.problem.text()
    with qtbot.assertNotEmitted(dialog.noted):
        QTest.keyClick(entry, Qt.Key.Key_Return)
    assert dialog.isVisible()
    entry.setText("2026-05-04 18:00")
    assert dialog.problem.text() == ""


def test_a_contact_needs_its_day(dialog: LogDialog) -> None:
    dialog.at.clear()
    assert dialog.problem.text() == "Say when somebody was asked."


def test_what_was_noted_is_changed_where_it_stands(qtbot: QtBot) -> None:
    before = contact(at="2026-05-01T09:30", person="Rina", channel="carrier pigeon", answer="No.", note="twice")
    dialog = LogDialog(None, before)
    qtbot.addWidget(dialog)
    assert dialog.details() == {
        "at": "2026-05-01 09:30",
        "person": "Rina",
        "channel": "carrier pigeon",
        "deadline": "",
        "answered_at": "",
        "answer": "No.",
        "note": "twice",
    }


def test_every_field_has_a_name_and_tab_leaves_the_larger_ones(dialog: LogDialog) -> None:
    fields = (dialog.at, dialog.person, dialog.channel, dialog.deadline, dialog.answered_at, dialog.answer, dialog.note)
    assert all(field.accessibleName() for field in fields)
    dialog.answer.setFocus()
    QTest.keyClick(dialog.answer, Qt.Key.Key_Tab)
    assert dialog.note.hasFocus()


def test_it_fits_a_small_screen(dialog: LogDialog) -> None:
    assert dialog.sizeHint().height() < 700
    assert dialog.sizeHint().width() < 1024
