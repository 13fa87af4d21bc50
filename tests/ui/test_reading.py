"""The open article keeps its place and repaints no more than what changed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stage import Stage


def test_an_article_opens_where_it_was_left(stage: Stage) -> None:
    stage.start().load("First one. Second one. Third one.")
    first = stage.document.id
    stage.window.reader.focus_sentence(2)
    stage.load("Another article. It is short.")
    stage.session.reading.open_document(first)
    assert stage.window.reader.focused_sentence() == 2


def test_the_last_article_is_open_tomorrow(stage: Stage) -> None:
    stage.start().load("First article. One.")
    first = stage.document.id
    stage.load("Second article. Two.")
    stage.session.reading.open_document(first)
    stage.again()
    assert stage.document.id == first


def test_keys_go_through_the_articles(stage: Stage) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    newest = stage.document.id
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert stage.document.id != newest
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_BracketLeft)
    assert stage.document.id == newest


def test_an_article_that_is_gone_is_said_and_nothing_breaks(stage: Stage) -> None:
    from annotator.core.identity import new_id

    stage.start().load()
    here = stage.document.id
    stage.session.reading.open_document(new_id())
    assert stage.document.id == here
    assert "no longer" in stage.window.banner.notice.text


def test_the_place_in_the_article_is_kept_until_tomorrow(stage: Stage) -> None:
    stage.start().load("First one. Second one. Third one.")
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_End)
    assert stage.window.reader.focused_sentence() == 2
    stage.again()
    assert stage.window.reader.focused_sentence() == 2
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Home)
    assert stage.window.reader.focused_sentence() == 0
