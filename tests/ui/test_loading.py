"""Articles come in from files, pastes and drops; what does not is said."""

import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from annotator.operations import loading
from annotator.ui.export.import_report import ImportReportDialog
from tests.ui.stage import Stage


def _way(stage: Stage, title: str) -> QPushButton:
    return next(one for one in stage.window.banner.findChildren(QPushButton) if one.text() == title)


def test_a_paste_becomes_an_article_and_the_same_again_is_offered(stage: Stage) -> None:
    stage.start()
    QGuiApplication.clipboard().setText("A pasted article.\n\nWith its text.")
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    pasted = stage.document.id
    stage.load("Another article. It is short.")
    stage.session.loading.paste()
    stage.settle()
    assert "already" in stage.window.banner.notice.text
    _way(stage, "Open it").click()
    assert stage.document.id == pasted


def test_an_empty_clipboard_is_said(stage: Stage) -> None:
    stage.start()
    QGuiApplication.clipboard().clear()
    stage.session.loading.paste()
    assert "no text on the clipboard" in stage.window.banner.notice.text


def test_what_fails_is_listed_and_can_be_tried_again(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A good article.\n\nText.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    stage.start()
    stage.session.loading.load([str(tmp_path / "good.txt"), str(tmp_path / "bad.txt")])
    stage.settle()
    assert stage.document.file_name == "good.txt"
    assert "bad.txt" in stage.window.banner.notice.text
    _way(stage, "What failed…").click()
    dialog = stage.window.findChild(ImportReportDialog)
    assert dialog.list_view.model().rowCount() == 1
    (tmp_path / "bad.txt").write_text("Mended now.\n\nText.", encoding="utf-8")
    dialog.retry.click()
    stage.settle()
    assert stage.document.file_name == "bad.txt"


def test_a_batch_can_be_stopped_and_what_was_loaded_stays(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(f"Article {number}.\n\nIts text.", encoding="utf-8")
    store = loading._store

    def store_slowly(*arguments: Any) -> None:
        store(*arguments)
        time.sleep(0.1)

    monkeypatch.setattr(loading, "_store", store_slowly)
    stage.start()
    panel = stage.window.batch
    stage.session.loading.load([str(tmp_path)])
    stage.qtbot.waitUntil(lambda: "of" in panel.words(), timeout=10_000)
    QTest.mouseClick(panel.findChild(QToolButton), Qt.MouseButton.LeftButton)
    stage.settle()
    assert stage.window.banner.notice.text.startswith("Stopped.")
    assert 0 < stage.session.document_count < 400
    assert not panel.isVisible()


def test_the_samples_can_be_asked_for(stage: Stage) -> None:
    stage.start()
    stage.session.loading.load_samples()
    stage.settle()
    assert stage.window.library.list_view.model().rowCount() == stage.session.document_count > 0


def test_a_batch_does_not_take_the_page_from_who_reads_on(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for number in range(8):
        (tmp_path / "more" / f"{number}.txt").write_text(f"Article {number}.\n\nIts text.", encoding="utf-8")
    stage.start().load()
    here = stage.document.id
    stage.session.loading.load([str(tmp_path / "more")])
    stage.settle()
    assert stage.document.id == here
    assert "8 articles loaded" in stage.window.banner.notice.text
    _way(stage, "Open the first").click()
    assert stage.document.file_name == "0.txt"


def test_a_paste_waits_for_no_load_and_a_few_files_say_that_they_do(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "few.txt").write_text("A few words.\n\nThe text.", encoding="utf-8")
    stage.start()
    panel, loaded = stage.window.batch, Event()
    long = stage.app.tasks.make(lambda _progress, _cancelled: loaded.wait(5))
    panel.follow(long, "Loading articles")
    stage.app.tasks.start(long)
    stage.session.loading.load([str(tmp_path / "few.txt")])
    assert panel.waiting() == "Waiting until it is done: Loading articles"
    stage.session.loading.load_text("A pasted article. It is short.")
    stage.qtbot.waitUntil(lambda: stage.document is not None, timeout=4000)
    assert stage.app.tasks.busy
    assert panel.isVisible()
    loaded.set()
    stage.settle()
    assert stage.session.document_count == 2
    assert not panel.isVisible()
