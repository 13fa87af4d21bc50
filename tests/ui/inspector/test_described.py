"""Of an annotation of which nothing else is known, nothing else is shown."""

from annotator.ui.inspector.described import Described
from tests.ui.inspector.passages import tagged


def test_alone_it_has_no_sources_and_no_problems() -> None:
    one, other = Described(tagged()), Described(tagged())
    assert (one.sources, one.problems, one.returned) == ({}, (), "")
    assert one.sources is not other.sources
