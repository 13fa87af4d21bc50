"""The count is there when there is something to count."""

from pytestqt.qtbot import QtBot

from annotator.ui.doubt_count import DoubtCount


def test_it_counts_in_words_and_is_gone_when_nothing_looks_wrong(qtbot: QtBot) -> None:
    count = DoubtCount()
    qtbot.addWidget(count)
    assert count.isHidden()
    count.show_count(1)
    assert count.text() == "1 suspicious quotation mark"
    assert not count.isHidden()
    count.show_count(1200)
    assert count.text() == "1,200 suspicious quotation marks"
    count.show_count(0)
    assert count.isHidden()


def test_it_tells_when_it_goes_with_the_keyboard_on_it(qtbot: QtBot) -> None:
    count = DoubtCount()
    qtbot.addWidget(count)
    count.show_count(1)
    with qtbot.waitActive(count):
        count.show()
    with qtbot.assertNotEmitted(count.left):
        count.show_count(2)
    count.setFocus()
    with qtbot.waitSignal(count.left):
        count.show_count(0)
