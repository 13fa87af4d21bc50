"""Overlapping labels get lanes; strokes lie on their words."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.records import Doubt, DoubtKind
from annotator.core.schema import Pattern
from annotator.core.spans import Span
from annotator.ui.reader.decorations import (
    assign_lanes,
    decorate,
    draw_join,
    draw_pattern,
    draw_ring,
    extra_lanes,
    lane_offset,
)
from annotator.ui.reader.layout import BlockLayout, Setting
from annotator.ui.reader.typography import Typography
from tests.ui.reader.articles import annotation

EXTENTS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=12)


@given(EXTENTS)
def test_no_two_on_the_same_text_share_a_lane(pairs: list[tuple[int, int]]) -> None:
    extents = [(UUID(int=n), Span(start, start + length)) for n, (start, length) in enumerate(pairs)]
    lanes = assign_lanes(extents)
    for key, span in extents:
        for other, second in extents:
            assert key == other or lanes[key] != lanes[other] or not span.overlaps(second)


def test_segments_of_one_annotation_are_tied_and_start_on_one_line(qtbot: QtBot) -> None:
    text = "one two three four"
    block = BlockLayout(text, Setting(Typography().body, 900, 30))
    parted, inner = annotation("quote", (0, 3), (8, 13)), annotation("claim", (8, 13))
    drawn = decorate(block, Span(0, len(text)), [parted, inner])
    assert [stroke.joins for stroke in drawn.strokes if stroke.annotation is parted] == [False, True, False]
    assert drawn.lanes == 2
    assert drawn.starts == {0: [parted, inner]}


def test_every_lane_is_as_far_from_the_next_and_more_than_two_ask_for_room() -> None:
    assert [lane_offset(lane, 5, 3) for lane in (0, 1, 4)] == [5, 8, 17]
    nested = [annotation("claim", (0, end)) for end in (30, 20)]
    block = Span(0, 40)
    assert extra_lanes(block, nested) == 0
    assert extra_lanes(block, [*nested, annotation("quote", (0, 5)), annotation("quote", (2, 5))]) == 2
    assert extra_lanes(block, [*nested, annotation("quote", (30, 35))]) == 0


def test_segments_are_marked_where_their_annotation_goes_on_elsewhere(qtbot: QtBot) -> None:
    there = annotation("quote", (0, 4), (10, 14), (50, 60))
    layout = BlockLayout("some words that stand in one block", Setting(Typography().body, 600, 30))
    first, join, second = decorate(layout, Span(0, 34), [there]).strokes
    assert (first.begins, first.ends) == (False, True)
    assert (second.begins, second.ends) == (True, True)
    assert join.joins
    layout = BlockLayout("some words that stand in one block", Setting(Typography().body, 600, 30))
    (last,) = decorate(layout, Span(40, 74), [there]).strokes
    assert (last.begins, last.ends) == (True, False)
    (whole,) = decorate(layout, Span(0, 34), [annotation("quote", (0, 4))]).strokes
    assert (whole.begins, whole.ends) == (False, False)


def drawn(pattern: Pattern | None) -> QImage:
    image = QImage(120, 14, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    if pattern is None:
        draw_join(painter, QColor("black"), QRectF(10, 7, 100, 0))
    else:
        draw_pattern(painter, pattern, QColor("black"), QRectF(10, 7, 100, 0), 2)
    painter.end()
    return image


def test_every_pattern_looks_different_and_stays_within_its_text(qtbot: QtBot) -> None:
    images = [drawn(pattern) for pattern in (*Pattern, None)]
    for number, image in enumerate(images):
        assert all(image != other for other in images[number + 1 :])
        for x in (*range(9), *range(112, 120)):
            assert all(image.pixelColor(x, y) == QColor("white") for y in range(14))


@pytest.mark.parametrize("pattern", list(Pattern))
def test_a_pattern_leaves_ink(qtbot: QtBot, pattern: Pattern) -> None:
    image = drawn(pattern)
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(10, 110) for y in range(14))
    assert dark > 40


def test_a_suspicious_mark_has_a_ring_where_it_is_drawn(qtbot: QtBot) -> None:
    text = "She said “no and left."
    block = BlockLayout(text, Setting(Typography().body, 900, 30))
    doubts = [Doubt(109, 110, DoubtKind.UNCLOSED), Doubt(108, 109, DoubtKind.SPACED)]
    drawn = decorate(block, Span(100, 100 + len(text)), [], doubts)
    (ring,) = drawn.rings  # a space leaves no ink
    assert ring.doubt == doubts[0]
    assert block.x_of(9) - 2 < ring.box.center().x() < block.x_of(10) + 2
    assert (drawn.strokes, drawn.lanes) == ((), 0)
    both = decorate(block, Span(100, 100 + len(text)), [annotation("claim", (100, 110))], doubts)
    assert (len(both.strokes), both.rings) == (1, drawn.rings)


def test_a_ring_leaves_what_it_rings_free_and_its_ground_fills_it(qtbot: QtBot) -> None:
    for ground, filled in ((None, False), (QColor("black"), True)):
        image = QImage(30, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_ring(painter, QColor("black"), ground, QRectF(5, 5, 20, 20), 2)
        painter.end()
        assert (image.pixelColor(15, 15) == QColor("black")) is filled
        assert image.pixelColor(15, 5) == QColor("black")
        assert image.pixelColor(2, 15) == QColor("white")
