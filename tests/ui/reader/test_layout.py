"""Positions and places on laid out lines agree, in every script."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.core.spans import is_boundary
from annotator.ui.reader.layout import BlockLayout, Setting
from annotator.ui.reader.typography import Typography

TEXTS = st.text(alphabet="abc d.\x00\u2028\u202eé👩\u200d🏽🚒\u0301شלم市場देव", min_size=1, max_size=80).filter(
    str.strip
)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def laid(text: str, width: float = 200) -> BlockLayout:
    return BlockLayout(text, Setting(Typography().body, width, 30))


@RELAXED
@given(TEXTS)
def test_lines_hold_all_of_the_text(qtbot: QtBot, text: str) -> None:
    lines = laid(text).lines
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert all(above.end == below.start and above.bottom == below.top for above, below in itertools.pairwise(lines))


@RELAXED
@given(st.text(alphabet="abc défg.🚒市場", min_size=1, max_size=80).filter(str.strip), st.data())
def test_a_position_is_found_where_it_is_drawn(qtbot: QtBot, text: str, data: st.DataObject) -> None:
    block = laid(text)
    position = data.draw(st.integers(0, len(text) - 1).filter(lambda at: is_boundary(text, at)))
    line = block.lines[block.line_of(position)]
    place = block.x_of(position)
    if place < line.right:
        assert block.position_at(place + 0.1, (line.top + line.bottom) / 2) == position


def test_a_range_of_mixed_text_covers_each_of_its_letters(qtbot: QtBot) -> None:
    text = "قال CNN في 2025 شيئاً"
    block = laid(text, 600)
    assert block.rtl
    (whole,) = block.fragments(0, len(text))
    assert whole.right == pytest.approx(600, abs=2)
    (number,) = block.fragments(*(text.index("2025"), text.index("2025") + 4))
    digits = [
        fragment
        for at in range(4)
        for fragment in block.fragments(text.index("2025") + at, text.index("2025") + at + 1)
    ]
    assert min(digit.left for digit in digits) == pytest.approx(number.left, abs=1)
    assert sum(digit.right - digit.left for digit in digits) == pytest.approx(number.right - number.left, abs=1)


def test_an_override_does_not_turn_the_text_around(qtbot: QtBot) -> None:
    block = laid("abc\u202edef", 400)
    assert block.x_of(4) < block.x_of(6)


def test_white_space_at_a_lines_end_is_left_out(qtbot: QtBot) -> None:
    text = "word " * 30
    block = laid(text)
    for fragment in block.fragments(0, len(text)):
        assert fragment.right <= block.lines[fragment.line].right + 0.5


def test_the_ink_of_a_mark_is_boxed_where_it_is_drawn(qtbot: QtBot) -> None:
    text = "He said “no” or „ja“"
    block = laid(text, 600)
    high, low = block.ink_box(8, 9), block.ink_box(16, 17)
    line = block.lines[0]
    assert block.x_of(8) - 2 < high.left() < high.right() < block.x_of(9) + 2
    assert line.top < high.top() < high.bottom() < line.baseline
    assert low.bottom() > line.baseline - 1
    assert low.top() > high.bottom()
    assert block.ink_box(8, 12).width() > 3 * high.width()
    assert block.ink_box(7, 8).isEmpty()


def test_the_ink_is_found_on_the_line_it_is_on_and_in_arabic(qtbot: QtBot) -> None:
    text = "قال الوزير «نعم» ثم ذهب إلى البيت وقال «لا»"
    block = laid(text)
    last = text.rindex("«")
    box, line = block.ink_box(last, last + 1), block.lines[block.line_of(last)]
    assert block.line_of(last) > 0
    assert line.top < box.top() < box.bottom() < line.bottom
    assert block.x_of(last + 1) - 2 < box.left() < box.right() < block.x_of(last) + 2
