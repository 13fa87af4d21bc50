"""Pieces of one annotation are put together, copies of one are not, and no two have the same key."""

from annotator.core.spans import Span
from annotator.formats.joined_pieces import apart, unused


def test_pieces_side_by_side_are_one_in_the_order_of_the_text() -> None:
    first, second = ("a", Span(0, 4)), ("b", Span(4, 9))
    assert list(apart([second, first])) == [[first, second]]


def test_pieces_over_each_other_are_each_for_themselves() -> None:
    first, second, third = ("a", Span(0, 5)), ("b", Span(4, 9)), ("c", Span(20, 21))
    assert list(apart([third, first, second])) == [[first], [second], [third]]


def test_a_key_that_is_used_gets_a_number() -> None:
    used: set[str] = set()
    assert [unused("k", used) for _ in range(3)] == ["k", "k-2", "k-3"]
    assert unused("k-2", used) == "k-2-2"
