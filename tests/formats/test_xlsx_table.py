"""The table as a workbook, as other programs open it."""

import io
import zipfile

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions, WriteOptions, passages_of
from annotator.formats.sheet_rows import COLUMNS
from annotator.formats.spreadsheet import Spreadsheet
from annotator.formats.xlsx_table import XlsxTable
from tests.formats.records import framed, minister


def written() -> bytes:
    stream = io.BytesIO()
    XlsxTable().write([minister(), framed()], stream, WriteOptions())
    return stream.getvalue()


def test_calamine_finds_text_as_text_and_places_as_numbers() -> None:
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(written()))
    assert book.sheet_names == ["Annotations"]
    headings, quote, *_, framed_quote = book.get_sheet_by_index(0).to_python()
    assert tuple(headings) == COLUMNS
    row = dict(zip(COLUMNS, framed_quote, strict=True))
    assert (row["title"], row["note"], row["source_note"]) == ("-Harga Naik", "=2+3", "=Dari surel")
    assert (row["start"], row["segments"]) == (26.0, "26..38 50..64")
    assert dict(zip(COLUMNS, quote, strict=True))["text"] == '"Harga beras turun."'


def test_what_is_written_is_read_back() -> None:
    assert list(XlsxTable().passages(io.BytesIO(written()))) == [*passages_of(minister()), *passages_of(framed())]


def test_a_changed_passage_is_noticed() -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written())) as source, zipfile.ZipFile(changed, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(b"<t>Pedagang membantah</t>", b"<t>Pedagang setuju</t>"))
    changed.seek(0)
    with pytest.raises(ValueError, match="not as long as its segments"):
        list(XlsxTable().passages(changed))


def test_its_rows_are_no_articles() -> None:
    with pytest.raises(UnreadableInput, match="table of annotations that this program wrote"):
        list(Spreadsheet().read(written(), "t.xlsx", ReadOptions()))
