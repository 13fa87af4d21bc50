"""Readings side by side: a sentence stands beside itself."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.disputes.columns_view import Column, ColumnsView
from annotator.ui.disputes.shown import spans_of
from annotator.ui.reader.typography import DARK
from tests.core.submitted import ANA, BEN
from tests.ui.disputes.made import LABELS, PEOPLE, SENTENCES, TEXT, article


def columns() -> list[Column]:
    there = article()
    groups = there.disputes.comparison.groups
    return [Column(PEOPLE[who], list(spans_of(there, who, LABELS, groups))) for who in (ANA, BEN)]


def shown(qtbot: QtBot, times: int = 1) -> ColumnsView:
    view = ColumnsView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    sentences = [Span(start + len(TEXT) * n, end + len(TEXT) * n) for n in range(times) for start, end in SENTENCES]
    view.show_text(TEXT * times, sentences, columns(), "en")
    return view


def test_it_is_drawn_in_both_directions_and_in_the_dark(qtbot: QtBot) -> None:
    view = shown(qtbot)
    light = view.grab().toImage()
    view.set_theme(DARK)
    dark = view.grab().toImage()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert len({bytes(image.constBits())[:400_000] for image in (light, dark, view.grab().toImage())}) == 3


def test_a_click_finds_the_span_of_its_column(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.grab()
    found: list[UUID] = []
    view.span_chosen.connect(found.append)
    line = view._head() + 20
    left, right = int(view._cell(0)[0]), int(view._cell(1)[0])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 60, line))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right + 60, line))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 60, 4))
    assert [key.int for key in found] == [1, 11]


def test_what_is_meant_comes_into_view_and_stays_there(qtbot: QtBot) -> None:
    view = shown(qtbot, times=80)
    assert view.verticalScrollBar().maximum() > 0
    late = Span(len(TEXT) * 79, len(TEXT) * 79 + 10)
    view.focus(late)
    at = view.verticalScrollBar().value()
    assert at > 0
    view.set_columns(columns())
    assert view.verticalScrollBar().value() == at
    view.grab()
    view.focus(None)
    view.resize(400, 200)
    assert not view.grab().isNull()


def test_nothing_is_shown_of_nothing(qtbot: QtBot) -> None:
    view = ColumnsView()
    qtbot.addWidget(view)
    view.show_text("", [], [], "en")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert not view.grab().isNull()
