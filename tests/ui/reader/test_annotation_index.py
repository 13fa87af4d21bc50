"""Annotations are found by the text they lie on."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.ui.reader.annotation_index import AnnotationIndex
from tests.ui.reader.articles import annotation

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPANS, max_size=12), st.integers(0, 12), SPANS)
def test_finds_what_a_plain_search_finds(spans: list[tuple[int, int]], dropped: int, place: tuple[int, int]) -> None:
    records = [annotation("claim", span) for span in spans]
    index = AnnotationIndex(records)
    for record in records[:dropped]:
        assert index.drop(record.id) == record
    wanted = {record.id for record in records[dropped:] if record.extent.overlaps(Span(*place))}
    assert {record.id for record in index.overlapping(Span(*place))} == wanted
    assert index.is_tagged(Span(*place)) == bool(wanted)


def test_a_gap_between_segments_is_not_tagged_and_the_longer_comes_first() -> None:
    parted, inner = annotation("quote", (0, 5), (900, 950)), annotation("claim", (0, 3))
    index = AnnotationIndex([inner, parted])
    assert not index.is_tagged(Span(6, 890))
    assert index.overlapping(Span(0, 9)) == [parted, inner]
    assert index.put(inner) == inner
    assert len(index) == 2
