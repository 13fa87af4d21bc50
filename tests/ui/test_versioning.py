"""A corrected version in the window: from the file to the page, frozen behind it, and back by one undo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.core.spans import Span
from annotator.operations import annotations, documents, versions
from annotator.ui.versions.version_dialog import VersionDialog
from tests.operations.test_versions import NEW, OLD
from tests.ui.stage import Stage, close_during


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with the corrected article; it is what the file dialog gives."""
    path = tmp_path / "corrected.txt"
    path.write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    return path


def opened(stage: Stage) -> Stage:
    """An article with an annotation that is reworded and one that is kept."""
    stage.start().load(OLD)
    for words, label in (("paid 200 million", "claim"), ("We did not know", "quote")):
        span = Span(OLD.index(words), OLD.index(words) + len(words))
        annotations.add_annotation(
            stage.session.workspace, stage.document.id, [span], label, stage.session.annotator_id
        )
    stage.settle()
    return stage


def correct(stage: Stage, *keys: Qt.Key) -> None:
    """Ask for a corrected version, and press keys in the dialog."""
    answered(stage, stage.window.actions_table["version"].trigger, *keys)


def answered(stage: Stage, ask: Callable[[], object], *keys: Qt.Key) -> None:
    """Do what opens the dialog, and press keys in it."""
    done: list[bool] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, VersionDialog) or not dialog.list_view.hasFocus():
            QTimer.singleShot(20, press)
            return
        QTimer.singleShot(3000, dialog, dialog.reject)  # a dialog that stays would hold the test for ever
        done.append(True)
        for key in keys:
            QTest.keyClick(dialog.list_view, key)

    QTimer.singleShot(0, press)
    ask()
    stage.qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    stage.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=10_000)
    stage.settle()


def button(stage: Stage) -> Any:
    return stage.window.document_bar.versions


def test_the_whole_way_by_key(stage: Stage, corrected: Path) -> None:
    old = opened(stage).document.id
    assert not button(stage).isVisible()
    correct(stage, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert stage.document.text == NEW
    assert sorted(stage.labels_here()) == ["claim", "quote"]
    assert button(stage).text() == "Version 2 of 2"
    first, _ = versions.versions_of(stage.session.workspace, stage.document.id)
    assert first.id == old

    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert stage.document.id == old
    assert stage.document.superseded_by is None
    assert not button(stage).isVisible()


def test_what_looks_like_a_correction_is_offered_as_one(stage: Stage, corrected: Path) -> None:
    old = opened(stage).document.id
    stage.session.loading.load([str(corrected)])
    stage.settle()
    assert stage.document.id != old
    notice = stage.window.banner.notice
    assert notice.text.startswith("This may be a corrected version of “The bridge is open again”")
    answered(stage, notice.ways[0].take, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert stage.document.text == NEW
    found = versions.versions_of(stage.session.workspace, old)
    assert [one.id for one in found] == [old, stage.document.id]
    assert stage.session.document_count == 2
    assert stage.window.banner.notice is None
    stage.load("Nothing like it.\n")
    assert stage.window.banner.notice is None


def test_an_older_version_is_read_only(stage: Stage, corrected: Path) -> None:
    old = opened(stage).document.id
    correct(stage, Qt.Key.Key_Space, Qt.Key.Key_Return)
    new = stage.document.id
    newest, oldest = button(stage).menu().actions()
    oldest.trigger()
    stage.settle()
    assert stage.document.id == old
    assert button(stage).text().startswith("Older version, replaced on ")
    table = stage.window.actions_table
    for command in ("tag_claim", "note", "nothing", "split", "furniture", "language", "version"):
        assert not table[command].isEnabled(), command
    for command in ("remove_article", "copies", "export"):
        assert table[command].isEnabled(), command
    (first, *_) = stage.window.reader.annotations()
    stage.session.tagging.reveal(first.id)
    stage.settle()
    assert stage.window.inspector.card.note.isReadOnly()
    before = documents.read_document(stage.session.workspace, old)
    QTest.keyClick(stage.window.reader, Qt.Key.Key_1)
    stage.settle()
    assert documents.read_document(stage.session.workspace, old) == before

    newest, _ = button(stage).menu().actions()
    newest.trigger()
    stage.settle()
    assert stage.document.id == new
    assert table["tag_claim"].isEnabled()
    assert not stage.window.inspector.card.note.isReadOnly()


def test_what_is_frozen_is_said_quietly(stage: Stage, corrected: Path) -> None:
    old = opened(stage).document.id
    correct(stage, Qt.Key.Key_Space, Qt.Key.Key_Return)
    session = stage.session
    assert not session.attempt(lambda: documents.rename_document(session.workspace, old, "X", session.annotator_id))
    assert stage.window.banner.notice is None


def test_who_thinks_better_of_it_has_changed_nothing(stage: Stage, corrected: Path) -> None:
    old = opened(stage).document.id
    correct(stage, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert stage.document.id == old
    assert len(versions.versions_of(stage.session.workspace, old)) == 1


def test_the_same_text_is_said_to_be_the_same(stage: Stage, corrected: Path) -> None:
    opened(stage)
    corrected.write_text(OLD, encoding="utf-8")
    stage.window.actions_table["version"].trigger()
    stage.settle()
    assert "there is nothing to correct" in stage.window.banner.notice.text


def test_what_cannot_be_read_is_said(stage: Stage, corrected: Path) -> None:
    opened(stage)
    corrected.write_bytes(b"")
    stage.window.actions_table["version"].trigger()
    stage.settle()
    assert stage.window.banner.notice.kind == "error"


def test_choosing_no_file_does_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(stage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: ("", ""))
    stage.window.actions_table["version"].trigger()
    stage.settle()
    assert stage.window.banner.notice is None


def test_nothing_is_asked_while_the_project_is_closed(
    stage: Stage, corrected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(VersionDialog, "ask", lambda *given: asked.append(given))
    opened(stage)
    close_during(stage, monkeypatch, versions, "read_article", stage.window.actions_table["version"].trigger)
    assert asked == []
