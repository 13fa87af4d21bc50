"""Marks and quotations are found by the place they have in the text."""

from annotator.core.records import Doubt, DoubtKind, Quotation, Quotations
from annotator.core.spans import Span
from annotator.ui.reader.quoted import Quoted

DOUBTS = tuple(Doubt(at, at + 1, DoubtKind.UNCLOSED) for at in (5, 9, 40))


def quotation(*segments: tuple[int, int], closer: str = "”", depth: int = 0) -> Quotation:
    return Quotation(tuple(Span(*one) for one in segments), "“", closer, depth)


def test_the_marks_of_a_stretch_are_those_that_begin_on_it() -> None:
    quoted = Quoted(Quotations((), DOUBTS))
    assert [doubt.start_char for doubt in quoted.doubts_on(Span(5, 40))] == [5, 9]
    assert quoted.doubts_on(Span(10, 40)) == ()
    assert Quoted().doubts_on(Span(0, 99)) == ()


def test_the_next_mark_is_the_first_again_after_the_last() -> None:
    quoted = Quoted(Quotations((), DOUBTS))
    assert [quoted.next_doubt(after) for after in (-1, 5, 8, 9, 40)] == [0, 1, 1, 2, 0]
    assert Quoted().next_doubt(0) == -1


def test_a_quotation_runs_through_a_stretch_when_it_goes_on_beyond_it() -> None:
    found = (quotation((10, 20), (22, 30)), quotation((40, 44)), quotation((41, 43), depth=1))
    quoted = Quoted(Quotations((*found, quotation((50, 90), closer="")), ()))
    whole = Span(10, 30)
    assert [quoted.running_through(Span(*one)) for one in ((0, 11), (12, 14), (22, 35))] == [whole, whole, whole]
    assert [quoted.running_through(Span(*one)) for one in ((5, 35), (0, 10), (30, 42))] == [None, None, Span(40, 44)]
    assert quoted.running_through(Span(36, 48)) is None
    assert quoted.running_through(Span(60, 70)) is None
    assert Quoted().running_through(Span(0, 9)) is None
