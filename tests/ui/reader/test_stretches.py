"""Stretches that are replaced are those that were given, and their union is right."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, covered
from annotator.ui.reader.stretches import Stretches

SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 12)))


@given(SPANS, st.lists(SPANS, max_size=4))
def test_the_union_is_right_after_every_replacement(first: list[Span], later: list[list[Span]]) -> None:
    kept = Stretches(first)
    former = first
    for present in later:
        assert set(former) ^ set(present) <= set(kept.replace(present)) <= {*former, *present}
        assert kept.union() == covered(present)
        former = present
    assert len(kept) == len(former)


@given(SPANS, SPANS, st.integers(0, 70))
def test_one_more_or_one_less_is_joined_in_its_place(spans: list[Span], more: list[Span], at: int) -> None:
    kept = Stretches(spans)
    for span in more:
        spans = sorted([*spans, span])
        kept.replace(spans)
    while spans:
        del spans[at % len(spans)]
        kept.replace(spans)
        assert kept.union() == covered(spans)
        assert kept.reach(at) == max([end for start, end in covered(spans) if start <= at < end], default=at)
