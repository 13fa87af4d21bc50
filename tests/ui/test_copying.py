"""Copies in the window: by key, from the open article to its copies and back."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.spans import Span
from annotator.operations import annotations, applying, copies, documents
from annotator.ui import copying
from annotator.ui.copies.apply_dialog import ApplyDialog
from annotator.ui.copies.copies_dialog import CopiesDialog
from annotator.ui.quiet_label import QuietLabel
from tests.operations.test_applying import OURS, WIRE
from tests.ui.stage import Stage, close_during


def with_dialog(stage: Stage, kind: type[QDialog], command: str, do: Callable[[Any], None]) -> None:
    """Ask for a command, and do something with the dialog that it opens, once it shows all it has."""
    seen: list[bool] = []

    def when_there() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or stage.app.tasks.busy:
            QTimer.singleShot(20, when_there)
            return
        seen.append(True)
        QApplication.processEvents()
        try:
            do(dialog)
        finally:
            QTimer.singleShot(2000, dialog, dialog.reject)  # a dialog that stays would hold the test for ever

    QTimer.singleShot(0, when_there)
    stage.window.actions_table[command].trigger()
    stage.qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    stage.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=10_000)
    stage.settle()


def with_copies(stage: Stage) -> Stage:
    """A wire story with two annotations of one's own, open, its copy folded into its row; an article that is none."""
    stage.start().load(WIRE)
    wire = stage.document.id
    stage.load("The ferry is late.\n").load(OURS)
    key(stage.window.library.list_view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    stage.session.reading.open_document(wire)
    for words, label in (("Repairs will cost eleven million crowns", "claim"), ("The council denies that.", "denial")):
        span = Span(WIRE.index(words), WIRE.index(words) + len(words))
        annotations.add_annotation(
            stage.session.workspace, stage.document.id, [span], label, stage.session.annotator_id
        )
    stage.settle()
    return stage


def copy_of_the_open_one(stage: Stage) -> Any:
    (copy,) = copies.copies_of(stage.session.workspace, stage.document.id)
    return copy.document


def key(widget: Any, *keys: Qt.Key, control: bool = False) -> None:
    for one in keys:
        QTest.keyClick(widget, one, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)


def test_copies_are_one_row_and_shown_side_by_side(stage: Stage) -> None:
    with_copies(stage)
    told: list[str] = []

    def look(dialog: CopiesDialog) -> None:
        told.append(dialog.box.currentText())
        assert dialog.view.old_view.toPlainText() == WIRE
        assert dialog.view.new_view.toPlainText() == OURS
        key(dialog.view.old_view, Qt.Key.Key_Down, control=True)
        told.append(dialog.view.told.text())
        key(dialog, Qt.Key.Key_Escape)

    assert stage.window.library.list_view.model().rowCount() == 2
    with_dialog(stage, CopiesDialog, "copies", look)
    assert "% the same" in told[0]
    assert told[1].startswith("1 of ")


def test_annotations_are_applied_after_a_look_at_each_and_taken_back_as_one(stage: Stage) -> None:
    with_copies(stage)
    copy, seen = copy_of_the_open_one(stage), []

    def choose(dialog: ApplyDialog) -> None:
        model, view = dialog.model, dialog.list_view
        seen.append([model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(2)])
        assert view.hasFocus()
        key(view, Qt.Key.Key_Down, Qt.Key.Key_Space)
        assert len(model.chosen()) == 0
        assert not dialog.apply_button.isEnabled()
        key(view, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space)
        assert dialog.count.text() == "1 of 2 chosen, in 1 copy"
        key(dialog, Qt.Key.Key_Return)

    with_dialog(stage, ApplyDialog, "apply_to_copies", choose)
    assert seen == [[None, Qt.CheckState.Checked]]  # the denial is not in the copy
    (made,) = documents.read_document(stage.session.workspace, copy.id).annotations
    assert (made.label, made.origin) == ("claim", applying.COPIED)
    assert stage.window.strip.state == "1 annotation applied to 1 copy · saved"
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert documents.read_document(stage.session.workspace, copy.id).annotations == ()


def test_what_is_applied_says_where_it_comes_from(stage: Stage) -> None:
    with_copies(stage)
    copy = copy_of_the_open_one(stage)
    with_dialog(stage, ApplyDialog, "apply_to_copies", lambda dialog: key(dialog.list_view, Qt.Key.Key_Return))
    stage.session.reading.open_document(copy.id)
    stage.settle()
    (record,) = stage.window.reader.annotations()
    stage.session.tagging.reveal(record.id)
    stage.settle()
    told = [label.text() for label in stage.window.inspector.card.findChildren(QuietLabel)]
    assert any("copied from “The old bridge at Harrow" in words for words in told)


def test_there_is_nothing_to_apply_twice(stage: Stage) -> None:
    with_copies(stage)
    apply = stage.window.actions_table["apply_to_copies"]
    with_dialog(stage, ApplyDialog, "apply_to_copies", lambda dialog: dialog.accept())
    apply.trigger()
    stage.settle()
    assert stage.window.strip.state == "The copies have your annotations already."


def test_what_is_no_copy_leaves_the_dialog_and_the_row(stage: Stage) -> None:
    with_copies(stage)
    with_dialog(stage, CopiesDialog, "copies", lambda dialog: dialog.separate_button.click())
    assert copies.copies_of(stage.session.workspace, stage.document.id) == []
    stage.qtbot.waitUntil(lambda: stage.window.library.list_view.model().rowCount() == 3)
    stage.window.actions_table["copies"].trigger()
    assert stage.window.strip.state == "This article has no copies."
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert len(copies.copies_of(stage.session.workspace, stage.document.id)) == 1
    stage.window.actions_table["separate"].trigger()
    assert stage.window.strip.state == "Not a copy any more · saved"


def test_a_copy_is_opened_from_the_dialog_and_annotations_applied_from_it(stage: Stage) -> None:
    with_copies(stage)
    wire, copy = stage.document.id, copy_of_the_open_one(stage)
    with_dialog(stage, CopiesDialog, "copies", lambda dialog: dialog.open_button.click())
    assert stage.document.id == copy.id
    stage.window.actions_table["apply_to_copies"].trigger()
    stage.settle()
    assert stage.window.strip.state == "You have no annotations in this article."
    stage.session.reading.open_document(wire)

    def then_apply(dialog: CopiesDialog) -> None:
        QTimer.singleShot(0, when_applying)
        dialog.apply_button.click()

    def when_applying() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ApplyDialog):
            dialog.accept()
        else:
            QTimer.singleShot(20, when_applying)

    with_dialog(stage, CopiesDialog, "copies", then_apply)
    stage.qtbot.waitUntil(lambda: len(documents.read_document(stage.session.workspace, copy.id).annotations) == 1)


def test_an_older_project_is_looked_through_after_a_while(stage: Stage) -> None:
    with_copies(stage)
    workspace = stage.session.workspace
    with workspace.edit("As an older version left it", None, undoable=False) as session:
        for row in session.exec(documents.select(documents.Document)):
            row.copy_group = None
        for table in ("sketch_band", "text_sketch"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    stage.qtbot.waitUntil(lambda: stage.window.library.list_view.model().rowCount() == 3)
    stage.session.copying.look()
    stage.qtbot.waitUntil(lambda: stage.window.library.list_view.model().rowCount() == 2, timeout=5000)


def test_nothing_is_asked_while_the_project_is_closed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ApplyDialog, "ask", lambda *given: asked.append(given))
    with_copies(stage)
    # The last thing that is done before somebody is asked: no cancelling is looked at any more.
    close_during(stage, monkeypatch, copying, "_compared", stage.session.copying.apply)
    assert asked == []
