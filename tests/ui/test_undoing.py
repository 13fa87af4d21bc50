"""Undo in the window leads to where it was; what is done to many articles is in test_session.py."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.operations import annotations, annotators, relations
from tests.ui.stage import Stage


def press(stage: Stage, key: Qt.Key) -> None:
    QTest.keyClick(stage.window.focusWidget(), key)
    stage.settle()


def test_undo_and_redo_lead_to_the_sentence_they_changed(stage: Stage) -> None:
    stage.start().load()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Home):
        press(stage, key)
    stage.session.undo()
    stage.settle()
    assert stage.labels_here() == []
    assert stage.window.reader.focused_sentence() == 1
    press(stage, Qt.Key.Key_Home)
    stage.session.redo()
    stage.settle()
    assert stage.window.strip.state == "Done again: Tag claim"
    assert stage.window.reader.focused_sentence() == 1


def test_where_there_is_nothing_to_undo_that_is_said(stage: Stage) -> None:
    stage.start()
    stage.session.undo()
    assert stage.window.banner.notice is None


def test_what_does_not_come_back_is_told_above_the_text_until_the_next_step(stage: Stage) -> None:
    stage.start().load()
    workspace, me = stage.session.workspace, stage.session.annotator_id
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    denial = annotations.add_annotation(workspace, stage.document.id, [Span(0, 4)], "denial", me).id
    claim = annotations.add_annotation(workspace, stage.document.id, [Span(5, 9)], "claim", ben).id
    relations.link(workspace, denial, "denies", claim, me)
    annotations.remove_annotations(workspace, [denial], me)
    annotations.remove_annotations(workspace, [claim], ben)
    stage.session.undo()
    stage.settle()
    assert stage.window.strip.state == "Undone: Remove tag"
    notice = stage.window.banner.notice
    assert notice
    assert notice.text == "1 link did not come back: what it was tied to has been removed since."
    stage.session.redo()
    stage.settle()
    assert stage.window.banner.notice is None


def test_after_a_step_of_which_nothing_was_left_the_one_before_is_next(stage: Stage) -> None:
    stage.start().load()
    workspace, me = stage.session.workspace, stage.session.annotator_id
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    denial = annotations.add_annotation(workspace, stage.document.id, [Span(0, 4)], "denial", me).id
    claim = annotations.add_annotation(workspace, stage.document.id, [Span(5, 9)], "claim", ben).id
    relations.link(workspace, denial, "denies", claim, me)
    annotations.remove_annotations(workspace, [claim], ben)
    stage.settle()
    undo, redo = (stage.window.actions_table[name] for name in ("undo", "redo"))
    linked = undo.text()
    assert linked != "Undo Tag denial"
    stage.session.undo()
    stage.settle()
    assert undo.text() == "Undo Tag denial"
    assert redo.isEnabled()
    assert redo.text() == linked.replace("Undo", "Redo")
