"""Stretches in a row's columns, and back."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.store.stretches import stretch_columns, stretches_of
from annotator.store.tables import Annotation


def test_one_stretch_is_its_extent_and_several_are_listed_besides() -> None:
    assert stretch_columns([Span(3, 9)]) == {"start_char": 3, "end_char": 9, "segments": None}
    assert stretch_columns([Span(3, 9), Span(12, 15)]) == {
        "start_char": 3, "end_char": 15, "segments": [[3, 9], [12, 15]],
    }  # fmt: skip


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=8, unique=True).map(sorted))
def test_they_come_back_as_they_were(ends: list[int]) -> None:
    segments = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    assert stretches_of(Annotation(**stretch_columns(segments))) == segments
