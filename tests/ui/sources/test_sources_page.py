"""The page of sources by itself: what it asks for, and where the keys lead."""

from collections import Counter
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.sources.sources_page import SourcesPage
from tests.ui.sources.rows import LABELS, row, statement

ROWS = [row("Bela"), row("Cora"), row("Tira", kind="person", counts={"claim": 2})]


@pytest.fixture
def page(qtbot: QtBot) -> SourcesPage:
    page = SourcesPage()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.dress(LABELS, {}, "light", writable=True)
    with qtbot.waitActive(page):
        page.show()
    page.show_sources(ROWS, len(ROWS))
    return page


def show(page: SourcesPage, at: int) -> None:
    page.show_source(ROWS[at].source, ROWS[at].name, hidden=False)
    page.show_statements([statement(), statement("2025-08-01")], [("2025-07", Counter(claim=1))] * 2)


def test_the_ring_chooses_after_a_moment(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.chosen) as chosen:  # the first one, by itself
        pass
    assert chosen.args == [ROWS[0].source.id]
    show(page, 0)
    page.begin()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert chosen.args == [ROWS[2].source.id]


def test_enter_leads_on_to_what_was_said_and_from_there_to_the_place(page: SourcesPage, qtbot: QtBot) -> None:
    show(page, 0)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.said.hasFocus()
    with qtbot.waitSignal(page.statement_chosen) as chosen:
        QTest.keyClick(page.said, Qt.Key.Key_Return)
    assert chosen.args[0].day == "2025-07-04"
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.said, Qt.Key.Key_Escape)


def test_up_from_the_first_leads_to_the_field_and_delete_removes(page: SourcesPage, qtbot: QtBot) -> None:
    show(page, 0)
    page.list.setFocus()
    with qtbot.waitSignal(page.remove_wanted) as removed:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert removed.args == [ROWS[0].source.id]
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.field.hasFocus()


def test_a_new_source_is_one_key_away(page: SourcesPage, qtbot: QtBot) -> None:
    page.begin()
    with qtbot.waitSignal(page.typed):
        QTest.keyClicks(page.field, "bel")
    with qtbot.waitSignal(page.new_wanted) as wanted:
        QTest.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["bel"]
    page.show_sources((), 3)
    assert "Nobody is called “bel”" in page.list.empty_text
    with qtbot.waitSignal(page.new_wanted):
        QTest.keyClick(page.field, Qt.Key.Key_Return)


def test_what_is_edited_is_told_with_its_source(page: SourcesPage, qtbot: QtBot) -> None:
    told: list[tuple[UUID, dict[str, object]]] = []
    page.edited.connect(lambda key, changes: told.append((key, changes)))
    show(page, 1)
    page.edit_name()
    QTest.keyClicks(page.details.name, "Dana")
    with qtbot.waitSignal(page.chosen):  # another one is chosen before Enter was pressed
        page.list.setCurrentIndex(page.sources.index(2))
    assert told == [(ROWS[1].source.id, {"name": "Dana"})]


def test_protected_names_are_hidden_when_the_page_is_left(page: SourcesPage, qtbot: QtBot) -> None:
    page.reveal.setChecked(True)
    with qtbot.waitSignal(page.reveal_changed) as changed:
        page.hide()
    assert changed.args == [False]


def test_where_there_is_nothing_that_is_said(page: SourcesPage) -> None:
    page.show_sources((), 0)
    assert "no sources yet" in page.list.empty_text
    page.show_source(ROWS[0].source, "Bela", hidden=False)
    page.show_statements((), ())
    assert "Nothing names this source" in page.said.empty_text
    page.show_source(None, "", hidden=False)
    assert not page.details.isVisible()
    assert page.said.empty_text == ""
    page.forget()


def test_a_project_that_cannot_be_changed_can_be_looked_at(page: SourcesPage) -> None:
    page.dress(LABELS, {}, "light", writable=False)
    show(page, 0)
    assert not any(part.isEnabled() for part in (page.new, page.merge, page.remove))


def test_every_part_has_a_name(page: SourcesPage) -> None:
    show(page, 0)
    for part in (page.field, page.list, page.said, page.timeline):
        assert part.accessibleName()


def test_the_page_has_room_in_a_small_window(page: SourcesPage) -> None:
    show(page, 0)
    assert page.minimumSizeHint().width() <= 720
