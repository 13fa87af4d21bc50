"""Markdown is read, and leads nowhere."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.guideline import Chapter
from annotator.ui.guideline.guideline_text import GuidelineText


def shown(qtbot: QtBot, *texts: str) -> GuidelineText:
    view = GuidelineText()
    qtbot.addWidget(view)
    chapters = [Chapter("claim", f"Title {number}", "en", text, False) for number, text in enumerate(texts)]
    view.show_chapters(chapters, with_titles=len(texts) > 1)
    return view


def test_markdown_is_shown_without_its_signs(qtbot: QtBot) -> None:
    view = shown(qtbot, "A **rule**.\n\n- one\n- two")
    assert view.toPlainText() == "A rule.\none\ntwo"
    assert view.accessibleDescription() == view.toPlainText()


def test_several_chapters_have_their_titles(qtbot: QtBot) -> None:
    assert shown(qtbot, "one", "two").toPlainText().split("\n") == ["Title 0", "one", "Title 1", "two"]


def test_a_picture_that_a_text_asks_for_is_not_fetched(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "a.png"))
    view = shown(qtbot, f"![]({tmp_path / 'a.png'}) [link](https://news.example/)")
    assert view.loadResource(2, str(tmp_path / "a.png")) is None
    assert not view.openLinks()
    assert not view.openExternalLinks()


def test_figures_and_the_slash_are_told(qtbot: QtBot) -> None:
    view, typed = shown(qtbot, "x"), list[str]()
    view.typed.connect(typed.append)
    QTest.keyClicks(view, "2/q")
    assert typed == ["2", "/"]


def test_a_link_leads_to_a_case_and_nowhere_else(qtbot: QtBot) -> None:
    view = shown(qtbot, "[Case 7](case:7) [elsewhere](https://news.example/7) [no case](case:x)")
    told: list[int] = []
    view.case_chosen.connect(told.append)
    for address in ("https://news.example/7", "case:x", "case:7"):
        view.anchorClicked.emit(QUrl(address))
    assert told == [7]
