"""Frames around suggested words."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.layout import BlockLayout, Fragment, Setting
from annotator.ui.reader.suggestion_marks import NONE, Frame, draw_frame, frames_on
from tests.ui.reader.test_suggested import suggestion

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


def drawn(frame: Frame, *, rtl: bool = False, strong: bool = False) -> QImage:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_frame(painter, QColor("#000000"), QRectF(10, 10, 40, 20), frame, rtl=rtl, strong=strong)
    painter.end()
    return picture


def inked(picture: QImage, columns: range) -> int:
    rows = range(14, 27)
    return sum(picture.pixelColor(x, y).lightness() < 200 for x in columns for y in rows)


def test_it_is_closed_on_the_side_where_the_reading_begins() -> None:
    only = Frame(Suggestion("quote", (Span(0, 4),), "cues", "marks"), Fragment(0, 10, 50), 0, begins=True, ends=False)
    left, right = range(6, 12), range(48, 56)
    assert inked(drawn(only), left) > 0 == inked(drawn(only), right)
    assert inked(drawn(only, rtl=True), right) > 0 == inked(drawn(only, rtl=True), left)
    assert drawn(only) != drawn(only, strong=True)
