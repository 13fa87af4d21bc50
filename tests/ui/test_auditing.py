"""The audit trail in the window: a key opens it, the slider shows the article as it was, Enter leads to the text."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.ui.audit.page import AuditPage
from tests.ui.stage import Stage


@pytest.fixture
def page(stage: Stage) -> AuditPage:
    stage.start().load()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_3):
        QTest.keyClick(stage.window.focusWidget(), key)
        stage.settle()
    stage.window.actions_table["audit"].trigger()
    stage.settle()
    found = stage.session.auditing._page
    assert found is not None
    return found


def titles(page: AuditPage) -> list[str]:
    return [entry.title for entry in page.trail.entries]


def test_what_was_done_to_the_open_article(stage: Stage, page: AuditPage) -> None:
    assert stage.window.pages.name == "audit"
    assert titles(page)[:2] == ["Tag quote", "Accept denial"]
    assert "tagged this as Quote" in page._details.text()
    assert [span.label.key for span in page.as_of.pane.spans if span.label] == ["denial", "quote"]
    assert page.as_of.pane.focused == page.as_of.pane.spans[1]
    QTest.keyClick(page.entries, Qt.Key.Key_Down)
    assert [span.label.key for span in page.as_of.pane.spans if span.label] == ["denial"]
    assert "tagged this as Denial" in page._details.text()


def test_the_slider_goes_through_its_moments(stage: Stage, page: AuditPage) -> None:
    QTest.keyClick(page.as_of.slider, Qt.Key.Key_Left)
    assert len(page.as_of.pane.spans) == 1
    assert page.entries.currentIndex().row() == 1
    QTest.keyClick(page.as_of.slider, Qt.Key.Key_Home)
    assert page.as_of.pane.spans == ()
    assert "Before anything" in page.as_of._says.text()
    assert not page.as_of.earlier.isEnabled()
    QTest.mouseClick(page.as_of.later, Qt.MouseButton.LeftButton)
    assert len(page.as_of.pane.spans) == 1


def test_the_whole_project_is_asked_and_enter_opens_the_article(stage: Stage, page: AuditPage) -> None:
    page.scope.setCurrentIndex(1)
    page.scope.activated.emit(1)
    stage.settle()
    assert "Load article" in titles(page)
    assert page.as_of.isHidden()
    page.label.setCurrentIndex(page.label.findData("denial"))
    page.label.activated.emit(0)
    stage.settle()
    assert titles(page) == ["Accept denial"]
    QTest.keyClick(page.entries, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.pages.is_home


def test_what_is_done_meanwhile_is_told(stage: Stage, page: AuditPage) -> None:
    stage.window.actions_table["undo"].trigger()
    QTest.qWait(600)
    stage.settle()
    assert (titles(page)[0], page.trail.entries[0].kind) == ("Tag quote", "undo")
    assert len(page.as_of.pane.spans) == 1


def test_the_journal_is_written(stage: Stage, page: AuditPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "journal"), ""))
    QTest.mouseClick(page.journal, Qt.MouseButton.LeftButton)
    stage.settle()
    lines = (tmp_path / "journal.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[0])["chains"][0]["entries"] == len(lines) - 1
    assert "journal.how-to-check.md" in stage.window.banner.notice.text


def test_another_project_begins_anew(stage: Stage, page: AuditPage) -> None:
    stage.session.close()
    assert page.trail.rowCount() == 0
