"""What a search finds is plain: equal when it says the same, and nothing without anything found."""

from uuid import UUID

from annotator.core.concordance import contexts
from annotator.core.search_results import Concordance, Line, Results
from annotator.core.spans import Span


def test_nothing_found_is_empty_and_has_no_more() -> None:
    assert Results() == Results((), False)
    assert Concordance() == Concordance((), False)


def test_lines_that_say_the_same_are_equal() -> None:
    one, other = (Line(UUID(int=1), "Rice", *contexts("the rice", [Span(4, 8)])) for _ in range(2))
    assert one == other
    assert one.context.word == "rice"
