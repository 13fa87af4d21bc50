"""The first rows of a table, whatever kind of file it is in."""

import pytest

from annotator import formats
from annotator.errors import UnreadableInput
from annotator.formats.table_preview import TABLES, preview_table
from tests.formats.workbooks import ods, ods_row, xls, xlsx

TEXT = "Wali kota membantah kabar itu di depan wartawan. " * 5
ROWS = [["Judul", "Isi"], ["Satu", TEXT]]
CSV = f"Judul,Isi\nSatu,{TEXT}\n".encode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (CSV, "t.csv"),
        (CSV.replace(b",", b"\t"), "T.TSV"),
        (xlsx({"A": ROWS}), "t.xlsx"),
        (xls(ROWS), "t.xls"),
        (xls(ROWS), "wrong.csv"),
        (ods(ods_row(*ROWS[0]) + ods_row(*ROWS[1])), "t.ods"),
        (f'[{{"Judul": "Satu", "Isi": "{TEXT}"}}]'.encode(), "t.json"),
    ],
)
def test_every_kind_of_table_is_shown(content: bytes, name: str) -> None:
    preview = preview_table(content, name)
    assert preview.headings == ("Judul", "Isi")
    assert preview.rows == (("Satu", TEXT),)
    assert preview.guess == {"title": "Judul", "text": "Isi"}
    assert formats.reader_of(content, name).id in TABLES


def test_of_a_workbook_the_first_sheet_with_a_text_is_shown() -> None:
    preview = preview_table(xlsx({"Catatan": [["a"], ["b"]], "Artikel": ROWS}), "t.xlsx")
    assert preview.headings == ("Judul", "Isi")
    assert preview.sheets == ("Catatan", "Artikel")
    assert preview_table(xlsx({"Catatan": [["a"], ["b"]]}), "t.xlsx").headings == ("a",)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"“t\.txt” is no table"):
        preview_table(b"Judul", "t.txt")
