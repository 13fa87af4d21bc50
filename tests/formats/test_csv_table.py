"""A row an annotation, which a spreadsheet can open and no cell of which is a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given

from annotator.core.records import DocumentRecord
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions, Writer, passages_of
from annotator.formats.csv_table import CsvTable
from annotator.formats.sheet_cells import protected, unprotected
from annotator.formats.sheet_rows import COLUMNS
from tests.formats.records import annotation, bare, document, framed, minister, place
from tests.formats.strange import TEXTS, documents

GOLDEN = Path(__file__).parent.parent / "golden"
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def written(*records: DocumentRecord, bom: bool = False) -> bytes:
    stream = io.BytesIO()
    CsvTable().write(records, stream, WriteOptions(bom=bom))
    return stream.getvalue()


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows as any reader of CSV finds them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_is_a_writer_and_says_what_it_loses() -> None:
    assert isinstance(CsvTable(), Writer)
    assert "Articles without annotations are not in it." in CsvTable().losses


def test_the_golden_file() -> None:
    assert written(minister(), framed(), bare()) == (GOLDEN / "table.csv").read_bytes()


def test_offsets_count_code_points_of_the_frozen_text() -> None:
    denial = rows(written(minister()))[2]
    assert (denial["start"], denial["end"], denial["text"]) == ("37", "55", "Pedagang membantah")
    assert (denial["before"], denial["after"]) == ('ta Menteri: "Harga beras turun." 😀 '[-32:], ".")
    assert (denial["sentence_index"], denial["sentence"]) == ("1", "Pedagang membantah.")
    assert (denial["note"], denial["annotator"], denial["created_at"]) == (
        "cek ulang",
        "Budi",
        "2026-01-02T03:04:05.678Z",
    )


def test_an_annotation_in_two_parts_is_one_row() -> None:
    record = framed()
    (row,) = rows(written(record))
    assert row["text"] == "“Kami rugi,” “setiap hari.”"
    stretches = [tuple(map(int, stretch.split(".."))) for stretch in row["segments"].split(" ")]
    assert [record.text[start:end] for start, end in stretches] == ["“Kami rugi,”", "“setiap hari.”"]
    assert row["title"] == "'-Harga Naik"
    assert row["note"] == "'=2+3"


def test_the_details_of_the_article_stand_behind_and_are_protected() -> None:
    (row,) = rows(written(framed()))
    assert COLUMNS[21:27] == ("byline", "published_at", "url", "status", "embargo_until", "source_note")
    assert (row["published_at"], row["embargo_until"]) == ("2026-01-01T08:00:00+07:00", "2026-01-02")
    assert (row["status"], row["source_note"], row["byline"]) == ("withheld", "'=Dari surel", "Ana")


def test_all_sentences_that_an_annotation_touches_are_shown() -> None:
    text = "Satu. Dua. Tiga."
    record = document(1, text, [Span(0, 6), Span(6, 11), Span(11, 16)], annotation(1, 1, "claim", (8, 13)))
    (row,) = rows(written(record))
    assert (row["sentence_index"], row["sentence"]) == ("1", "Dua. Tiga.")


def test_context_cuts_no_character() -> None:
    text = "👩‍👩‍👧" + "a" * 30 + "X" + "b" * 31 + "é́"
    record = document(1, text, [Span(0, len(text))], annotation(1, 1, "claim", place(text, "X")))
    (row,) = rows(written(record))
    assert (row["before"], row["after"]) == ("a" * 30, "b" * 31)


def test_rows_end_as_spreadsheets_end_them_and_newlines_are_quoted() -> None:
    text = "Satu,\n“dua”."
    content = written(document(1, text, [Span(0, 12)], annotation(1, 1, "claim", (0, 12))))
    assert content.split(b"\r\n")[0].decode() == ",".join(COLUMNS)
    assert content.count(b"\r\n") == 2
    assert '"Satu,\n“dua”."'.encode() in content


def test_a_byte_order_mark_is_written_when_asked_for() -> None:
    assert written(minister(), bom=True) == b"\xef\xbb\xbf" + written(minister())


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1", "\xa0 =1", "＝1", "＋1", "－1",
        "=HYPERLINK(\"http://x\")", "'=1", "''=1", "\0=1", "＠A", "\u200b=1", "  \ttab",
    ],
)  # fmt: skip
def test_a_cell_that_could_be_a_formula_is_defused_and_comes_back(cell: str) -> None:
    assert protected(cell) == "'" + cell
    assert unprotected(protected(cell)) == cell


@pytest.mark.parametrize("cell", ["", "a=1", "'tis", "''", "“=1”", "1-1", "Harga naik", "'"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert protected(cell) == cell
    assert unprotected(cell) == cell


@given(TEXTS)
def test_protecting_never_loses_anything(cell: str) -> None:
    assert unprotected(protected(cell)) == cell
    assert not protected(cell).lstrip().startswith(FORMULA_STARTS)


@given(documents())
def test_what_is_written_is_read_back(record: DocumentRecord) -> None:
    content = written(record, bare())
    assert list(CsvTable().passages(io.BytesIO(content))) == passages_of(record)
    for row in rows(content):
        assert set(row) == set(COLUMNS)
        assert not [cell for cell in row.values() if cell.startswith(FORMULA_STARTS)]
        assert unprotected(row["title"]) == record.title
        assert unprotected(row["file_name"]) == record.file_name


def test_a_very_long_cell_is_read_back() -> None:
    text = "kata " * 50_000
    record = document(1, text, [Span(0, len(text))], annotation(1, 1, "claim", (0, len(text))))
    assert list(CsvTable().passages(io.BytesIO(written(record)))) == passages_of(record)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Harga beras turun,", "Harga beras,", "not as long as its segments"),
        ("15..32", "15..33", "not as long as its segments"),
        ("15,32,", "15,33,", "not as long as its segments"),
        ("annotation_id,", "id,", "row of headings"),
        ("Budi,", "", "cells instead of"),
        ("Budi,", '"Budi,', "row"),
    ],
)
def test_a_table_that_does_not_hold_together_is_noticed(before: str, after: str, told: str) -> None:
    content = written(minister()).decode()
    assert before in content
    with pytest.raises(ValueError, match=told):
        list(CsvTable().passages(io.BytesIO(content.replace(before, after).encode())))
