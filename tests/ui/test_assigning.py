"""Assigning articles from the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.operations import annotations, annotators, assignments
from annotator.ui.assign.assign_dialog import SHARE, AssignDialog
from annotator.ui.assign.assigned_dialog import AssignedDialog
from tests.ui.stage import Stage


def opened(stage: Stage) -> AssignDialog:
    stage.session.assigning.open()
    stage.settle()
    dialogs: list[AssignDialog] = [one for one in stage.window.findChildren(AssignDialog) if one.isVisible()]
    return dialogs[0]


def choose(stage: Stage, dialog: AssignDialog, row: int) -> None:
    QTest.keyClick(list(dialog.people.values())[row], Qt.Key.Key_Space)
    stage.qtbot.waitUntil(lambda: dialog.count.text() != "Working out which articles these are …", timeout=5000)


def test_the_open_article_is_given_to_a_colleague(stage: Stage) -> None:
    stage.start().load()
    workspace = stage.session.workspace
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    dialog = opened(stage)
    choose(stage, dialog, 1)
    assert dialog.count.text() == "1 article will be assigned."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    stage.settle()
    (given,) = assignments.read_assignments(workspace)
    assert (given.document_id, given.annotator_id, given.blind) == (stage.document.id, ben, True)
    assert stage.window.banner.notice.text == "1 reading was assigned."


def test_a_share_passes_over_who_worked_on_it(stage: Stage) -> None:
    stage.start().load()
    workspace = stage.session.workspace
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    annotations.toggle_label(workspace, stage.document.id, [stage.document.sentences[0]], "claim", ben)
    stage.settle()
    dialog = opened(stage)
    dialog.ways[SHARE].click()
    choose(stage, dialog, 1)
    assert dialog.count.text().startswith("Nothing is left to assign")
    assert not dialog.assign.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert assignments.read_assignments(workspace) == []


def test_asking_again_shows_the_same_dialog(stage: Stage) -> None:
    stage.start().load()
    dialog = opened(stage)
    assert opened(stage) is dialog


def test_the_project_can_be_closed_meanwhile(stage: Stage) -> None:
    stage.start().load()
    opened(stage)
    stage.app.projects.close()
    stage.settle()
    assert [one for one in stage.window.findChildren(AssignDialog) if one.isVisible()] == []


def test_what_is_assigned_is_listed_and_taken_away(stage: Stage) -> None:
    stage.start().load()
    workspace = stage.session.workspace
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    assignments.assign(workspace, [(stage.document.id, ben)], stage.session.annotator_id)
    stage.session.assigning.open_assigned()
    stage.settle()
    dialogs: list[AssignedDialog] = stage.window.findChildren(AssignedDialog)
    assert dialogs[0].rows.topLevelItemCount() == 1
    QTest.keyClick(dialogs[0].rows, Qt.Key.Key_Delete)
    stage.settle()
    assert assignments.read_assignments(workspace) == []
    assert dialogs[0].rows.topLevelItemCount() == 0
