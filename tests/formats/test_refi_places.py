"""Places as each tool counts them, told by what its selections are named."""

import pytest

from annotator.core.spans import Span
from annotator.formats.line_ends import LineEnds
from annotator.formats.refi_places import Counting, counting_of

USUAL = Counting()


def named(start: int, end: int, name: str = "") -> dict[str, str]:
    return {"startPosition": str(start), "endPosition": str(end), "name": name}


@pytest.mark.parametrize(
    ("counting", "start", "end"),
    [(USUAL, 7, 12), (Counting(True), 7, 11), (Counting(False, True), 6, 11), (Counting(True, True), 6, 10)],
)
def test_each_way_finds_the_same_word(counting: Counting, start: int, end: int) -> None:
    lines = LineEnds("Harga\r\nberas\r\n")
    assert counting.place(lines, named(start, end)) == Span(6, 11)
    assert counting_of(lines, [named(start, end, "beras")], USUAL) == counting


def test_a_name_in_which_xml_has_made_spaces_of_line_ends_tells_too() -> None:
    lines = LineEnds("Harga\nberas naik")
    assert counting_of(lines, [named(0, 10, "Harga beras")], USUAL).end_included
    assert not counting_of(lines, [named(0, 11, "Harga beras")], USUAL).end_included


def test_where_names_are_no_words_it_is_as_usual() -> None:
    lines = LineEnds("Harga\r\nberas")
    for usual in (USUAL, Counting(line_ends_once=True)):
        assert counting_of(lines, [], usual) == usual
        assert counting_of(lines, [named(0, 3), named(0, 4, "1:1 Harga …"), named(900, 905, "x")], usual) == usual


def test_most_names_decide() -> None:
    lines = LineEnds("aab aab aab")
    given = [named(0, 2, "aab"), named(4, 6, "aab"), named(8, 10, "aa")]
    assert counting_of(lines, given, USUAL).end_included


@pytest.mark.parametrize(
    ("start", "end"), [("", "3"), ("0", "x"), ("-1", "3"), ("2", "2"), ("0", "9"), ("0", "9" * 30)]
)
def test_what_is_no_stretch_of_the_text_is_none(start: str, end: str) -> None:
    assert USUAL.place(LineEnds("Kata"), {"startPosition": start, "endPosition": end}) is None
