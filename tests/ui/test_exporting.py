"""What the dialog says is written, and told."""

import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from annotator.operations import details, exports, sources
from annotator.operations.annotators import name_of
from annotator.operations.exported_readings import GOLD
from annotator.ui.banner import Kind
from annotator.ui.export.choices import ExportChoice
from annotator.ui.export.export_dialog import ExportDialog
from tests.ui.disputes.disputed_stage import disputed_here
from tests.ui.stage import Stage


def _choose(stage: Stage, monkeypatch: pytest.MonkeyPatch, target: Path, **more: bool) -> None:
    chosen = ExportChoice("jsonl", target, more.get("current_only", False), False, False, more.get("with_held", False))
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: chosen)
    stage.session.exporting.choose()
    stage.settle()


def test_a_dataset_is_written_and_told(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    stage.session.tagging.tag("claim")
    _choose(stage, monkeypatch, tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 2
    assert "1 annotation of 2 articles" in stage.window.banner.notice.text
    _choose(stage, monkeypatch, tmp_path / "one.jsonl", current_only=True)
    assert len((tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_what_is_held_back_is_told_and_left_out(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    changes = {"status": "withheld"}
    details.set_details_of_many(stage.session.workspace, [stage.document.id], changes, stage.session.annotator_id)
    _choose(stage, monkeypatch, tmp_path / "out.jsonl")
    assert "of 1 article to" in stage.window.banner.notice.text
    assert "1 article is withheld, cancelled or under embargo and was left out." in stage.window.banner.notice.text
    _choose(stage, monkeypatch, tmp_path / "all.jsonl", with_held=True)
    assert "left out" not in stage.window.banner.notice.text
    assert len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_an_export_that_cannot_be_written_is_said(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    _choose(stage, monkeypatch, tmp_path / "no" / "such" / "folder" / "out.jsonl")
    assert stage.window.banner.notice.kind is Kind.ERROR
    assert not stage.window.batch.isVisible()


def test_an_export_can_be_stopped_while_it_is_written(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    export, let_go = exports.export_dataset, Event()
    monkeypatch.setattr(exports, "export_dataset", lambda *here, **more: let_go.wait(5) and export(*here, **more))
    chosen = ExportChoice("jsonl", tmp_path / "out.jsonl", False, False, False)
    stage.session.exporting.export(chosen)
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
    export, let_go = exports.export_dataset, Event()
    monkeypatch.setattr(exports, "export_dataset", lambda *here, **more: let_go.wait(5) and export(*here, **more))
    stage.session.exporting.export(ExportChoice("jsonl", tmp_path / "out.jsonl", False, False, False))
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


def test_nothing_happens_when_the_person_thinks_better_of_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: None)
    stage.session.exporting.choose()
    assert stage.window.banner.notice is None


def test_the_dialog_is_told_of_protected_sources(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    for name, protected in (("Rina", True), ("Tomas", False)):
        sources.add_source(stage.session.workspace, name, stage.session.annotator_id, protected=protected)
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(ExportDialog, "ask", lambda *given: asked.append(given))
    stage.session.exporting.choose()
    assert asked[0][-2] == 1
    assert asked[0][-1] == [name_of(stage.session.workspace, stage.session.annotator_id)]


def test_the_gold_reading_is_written_and_what_is_not_in_it_told(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disputed_here(stage.start())
    chosen = ExportChoice("jsonl", tmp_path / "gold.jsonl", False, False, False, reading=GOLD)
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: chosen)
    stage.session.exporting.choose()
    stage.settle()
    (line,) = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert [span["gold"]["how"] for span in json.loads(line)["spans"]] == ["agreed"]
    assert "5 open disputes are left out" in stage.window.banner.notice.text
