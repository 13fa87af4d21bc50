"""What spans draw on a block: which pieces, in which lane, and where they begin."""

from uuid import uuid4

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.passages.shown_span import ShownSpan, drawn_on, extra_lanes, lanes_of
from annotator.ui.reader.layout import BlockLayout, Setting

TEXT = "The mayor denied that the bridge had been closed, and left the hall."


def a_span(*segments: tuple[int, int], mark: str = "") -> ShownSpan:
    return ShownSpan(uuid4(), tuple(Span(*segment) for segment in segments), None, mark)


@pytest.fixture
def layout(qtbot: QtBot) -> BlockLayout:
    return BlockLayout(TEXT, Setting(QFont(), 10_000.0, 30.0))


def test_each_segment_is_a_piece_and_dots_join_them(layout: BlockLayout) -> None:
    found = drawn_on(layout, Span(0, len(TEXT)), [a_span((4, 9), (22, 28))])
    assert [piece.joins for piece in found.pieces] == [False, True, False]
    lefts = [piece.fragment.left for piece in found.pieces]
    assert lefts == sorted(lefts)


def test_spans_that_overlap_have_lanes_of_their_own_and_others_share_one() -> None:
    whole, inside, after = a_span((0, 40)), a_span((4, 9)), a_span((50, 60))
    lanes = lanes_of(Span(0, len(TEXT)), [whole, inside, after])
    assert (lanes[whole.id], lanes[inside.id], lanes[after.id]) == (0, 1, 0)


def test_what_lies_on_another_block_draws_nothing_here(layout: BlockLayout) -> None:
    """The block begins at 100 in its text; the span reaches into it from before."""
    block = Span(100, 100 + len(TEXT))
    found = drawn_on(layout, block, [a_span((80, 90), (95, 109))])
    assert len(found.pieces) == 1
    assert found.starts == {}


def test_where_a_span_begins_is_told_by_line(layout: BlockLayout) -> None:
    first, second = a_span((0, 3)), a_span((4, 9))
    assert drawn_on(layout, Span(0, len(TEXT)), [first, second]).starts == {0: [first, second]}


def test_room_is_asked_for_from_the_third_lane_on() -> None:
    block = Span(0, len(TEXT))
    spans = [a_span((0, 40 - 5 * depth)) for depth in range(4)]
    assert [extra_lanes(block, spans[:count]) for count in range(5)] == [0, 0, 0, 1, 2]
