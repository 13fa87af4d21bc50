"""What the dialog says is written, and told; what it shows beside the choices is so."""

import json
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QToolButton

from annotator import formats
from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.selection import GOLD, Selection
from annotator.operations import details, export_sample, exports, recipes, sources
from annotator.operations.annotators import name_of
from annotator.ui.banner import Kind
from annotator.ui.export.choices import Scope
from annotator.ui.export.export_dialog import ExportDialog
from tests.ui.disputes.disputed_stage import disputed_here
from tests.ui.stage import Stage, close_during

JSONL = ExportRequest("jsonl")


def _export(stage: Stage, target: Path, request: ExportRequest = JSONL) -> str:
    stage.session.exporting.export(request, target)
    stage.settle()
    return str(stage.window.banner.notice.text)


def _dialog(stage: Stage) -> ExportDialog:
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = _shown(stage)
    stage.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _shown(stage: Stage) -> ExportDialog:
    stage.qtbot.waitUntil(lambda: stage.session.exporting.looking.dialog is not None, timeout=10_000)
    dialog = stage.session.exporting.looking.dialog
    assert isinstance(dialog, ExportDialog)
    return dialog


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_dataset_is_asked_for_by_keys_written_and_told(stage: Stage, tmp_path: Path) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    stage.session.tagging.tag("claim")
    dialog = _dialog(stage)
    dialog.target.setFocus()
    stage.qtbot.keyClicks(dialog.target, str(tmp_path / "out"))
    stage.qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    stage.settle()
    assert len(_lines(tmp_path / "out.jsonl")) == 2
    assert "1 annotation of 2 articles" in stage.window.banner.notice.text
    assert stage.session.exporting.looking.dialog is None


def test_the_open_article_and_the_list_s_are_known_to_the_window(stage: Stage) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    dialog = _dialog(stage)
    assert dialog.request().selection.documents is None
    assert dialog.command.text() == f"annotator --project {stage.address} export --format jsonl OUT"
    dialog.form.scopes[Scope.OPEN].setChecked(True)
    assert dialog.request().selection.documents == (stage.document.id,)
    dialog.reject()
    stage.window.library.filter_field.setText("First")
    stage.settle()
    stage.session.exporting.choose()
    dialog = _shown(stage)
    dialog.form.scopes[Scope.LISTED].setChecked(True)
    assert len(dialog.request().selection.documents) == 1
    dialog.reject()


def test_the_window_does_not_wait_for_the_formats(stage: Stage) -> None:
    stage.start().load()
    formats.exporters.cache_clear()
    for _twice in range(2):
        stage.session.exporting.choose()
    assert stage.session.exporting.looking.dialog is None
    dialog = _shown(stage)
    stage.settle()
    assert stage.window.findChildren(ExportDialog) == [dialog]
    dialog.reject()
    stage.settle()
    stage.session.exporting.choose()
    assert stage.session.exporting.looking.dialog is not None


def test_the_first_rows_and_the_losses_follow_what_is_chosen(stage: Stage) -> None:
    stage.start().load("First article. One.")
    stage.session.tagging.tag("claim")
    dialog = _dialog(stage)
    stage.qtbot.waitUntil(lambda: '"text":"First article. One."' in dialog.sample.text.toPlainText())
    assert dialog.sample.state() == "The first entry, as the file will have it."
    stage.qtbot.waitUntil(lambda: dialog.losses.summary.text() == "Nothing of what is chosen is lost.")
    dialog.formats.choose("doccano")
    stage.qtbot.waitUntil(lambda: '"label":[[0,14,"claim"]]' in dialog.sample.text.toPlainText())
    stage.qtbot.waitUntil(lambda: "1 × annotator’s name" in dialog.losses.summary.text())
    words = dialog.losses.table.item(0, 1)
    assert words is not None
    assert words.text() == "First article."
    assert "loses nothing" in dialog.losses.loses_nothing.text()
    dialog.form.set_selection(Selection(languages=("zz",)))
    dialog.form.set_selection(Selection(since="2999-01-01"))
    why = "of 1 article none has a day of publication."
    stage.qtbot.waitUntil(lambda: dialog.sample.state() == f"The file would be empty: {why}")
    stage.qtbot.waitUntil(lambda: f"Nothing is in it: {why}" in dialog.losses.always.text())
    dialog.form.set_selection(Selection(pseudonyms=True))
    stage.qtbot.waitUntil(lambda: "– Persons are called by numbers" in dialog.losses.always.text())
    dialog.reject()
    stage.settle()


def test_what_cannot_be_written_so_is_said_where_the_rows_would_stand(stage: Stage) -> None:
    stage.start().load()
    dialog = _dialog(stage)
    dialog.form.set_selection(Selection(outlets=("Gone",)))
    stage.qtbot.waitUntil(lambda: "no outlet “Gone”" in dialog.sample.state())
    stage.qtbot.waitUntil(lambda: "no outlet “Gone”" in dialog.losses.summary.text())
    dialog.formats.choose("csv")
    assert not dialog.form.unit_box.isVisible()
    dialog.formats.choose("brat")
    assert dialog.form.unit_box.isVisible()
    dialog.reject()
    stage.settle()


def test_where_there_is_no_room_for_a_look_that_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    dialog = _dialog(stage)
    stage.settle()
    refused = OSError(36, "File name too long", "/far/away.splits.json")
    assert stage.session.exporting._why(refused) == (
        "“/far/away.splits.json” cannot be read (File name too long). Choose another file."
    )
    monkeypatch.setattr(tempfile, "tempdir", "/proc/no/room")
    dialog.formats.choose("brat")
    stage.qtbot.waitUntil(lambda: "no room to write the first rows in “/proc/no/room”" in dialog.sample.state())
    assert stage.window.banner.notice is None
    dialog.reject()
    stage.settle()


def test_what_is_held_back_is_told_and_left_out(stage: Stage, tmp_path: Path) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    changes = {"status": "withheld"}
    details.set_details_of_many(stage.session.workspace, [stage.document.id], changes, stage.session.annotator_id)
    words = _export(stage, tmp_path / "out.jsonl")
    assert "of 1 article to" in words
    assert "1 article is withheld, cancelled or under embargo and was left out." in words
    everything = ExportRequest("jsonl", Selection(with_held=True))
    assert "left out" not in _export(stage, tmp_path / "all.jsonl", everything)
    assert len(_lines(tmp_path / "all.jsonl")) == 2


def test_what_could_not_be_held_is_told_and_listed_beside(stage: Stage, tmp_path: Path) -> None:
    stage.start().load("First article. One.")
    stage.session.tagging.tag("claim")
    words = _export(stage, tmp_path / "out.jsonl", ExportRequest("doccano"))
    assert "One thing could not be held; “out.jsonl.losses.json” says which." in words
    assert stage.window.banner.notice.kind is Kind.WARNING
    assert "Choose another format" in _export(stage, tmp_path / "no.jsonl", ExportRequest("doccano", strict=True))
    assert not (tmp_path / "no.jsonl").exists()


def test_an_export_that_cannot_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    stage.start().load()
    _export(stage, tmp_path / "no" / "such" / "folder" / "out.jsonl")
    assert stage.window.banner.notice.kind is Kind.ERROR
    assert not stage.window.batch.isVisible()


def test_an_export_can_be_stopped_while_it_is_written(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    export, let_go = exports.export, Event()
    monkeypatch.setattr(exports, "export", lambda *here, **more: let_go.wait(5) and export(*here, **more))
    stage.session.exporting.export(JSONL, tmp_path / "out.jsonl")
    stage.window.filter_library()
    assert stage.window.batch.isVisible()
    QTest.mouseClick(stage.window.batch.findChild(QToolButton), Qt.MouseButton.LeftButton)
    let_go.set()
    stage.settle()
    assert not (tmp_path / "out.jsonl").exists()
    assert not stage.window.batch.isVisible()
    assert stage.window.banner.notice is None
    assert stage.window.focusWidget() is stage.window.library.filter_field


@pytest.mark.parametrize("pressed", [True, False])
def test_the_keyboard_goes_back_to_the_text_when_the_export_has_stopped_or_ended(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pressed: bool
) -> None:
    stage.start().load()
    export, let_go = exports.export, Event()
    monkeypatch.setattr(exports, "export", lambda *here, **more: let_go.wait(5) and export(*here, **more))
    stage.session.exporting.export(JSONL, tmp_path / "out.jsonl")
    button = stage.window.batch.findChild(QToolButton)
    for _ in range(40):
        QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Tab)
        if stage.window.focusWidget() is button:
            break
    assert stage.window.focusWidget() is button
    if pressed:
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert stage.window.focusWidget() is stage.window.reader
    let_go.set()
    stage.settle()
    assert stage.window.focusWidget() is stage.window.reader
    assert (tmp_path / "out.jsonl").exists() is not pressed


def test_nothing_happens_when_the_person_thinks_better_of_it(stage: Stage) -> None:
    stage.start().load()
    dialog = _dialog(stage)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.window.banner.notice is None
    assert stage.session.exporting.looking.dialog is None


def test_the_dialog_is_told_what_there_is(stage: Stage) -> None:
    stage.start().load()
    for name, protected in (("Rina", True), ("Tomas", False)):
        sources.add_source(stage.session.workspace, name, stage.session.annotator_id, protected=protected)
    offered = stage.session.exporting._offered()
    assert (offered.all, offered.protected, offered.held) == (1, 1, 0)
    assert offered.people == (name_of(stage.session.workspace, stage.session.annotator_id),)


def test_the_gold_reading_is_written_and_what_is_not_in_it_told(stage: Stage, tmp_path: Path) -> None:
    disputed_here(stage.start())
    words = _export(stage, tmp_path / "gold.jsonl", ExportRequest("jsonl", Selection(reading=GOLD)))
    (line,) = _lines(tmp_path / "gold.jsonl")
    assert [span["gold"]["how"] for span in line["spans"]] == ["agreed"]
    assert "5 open disputes are left out" in words


def test_a_recipe_is_kept_run_again_by_one_command_and_forgotten(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load("First article. One.")
    dialog, target = _dialog(stage), tmp_path / "week.jsonl"
    dialog.formats.choose("doccano")
    dialog.target.setText(str(target))
    dialog.recipes.keeping.emit("weekly")
    assert recipes.recipes(stage.session.workspace) == (Recipe("weekly", ExportRequest("doccano"), str(target)),)
    assert dialog.recipes.name() == "weekly"
    dialog.reject()
    stage.session.exporting.again()
    stage.settle()
    assert target.exists()
    stage.session.exporting.choose()
    dialog = _shown(stage)
    dialog.recipes.forgetting.emit("weekly")
    assert recipes.recipes(stage.session.workspace) == ()
    dialog.reject()
    stage.settle()


def test_among_several_recipes_one_is_asked_for(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. One.")
    for name in ("daily", "weekly"):
        recipe = Recipe(name, ExportRequest("doccano"), str(tmp_path / f"{name}.jsonl"))
        recipes.keep_recipe(stage.session.workspace, recipe, stage.session.annotator_id)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_given, **_named: ("weekly", True))
    stage.session.exporting.again()
    stage.settle()
    assert [path.name for path in tmp_path.glob("*.jsonl")] == ["weekly.jsonl"]
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_given, **_named: ("", False))
    stage.session.exporting.again()
    stage.settle()
    assert not (tmp_path / "daily.jsonl").exists()


def test_a_recipe_that_has_gone_nowhere_yet_opens_the_dialog_and_knows_then_where_to(
    stage: Stage, tmp_path: Path
) -> None:
    stage.start().load("First article. One.")
    recipes.keep_recipe(stage.session.workspace, Recipe("daily", ExportRequest("brat")), stage.session.annotator_id)
    stage.session.exporting.again()
    dialog = _shown(stage)
    assert dialog.request().format_id == "brat"
    assert dialog.recipes.name() == "daily"
    dialog.target.setText(str(tmp_path / "out"))
    dialog._accept()
    stage.settle()
    assert recipes.recipe_called(stage.session.workspace, "daily").target == str(tmp_path / "out")


def test_without_recipes_it_is_said_how_one_is_made(stage: Stage) -> None:
    stage.start().load("First article. One.")
    stage.session.exporting.again()
    assert "Keep as recipe" in stage.window.banner.notice.text


def test_a_project_can_be_closed_while_an_export_is_looked_at(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    asked = _dialog(stage).request()
    begin = stage.session.exporting._begin_looks
    close_during(stage, monkeypatch, export_sample, "sample", lambda: begin(asked))
    assert stage.session is None


def test_a_recipe_that_goes_elsewhere_keeps_the_parts_of_where_it_went_last(stage: Stage, tmp_path: Path) -> None:
    stage.start().load("First article. One.")
    request = ExportRequest("dataset")
    for name in ("first", "second"):
        last = str(tmp_path / "first") if name == "second" else ""
        recipes.keep_recipe(stage.session.workspace, Recipe("weekly", request, last), stage.session.annotator_id)
        stage.session.exporting.choose()
        dialog = _shown(stage)
        stage.session.exporting._show_recipes("weekly")
        dialog.recipes.chosen.emit(dialog.recipes.recipe())
        dialog.target.setText(str(tmp_path / name))
        dialog._accept()
        stage.settle()
        assert ("kept from first" in stage.window.banner.notice.text) is (name == "second")
    assert recipes.recipe_called(stage.session.workspace, "weekly").target == str(tmp_path / "second")
