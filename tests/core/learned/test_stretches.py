"""Stretches are asked which sentences they lie on."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.learned.stretches import Stretches, labels_on
from annotator.core.spans import Span


def test_the_share_of_a_sentence_counts_each_character_once() -> None:
    stretches = Stretches("abcdefghij" * 2, [Span(0, 4), Span(2, 5), Span(12, 14)])
    assert stretches.share_of(Span(0, 10)) == 0.5
    assert stretches.share_of(Span(10, 20)) == 0.2


def test_a_mark_alone_is_no_share() -> None:
    text = "“Go.” He went."
    assert Stretches(text, [Span(0, 7)]).share_of(Span(4, 6)) == 0
    assert Stretches(text, [Span(0, 7)]).share_of(Span(6, 14)) > 0


def test_labels_stand_on_the_sentences_that_they_touch() -> None:
    text = "One two. Three four. Five."
    extents = [Span(0, 8), Span(9, 20), Span(21, 26)]
    found = labels_on(text, extents, {"claim": [Span(4, 14)], "quote": [Span(21, 23)], "denial": []})
    assert found == [{"claim"}, {"claim"}, {"quote"}]


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: Span(one[0], one[0] + one[1])))


@given(SPANS, st.lists(st.integers(1, 49), unique=True))
def test_the_sweep_finds_what_looking_everywhere_finds(spans: list[Span], ends: list[int]) -> None:
    edges = [0, *sorted(ends), 50]
    extents = [Span(start, end) for start, end in pairwise(edges)]
    inside = {at for span in spans for at in range(*span)}
    swept = Stretches("x" * 50, spans)
    for extent in extents:
        assert swept.share_of(extent) == sum(at in inside for at in range(*extent)) / (extent[1] - extent[0])
