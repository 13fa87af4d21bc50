"""Running heads and page numbers are told from text by what comes again."""

from annotator.formats import pdf_furniture
from annotator.formats.pdf_page import Piece


def page(*lines: str) -> list[Piece]:
    """Lines under each other, the first at the top of the page."""
    return [Piece(text, 50, 40 * row, 300, 40 * row + 12, 12, 20) for row, text in enumerate(lines)]


def kinds(*pages: list[Piece]) -> list[dict[str, str]]:
    found = pdf_furniture.find(pages)
    return [{pages[number][place].text: kind for place, kind in page.items()} for number, page in enumerate(found)]


def body(number: int) -> list[str]:
    words = "one two three four five six seven eight nine".split()
    return [f"{words[number]} {words[line]}" for line in range(7)]


def test_a_head_that_comes_again_is_a_running_head() -> None:
    found = kinds(*(page("Harbour Report", *body(number)) for number in range(3)))
    assert found == [{"Harbour Report": "running_head"}] * 3


def test_heads_of_left_and_right_pages_may_differ() -> None:
    heads = ["Harbour Report", "The Town"] * 3
    found = kinds(*(page(head, *body(number)) for number, head in enumerate(heads)))
    assert found == [{head: "running_head"} for head in heads]


def test_a_head_with_its_page_number_is_the_same_head() -> None:
    found = kinds(*(page(f"Harbour Report {number + 11}", *body(number)) for number in range(3)))
    assert [list(kinds.values()) for kinds in found] == [["running_head"]] * 3


def test_numbers_that_count_with_the_pages_are_page_numbers() -> None:
    found = kinds(*(page(*body(number), f"– {number + 17} –") for number in range(3)))
    assert found == [{f"– {number + 17} –": "page_number"} for number in range(3)]
    found = kinds(*(page(*body(number), f"Seite {number + 1} von 3") for number in range(3)))
    assert found == [{f"Seite {number + 1} von 3": "page_number"} for number in range(3)]


def test_the_number_of_a_single_page_is_one() -> None:
    assert kinds(page(*body(0), "1")) == [{"1": "page_number"}]
    assert kinds(page(*body(0), "2025")) == [{}]


def test_what_stands_once_or_in_the_middle_is_text() -> None:
    pages = [page(*body(number)[:4], "The same line", *body(number)[4:]) for number in range(4)]
    assert kinds(*pages) == [{}] * 4
    assert kinds(page("Harbour Report", *body(1)), page(*body(2)), page(*body(3))) == [{}] * 3


def test_pages_may_be_empty() -> None:
    assert kinds([], page("1"), []) == [{}, {}, {}]


def test_a_word_of_a_line_is_no_running_head() -> None:
    """Wide spaces cut a line; one of its words may come again on top of the next page."""
    words = [Piece("nobody", 50, 0, 90, 12, 12, 40), Piece("asked", 105, 0, 140, 12, 12, 35)]
    assert kinds(*([*words, *page("", *body(number))[1:]] for number in range(3))) == [{}] * 3
