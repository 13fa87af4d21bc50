"""The panel of comments: there only where it is needed, and it keeps what is typed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.comments import Thread
from annotator.ui.comments.comments_panel import CommentsPanel
from tests.ui.comments.test_thread_view import BEN, LOOKER, comment


def test_it_is_there_only_where_something_is_said_or_written(qtbot: QtBot) -> None:
    panel = CommentsPanel()
    qtbot.addWidget(panel)
    panel.show_threads([], LOOKER)
    assert panel.isHidden()
    panel.show_threads([Thread((comment(5, BEN, "Why?"),))], LOOKER)
    assert not panel.isHidden()
    panel.show_threads([], LOOKER)
    panel.write("On “this”")
    assert not panel.isHidden()
    panel.put_away()
    assert panel.isHidden()


def test_what_is_typed_stays_until_it_is_said(qtbot: QtBot) -> None:
    panel = CommentsPanel()
    qtbot.addWidget(panel)
    panel.write("On “this”")
    said: list[tuple[str, object]] = []
    panel.said.connect(lambda words, answers: said.append((words, answers)))
    QTest.keyClicks(panel.field.edit, "Why")
    panel.show_threads([Thread((comment(5, BEN, "x"),))], LOOKER)
    QTest.keyClick(panel.field.edit, Qt.Key.Key_Escape)
    assert not panel.is_writing
    panel.write("On “this”")
    panel.send.click()
    assert said == [("Why", None)]
    panel.done()
    assert panel.field.words == ""


def test_an_answer_names_the_comment_that_it_answers(qtbot: QtBot) -> None:
    panel = CommentsPanel()
    qtbot.addWidget(panel)
    panel.show_threads([Thread((comment(5, BEN, "Why?"),))], LOOKER)
    said: list[tuple[str, object]] = []
    panel.said.connect(lambda words, answers: said.append((words, answers)))
    panel.views[0].buttons["reply"].click()
    QTest.keyClicks(panel.field.edit, "So")
    QTest.keyClick(panel.field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == [("So", UUID(int=5))]
    assert panel.send.text() == "Reply"
