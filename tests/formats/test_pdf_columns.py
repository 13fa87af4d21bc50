"""Pieces of lines find the order in which a person reads them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.pdf_columns import blocks, is_right_to_left
from annotator.formats.pdf_page import Piece


def piece(text: str, left: float, row: float, width: float | None = None) -> Piece:
    """Words in a row; rows are 14 points apart, a letter is 5 wide."""
    wide = 5 * len(text) if width is None else width
    return Piece(text, left, 14 * row, left + wide, 14 * row + 11, 11, 20)


def column(name: str, left: float, rows: int, first: float = 0) -> list[Piece]:
    return [piece(f"column {name} has a line {row}", left, first + row) for row in range(rows)]


def texts(pieces: list[Piece]) -> list[list[str]]:
    return [[line.text for line in block] for block in blocks(pieces)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = column("a", 50, 5), column("b", 250, 5)
    expected = [[line.text for line in left], [line.text for line in right]]
    assert texts([*right, *left]) == expected


def test_lines_of_columns_need_not_stand_beside_each_other() -> None:
    left, right = column("a", 50, 6), column("b", 250, 4, 0.5)
    assert texts(left + right) == [[line.text for line in left], [line.text for line in right]]


def test_three_columns_and_what_runs_across_them() -> None:
    columns = [column(name, 50 + 200 * at, 4, 2) for at, name in enumerate("abc")]
    head, foot = piece("a heading over all of them", 50, 0, 520), piece("and a line below them all", 50, 7, 520)
    expected = [[head.text], *([line.text for line in lines] for lines in columns), [foot.text]]
    assert texts([foot, *columns[2], *columns[0], *columns[1], head]) == expected


def test_a_headline_and_ragged_lines_leave_columns_as_they_are() -> None:
    """What is white at the right of headline, byline and the first short lines does not make them one table."""
    head, byline = piece("a headline over both columns", 50, 0, 300), piece("by somebody", 50, 1)
    left = column("a", 50, 6, 2)
    right = [
        piece("column b has a line of some length" if row > 3 else "column b, line", 250, row) for row in range(2, 8)
    ]
    expected = [[head.text, byline.text], [line.text for line in left], [line.text for line in right]]
    assert texts([head, byline, *left, *right]) == expected


def test_lines_with_wide_spaces_are_no_columns() -> None:
    """Words of a narrow column that is set to fill its width, by chance below each other."""
    rows = [[piece("some words", 50, row), piece("at the end", 150, row)] for row in range(4)]
    assert texts([word for row in rows for word in row]) == [["some words\tat the end"] * 4]


def test_wide_spaces_in_a_column_are_spaces() -> None:
    left = [word for row in range(8) for word in (piece("some words", 50, row), piece("here", 150, row))]
    left[0:2] = [piece("some words all of one line", 50, 0, 120)]
    right = column("b", 260, 8)
    assert texts([*left, *right]) == [
        ["some words all of one line"] + ["some words here"] * 7,
        [line.text for line in right],
    ]


def test_columns_of_arabic_are_read_from_the_right() -> None:
    left = [piece("هذا هو العمود الثاني هنا", 50, row) for row in range(4)]
    right = [piece("وهذا هو العمود الأول هنا", 250, row) for row in range(4)]
    assert [block[0] for block in texts(left + right)] == [right[0].text, left[0].text]
    assert is_right_to_left(left)


def test_a_table_is_read_across() -> None:
    cells = [piece(f"c{row}{at}", 50 + 100 * at, row) for row in range(4) for at in range(3)]
    assert texts(cells) == [[f"c{row}0\tc{row}1\tc{row}2" for row in range(4)]]


def test_near_pieces_are_one_line() -> None:
    assert texts([piece("T", 50, 0, 8), piece("he mayor", 59, 0), piece("said", 110, 0)]) == [["The mayor said"]]


def test_nothing_has_no_lines() -> None:
    assert blocks([]) == []


places = st.tuples(st.integers(0, 300), st.floats(0, 20), st.integers(1, 200), st.sampled_from(["a" * 20, "b", "א"]))


@given(st.lists(places, max_size=30))
def test_no_piece_is_lost(drawn: list[tuple[int, float, int, str]]) -> None:
    pieces = [piece(text, left, row, width) for left, row, width, text in drawn]
    read = "".join(line.text for block in blocks(pieces) for line in block)
    assert sorted(read.replace(" ", "").replace("\t", "")) == sorted("".join(piece.text for piece in pieces))
