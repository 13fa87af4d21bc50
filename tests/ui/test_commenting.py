"""C: what one says about a sentence or an annotation, and what others said."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.comments import Thread
from annotator.core.spans import Span
from annotator.operations import annotators, assignments, comments
from annotator.operations.readings import submit
from tests.ui.stage import Stage

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClick(focus, key)
        QApplication.processEvents()


def say(stage: Stage, words: str) -> None:
    QTest.keyClick(stage.window.reader, Key.Key_C)
    panel = stage.session.commenting.panel
    stage.qtbot.waitUntil(panel.field.edit.hasFocus)
    QTest.keyClicks(panel.field.edit, words)
    QTest.keyClick(panel.field.edit, Key.Key_Return, CONTROL)
    stage.settle()


def shown(stage: Stage) -> str:
    panel = stage.session.commenting.panel
    return (
        ""
        if panel.isHidden()
        else "\n".join(label.text() for view in panel.views for label in view.findChildren(QLabel))
    )


def threads(stage: Stage) -> list[Thread]:
    return comments.threads_of(stage.session.workspace, stage.document.id)


def test_nothing_of_it_is_made_before_it_is_needed(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_Down, Key.Key_1)
    stage.settle()
    assert "commenting" not in stage.session.__dict__


def test_c_comments_on_the_sentence_and_on_the_annotation_in_focus(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_Down)
    say(stage, "Why this?")
    assert stage.window.reader.hasFocus()
    assert "Why this?" in shown(stage)
    (thread,) = threads(stage)
    assert thread.first.span == Span(17, 31)
    assert thread.first.annotation_id is None
    press(stage, Key.Key_1)
    (record,) = stage.window.reader.annotations()
    say(stage, "And this tag?")
    assert [one.first.annotation_id for one in threads(stage)] == [None, record.id]


def test_only_what_is_about_the_sentence_in_focus_is_shown(stage: Stage) -> None:
    stage.start().load()
    say(stage, "On the first")
    press(stage, Key.Key_Down)
    stage.settle()
    assert shown(stage) == ""
    stage.session.commenting.write_on_article()
    QTest.keyClicks(stage.session.commenting.panel.field.edit, "On all")
    stage.session.commenting.panel.send.click()
    stage.settle()
    assert "On all" in shown(stage)
    assert "On the first" not in shown(stage)
    stage.session.commenting.next()
    stage.settle()
    assert stage.window.reader.focused_sentence() == 0
    assert "On the first" in shown(stage)
    assert stage.session.commenting.panel.heading.text() == "Comments"


def test_a_sign_stands_beside_it_and_is_told(stage: Stage) -> None:
    stage.start().load()
    press(stage, Key.Key_Down)
    say(stage, "Why this?")
    reader = stage.window.reader
    assert reader.opened.talk.number_on(reader.opened.selection.sentence_span(1)) == 1
    assert "1 comment" in reader.speech.description(1)
    stage.session.commenting.panel.views[0].buttons["resolve"].click()
    stage.settle()
    assert "comment" not in reader.speech.description(1)


def test_undo_takes_a_comment_back(stage: Stage) -> None:
    stage.start().load()
    say(stage, "Why this?")
    QTest.keyClick(stage.window.reader, Key.Key_Z, CONTROL)
    stage.settle()
    assert threads(stage) == []
    assert shown(stage) == ""


def test_a_colleague_s_comment_appears_and_is_answered_by_keys(stage: Stage) -> None:
    stage.start().load()
    workspace = stage.session.workspace
    ben = annotators.find_or_add_annotator(workspace, "Ben Öz")
    comments.add_comment(workspace, stage.document.id, "Why?", ben, span=stage.document.sentences[0])
    stage.settle()
    assert "Why?" in shown(stage)
    panel = stage.session.commenting.panel
    panel.views[0].buttons["reply"].setFocus()
    press(stage, Key.Key_Space)
    QTest.keyClicks(panel.field.edit, "Ask @be")
    press(stage, Key.Key_Return)
    QTest.keyClick(panel.field.edit, Key.Key_Return, CONTROL)
    stage.settle()
    (thread,) = threads(stage)
    assert [one.words for one in thread.comments] == ["Why?", "Ask @Ben Öz"]
    assert thread.comments[1].mentions == (ben,)


def test_escape_leaves_and_keeps_the_words(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClick(stage.window.reader, Key.Key_C)
    panel = stage.session.commenting.panel
    stage.qtbot.waitUntil(panel.field.edit.hasFocus)
    QTest.keyClicks(panel.field.edit, "Half a thou")
    press(stage, Key.Key_Escape)
    assert stage.window.reader.hasFocus()
    assert threads(stage) == []
    QTest.keyClick(stage.window.reader, Key.Key_C)
    assert panel.field.words == "Half a thou"


def test_others_comments_appear_when_a_blind_reader_has_handed_in(stage: Stage) -> None:
    stage.start().load()
    session = stage.session
    ben = annotators.find_or_add_annotator(session.workspace, "Ben")
    assignments.assign(session.workspace, [(stage.document.id, session.annotator_id)], ben)
    comments.add_comment(session.workspace, stage.document.id, "Ben thinks so", ben, span=stage.document.sentences[0])
    stage.settle()
    say(stage, "I think so")
    assert "I think so" in shown(stage)
    assert "Ben thinks so" not in shown(stage)
    submit(session.workspace, stage.document.id, session.annotator_id, despite=True)
    stage.settle()
    assert "Ben thinks so" in shown(stage)


def test_the_project_can_be_closed_and_opened_again(stage: Stage) -> None:
    stage.start().load()
    say(stage, "Why this?")
    stage.again()
    stage.settle()
    assert "Why this?" in shown(stage)
