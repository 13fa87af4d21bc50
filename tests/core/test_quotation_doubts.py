"""Odd pairs of quotation marks, and what counts as an article's own style."""

from annotator.core.quotation_doubts import odd_pairs
from annotator.core.records import DoubtKind, Quotation
from annotator.core.spans import Span


def pair(text: str, start: int, end: int) -> Quotation:
    return Quotation((Span(start, end),), text[start], text[end - 1], 0)


def kinds(text: str, *places: tuple[int, int]) -> list[DoubtKind]:
    return [doubt.kind for doubt in odd_pairs(text, [pair(text, *place) for place in places])]


def test_the_end_that_is_unlike_the_others_is_doubted() -> None:
    text = '“a” “b" "c”'
    assert [doubt[:2] for doubt in odd_pairs(text, [pair(text, at, at + 3) for at in (0, 4, 8)])] == [(6, 7), (8, 9)]


def test_ends_that_fit_together_raise_no_doubt() -> None:
    text = "„a“ «b» ‘c’ '\"'"
    assert kinds(text, (0, 3), (4, 7), (8, 11)) == []


def test_a_pair_used_again_and_again_is_the_style_of_the_article() -> None:
    assert kinds("“a“ “b“ “c“", (0, 3), (4, 7), (8, 11)) == []
    assert kinds("“a“ “b“", (0, 3), (4, 7)) == [DoubtKind.MIXED] * 2


def test_nothing_or_space_inside() -> None:
    assert kinds('"" "b"', (0, 2), (3, 6)) == [DoubtKind.EMPTY]
    assert kinds('" a" "b"', (0, 4), (5, 8)) == [DoubtKind.SPACED]
    assert kinds('" a" " b"', (0, 4), (5, 9)) == []
