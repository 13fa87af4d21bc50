"""Ctrl+Return: the check of the open article, and the way to what it finds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.operations import annotations, annotators
from annotator.ui.checks.check_dialog import CheckDialog
from tests.ui.stage import Stage

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def check(stage: Stage) -> list[CheckDialog]:
    QTest.keyClick(stage.window.reader, Key.Key_Return, CONTROL)
    stage.settle()
    return [one for one in stage.window.findChildren(CheckDialog) if one.isVisible()]


def test_enter_leads_to_the_field_where_it_is_put_right(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_Down, Key.Key_3, Key.Key_Home)
    (dialog,) = check(stage)
    QTest.keyClick(dialog.list_view, Key.Key_Return)
    QApplication.processEvents()
    source = stage.window.inspector.card.form.page.fields["attributed_to"]
    assert stage.window.reader.focused_sentence() == 1
    stage.qtbot.waitUntil(source.editor.hasFocus)
    assert source.problem.startswith("To be put right")


def test_the_note_is_a_place_too(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_1)
    (record,) = stage.window.reader.annotations()
    unsure = {"certainty": "unsure", "voice": "outlet"}
    annotations.set_attributes(stage.session.workspace, [record.id], unsure, stage.session.annotator_id)
    (dialog,) = check(stage)
    QTest.keyClick(dialog.list_view, Key.Key_Return)
    QApplication.processEvents()
    stage.qtbot.waitUntil(stage.window.inspector.card.note.hasFocus)


def test_where_nothing_is_found_a_sentence_says_so(stage: Stage) -> None:
    stage.start().load()
    assert check(stage) == []
    assert stage.window.strip.state.startswith("Nothing is to be put right in this article.")


def test_only_ones_own_tags_are_checked(stage: Stage) -> None:
    stage.start().load()
    ben = annotators.find_or_add_annotator(stage.session.workspace, "Ben")
    annotations.toggle_label(stage.session.workspace, stage.document.id, [stage.document.sentences[1]], "quote", ben)
    stage.settle()
    assert check(stage) == []


def test_a_check_again_takes_the_place_of_the_last_one(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_3)
    check(stage)
    stage.session.checking.check()
    stage.settle()
    assert len([one for one in stage.window.findChildren(CheckDialog) if one.isVisible()]) == 1


def test_the_project_can_be_closed_meanwhile(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_3)
    check(stage)
    stage.app.projects.close()
    stage.settle()
    assert [one for one in stage.window.findChildren(CheckDialog) if one.isVisible()] == []
