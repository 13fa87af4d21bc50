"""Lines become paragraphs, and hyphens go where they only break a word."""

import pytest

from annotator.formats.pdf_lines import Paragraph, Words, joined, paragraphs, run_on
from annotator.formats.pdf_page import Piece


def line(text: str, row: float, left: float = 50, right: float = 350, height: float = 11) -> Piece:
    return Piece(text, left, 14 * row, right, 14 * row + height, height, 25)


def of(*lines: str, full: bool = True, indented: bool = False, height: float = 11) -> Paragraph:
    return Paragraph(list(lines), height, full, indented)


def texts(*lines: Piece) -> list[list[str]]:
    return [paragraph.lines for paragraph in paragraphs(lines)]


def test_full_lines_are_one_paragraph() -> None:
    assert texts(line("a", 0), line("b", 1), line("c", 2, right=200)) == [["a", "b", "c"]]


@pytest.mark.parametrize(
    "second",
    [
        line("b", 2.5),
        line("b", 1, left=65),
        line("b", 1, height=16),
        line("• b", 1),
        line("12. b", 1),
        line("b\tc", 1),
        line("b", -3),
    ],
    ids=["further down", "indented", "taller", "item", "number", "row of a table", "higher up"],
)
def test_a_paragraph_begins(second: Piece) -> None:
    third = second._replace(text="c", left=50, top=second.top + 14, bottom=second.bottom + 14)
    assert texts(line("a", 0), line("aa", 1)._replace(top=14, bottom=25), line("z", 2))[0] == ["a", "aa", "z"]
    assert texts(line("a", 0), second, third)[0] == ["a"]


def test_room_for_the_next_word_ends_a_paragraph() -> None:
    assert texts(line("a", 0), line("b", 1, right=300), line("c", 2)) == [["a", "b"], ["c"]]
    assert texts(line("a", 0), line("b", 1, right=335), line("c", 2)) == [["a", "b", "c"]]


def test_paragraphs_of_one_line_are_indented_one_after_the_other() -> None:
    lines = [line("a", 0), line("b", 1), line("c", 2, left=65, right=300), line("d", 3, left=65), line("e", 4)]
    assert texts(*lines) == [["a", "b"], ["c"], ["d", "e"]]


def test_lines_of_arabic_are_indented_from_the_right() -> None:
    lines = [line("سطر", 0), line("سطر آخر", 1), line("فقرة", 2, right=335), line("نهاية", 3)]
    assert texts(*lines) == [["سطر", "سطر آخر"], ["فقرة", "نهاية"]]


def test_a_heading_in_the_middle_stays_together() -> None:
    body = [line(f"body {row}", 3 + row) for row in range(3)]
    heading = [line("A heading of two", 0, 100, 300), line("lines here", 1, 120, 280)]
    assert texts(*heading, *body)[0] == ["A heading of two", "lines here"]


def test_it_runs_on_when_the_sentence_does() -> None:
    assert run_on(of("the mayor of the"), of("town said"))
    assert run_on(of("市长承认去年的"), of("错误"))
    for before, after in [
        (of("the end."), of("town said")),
        (of("the mayor", full=False), of("town said")),
        (of("the mayor"), of("The town")),
        (of("the mayor"), of("town said", indented=True)),
        (of("the mayor"), of("town said", height=14)),
        (of("the mayor"), of("a) town")),
    ]:
        assert not run_on(before, after)


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "expected"),
    [
        ("the inter-", "national bridge", "", "the international bridge"),
        ("the inter\xad", "national bridge", "", "the international bridge"),
        ("the inter\u2010", "national bridge", "", "the international bridge"),
        ("a long-", "lasting debt", "a long-lasting one", "a long-lasting debt"),
        ("a foot-", "note here", "see the foot note or the footnote", "a footnote here"),
        ("a well-", "known name", "it is well and widely known", "a well-known name"),
        ("the anak-", "anak di sana", "", "the anak-anak di sana"),
        ("an Anglo-", "Saxon word", "", "an Anglo-Saxon word"),
        ("the COVID-", "19 wave", "", "the COVID- 19 wave"),
        ("a pause -", "and then", "", "a pause - and then"),
        ("市长承认", "去年的错误", "", "市长承认去年的错误"),
        ("the mayor", "said so", "", "the mayor said so"),
        ("she said—", "and left", "", "she said—and left"),
    ],
)
def test_what_stands_between_two_lines(before: str, after: str, elsewhere: str, expected: str) -> None:
    words = Words([before, after, f"x {elsewhere} x"])
    assert joined(of(before, after), words) == expected


def test_where_no_words_are_broken_hyphens_stay() -> None:
    lines = [f"line {number} of a text" for number in range(60)]
    assert joined(of("a user-", "made thing"), Words([*lines, "a user-", "made thing"])) == "a user-made thing"
    assert joined(of("a user-", "made thing"), Words([*lines, *["br-", "oken"] * 9])) == "a usermade thing"
