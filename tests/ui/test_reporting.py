"""Reports from the window: asked for, looked at, written, told."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions
from annotator.operations import reports
from annotator.ui.report.choices import Asked, ReportChoice, Scope
from annotator.ui.report.report_dialog import ReportDialog
from tests.ui.stage import ARTICLE, Stage, close_during


def _dialog(stage: Stage) -> ReportDialog:
    QTest.keyClick(stage.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = stage.session.reporting.looking.dialog
    assert isinstance(dialog, ReportDialog)
    return dialog


@pytest.fixture
def tagged(stage: Stage) -> Stage:
    stage.start().load()
    QTest.keyClick(stage.window.reader, Qt.Key.Key_1)
    return stage


def _choice(target: Path, format_id: str = "html", **more: Any) -> ReportChoice:
    return ReportChoice(Asked(Kind.ARTICLE, Scope.OPEN, ReportOptions(), **more), format_id, target)


def test_the_beginning_is_shown_and_follows_what_is_chosen(tagged: Stage) -> None:
    dialog = _dialog(tagged)
    tagged.qtbot.waitUntil(lambda: "The mayor left." in dialog.preview.toPlainText())
    assert "Claim (1)" in dialog.preview.toPlainText()
    tagged.qtbot.keyClick(dialog.text, Qt.Key.Key_Space)
    tagged.qtbot.waitUntil(lambda: "Nothing else is known" not in dialog.preview.toPlainText())
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData(Kind.AGREEMENT))
    tagged.qtbot.waitUntil(lambda: "No article has been read by two" in dialog.preview.toPlainText())
    dialog.reject()
    tagged.settle()
    assert tagged.session.reporting.looking.dialog is None


@pytest.mark.parametrize("format_id", ["html", "docx", "odt", "pdf"])
def test_a_report_is_written_and_told(tagged: Stage, format_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tagged.folder / f"report.{format_id}"
    dialog = _dialog(tagged)
    dialog.format_box.setCurrentIndex(dialog.format_box.findData(format_id))
    dialog.target.setFocus()
    tagged.qtbot.keyClicks(dialog.target, str(target))
    tagged.qtbot.waitUntil(dialog.target.hasFocus)
    tagged.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    tagged.settle()
    notice = tagged.window.banner.notice
    assert notice is not None
    assert notice.text.startswith(f"The report with 1 passage is in “report.{format_id}”")
    assert target.stat().st_size > 1000
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    for way in notice.ways:
        way.take()
    assert opened == [str(target), str(tagged.folder)]


def test_the_list_s_articles_are_those_of_the_filter(tagged: Stage) -> None:
    tagged.load(ARTICLE.replace("mayor", "bishop"))
    tagged.window.library.filter_field.setText("bishop")
    tagged.settle()
    wanted = tagged.session.reporting._wanted(Asked(Kind.ARTICLE, Scope.LISTED, ReportOptions()))
    assert wanted.document_ids == (tagged.document.id,)
    assert tagged.session.reporting._wanted(Asked(Kind.ARTICLE, Scope.ALL, ReportOptions())).document_ids is None


def test_what_cannot_be_written_is_told(tagged: Stage) -> None:
    tagged.session.reporting.write(_choice(tagged.folder / "nowhere" / "x.html"))
    tagged.settle()
    assert "There is no folder" in tagged.window.banner.notice.text


def test_a_project_can_be_closed_while_a_report_is_written(tagged: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tagged.folder / "x.html"
    close_during(tagged, monkeypatch, reports, "open_report", lambda: tagged.session.reporting.write(_choice(target)))
    assert not list(tagged.folder.glob("*.part"))


def test_a_project_can_be_closed_under_the_dialog(tagged: Stage) -> None:
    _dialog(tagged)
    tagged.app.projects.close()
    tagged.qtbot.wait(50)
