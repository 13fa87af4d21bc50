"""The bar under the text: what it shows and what it tells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.links.link_bar import LinkBar
from tests.ui.links.test_rows import row


@pytest.fixture
def bar(qtbot: QtBot) -> LinkBar:
    made = LinkBar()
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show_way("denies", can_search=True, other_ways=True)
    return made


def test_it_is_hidden_until_there_is_something_to_link(qtbot: QtBot) -> None:
    made = LinkBar()
    qtbot.addWidget(made)
    assert made.isHidden()
    made.show_way("denies", can_search=True, other_ways=True)
    assert not made.isHidden()


def test_without_an_offer_the_words_say_why_and_nothing_can_be_linked(bar: LinkBar) -> None:
    link = bar.link
    bar.show_offer(row(), "Claim · 1 of 2")
    assert (link.isEnabled(), bar.passage.isHidden()) == (True, False)
    bar.show_offer(None, "There is none.")
    assert (link.isEnabled(), bar.passage.isHidden(), bar.where.text()) == (False, True, "There is none.")


def test_what_is_typed_is_asked_after_a_moment_and_enter_asks_at_once(bar: LinkBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.asked) as asked:
        bar.begin_search("m")
    assert asked.args == ["m"]
    QTest.keyClicks(bar.field, "ay")
    with qtbot.waitSignal(bar.asked) as asked:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked.args == ["may"]
    QTest.keyClicks(bar.field, "o")
    with qtbot.waitSignal(bar.asked, timeout=2000) as asked:
        pass
    assert asked.args == ["mayo"]


def test_arrows_in_the_field_move_the_mark_and_enter_chooses(bar: LinkBar, qtbot: QtBot) -> None:
    bar.begin_search("")
    bar.show_found([row("one"), row("two")], "nothing")
    assert bar.found.currentIndex().row() == 0
    for _ in range(3):
        QTest.keyClick(bar.field, Qt.Key.Key_Down)
    assert "two" in bar.field.accessibleDescription()
    with qtbot.waitSignal(bar.found_chosen) as chosen:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert chosen.args[0].passage == "two"
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    assert bar.found.currentIndex().row() == 0


def test_nothing_found_is_said_and_nothing_chosen(bar: LinkBar, qtbot: QtBot) -> None:
    bar.begin_search("x")
    bar.show_found([], "No claim has these words.")
    assert bar.found.empty_text == "No claim has these words."
    with qtbot.assertNotEmitted(bar.found_chosen):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_escape_leaves_the_search_first(bar: LinkBar, qtbot: QtBot) -> None:
    bar.begin_search("x")
    with qtbot.waitSignal(bar.search_left), qtbot.assertNotEmitted(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    bar.end_search()
    assert not bar.is_searching
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar, Qt.Key.Key_Escape)


def test_every_key_has_a_button(bar: LinkBar, qtbot: QtBot) -> None:
    bar.show_offer(row(), "")
    signals = {
        bar.link: bar.taken,
        bar.other_way: bar.way_wanted,
        bar.elsewhere: bar.search_wanted,
        bar.back: bar.left,
    }
    for button, signal in signals.items():
        with qtbot.waitSignal(signal):
            button.click()
    assert [button.text().split("  ")[1] for button in signals] == ["Enter", "Tab", "/", "Esc"]
    bar.show_way("cued by", can_search=False, other_ways=False)
    assert not bar.other_way.isEnabled()
    assert not bar.elsewhere.isEnabled()


def test_in_the_search_the_buttons_do_what_its_keys_do(bar: LinkBar, qtbot: QtBot) -> None:
    bar.begin_search("x")
    bar.show_found([], "No claim has these words.")
    assert not bar.link.isEnabled()
    bar.show_found([row("one"), row("two")], "nothing")
    with qtbot.waitSignal(bar.found_chosen) as chosen, qtbot.assertNotEmitted(bar.taken):
        bar.link.click()
    assert chosen.args[0].passage == "one"
    assert (bar.other_way.isHidden(), bar.elsewhere.isHidden()) == (True, True)  # their keys mean letters here
    with qtbot.waitSignal(bar.search_left), qtbot.assertNotEmitted(bar.left):
        bar.back.click()
    bar.end_search()
    assert bar.back.text().startswith("Cancel")


def test_words_that_say_why_have_the_width_of_the_bar(bar: LinkBar) -> None:
    bar.resize(575, 100)
    bar.show_way("superseded by", can_search=True, other_ways=True)
    bar.show_offer(None, "There is no claim or denial or quote in this article to link; type to look in others.")
    bar.show()
    assert bar.where.width() > 575 * 0.6
