"""Suggestions by place, as long as nothing is decided on them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.annotation_index import AnnotationIndex
from annotator.ui.reader.suggested import Suggested
from tests.ui.reader.articles import annotation


def suggestion(*segments: tuple[int, int], label: str = "quote") -> Suggestion:
    return Suggestion(label, tuple(Span(*one) for one in segments), "cues", "marks")


LONG, SHORT, LAST = suggestion((0, 50)), suggestion((10, 20), label="claim"), suggestion((60, 70), (80, 90))
EVERY = (LONG, SHORT, LAST)
FREE = AnnotationIndex()


def test_those_on_a_stretch_with_a_segment_there() -> None:
    found = Suggested(reversed(EVERY))
    assert found.every == EVERY
    assert found.on(Span(15, 16), FREE) == [LONG, SHORT]
    assert found.on(Span(72, 78), FREE) == []
    assert found.on(Span(85, 200), FREE) == [LAST]


def test_one_is_decided_by_its_own_label_alone_and_open_again_when_that_goes() -> None:
    found, index = Suggested(EVERY), AnnotationIndex()
    tag = annotation("quote", (12, 14))
    index.put(tag)
    assert found.on(Span(12, 14), index) == [SHORT]
    assert found.number_open(index) == 2
    index.drop(tag.id)
    assert found.number_open(index) == 3


def test_what_a_change_reaches() -> None:
    assert Suggested(EVERY).reaching([Span(45, 46), Span(0, 1)]) == [Span(0, 50)]


def test_from_one_to_the_next_and_round() -> None:
    found, index = Suggested(EVERY), AnnotationIndex()
    assert found.next(0, index) == LONG
    assert found.next(LONG, index) == SHORT
    assert found.next(LAST, index) == LONG
    assert found.next(11, index) == LAST
    index.put(annotation("claim", (0, 11)))
    assert found.next(LONG, index) == LAST
    assert Suggested().next(0, index) is None


def test_a_tag_on_just_the_same_stretch_is_matched() -> None:
    found = Suggested(EVERY)
    assert found.match("quote", (Span(60, 70), Span(80, 90))) == LAST
    assert found.match("quote", (Span(60, 70),)) is None
    assert found.match("claim", (Span(0, 50),)) is None
    assert found.match("quote", ()) is None


spans = st.builds(lambda start, length: (start, start + length), st.integers(0, 200), st.integers(1, 60))


@given(st.lists(spans, max_size=12), spans)
def test_none_is_missed(places: list[tuple[int, int]], here: tuple[int, int]) -> None:
    every = [suggestion(place) for place in places]
    found = Suggested(every).on(Span(*here), FREE)
    assert sorted(one.extent for one in found) == sorted(
        one.extent for one in every if one.extent.overlaps(Span(*here))
    )
