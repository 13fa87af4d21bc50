"""Ctrl+K leads to commands, articles, sources and annotations, by the keyboard alone."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.spans import Span
from annotator.operations import annotations, sources
from annotator.ui.palette.entries import Entry, Group
from annotator.ui.palette.palette import Palette
from tests.ui.stage import Stage

RICE = "Rice prices\n\nRice prices rise again. The minister said rice is enough.\n"
FERRY = "New ferry\n\nThe ferry sails. The price of rice aboard stays.\n"


@pytest.fixture
def desk(stage: Stage) -> Stage:
    return stage.start().load(RICE).load(FERRY)


def go(stage: Stage, typed: str) -> Palette:
    """Press Ctrl+K and type; what fits has come."""
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = stage.session.palette_finding._palette
    assert isinstance(palette, Palette)
    stage.qtbot.waitUntil(palette.isActiveWindow)
    stage.settle()
    QTest.keyClicks(palette.field, typed)
    return palette


def take(stage: Stage, palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    stage.settle()


def shown(palette: Palette) -> list[str]:
    return [palette.entries.index(row, 0).data() for row in range(palette.entries.rowCount())]


def test_to_an_article_and_back_first_the_next_time(desk: Stage) -> None:
    palette = go(desk, "")
    assert shown(palette) == ["New ferry", "Rice prices"]
    QTest.keyClicks(palette.field, "rice pr")
    take(desk, palette)
    assert desk.document.title == "Rice prices"
    assert QApplication.focusWidget() is desk.window.reader
    assert shown(go(desk, ""))[0] == "Rice prices"


def test_to_a_command_that_works_in_the_text(desk: Stage) -> None:
    desk.window.reader.focus_sentence(1)
    take(desk, go(desk, "> quote"))
    assert desk.labels_here() == ["quote"]
    take(desk, go(desk, "undo"))
    assert desk.labels_here() == []


def test_a_command_that_cannot_be_used_now_is_not_offered(desk: Stage) -> None:
    assert "Redo" not in shown(go(desk, "> redo"))


def test_to_an_annotation_in_another_article(desk: Stage) -> None:
    workspace, who = desk.session.workspace, desk.session.annotator_id
    rice = next(one for one in desk.session.listing.newest_first() if one.title == "Rice prices")
    start = RICE.index("The minister")
    annotations.add_annotation(workspace, rice.id, [Span(start, start + 34)], "claim", who)
    desk.settle()
    palette = go(desk, "# minister")
    assert shown(palette) == ["The minister said rice is enough."]
    take(desk, palette)
    assert desk.document.id == rice.id
    assert desk.window.reader.current_annotation().label == "claim"


def test_to_a_source_and_protected_ones_stay_masked(desk: Stage) -> None:
    workspace, who = desk.session.workspace, desk.session.annotator_id
    made = sources.add_source(workspace, "Rina Hasan", who)
    sources.add_source(workspace, "Joko Kelam", who, protected=True, aliases=["Jack"])
    desk.settle()
    palette = go(desk, "@joko")
    assert len(shown(palette)) == 1
    assert "Joko" not in str([palette.entries.data(palette.entries.index(0, 0), role) for role in range(300)])
    palette.field.clear()
    gone_to: list[object] = []
    desk.session.sourcing.show = gone_to.append
    QTest.keyClicks(palette.field, "rina")
    assert shown(palette)[0] == "Rina Hasan"
    take(desk, palette)
    assert gone_to == [made.id]


def test_it_closes_with_the_project(desk: Stage) -> None:
    palette = go(desk, "")
    desk.app.projects.close()
    assert not palette.isVisible()


def test_it_answers_within_moments_with_ten_thousand_articles(desk: Stage) -> None:
    palette = go(desk, "")
    title = "The minister of region {n} denies that prices rise again after the flood"
    articles = (Entry(Group.ARTICLE, n, title.format(n=n)) for n in range(10_000))
    desk.session.palette_finding._entries.put(Group.ARTICLE, articles)
    taken = []
    for letter in "region 77":
        begun = time.perf_counter()
        QTest.keyClicks(palette.field, letter)
        taken.append(time.perf_counter() - begun)
    assert shown(palette)[0] == "The minister of region 77 denies that prices rise again after the flood"
    assert sorted(taken)[len(taken) // 2] < 0.1
