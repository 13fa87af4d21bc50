"""Only what is in view is laid out, and nothing jumps."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.reader.blocks import cut_blocks
from annotator.ui.reader.flow import Flow
from annotator.ui.reader.typography import Typography

TEXT = "\n\n".join("word " * (n % 40 + 1) for n in range(3000))


@pytest.fixture
def flow(qtbot: QtBot) -> Flow:
    made = Flow(TEXT, "", cut_blocks(TEXT, "", []), lambda block: [], lambda block: 0)
    made.set(Typography(), 500, 0)
    return made


def test_only_what_is_in_view_is_laid_out(flow: Flow) -> None:
    flow.jump(flow.heights.total / 2)
    shown = flow.in_view(600)
    assert 2 < len(shown) < 30
    assert len(flow._laid) == len(shown)


def test_walking_back_and_forth_moves_nothing(flow: Flow) -> None:
    flow.jump(flow.heights.total / 2)
    flow.in_view(600)
    before = [(laid.index, y) for laid, y in flow.in_view(600)]
    flow.walk(-333)
    flow.in_view(600)
    moved = {laid.index: y for laid, y in flow.in_view(600)}
    assert all(moved[index] == pytest.approx(y + 333) for index, y in before if index in moved)
    flow.walk(333)
    assert [(laid.index, y) for laid, y in flow.in_view(600)] == before


def test_the_end_of_the_text_ends_the_view(flow: Flow) -> None:
    flow.jump(flow.heights.total + 1000)
    flow.keep_within(600)
    laid, y = flow.in_view(600)[-1]
    assert laid.index == len(flow.blocks) - 1
    assert y + flow.heights[laid.index] == pytest.approx(600)


def test_blocks_are_found_by_span(flow: Flow) -> None:
    start = flow.blocks[7].start_char
    assert flow.blocks_on(Span(start, flow.blocks[8].start_char + 1)) == range(7, 9)
    assert flow.forget_decorations(Span(start, start + 1)) == []
    flow.laid(7).decoration = None
    assert flow.forget_decorations(Span(start, start + 1)) == [7]
