"""The inspector as a person uses it."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.inspector_panel import InspectorPanel
from tests.ui.inspector.passages import newsroom, tagged
from tests.ui.inspector.test_history_words import Line


@pytest.fixture
def panel(qtbot: QtBot) -> InspectorPanel:
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.set_labels(newsroom(), "light")
    panel.resize(260, 720)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


def test_hints_give_way_to_the_selected_annotation(panel: InspectorPanel) -> None:
    assert panel.hints.isVisible()
    assert not panel.card.isVisible()
    panel.show_annotation(tagged(), "text")
    assert panel.card.isVisible()
    assert not panel.hints.isVisible()
    panel.show_annotation(None)
    assert panel.hints.isVisible()


def test_a_note_in_the_making_survives_the_loss_of_the_selection(panel: InspectorPanel, qtbot: QtBot) -> None:
    edits: list[tuple[UUID, str]] = []
    panel.note_edited.connect(lambda key, text: edits.append((key, text)))
    record = tagged()
    panel.show_annotation(record, "text")
    panel.focus_note()
    assert panel.card.note.hasFocus()
    qtbot.keyClicks(panel.card.note, "why")
    panel.show_annotation(None)
    assert edits == [(record.id, "why")]


def test_closing_hands_the_note_over(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.show_annotation(tagged(), "text")
    qtbot.keyClicks(panel.card.note, "why")
    with qtbot.waitSignal(panel.note_edited):
        panel.commit_note()


def test_the_remove_button_asks_for_the_shown_one(panel: InspectorPanel, qtbot: QtBot) -> None:
    record = tagged()
    panel.show_annotation(record, "text")
    remove = next(button for button in panel.findChildren(QToolButton) if button.text() == "Remove")
    with qtbot.waitSignal(panel.remove_requested) as asked:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert asked.args == [record.id]


def test_a_click_in_the_list_goes_to_the_annotation(panel: InspectorPanel, qtbot: QtBot) -> None:
    records = [tagged(start) for start in (0, 50)]
    panel.set_annotations([(record, "text") for record in records])
    view = panel.article.list_view
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [records[1].id]


def test_single_changes_reach_card_and_list(panel: InspectorPanel) -> None:
    record = tagged()
    panel.set_annotations([(record, "text")])
    panel.show_annotation(record, "text")
    panel.put_annotation(replace(record, note="seen"), "text")
    assert panel.card.note.toPlainText() == "seen"
    panel.put_annotation(tagged(90), "more")
    assert panel.article.model.rowCount() == 2
    panel.drop_annotation(record.id)
    assert panel.hints.isVisible()
    assert panel.article.model.rowCount() == 1


def test_history_is_asked_for_only_while_it_is_unfolded(panel: InspectorPanel, qtbot: QtBot) -> None:
    record = tagged()
    with qtbot.assertNotEmitted(panel.history_requested):
        panel.show_annotation(record, "text")
    with qtbot.waitSignal(panel.history_requested) as asked:
        qtbot.mouseClick(panel.history.heading, Qt.MouseButton.LeftButton)
    assert asked.args == [record.id]
    panel.set_history([Line(None, {"label": "claim"})])
    assert "Ana tagged this as Claim" in panel.history.words()
    with qtbot.waitSignal(panel.history_requested):
        panel.show_annotation(tagged(50), "text")


def test_a_selection_never_makes_the_window_grow(panel: InspectorPanel) -> None:
    before = panel.minimumSizeHint()
    panel.show_annotation(tagged(note="x"), "word " * 500)
    panel.history.set_unfolded(True)
    assert panel.minimumSizeHint().height() <= max(before.height(), 200)
    assert panel.minimumSizeHint().width() <= 260


def test_nothing_is_wider_than_260_pixels(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.show_annotation(replace(tagged(), annotator="A person with a long name"), "word " * 500)
    panel.history.set_unfolded(True)
    qtbot.wait(20)
    for part in (panel.card, panel.article, panel.history):
        assert part.minimumSizeHint().width() <= 260
        assert part.geometry().right() <= 260
        assert part.height() >= part.minimumSizeHint().height()
