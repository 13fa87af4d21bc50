"""Why something is returned, by real keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.review.reason_bar import ReasonBar


def asked(qtbot: QtBot, proposal: str = "") -> ReasonBar:
    bar = ReasonBar()
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
    bar.ask("Why is it returned?", ("Too long", "No source"), proposal)
    return bar


def test_a_number_is_a_reason(qtbot: QtBot) -> None:
    bar = asked(qtbot)
    with qtbot.waitSignal(bar.given) as told:
        QTest.keyClick(bar.field, Qt.Key.Key_2)
    assert told.args == ["No source"]


def test_a_number_that_is_no_reason_does_nothing_and_one_among_words_is_a_letter(qtbot: QtBot) -> None:
    bar = asked(qtbot)
    with qtbot.assertNotEmitted(bar.given):
        QTest.keyClick(bar.field, Qt.Key.Key_7)
        QTest.keyClicks(bar.field, "See line 2")
    assert bar.field.text() == "See line 2"
    with qtbot.waitSignal(bar.given) as told:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert told.args == ["See line 2"]


def test_nothing_is_sent_without_a_word_and_escape_leaves(qtbot: QtBot) -> None:
    bar = asked(qtbot)
    assert not bar.send.isEnabled()
    with qtbot.assertNotEmitted(bar.given):
        QTest.keyClicks(bar.field, "  ")
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def test_what_is_proposed_is_sent_by_enter_alone(qtbot: QtBot) -> None:
    bar = asked(qtbot, "Look at both.")
    with qtbot.waitSignal(bar.given) as told:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert told.args == ["Look at both."]


def test_reasons_can_be_clicked_and_are_made_anew(qtbot: QtBot) -> None:
    bar = asked(qtbot)
    bar.ask("Why?", ("Only one",))
    (button,) = bar._buttons
    assert button.accessibleName() == "1, Only one"
    with qtbot.waitSignal(bar.given) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["Only one"]


def test_a_comment_completes_names_and_is_sent_by_control_return(qtbot: QtBot) -> None:
    bar = asked(qtbot)
    bar.ask_comment("What is to be said?", ["Ana", "Ben Wijaya"])
    edit = bar.comment.edit
    assert (edit.hasFocus(), bar.field.isVisible(), bar.send.isEnabled()) == (True, False, False)
    QTest.keyClicks(edit, "Look, @be")
    assert bar.comment.names.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "at 2")
    assert bar.send.isEnabled()
    with qtbot.waitSignal(bar.given) as told:
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Look, @Ben Wijaya at 2"]
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(edit, Qt.Key.Key_Escape)
    bar.ask("Why?", ())
    assert (bar.field.hasFocus(), bar.comment.isVisible(), bar.send.isEnabled()) == (True, False, False)
