"""The library as a person uses it: typing, arrows, clicks."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.records import Progress
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.library.library_panel import LibraryPanel
from tests.ui.library.shelf import shelf, with_copies


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(240, 500)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


def _count(panel: LibraryPanel) -> str:
    return panel.findChildren(QLabel)[0].text()


def _titles(panel: LibraryPanel) -> list[str]:
    model = panel.list_view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _shown(panel: LibraryPanel, row: int) -> UUID:
    document_id: UUID = panel.list_view.model().index(row, 0).data(DocumentModel.SummaryRole).id
    return document_id


def test_typing_filters_and_escape_clears(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.set_documents(shelf(12))
    assert _count(panel) == "12 articles"
    panel.filter_field.setFocus()
    qtbot.keyClicks(panel.filter_field, "article 1")
    assert _titles(panel) == ["Article 1", "Article 10", "Article 11"]
    assert _count(panel) == "3 of 12 articles"
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    assert len(_titles(panel)) == 12


def test_down_enters_the_list_and_enter_opens(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(5)
    panel.set_documents(documents)
    panel.filter_field.setFocus()
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Down)
    assert panel.list_view.hasFocus()
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Down)
    assert panel.current() is None
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert chosen.args == [documents[1].id]
    assert panel.current() == documents[1].id


def test_up_goes_back_to_the_field(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.set_documents(shelf(2))
    panel.filter_field.setFocus()
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Up)
    assert panel.filter_field.hasFocus()


def test_a_click_opens(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(5)
    panel.set_documents(documents)
    place = panel.list_view.visualRect(panel.list_view.model().index(2, 0)).center()
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.mouseClick(panel.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [documents[2].id]


def test_enter_in_the_field_opens_the_first_match(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(12)
    panel.set_documents(documents)
    qtbot.keyClicks(panel.filter_field, "11")
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.keyClick(panel.filter_field, Qt.Key.Key_Return)
    assert chosen.args == [documents[11].id]


def test_steps_go_through_the_order_that_is_shown_and_stop_at_its_ends(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(3)
    panel.set_documents(documents)
    seen: list[UUID] = []
    panel.document_chosen.connect(seen.append)
    for by in (1, 1, 1, 1, -1):
        panel.step(by)
    assert seen == [documents[0].id, documents[1].id, documents[2].id, documents[1].id]


def test_delete_only_asks(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(3)
    panel.set_documents(documents)
    panel.set_current(documents[1].id)
    with qtbot.waitSignal(panel.remove_requested) as asked:
        qtbot.keyClick(panel.list_view, Qt.Key.Key_Delete)
    assert asked.args == [documents[1].id]
    assert len(_titles(panel)) == 3


def test_new_articles_leave_the_place_in_the_list_alone(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = shelf(200)
    panel.set_documents(documents)
    panel.set_current(documents[3].id)
    panel.list_view.verticalScrollBar().setValue(2345)
    top = panel.list_view.indexAt(panel.list_view.viewport().rect().topLeft())
    before, height = _shown(panel, top.row()), panel.list_view.visualRect(top).top()
    panel.set_documents(shelf(7, "Newer {}") + documents[1:])
    top = panel.list_view.indexAt(panel.list_view.viewport().rect().topLeft())
    assert (_shown(panel, top.row()), panel.list_view.visualRect(top).top()) == (before, height)
    assert panel.current() == documents[3].id


def test_the_top_stays_the_top_when_newer_articles_come(panel: LibraryPanel) -> None:
    documents = shelf(50)
    panel.set_documents(documents[1:])
    panel.set_documents(documents)
    assert panel.list_view.verticalScrollBar().value() == 0


def test_progress_is_asked_for_the_rows_in_view_only(panel: LibraryPanel, qtbot: QtBot) -> None:
    asked: list[list[UUID]] = []

    def source(ids: list[UUID]) -> dict[UUID, Progress]:
        asked.append(ids)
        return {document_id: Progress(4, 2, 1) for document_id in ids}

    documents = shelf(1000)
    panel.set_documents(documents)
    panel.set_progress_source(source)
    qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) == 1
    assert set(asked[0]) <= {document.id for document in documents[:20]}
    panel.list_view.scrollToBottom()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert set(asked[1]) <= {document.id for document in documents[-20:]}


def test_the_order_can_be_chosen(panel: LibraryPanel) -> None:
    panel.set_documents(list(reversed(shelf(3))))
    menu = next(button.menu() for button in panel.findChildren(QToolButton) if button.menu())
    for action, first in (("Title", "Article 0"), ("Newest", "Article 0")):
        next(entry for entry in menu.actions() if entry.text() == action).trigger()
        assert _titles(panel)[0] == first


@pytest.mark.parametrize(("count", "typed", "words"), [(0, "", "No articles yet"), (3, "zzz", "No article matches")])
def test_an_empty_list_says_what_to_do(panel: LibraryPanel, qtbot: QtBot, count: int, typed: str, words: str) -> None:
    panel.set_documents(shelf(count))
    qtbot.keyClicks(panel.filter_field, typed)
    assert panel.list_view.empty_text.startswith(words)
    assert panel.list_view.accessibleDescription().startswith(words)


def test_every_part_can_be_reached_and_has_a_name(panel: LibraryPanel) -> None:
    for part in (panel.filter_field, panel.list_view, panel._sort):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_needs_more_than_240_pixels(panel: LibraryPanel) -> None:
    panel.set_documents(shelf(12_000))
    panel.filter_field.setText("article 1")
    assert panel.minimumSizeHint().width() <= 240
    assert panel._count.sizeHint().width() <= panel._count.width()


def test_copies_unfold_and_fold_by_key_and_the_ring_stays(panel: LibraryPanel, qtbot: QtBot) -> None:
    documents = with_copies(14)
    panel.set_documents(documents)
    assert len(_titles(panel)) == 11
    assert _count(panel) == "14 articles"
    panel.filter_field.setFocus()
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Right)
    assert _titles(panel)[:5] == ["Article 0", "Article 5", "Article 9", "Article 12", "Article 1"]
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert chosen.args == [documents[5].id]
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Left)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Left)
    assert _titles(panel)[:2] == ["Article 0", "Article 1"]
    assert _shown(panel, panel.list_view.currentIndex().row()) == documents[0].id


def test_a_folded_article_that_is_opened_is_shown_in_the_list(panel: LibraryPanel) -> None:
    documents = with_copies(14)
    panel.set_documents(documents)
    panel.set_current(documents[9].id)
    assert _titles(panel)[2] == "Article 9"
    assert _shown(panel, panel.list_view.currentIndex().row()) == documents[9].id


def test_the_open_article_stays_in_the_list_when_it_turns_out_to_be_a_copy(panel: LibraryPanel) -> None:
    documents = with_copies(14)
    alone = [replace(document, copy_group=None, superseded_by=None) for document in documents]
    panel.set_documents(alone)
    panel.set_current(documents[9].id)
    panel.set_documents(documents)
    assert panel.list_view.model().rowCount() == 14
    assert _shown(panel, 2) == documents[9].id


def test_a_filter_finds_folded_articles_and_shows_which(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.set_documents(with_copies(14))
    qtbot.keyClicks(panel.filter_field, "article 9")
    assert _titles(panel) == ["Article 9"]
    assert _count(panel) == "1 of 14 articles"
    qtbot.keyClicks(panel.filter_field, " no such")
    assert _titles(panel) == []


def test_steps_pass_over_what_is_folded(panel: LibraryPanel) -> None:
    documents = with_copies(14)
    panel.set_documents(documents)
    panel.set_current(documents[0].id)
    panel.step(1)
    assert panel.current() == documents[1].id


def test_what_is_folded_by_hand_stays_so_and_its_row_stands_for_the_open_article(
    panel: LibraryPanel, qtbot: QtBot
) -> None:
    documents = with_copies(14)
    panel.set_documents(documents)
    panel.set_current(documents[9].id)
    is_open = DocumentModel.OpenRole
    assert [panel.list_view.model().index(row, 0).data(is_open) for row in range(3)] == [False, False, True]
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Left)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Left)
    panel.set_documents(documents)
    assert _titles(panel)[:2] == ["Article 0", "Article 1"]
    assert panel.list_view.model().index(0, 0).data(is_open) is True
    assert panel.list_view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("open")
    panel.step(1)
    assert panel.current() == documents[1].id
    assert panel.list_view.model().index(0, 0).data(is_open) is False
