"""The page asks once a moment has passed, shows what it is given, and says how much that is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.concordance import Order
from annotator.ui.search.ask import Answer, Ask
from annotator.ui.search.search_page import SearchPage
from tests.ui.search.found import hit, line


class Desk:
    """A page and what it has asked."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = SearchPage()
        qtbot.addWidget(self.page)
        self.page.resize(600, 500)
        self.page.show()
        self.asked: list[Ask] = []
        self.page.asked.connect(self.asked.append)

    @property
    def words(self) -> str:
        return self.page._count.text()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_many_keys_are_one_question(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.page.field, "rice")
    assert desk.asked == []
    qtbot.waitUntil(lambda: bool(desk.asked), timeout=2000)
    qtbot.wait(200)
    assert [ask.text for ask in desk.asked] == ["rice"]


def test_enter_asks_at_once_and_goes_into_the_list_then(desk: Desk) -> None:
    QTest.keyClicks(desk.page.field, "rice")
    QTest.keyClick(desk.page.field, Qt.Key.Key_Return)
    assert len(desk.asked) == 1
    desk.page.show_answer(desk.asked[0], Answer((hit("rice", (0, 4)),)))
    QTest.keyClick(desk.page.field, Qt.Key.Key_Return)
    assert desk.page.hits.currentIndex().row() == 0
    assert len(desk.asked) == 1


def test_the_way_of_showing_is_part_of_the_question(desk: Desk) -> None:
    desk.page.field.setText("rice")
    desk.page.folded.click()
    desk.page.as_lines.click()
    desk.page.order.setCurrentIndex(2)
    assert [(ask.folded, ask.order) for ask in desk.asked] == [
        (True, None),
        (True, Order.ARTICLE),
        (True, Order.RIGHT),
    ]
    assert desk.page.order.isVisible()
    desk.page.as_hits.click()
    assert not desk.page.order.isVisible()


def test_a_click_on_the_way_of_showing_leaves_the_keys_in_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    desk.page.field.setFocus()
    qtbot.waitUntil(desk.page.field.hasFocus)
    QTest.mouseClick(desk.page.as_lines, Qt.MouseButton.LeftButton)
    assert desk.page.as_lines.isChecked()
    assert desk.page.field.hasFocus()


@pytest.mark.parametrize(
    ("answer", "order", "words"),
    [
        (Answer((hit("rice", (0, 4)),)), None, "1 article"),
        (Answer((hit("rice", (0, 4)),) * 2), None, "2 articles"),
        (Answer((hit("rice", (0, 4)),) * 2, True, 1234), None, "The first 2 of 1,234 articles"),
        (Answer((hit("rice", (0, 4)),) * 2, True), None, "The first 2 articles"),
        (Answer((line("rice", 0, 4),)), Order.LEFT, "1 place"),
        (Answer((line("rice", 0, 4),) * 3, True), Order.LEFT, "The first 3 places"),
    ],
)
def test_how_much_was_found_is_said(desk: Desk, answer: Answer, order: Order | None, words: str) -> None:
    desk.page.as_lines.setChecked(order is not None)
    desk.page.show_answer(Ask("rice", order=order), answer)
    assert desk.words == words
    assert desk.page.current_list().found.rowCount() == len(answer.found)


def test_nothing_found_says_what_else_could_be_tried(desk: Desk) -> None:
    desk.page.field.setText("cafe")
    desk.page.ask_now()
    desk.page.show_answer(desk.page.ask(), Answer())
    assert "cafe" in desk.page.hits.empty_text
    assert "ignore accents" in desk.page.hits.empty_text
    assert desk.page.hits.accessibleDescription() == desk.page.hits.empty_text
    desk.page.field.clear()
    desk.page.ask_now()
    assert desk.page.hits.empty_text.startswith("Type words")


def test_what_it_waits_for_is_said_until_it_is_over(desk: Desk) -> None:
    desk.page.show_answer(Ask("rice"), Answer((hit("rice", (0, 4)),)))
    desk.page.show_waiting("Older articles are still being made searchable: 1 of 9")
    assert "1 of 9" in desk.words
    desk.page.show_waiting("")
    assert desk.words == "1 article"


def test_one_goes_on_from_what_was_opened_to_the_end(desk: Desk) -> None:
    hits = tuple(hit("rice" * number, (0, 4)) for number in (1, 2))
    desk.page.show_answer(Ask("rice"), Answer(hits))
    opened: list[object] = []
    desk.page.chosen.connect(opened.append)
    assert [desk.page.step(1) for _ in range(3)] == [True, True, False]
    assert opened == list(hits)
    assert desk.page.step(-1)
    assert desk.page.hits.found.open_row == 0


def test_escape_leaves_from_anywhere_on_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    for widget in (desk.page.field, desk.page.hits, desk.page.filters.labels):
        widget.setFocus()
        with qtbot.waitSignal(desk.page.left, timeout=1000):
            QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_everything_on_it_has_a_name(desk: Desk) -> None:
    page = desk.page
    for widget in (page.field, page.order, page.hits, page.lines, page.filters.since, page.filters.until):
        assert widget.accessibleName()
    assert page.folded.text()


def test_it_fits_a_low_screen(desk: Desk) -> None:
    assert desk.page.minimumSizeHint().width() <= 520
    assert desk.page.minimumSizeHint().height() <= 400
    desk.page.show_waiting("Older articles are still being made searchable: 1,200 of 25,000")
    assert desk.page.minimumSizeHint().width() <= 520


def test_what_is_counted_never_pushes_the_choices_about(desk: Desk, qtbot: QtBot) -> None:
    desk.page.resize(560, 500)
    desk.page.as_lines.click()
    choices = (desk.page.order, desk.page.folded, desk.page.by_pattern)
    qtbot.waitUntil(lambda: desk.page.order.isVisible() and desk.page.folded.x() > desk.page.order.x())
    before = [one.geometry() for one in choices]
    desk.page.show_waiting("Older articles are still being made searchable: 1,200 of 25,000")
    desk.page.layout().activate()
    assert [one.geometry() for one in choices] == before


def test_an_expression_is_part_of_the_question_and_needs_no_accents(desk: Desk) -> None:
    desk.page.field.setText("(")
    desk.page.by_pattern.click()
    assert desk.asked[-1].by_pattern
    assert not desk.page.folded.isEnabled()
    desk.page.show_refusal("A bracket ( is not closed.")
    assert desk.page.hits.empty_text == "A bracket ( is not closed."
    assert desk.words == "", "it is not said twice"
    desk.page.field.setText("()")
    desk.page.ask_now()
    desk.page.show_answer(desk.asked[-1], Answer())
    assert "Nothing was found" in desk.page.hits.empty_text


def test_what_is_picked_or_all_of_it_is_to_be_tagged(desk: Desk, qtbot: QtBot) -> None:
    assert desk.page.tag.isHidden()
    desk.page.field.setText("rice")
    desk.page.ask_now()
    found = (hit("rice", (0, 4)), hit("no rice", (3, 7)))
    desk.page.show_answer(desk.asked[-1], Answer(found))
    assert desk.page.picked() == list(found)
    desk.page.hits.enter()
    QTest.keyClick(desk.page.hits, Qt.Key.Key_Space)
    assert desk.page.picked() == [found[0]]
    assert desk.words == "2 articles · 1 picked"
    with qtbot.waitSignal(desk.page.tag_requested):
        desk.page.tag.click()
    desk.page.set_can_tag(False)
    assert desk.page.tag.isHidden()
