"""The note field: nothing that was typed is ever lost, nothing is handed over twice."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.ui.inspector.note_field import NoteField

_ONE, _OTHER = new_id(), new_id()


class _Desk(QWidget):
    """A note field with a neighbour to move to; `edits` is what was handed over."""

    def __init__(self) -> None:
        super().__init__()
        self.note, self.neighbour = NoteField(self), QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.neighbour)
        self.edits: list[tuple[UUID, str]] = []
        self.note.note_edited.connect(lambda key, text: self.edits.append((key, text)))


@pytest.fixture
def desk(qtbot: QtBot) -> _Desk:
    desk = _Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitExposed(desk)
    desk.note.show_note(_ONE, "old")
    desk.note.setFocus()
    desk.note.moveCursor(desk.note.textCursor().MoveOperation.End)
    return desk


def test_leaving_the_field_hands_the_note_over_once(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.neighbour.setFocus()
    desk.note.setFocus()
    desk.neighbour.setFocus()
    assert desk.edits == [(_ONE, "older")]


def test_nothing_changed_is_nothing_handed_over(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "x")
    qtbot.keyClick(desk.note, Qt.Key.Key_Backspace)
    desk.neighbour.setFocus()
    assert desk.edits == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)],
)
def test_keys_that_save_and_leave(desk: _Desk, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClicks(desk.note, "er")
    with qtbot.waitSignal(desk.note.left):
        qtbot.keyClick(desk.note, key, modifier)
    assert desk.edits == [(_ONE, "older")]


def test_another_annotation_first_hands_over_what_was_typed(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.note.show_note(_OTHER, "new")
    assert desk.edits == [(_ONE, "older")]
    assert desk.note.toPlainText() == "new"


def test_nothing_selected_hands_over_too(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.note.show_note(None, "")
    assert desk.edits == [(_ONE, "older")]


def test_hiding_hands_over(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.hide()
    assert desk.edits == [(_ONE, "older")]


def test_news_of_the_same_annotation_does_not_overwrite_what_is_being_typed(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.note.show_note(_ONE, "a colleague's")
    assert desk.note.toPlainText() == "older"
    desk.neighbour.setFocus()
    assert desk.edits == [(_ONE, "older")]


def test_an_undo_is_shown_when_nothing_is_being_typed(desk: _Desk) -> None:
    desk.note.show_note(_ONE, "before")
    assert desk.note.toPlainText() == "before"
    desk.neighbour.setFocus()
    assert desk.edits == []


def test_showing_notes_in_answer_to_an_edit_ends_well(desk: _Desk, qtbot: QtBot) -> None:
    desk.note.note_edited.connect(lambda key, text: desk.note.show_note(key, text))
    qtbot.keyClicks(desk.note, "er")
    desk.note.show_note(_OTHER, "new")
    assert desk.edits == [(_ONE, "older")]
    assert desk.note.toPlainText() == "new"


def test_a_note_that_could_not_be_saved_is_offered_again(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.note.show_note(_OTHER, "new")
    desk.note.keep_draft(_ONE, "older")
    desk.note.show_note(_ONE, "old")
    assert desk.note.toPlainText() == "older"
    desk.note.commit()
    assert desk.edits == [(_ONE, "older"), (_ONE, "older")]


def test_the_shown_note_that_could_not_be_saved_stays(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.note, "er")
    desk.note.commit()
    desk.note.keep_draft(_ONE, "older")
    desk.note.show_note(_ONE, "old")
    assert desk.note.toPlainText() == "older"
    desk.note.commit()
    assert len(desk.edits) == 2


def test_tab_moves_on(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.note, Qt.Key.Key_Tab)
    assert desk.neighbour.hasFocus()


def test_a_pause_in_typing_saves_and_leaves_the_words_alone(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    annotation_id = new_id()
    field.show_note(annotation_id, "")
    with qtbot.waitSignal(field.note_edited, timeout=5000) as told:
        QTest.keyClicks(field, "said twice ")
    assert told.args == [annotation_id, "said twice "]
    field.show_note(annotation_id, "said twice")  # as it was kept, without the space at its end
    QTest.keyClicks(field, "on tape")
    assert field.toPlainText() == "said twice on tape"
    assert not field.is_saved
