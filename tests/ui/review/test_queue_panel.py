"""The queue beside the reading, by real keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.review_queue import APPROVED, RETURNED, QueueEntry
from annotator.ui.review.queue_panel import QueuePanel
from tests.ui.review.readings import entry, person


def shown(qtbot: QtBot, *entries: QueueEntry) -> QueuePanel:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    with qtbot.waitActive(panel):
        panel.show()
    panel.show_entries(entries, [person(one) for one in entries], "light")
    panel.begin()
    return panel


def key(one: QueueEntry) -> list[object]:
    return [one.document_id, one.annotator_id]


def test_keys_step_and_enter_opens(qtbot: QtBot) -> None:
    first, second = entry(), entry("Other")
    panel = shown(qtbot, first, second)
    for letter in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Down):
        QTest.keyClick(panel.list_view, letter)
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert told.args == key(second)


def test_words_filter_after_a_pause_and_escape_clears_then_leaves(qtbot: QtBot) -> None:
    panel = shown(qtbot, entry(), entry("Other"))
    QTest.keyClick(panel.list_view, Qt.Key.Key_Slash)
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "other")
    qtbot.waitUntil(lambda: len(panel.model.shown) == 1)
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(panel.model.shown) == 2)
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.field, Qt.Key.Key_Escape)


def test_enter_in_the_field_leads_to_the_list(qtbot: QtBot) -> None:
    panel = shown(qtbot, entry(), entry("Other"))
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "bridge")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.list_view.hasFocus()
    assert len(panel.model.shown) == 1


def test_states_and_marks_are_filters_too(qtbot: QtBot) -> None:
    waiting, back, done = entry(unsure=1), entry(state=RETURNED), entry(state=APPROVED)
    panel = shown(qtbot, waiting, back, done)
    assert list(panel.model.shown) == [waiting]
    actions = {action.text(): action for action in panel.states.menu().actions()}
    actions["returned"].trigger()
    assert list(panel.model.shown) == [back]
    actions["returned"].trigger()
    marks = {action.text(): action for action in panel.marks.menu().actions()}
    marks["unsure annotations"].trigger()
    assert list(panel.model.shown) == [waiting]
    marks["legal flags, or held back"].trigger()
    assert panel.model.shown == []
    assert "as the filters ask" in panel.list_view.empty_text


def test_filters_are_offered_where_there_is_a_choice(qtbot: QtBot) -> None:
    panel = shown(qtbot, entry(), entry("Other", "Budi"))
    assert panel.annotators.isVisible()
    assert not panel.languages.isVisible()
    assert not panel.outlets.isVisible()


def test_an_empty_queue_says_what_to_do(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert "Nothing waits for you" in panel.list_view.empty_text
    assert panel.field.hasFocus()
    panel.show_entries([entry(state=APPROVED)], [], "light")
    assert "All is reviewed" in panel.list_view.empty_text


def test_the_ring_stays_on_its_reading_and_the_next_is_known(qtbot: QtBot) -> None:
    first, second, third = entry("A"), entry("B"), entry("C")
    panel = shown(qtbot, first, second, third)
    QTest.keyClick(panel.list_view, Qt.Key.Key_Down)
    panel.show_entries([second, third], [], "light")
    assert panel.current() == tuple(key(second))
    panel.show_entries([third], [], "light")
    assert panel.current() == tuple(key(third))
    panel.show_entries([first, second, third], [], "light")
    assert panel.after((second.document_id, second.annotator_id)) == tuple(key(third))
    assert panel.after((third.document_id, third.annotator_id)) == tuple(key(first))
    panel.show_entries([first], [], "light")
    assert panel.after((first.document_id, first.annotator_id)) is None
    panel.forget()
    assert panel.current() is None
