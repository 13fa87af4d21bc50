"""Two texts beside each other, gone through by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.versions.diff_pane import DiffPane, Mark
from annotator.ui.versions.diff_view import DiffView
from tests.ui.versions.test_diff_pane import label, span

OLD = "The bridge is closed for two years.\n\nNobody was told of it.\n\nIt cost eleven million crowns.\n"
NEW = "The bridge is closed for three years.\n\nIt cost eleven million crowns.\n\nThe mayor regrets it.\n"


@pytest.fixture
def view(qtbot: QtBot) -> DiffView:
    view = DiffView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show_texts(OLD, NEW, titles=("Gazette", "Post"))
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    return view


def test_the_differences_are_gone_through_by_key_and_told(view: DiffView, qtbot: QtBot) -> None:
    assert view.count == 3
    assert view.told.text() == "3 differences"
    assert view.old_view.accessibleName() == view.old_title.text() == "Gazette"
    view.old_view.setFocus()
    told = []
    for _ in range(4):
        with qtbot.waitSignal(view.difference_shown) as shown:
            qtbot.keyClick(view.old_view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        told.append((shown.args or [None])[0])
    assert told == [0, 1, 2, 0]
    assert view.told.text() == "1 of 3: “two” is “three” here"
    qtbot.keyClick(view.old_view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert view.told.text() == "3 of 3: “The mayor regrets it.” is added"
    qtbot.mouseClick(view.previous_button, Qt.MouseButton.LeftButton)
    assert view.told.text() == "2 of 3: “Nobody was told of it.” is left out"
    qtbot.mouseClick(view.next_button, Qt.MouseButton.LeftButton)
    assert view.told.text().startswith("3 of 3")


def test_before_the_first_step_back_comes_the_last(view: DiffView) -> None:
    view.previous_difference()
    assert view.told.text().startswith("3 of 3")


def test_equal_texts_have_nothing_to_go_through(view: DiffView) -> None:
    view.show_texts(OLD, OLD)
    assert view.told.text() == "The texts are the same."
    assert not view.next_button.isEnabled()
    view.next_difference()
    view.show_texts(OLD, OLD.replace("\n\n", "\n"))
    assert view.count == 0


def test_long_differences_are_told_by_their_beginning(view: DiffView) -> None:
    view.show_texts("A", "A\n" + "word " * 200)
    view.next_difference()
    assert view.told.text().endswith("word …” is added")
    assert len(view.told.text()) < 100


def paragraphs(*left_out: int) -> str:
    return "\n".join(
        f"Paragraph {at} says what it says, at some length, so that it fills a line or two."
        for at in range(120)
        if at not in left_out
    )


def first_words(pane: DiffPane, text: str) -> str:
    return text[pane.first_in_view() :][:13]


def test_the_texts_scroll_together_past_what_only_one_has(view: DiffView) -> None:
    old, new = paragraphs(), paragraphs(*range(10, 40))
    view.show_texts(old, new)
    QApplication.processEvents()
    view.old_view.scroll_to(old.index("Paragraph 80 "))
    assert first_words(view.new_view, new) == "Paragraph 80 "
    view.new_view.scroll_to(new.index("Paragraph 45 "))
    assert first_words(view.old_view, old) == "Paragraph 45 "
    view.old_view.verticalScrollBar().setValue(view.old_view.verticalScrollBar().maximum())
    assert view.new_view.verticalScrollBar().value() == view.new_view.verticalScrollBar().maximum()
    view.new_view.verticalScrollBar().setValue(0)
    assert view.old_view.verticalScrollBar().value() == 0


def test_a_stretch_of_one_text_is_shown_and_the_other_follows(view: DiffView) -> None:
    old, new = paragraphs(), paragraphs(*range(10, 40))
    view.show_texts(old, new)
    view.reveal(old=span(old, "Paragraph 90"))
    assert abs(new.index("Paragraph 90") - view.new_view.first_in_view()) < 1500
    view.reveal(new=Span(0, 9))
    assert first_words(view.old_view, old) == "Paragraph 0 s"


def test_marks_and_selection(view: DiffView, qtbot: QtBot) -> None:
    view.show_marks([Mark(span(OLD, "Nobody"), label())], [Mark(span(NEW, "mayor"), label(1))])
    assert view.new_selection() is None
    view.new_view.setFocus()
    with qtbot.waitSignal(view.new_selection_changed):
        qtbot.keyClick(view.new_view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert view.new_selection() == Span(0, len("The bridge is closed for three years."))
