"""A suggestion's extent."""

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion


def test_the_extent_reaches_from_the_first_segment_to_the_last() -> None:
    suggestion = Suggestion("quote", (Span(3, 9), Span(20, 31)), "cues", "said")
    assert suggestion.extent == Span(3, 31)
