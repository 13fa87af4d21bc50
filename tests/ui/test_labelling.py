"""The label set is edited in the window, and everything that shows labels follows at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.core import label_changes
from annotator.operations import label_set_files, label_sets
from annotator.operations.label_merging import Merge
from annotator.ui.label_sets.label_set_dialog import LabelSetDialog
from annotator.ui.label_sets.versions_dialog import VersionsDialog
from tests.ui.stage import Stage


def in_dialog(stage: Stage, do: Callable[[LabelSetDialog], None]) -> None:
    """Open the dialog by its key and do something in it."""
    mishaps: list[BaseException] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LabelSetDialog)
        try:
            dialog.activateWindow()
            stage.qtbot.waitUntil(dialog.isActiveWindow, timeout=3000)
            do(dialog)
        except BaseException as error:
            mishaps.append(error)
        finally:
            dialog.done(0)

    QTimer.singleShot(0, act)
    QTest.keyClick(
        stage.window.reader, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if mishaps:
        raise mishaps[0]
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow, timeout=3000)
    stage.settle()


def labels(stage: Stage) -> Any:
    return label_sets.project_labels(stage.session.workspace)


def test_a_renamed_label_is_called_so_everywhere_at_once(stage: Stage) -> None:
    stage.start().load()

    def rename(dialog: LabelSetDialog) -> None:
        dialog.tree.choose("labels", "claim")
        line = dialog.forms["labels"].title  # type: ignore[attr-defined]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "Assertion")
        assert dialog.change_lines() == ["Label “Claim” is called “Assertion”"]
        dialog.apply.click()

    in_dialog(stage, rename)
    assert labels(stage).version == 3
    assert stage.window.actions_table["tag_claim"].text() == "Assertion"
    assert stage.window.reader.labels["claim"].title == "Assertion"
    assert stage.window.strip.state == "Label set changed · saved"


def test_a_label_that_is_added_can_be_put_on_text_with_its_key(stage: Stage) -> None:
    stage.start().load()

    def add(dialog: LabelSetDialog) -> None:
        dialog.tree.choose("labels", "claim")
        dialog.buttons["add"].click()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, "Rumour")
        dialog.apply.click()

    in_dialog(stage, add)
    made = labels(stage).main[-1]
    assert (made.title, made.shortcut) == ("Rumour", "4")
    QTest.keyClicks(stage.window.reader, "4")
    assert stage.labels_here() == [made.key]


def test_a_colleague_s_change_arrives(stage: Stage) -> None:
    stage.start().load()
    workspace = stage.session.workspace
    changed = label_changes.change(labels(stage), "labels", "quote", title="Words", shortcut="w")
    label_sets.change_label_set(workspace, changed, None)
    stage.qtbot.waitUntil(lambda: stage.window.actions_table["tag_quote"].text() == "Words", timeout=3000)


def test_a_retired_label_stays_readable_and_is_offered_no_more(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClicks(stage.window.reader, "1")

    def retire(dialog: LabelSetDialog) -> None:
        dialog.tree.choose("labels", "claim")
        dialog.tree.setFocus()
        stage.qtbot.waitUntil(lambda: dialog._usage.labels["claim"] == 1, timeout=3000)
        QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
        assert dialog.change_lines() == ["Label “Claim” retired, 1 annotation keeps it"]
        dialog.apply.click()

    in_dialog(stage, retire)
    assert stage.labels_here() == ["claim"]
    with pytest.raises(KeyError):
        stage.window.actions_table["tag_claim"]
    QTest.keyClicks(stage.window.reader, "1")
    assert stage.labels_here() == ["claim"]


def test_merging_says_how_many_and_changes_them_when_it_is_applied(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClicks(stage.window.reader, "2")

    def merge(dialog: LabelSetDialog) -> None:
        stage.qtbot.waitUntil(lambda: dialog._usage.labels["denial"] == 1, timeout=3000)
        dialog.draft.merge(Merge("labels", "denial", "claim"))
        assert dialog.change_lines()[0] == "“Denial” becomes “Claim”: 1 annotation"
        assert stage.labels_here() == ["denial"]
        dialog.apply.click()

    in_dialog(stage, merge)
    stage.qtbot.waitUntil(lambda: stage.labels_here() == ["claim"], timeout=5000)
    stage.settle()
    assert stage.window.strip.state.startswith("1 annotation changed")
    QTest.keyClick(stage.window.reader, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.labels_here() == ["denial"]


def test_somebody_else_s_change_meanwhile_keeps_the_dialog_open(stage: Stage) -> None:
    stage.start().load()

    def clash(dialog: LabelSetDialog) -> None:
        label_sets.change_label_set(stage.session.workspace, labels(stage), None)
        dialog.draft.change(lambda there: label_changes.rename_set(there, "Ours"))
        dialog.apply.click()
        assert dialog.isVisible()
        assert dialog.words.text().startswith("Somebody has changed the label set meanwhile")

    in_dialog(stage, clash)
    assert labels(stage).title == "Newsroom"


def test_another_set_comes_from_the_program_from_a_file_and_from_the_past(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage.start().load()
    QTest.keyClicks(stage.window.reader, "1")
    file = tmp_path / "ours.labelset.json"
    label_set_files.export_label_set(stage.session.workspace, file)

    def use(name: str) -> Callable[[LabelSetDialog], None]:
        def act(dialog: LabelSetDialog) -> None:
            dialog.other_requested.emit(name)
            dialog.apply.click()

        return act

    in_dialog(stage, use("attribution"))
    assert [label.key for label in labels(stage).main] == ["source", "cue", "content"]
    assert stage.labels_here() == ["claim"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    in_dialog(stage, use("import"))
    assert [label.key for label in labels(stage).main] == ["claim", "denial", "quote"]
    monkeypatch.setattr(VersionsDialog, "ask", lambda _parent, versions: versions[1])
    in_dialog(stage, use("versions"))
    assert [label.key for label in labels(stage).main] == ["source", "cue", "content"]


def test_the_set_is_exported_and_a_file_that_is_none_is_refused_in_words(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage.start().load()
    target = tmp_path / "ours"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(tmp_path / "none.json"), ""))

    def act(dialog: LabelSetDialog) -> None:
        dialog.other_requested.emit("export")
        assert "without what is not applied" in dialog.words.text()
        dialog.other_requested.emit("import")
        assert "cannot be read" in dialog.words.text()

    in_dialog(stage, act)
    assert label_set_files.read_label_set_file(tmp_path / "ours.labelset.json").label_set == labels(stage)


def test_keys_that_other_commands_have_are_shown(stage: Stage) -> None:
    stage.start().load()

    def act(dialog: LabelSetDialog) -> None:
        dialog.tree.choose("labels", "claim")
        form: Any = dialog.forms["labels"]
        form.shortcut.selectAll()
        QTest.keyClicks(form.shortcut, "n")
        assert "“Write a note”" in form.clash.text()
        form.shortcut.selectAll()
        QTest.keyClicks(form.shortcut, "5")
        assert form.clash.text() == ""

    in_dialog(stage, act)


def test_a_project_that_is_closed_takes_the_dialog_along(stage: Stage) -> None:
    stage.start().load()
    QTimer.singleShot(50, stage.app.projects.close)
    stage.session.labelling.edit()
    assert stage.session is None
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, LabelSetDialog) and one.isVisible()]
