"""The inspector as a person uses it."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.inspector_panel import InspectorPanel
from tests.ui.inspector.passages import newsroom, tagged
from tests.ui.inspector.test_history_words import Line
from tests.ui.links.test_rows import row


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


def test_links_that_are_entered_are_brought_into_view(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.resize(260, 340)
    panel.show_annotation(tagged(), "text")
    panel.links.set_links([row(str(number)) for number in range(4)])
    QApplication.processEvents()

    def below() -> int:
        rows = panel.links.list_view
        return rows.mapTo(panel, rows.rect().bottomLeft()).y() - panel.height()

    assert below() > 0
    panel.focus_links()
    assert panel.links.list_view.hasFocus()
    qtbot.waitUntil(lambda: below() <= 0)


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


def test_a_field_that_is_gone_to_is_in_view(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.resize(260, 300)
    panel.set_annotations([(tagged(label="quote"), "text")])
    panel.show_annotation(tagged(label="quote"), "text")
    assert panel.focus_field("certainty")
    qtbot.wait(20)
    assert panel.card.form.page is not None
    editor = panel.card.form.page.fields["certainty"].editor
    assert panel.rect().contains(editor.mapTo(panel, editor.rect().center()))


def test_long_names_of_sources_make_nothing_wider(panel: InspectorPanel, qtbot: QtBot) -> None:
    source = SourceRecord(new_id(), "A union with a name that is far too long for the panel")
    record = tagged(label="quote")
    panel.set_description_source(lambda record: Described(record, {"addressed_to": (source, source)}))
    panel.show_annotation(record, "text")
    panel.focus_field("addressed_to")
    qtbot.wait(20)
    assert panel.card.minimumSizeHint().width() <= 260


def test_rows_are_picked_up_to_one_and_let_go_by_escape(panel: InspectorPanel, qtbot: QtBot) -> None:
    records = [tagged(start) for start in (0, 50, 90)]
    panel.set_annotations([(record, "text") for record in records])
    panel.show_annotation(records[0], "text")
    view = panel.article.list_view
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    assert panel.chosen == tuple(record.id for record in records)
    assert len(panel.card.form.shown) == 3
    assert not panel.card.note.isVisible()
    with qtbot.waitSignal(panel.note_left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert panel.chosen == ()
    assert [one.record.id for one in panel.card.form.shown] == [records[0].id]


def test_what_is_gone_is_chosen_no_more(panel: InspectorPanel) -> None:
    records = [tagged(start) for start in (0, 50)]
    panel.set_annotations([(record, "text") for record in records])
    panel.choose([record.id for record in records])
    panel.drop_annotation(records[0].id)
    assert panel.chosen == (records[1].id,)
    panel.set_annotations([])
    assert panel.chosen == ()
    assert panel.hints.isVisible()


def test_tab_goes_through_the_panel_from_top_to_bottom(panel: InspectorPanel, qtbot: QtBot) -> None:
    record = tagged(label="denial")
    panel.set_annotations([(record, "text")])
    panel.show_annotation(record, "text")
    panel.focus_field("denial_scope")
    seen = []
    for _ in range(5):
        seen.append(panel.focusWidget().accessibleName())
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Scope", "Form", "What is denied", "More fields", "Note"]
