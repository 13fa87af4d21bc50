"""The first rows are shown as they are."""

from pytestqt.qtbot import QtBot

from annotator.ui.export.sample_view import SampleView


def test_rows_are_shown_until_others_come(qtbot: QtBot) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.show_sample('{"text":"سعر الأرز"}\n', "The first entry.")
    assert (view.text.toPlainText(), view.state()) == ('{"text":"سعر الأرز"}\n', "The first entry.")
    view.wait()
    assert view.text.toPlainText()
    assert view.state() == "Writing the first rows…"
    view.show_refusal("There is nobody called “Zed”.")
    assert (view.text.toPlainText(), view.state()) == ("", "There is nobody called “Zed”.")


def test_columns_keep_their_order_behind_an_arabic_word(qtbot: QtBot) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.show_sample("The -X- O\nالأرز -X- O\n", "")
    cursor = view.text.textCursor()
    cursor.setPosition(len("The -X- O\n") + len("الأرز "))
    after_the_word = view.text.cursorRect(cursor).left()
    cursor.setPosition(len("The -X- O\nالأرز -X- O"))
    assert after_the_word < view.text.cursorRect(cursor).left()


def test_the_rows_can_be_copied_and_not_changed(qtbot: QtBot) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.show_sample("one\ntwo\n", "")
    qtbot.keyClicks(view.text, "x")
    assert view.text.toPlainText() == "one\ntwo\n"
