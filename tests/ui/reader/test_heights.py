"""Heights and places agree with plain sums."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.reader.heights import Heights


@given(st.lists(st.integers(1, 90), min_size=1, max_size=700), st.data())
def test_places_agree_with_plain_sums_after_any_correction(sizes: list[int], data: st.DataObject) -> None:
    heights = Heights(sizes)
    for _ in range(3):
        at = data.draw(st.integers(0, len(sizes) - 1))
        sizes[at] = data.draw(st.integers(1, 90))
        heights[at] = sizes[at]
    tops = list(accumulate(sizes, initial=0))
    assert heights.total == tops[-1]
    y = data.draw(st.integers(-5, tops[-1] + 5))
    found = heights.at(y)
    assert heights.top(found) == pytest.approx(tops[found])
    if 0 <= y < tops[-1]:
        assert tops[found] <= y < tops[found + 1]
