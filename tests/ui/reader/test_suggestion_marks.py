"""Frames around suggested words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.layout import BlockLayout, Fragment, Setting
from annotator.ui.reader.suggestion_marks import NONE, Frame, draw_dots, draw_frame, frames_on
from tests.ui.reader.test_suggested import suggestion

Draw = Callable[..., None]
TEXT = "The minister said that prices would fall by spring, while members of parliament asked for evidence."


@pytest.fixture
def layout(qtbot: QtBot) -> BlockLayout:
    font = QFont("DejaVu Serif")
    font.setPixelSize(19)
    return BlockLayout(TEXT, Setting(font, 300, 30))


def test_a_frame_is_closed_where_the_words_begin_and_end_and_open_between(layout: BlockLayout) -> None:
    found = frames_on(layout, Span(100, 100 + len(TEXT)), [suggestion((104, 100 + len(TEXT)))])
    assert len(found.frames) == len(layout.lines) > 1
    assert [one.begins for one in found.frames] == [True] + [False] * (len(found.frames) - 1)
    assert [one.ends for one in found.frames] == [False] * (len(found.frames) - 1) + [True]
    assert list(found.starts) == [0]


def test_what_goes_on_in_the_next_block_is_open(layout: BlockLayout) -> None:
    before_and_after = suggestion((0, 1000))
    found = frames_on(layout, Span(100, 100 + len(TEXT)), [before_and_after])
    assert not any(one.begins or one.ends for one in found.frames)
    assert found.starts == {}


def test_frames_on_the_same_words_lie_in_each_other(layout: BlockLayout) -> None:
    block = Span(0, len(TEXT))
    outer, inner, later = suggestion((0, 30)), suggestion((4, 30), label="claim"), suggestion((40, 50))
    depths = {one.suggestion: one.depth for one in frames_on(layout, block, [outer, inner, later]).frames}
    assert depths == {outer: 0, inner: 1, later: 0}


def test_nothing_suggested_draws_nothing(layout: BlockLayout) -> None:
    assert frames_on(layout, Span(0, len(TEXT)), []) == NONE


ONLY = Frame(Suggestion("quote", (Span(0, 4),), "cues", "marks"), Fragment(0, 10, 50), 0, begins=True, ends=False)
LEFT, RIGHT = range(6, 13), range(47, 56)


def drawn(draw: Draw, area: QRectF, *, rtl: bool = False) -> QImage:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw(painter, QColor("#000000"), area, ONLY, rtl=rtl)
    painter.end()
    return picture


def inked(picture: QImage, columns: range) -> int:
    rows = range(15, 24)
    return sum(picture.pixelColor(x, y).lightness() < 200 for x in columns for y in rows)


@pytest.mark.parametrize(("draw", "area"), [(draw_frame, QRectF(10, 10, 40, 20)), (draw_dots, QRectF(10, 26, 40, 12))])
def test_it_is_closed_on_the_side_where_the_reading_begins(draw: Draw, area: QRectF) -> None:
    assert inked(drawn(draw, area), LEFT) > 0 == inked(drawn(draw, area), RIGHT)
    assert inked(drawn(draw, area, rtl=True), RIGHT) > 0 == inked(drawn(draw, area, rtl=True), LEFT)
