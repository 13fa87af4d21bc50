"""Statistics in the window: a key opens them, a number leads to its passages and these to the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.core.figures import Subject
from annotator.ui import counting
from tests.ui.stage import Stage


def open_page(stage: Stage) -> object:
    stage.start().load()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_3):
        QTest.keyClick(stage.window.focusWidget(), key)
        stage.settle()
    stage.window.actions_table["statistics"].trigger()
    stage.settle()
    return stage.session.counting._page


def test_the_page_opens_counted_and_leads_back_to_a_passage(stage: Stage) -> None:
    page = open_page(stage)
    assert stage.window.pages.name == "statistics"
    assert [page.figures.words(row, 0) for row in range(2)] == ["Denial", "Quote"]
    page.table.activated.emit(page.figures.index(1, 1))
    stage.settle()
    assert page.passages.model().rowCount() == 1
    page.passages.activated.emit(page.passages.model().index(0))
    stage.settle()
    assert stage.window.pages.is_home
    assert stage.window.reader.current_annotation().label == "quote"


@pytest.mark.parametrize("subject", list(Subject))
def test_every_subject_is_counted(stage: Stage, subject: Subject) -> None:
    page = open_page(stage)
    page.subjects.setCurrentRow(list(Subject).index(subject))
    stage.settle()
    assert page.figures.figures.subject is subject


def test_a_chart_is_saved_where_one_says(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(stage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "labels"), ""))
    QTest.mouseClick(page.svg, Qt.MouseButton.LeftButton)
    assert (tmp_path / "labels.svg").read_text().startswith("<?xml")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "labels.png"), ""))
    QTest.mouseClick(page.png, Qt.MouseButton.LeftButton)
    assert "could not be written" in stage.window.banner.notice.text


def test_another_project_begins_anew(stage: Stage) -> None:
    page = open_page(stage)
    stage.session.close()
    assert page.figures.rowCount() == 0


def test_the_page_has_the_inspector_s_room_and_gives_it_back(stage: Stage) -> None:
    open_page(stage)
    assert not stage.window.inspector.isVisible()
    stage.window.leave_page()
    assert stage.window.inspector.isVisible()


def test_what_is_taken_back_on_the_page_is_counted_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_AGAIN_AFTER_MILLISECONDS", 10)
    page = open_page(stage)
    assert page.figures.rowCount() == 3
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.waitUntil(lambda: page.figures.rowCount() == 2)
    page.table.activated.emit(page.figures.index(0, 1))
    stage.settle()
    assert page.shows_passages
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.wait(60)
    stage.settle()
    assert page.shows_passages, "what is being read does not go away"
