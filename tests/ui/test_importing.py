"""Annotations into the project through the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.core.recipes import ExportRequest
from annotator.errors import UnreadableInput
from annotator.operations import import_preview
from annotator.operations.exports import export
from annotator.ui import importing
from annotator.ui.banner import Kind
from annotator.ui.imports.import_dialog import ImportDialog
from annotator.ui.imports.left_out_dialog import LeftOutDialog
from tests.operations.import_desk import unsure_minister, written
from tests.ui.stage import Stage, close_during


def looked_at(stage: Stage, path: Path) -> ImportDialog:
    """The dialog on a file, when it has been looked at."""
    stage.session.importing.ask(path)
    return open_dialog(stage)


def open_dialog(stage: Stage) -> ImportDialog:
    stage.settle()
    dialog: ImportDialog = stage.session.importing.looking.dialog
    assert dialog is not None
    return dialog


def test_a_file_is_looked_at_imported_told_and_taken_back(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    path = written(tmp_path, [unsure_minister()], "doccano")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    stage.window.actions_table["import"].trigger()
    dialog = open_dialog(stage)
    assert dialog.go.text() == "Import 3 annotations"
    dialog.go.click()
    stage.settle()
    notice = stage.window.banner.notice
    assert (notice.text, notice.kind) == (
        "3 annotations were imported. 1 article is new. Undo takes all of it back.", Kind.INFO,
    )  # fmt: skip
    assert stage.session.document_count == 2
    stage.session.tagging.tag("claim")
    stage.session.undo()
    stage.settle()
    assert stage.window.banner.notice is not None
    stage.session.undo()
    stage.settle()
    assert stage.session.document_count == 1
    assert stage.window.banner.notice is None


def test_what_names_mean_is_seen_at_once(stage: Stage, tmp_path: Path) -> None:
    dialog = looked_at(stage.start(), written(tmp_path, [unsure_minister()]))
    box = dialog.labels.boxes["quote",]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    stage.qtbot.waitUntil(lambda: dialog.go.text() == "Import 2 annotations" and dialog.go.isEnabled())
    dialog.go.click()
    stage.settle()
    notice = stage.window.banner.notice
    assert notice.kind is Kind.WARNING
    assert notice.ways[0].title == "What was left out…"
    notice.ways[0].take()
    (told,) = stage.window.findChildren(LeftOutDialog)
    assert "Label “quote”" in told.table.as_text()
    told.accept()


def test_what_cannot_be_read_is_said_in_the_dialog(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kata Menteri.", "utf-8")
    dialog = looked_at(stage.start(), path)
    assert dialog.found.text() == (
        "“a.txt” is not recognised as annotations. If it holds some all the same, choose its format above; if it is an "
        "article, load it as one."
    )
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert stage.session.importing.looking.dialog is None


def test_a_mishap_while_it_is_imported_is_told(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = looked_at(stage.start(), written(tmp_path, [unsure_minister()]))

    def refuse(*_given: object, **_named: object) -> None:
        raise UnreadableInput("It has changed meanwhile.")

    monkeypatch.setattr(importing, "import_annotations", refuse)
    dialog.go.click()
    stage.settle()
    assert stage.window.banner.notice.text == "It has changed meanwhile."


def test_a_dropped_file_of_annotations_is_looked_at_and_any_other_loaded(stage: Stage, tmp_path: Path) -> None:
    stage.start()
    path = written(tmp_path, [unsure_minister()])
    stage.window.welcome.files_dropped.emit([str(path)])
    dialog = open_dialog(stage)
    dialog.load_instead.click()
    stage.settle()
    plain = tmp_path / "a.txt"
    plain.write_text("Kata Menteri.", "utf-8")
    stage.window.welcome.files_dropped.emit([str(plain)])
    stage.settle()
    assert stage.session.importing.looking.dialog is None
    assert stage.session.document_count >= 1


def test_a_folder_can_be_chosen(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, [unsure_minister()], "brat")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    stage.start().window.actions_table["import_folder"].trigger()
    assert open_dialog(stage).go.text() == "Import 3 annotations"


def test_a_project_that_is_closed_while_a_file_is_looked_at_is_closed(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = looked_at(stage.start(), written(tmp_path, [unsure_minister()]))
    close_during(stage, monkeypatch, import_preview, "opened", lambda: dialog.look_wanted.emit(dialog.asked()))
    assert stage.session is None


def test_a_project_of_our_own_comes_back_whole(stage: Stage, tmp_path: Path) -> None:
    stage.start().load()
    path = tmp_path / "all.jsonl"
    export(stage.session.workspace, ExportRequest("jsonl"), path)
    stage.session.remove_current()
    stage.settle()
    dialog = looked_at(stage, path)
    assert "This is a project of Annotator" in dialog.outcome.text()
    assert dialog.go.isEnabled()
    dialog.go.click()
    stage.settle()
    assert stage.session.document_count == 1
    assert "1 article is new" in stage.window.banner.notice.text
