"""Texts belong to whom they were typed for."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.field import DIFFERENT
from annotator.ui.inspector.fields.text_field import TextField
from tests.ui.inspector.fields.attributes import attribute, shown

ONE, OTHER = new_id(), new_id()


def shown_for(field: TextField, owner: UUID, words: object) -> None:
    field.set_owner(owner)
    field.set_value(words)


def test_what_is_being_typed_is_handed_over_before_the_next_is_shown(qtbot: QtBot) -> None:
    field = TextField(attribute(AttributeKind.TEXT))
    shown(qtbot, field)
    told: list[tuple[UUID, str]] = []
    field.typed.connect(lambda owner, words: told.append((owner, words)))
    shown_for(field, ONE, None)
    qtbot.keyClicks(field.editor, "He took it")
    assert not field.is_saved
    shown_for(field, OTHER, "Nobody did")
    assert told == [(ONE, "He took it")]
    assert field.findChildren(QPlainTextEdit)[0].toPlainText() == "Nobody did"
    assert field.is_saved


def test_enter_is_a_line_and_control_enter_leads_back(qtbot: QtBot) -> None:
    field = TextField(attribute(AttributeKind.TEXT))
    shown(qtbot, field)
    shown_for(field, ONE, None)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_could_not_be_saved_is_offered_again(qtbot: QtBot) -> None:
    field = TextField(attribute(AttributeKind.TEXT))
    shown(qtbot, field)
    shown_for(field, OTHER, DIFFERENT)
    field.keep_draft(ONE, "He took it")
    shown_for(field, ONE, None)
    assert field.findChildren(QPlainTextEdit)[0].toPlainText() == "He took it"
