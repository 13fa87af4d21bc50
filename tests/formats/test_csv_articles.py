"""Tables as text: whatever they are apart by and saved as, and how little a hostile one may cost."""

import csv
import io
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions
from annotator.formats.csv_articles import CsvArticles, csv_sheet
from annotator.formats.limits import Limits
from tests.formats.records import framed, minister
from tests.formats.test_csv_table import written
from tests.formats.workbooks import outcome

HEAD = ("Judul", "Isi", "Sumber")
ROWS = (("Satu", "Beras mahal, kata Siti; “ya”.\nBaris dua.", "Kantor"), ("Dua", 'Ia bilang "tidak".', "Berita|Kita"))


def table(delimiter: str = ",", end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([HEAD, *ROWS])
    return stream.getvalue()


def read(content: bytes | str, name: str = "t.csv", **options: Any) -> list[ArticleRecord | Unread]:
    content = content.encode() if isinstance(content, str) else content
    return list(CsvArticles().read(content, name, ReadOptions(**options)))


def texts(found: list[ArticleRecord | Unread]) -> list[str]:
    return [one.text for one in found if isinstance(one, ArticleRecord)]


EXPECTED = ["Satu\n\nBeras mahal, kata Siti; “ya”.\nBaris dua.", 'Dua\n\nIa bilang "tidak".']


def test_it_is_a_reader() -> None:
    assert isinstance(CsvArticles(), Reader)
    assert not CsvArticles().recognises(table().encode())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_usual_delimiter_and_line_end(delimiter: str, end: str) -> None:
    found = read(table(delimiter, end))
    assert texts(found) == EXPECTED
    assert [one.file_name for one in found if isinstance(one, ArticleRecord)] == ["t.csv, row 2", "t.csv, row 3"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_usual_encoding(codec: str) -> None:
    assert texts(read(table().encode(codec))) == EXPECTED


def test_the_delimiter_that_a_spreadsheet_names_counts() -> None:
    assert texts(read("sep=^\nJudul^Isi\nSatu^Teks, satu; dua\n")) == ["Satu\n\nTeks, satu; dua"]


def test_one_column_alone_is_the_text() -> None:
    assert texts(read("text\nBeras mahal.\n\nHarga naik.\n")) == ["Beras mahal.", "Harga naik."]


def test_rows_are_told_apart_from_those_that_hold_nothing() -> None:
    found = read("Judul,Isi\nSatu,Teks.\n,\n\nDua,\nTiga,a,b\n")
    assert texts(found) == ["Satu\n\nTeks."]
    assert [(one.name, one.reason.split(";")[0]) for one in found if isinstance(one, Unread)] == [
        ("row 5", "It has no text"),
        ("row 6", "It has 3 cells, but the table has 2 columns"),
    ]


def test_the_columns_that_a_person_chose() -> None:
    found = read("a,b,c\nSatu,dua,tiga\n", columns={"text": "c", "title": "a"})
    assert texts(found) == ["Satu\n\ntiga"]
    with pytest.raises(UnreadableInput, match="choose which column"):
        read("a,b,c\nSatu,dua,tiga\n")


def test_the_annotations_of_this_program_are_no_articles() -> None:
    with pytest.raises(UnreadableInput, match="table of annotations that this program wrote"):
        read(written(minister(), framed()))


def test_a_long_text_with_many_commas_is_no_reason_to_refuse() -> None:
    text = "kata, " * 5_000
    assert texts(read(f'Judul,Isi\nSatu,"{text}\n{text}"\n')) == [f"Satu\n\n{text}\n{text.strip()}"]
    assert texts(read(f'Judul,Isi\n"{text}",b\nSatu,x\n', columns={"text": "Isi", "title": "Judul"}))[1] == "Satu\n\nx"


@pytest.mark.parametrize(
    "row",
    ["," * 3_000_000, '"' + "," * 3_000_000, 'a"' + "," * 3_000_000, '"a"b' + "," * 3_000_000, '"a""",' * 600_000],
    ids=["bare", "quoted", "stray", "after", "cells"],
)
@pytest.mark.parametrize("head", ["", "Judul,Isi\n", "sep=,\n"])
def test_very_many_columns_are_refused_before_they_are_split(head: str, row: str) -> None:
    content = (head + row).encode()
    begun = time.monotonic()
    if row.startswith('",'):
        found = read(content) if head else None  # one cell, whatever is in it
        assert found is None or isinstance(found[0], Unread | ArticleRecord)
    else:
        with pytest.raises(UnreadableInput, match=r"more than 1,000 columns, which is the limit|choose which column"):
            read(content)
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("line", ["\r", ",\n"])
def test_rows_without_end_are_refused_in_the_end(line: str) -> None:
    with pytest.raises(UnreadableInput, match="more than 5,000 rows, which is the limit"):
        read("Judul,Isi\n" + line * 6_000, columns={"text": "Isi"}, limits=Limits(rows=5_000))


def test_what_is_too_large_empty_or_binary_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"“t\.csv” has 0\.0 MB; the limit for a table is 0\.0 MB"):
        read(table(), limits=Limits(container_bytes=10))
    for content in (b"", b"\n\n\n", b"\xef\xbb\xbf", b" , ,\n"):
        with pytest.raises(UnreadableInput, match="is empty"):
            read(content)
    with pytest.raises(UnreadableInput, match="not a table of text"):
        read(b"\1\2\3\4" * 500)


CELLS = st.text(
    st.sampled_from('a,;"\n\r\t| é') | st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_a_writer_of_csv_wrote_comes_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    stream.write(f"sep={delimiter}\n")
    csv.writer(stream, delimiter=delimiter).writerows([("judul", "isi"), *rows])
    sheet = csv_sheet(stream.getvalue().encode(), "t.csv", ReadOptions())
    found = [tuple(row.cells.values()) for row in sheet.rows if not isinstance(row, Unread)]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]


@given(st.binary(max_size=300) | st.text(st.sampled_from('a,;"\n\r\t|='), max_size=300).map(str.encode))
def test_no_bytes_upset_it(content: bytes) -> None:
    assert outcome(lambda: read(content))
