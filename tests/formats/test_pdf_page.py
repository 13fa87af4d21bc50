"""A page comes apart into pieces of lines that know where they stand."""

import pypdfium2
import pytest

from annotator.formats.pdf_page import Page, read_page
from tests.formats.office_files import Line, pdf


def page_of(lines: list[Line], entry: bytes = b"", picture: bool = False) -> Page:
    """The first page of a file with these lines; `entry` goes into the page's dictionary."""
    content = pdf([lines], pictures=[1] if picture else []).replace(b"/MediaBox", entry + b"/MediaBox")
    return read_page(pypdfium2.PdfDocument(content)[0])


def test_wide_gaps_cut_a_line() -> None:
    pieces = page_of([Line(50, 700, "left words"), Line(300, 700, "right words")]).upright
    assert [piece.text for piece in pieces] == ["left words", "right words"]
    left, right = pieces
    assert (round(left.left), round(right.left)) == (50, 300)
    assert left.top == pytest.approx(right.top)
    assert left.first < left.right - left.left


def test_further_down_is_a_larger_number() -> None:
    upper, lower = page_of(written := [Line(50, 700, "upper"), Line(50, 680, "lower")]).upright
    assert lower.top > upper.top
    assert [piece.text for piece in (upper, lower)] == [line.text for line in written]


def test_a_hyphen_does_not_run_a_line_into_the_next() -> None:
    pieces = page_of([Line(50, 700, "the inter-"), Line(50, 686, "national one")]).upright
    assert [piece.text for piece in pieces] == ["the inter-", "national one"]


def test_a_page_that_is_turned_is_seen_upright() -> None:
    """Words drawn on their side, on a page that is shown turned: as tables across a page are made."""
    content = pdf([[Line(50, 700, "some words")]]).replace(b"BT /F1 11 Tf 50 700 Td", b"BT /F1 11 Tf 0 1 -1 0 99 99 Tm")
    lying = read_page(pypdfium2.PdfDocument(content)[0])
    assert ([piece.text for piece in lying.turned], lying.upright) == (["some words"], [])
    shown = read_page(pypdfium2.PdfDocument(content.replace(b"/MediaBox", b"/Rotate 90/MediaBox"))[0])
    assert ([piece.text for piece in shown.upright], shown.turned) == (["some words"], [])


def test_a_picture_with_few_letters_is_a_scan() -> None:
    assert page_of([Line(50, 50, "stamp")], picture=True).scanned
    assert not page_of([Line(50, 50, "stamp")]).scanned
    assert not page_of([Line(50, 50 + 20 * row, "words of a page") for row in range(9)], picture=True).scanned


def test_a_page_with_one_narrow_column_is_read_across() -> None:
    """PDFium takes such a page for one that is written downwards."""
    column = [Line(430, 700 - 14 * row, f"line {row} of a column") for row in range(20)]
    pieces = page_of([Line(50, 800, "The Harbour Report"), *column, Line(200, 30, "2")]).upright
    assert [piece.text for piece in pieces] == ["The Harbour Report", *(line.text for line in column), "2"]


def test_words_that_stand_on_their_side_stay_whole() -> None:
    sideways = [b"BT /F1 11 Tf 0 1 -1 0 %d 99 Tm (some words) Tj ET" % (90 + 14 * row) for row in range(9)]
    content = pdf([[Line(50, 700, "some words")]]).replace(
        b"BT /F1 11 Tf 50 700 Td (some words) Tj ET", b"".join(sideways)
    )
    lying = read_page(pypdfium2.PdfDocument(content)[0])
    assert "".join(piece.text for piece in lying.turned).count("some words") == 9
