"""Spreadsheets of articles: new, open and old, their dates and sheets, and what a hostile one comes to."""

import io
import random
import time
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions
from annotator.formats.limits import Limits
from annotator.formats.spreadsheet import Spreadsheet
from tests.formats.workbooks import inline, ods, ods_row, outcome, packed, worksheet, xls, xlsx

TEXT = "Wali kota membantah kabar itu di depan wartawan. " * 5
ROWS: list[list[str | float]] = [["Judul", "Isi", "Tanggal"], ["Satu", TEXT, 45842.5], ["Dua", f"{TEXT} 市长", 45843.0]]


def read(content: bytes, name: str = "t.xlsx", **options: Any) -> list[ArticleRecord | Unread]:
    return list(Spreadsheet().read(content, name, ReadOptions(**options)))


def titles(found: list[ArticleRecord | Unread]) -> list[str]:
    return [one.title for one in found if isinstance(one, ArticleRecord)]


def refused(content: bytes, **options: Any) -> str:
    with pytest.raises(UnreadableInput) as told:
        read(content, **options)
    return str(told.value)


def test_it_is_a_reader_that_knows_its_files() -> None:
    assert isinstance(Spreadsheet(), Reader)
    for content in (xlsx({"A": ROWS}), ods(ods_row("a")), xls([["a"]])):
        assert Spreadsheet().recognises(content)
    for other in (b"", b"PK\x03\x04", packed({"word/document.xml": ""}), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Judul"):
        assert not Spreadsheet().recognises(other)


def test_rows_of_excel_with_their_dates() -> None:
    found = read(xlsx({"A": ROWS}))
    assert titles(found) == ["Satu", "Dua"]
    first, second = found
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert (first.published, first.published_at) == ("2025-07-04 12:00:00", "2025-07-04T12:00:00")
    assert second.published_at == "2025-07-05"
    assert second.text.endswith("市长")
    assert first.file_name == "t.xlsx, row 2"


def test_rows_of_old_excel_and_of_opendocument() -> None:
    assert titles(read(xls([["Judul", "Isi"], ["Satu", f"{TEXT} é市"]]), "t.xls")) == ["Satu"]
    content = ods(ods_row("Judul", "Isi") + ods_row("Satu", TEXT) + ods_row(rows_repeated=1_048_573))
    assert titles(read(content, "t.ods")) == ["Satu"]


def test_every_sheet_with_articles_is_read() -> None:
    book = xlsx({"Satu": ROWS, "Catatan": [["a"], ["b"]], "Kosong": [], "Dua": [["Isi"], [f"Lain. {TEXT}"]]})
    found = read(book)
    assert [one.file_name for one in found if isinstance(one, ArticleRecord)] == [
        "t.xlsx, row 2 of “Satu”", "t.xlsx, row 3 of “Satu”", "t.xlsx, row 2 of “Dua”",
    ]  # fmt: skip
    assert "choose which column" in refused(xlsx({"Catatan": [["a"], ["b"]]}))


def test_what_a_person_chose_holds_for_the_sheets_that_have_it() -> None:
    book = xlsx({"Satu": [["a", "b"], ["x", "y"]], "Dua": [["c"], ["z"]]})
    assert [one.text for one in read(book, columns={"text": "b"}) if isinstance(one, ArticleRecord)] == ["y"]


def test_numbers_are_read_as_they_are_seen() -> None:
    rows = f'<row r="1">{inline("A1", "text")}</row><row r="2"><c r="A2"><v>2025</v></c></row>'
    rows += '<row r="3"><c r="A3"><v>0.5</v></c></row><row r="4"><c r="A4" t="b"><v>1</v></c></row>'
    content = xlsx({"A": []}, **{"xl__worksheets__sheet1.xml": worksheet(rows)})
    assert [one.text for one in read(content) if isinstance(one, ArticleRecord)] == ["2025", "0.5", "true"]


def sheet(rows: str, **parts: str) -> bytes:
    return xlsx({"A": []}, **{"xl__worksheets__sheet1.xml": worksheet(rows)}, **parts)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("XFD1048576", "16,384 columns; the limit is 1,000"),
        ("ALL1048576", "more than 10,000,000 cells"),
        ("ZZZZZZZ9", "columns; the limit is 1,000"),
        ("A99999999999", "more than 10,000,000 cells"),
    ],
)
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(place: str, words: str) -> None:
    begun = time.monotonic()
    assert words in refused(sheet(f'<row r="1">{inline("A1", "text")}</row><row>{inline(place, "x")}</row>'))
    assert time.monotonic() - begun < 1


def test_one_text_used_very_often_is_refused() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 3_000))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<sst xmlns="{space}"><si><t>{"x " * 100_000}</t></si></sst>'
    assert "repeats long texts" in refused(sheet(cells, **{"xl__sharedStrings.xml": strings}))


def test_a_text_that_an_open_document_repeats_a_million_times_is_there_once() -> None:
    content = ods(ods_row("Isi") + ods_row(TEXT, rows_repeated=1_048_570))
    assert len(read(content, "t.ods")) == 1


def test_a_zip_bomb_is_refused() -> None:
    begun = time.monotonic()
    bomb = xlsx({"A": []}, **{"xl__worksheets__sheet1.xml": worksheet(" " * 60_000_000)})
    assert "times its size; the limit is 100" in refused(bomb)
    assert time.monotonic() - begun < 5


def test_entities_are_never_expanded() -> None:
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    rows = (
        f'<row r="1">{inline("A1", "text")}</row><row r="2"><c r="A2" t="inlineStr"><is><t>x&b;&c;</t></is></c></row>'
    )
    words = refused(xlsx({"A": []}, **{"xl__worksheets__sheet1.xml": laughs + worksheet(rows)}))
    assert "declares a document type" in words


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04junk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0" * 99, b"Judul,Isi",
     packed({"a": "b"}), xlsx({"A": ROWS})[:900]],
)  # fmt: skip
def test_what_is_damaged_is_refused_in_words(content: bytes) -> None:
    assert refused(content).endswith(".")


@pytest.mark.parametrize("codec", ["UTF0", "shift_jis"])
def test_xml_in_an_encoding_that_is_not_known_is_refused(codec: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{codec}"?>' + worksheet("")
    words = refused(xlsx({"A": []}, **{"xl__worksheets__sheet1.xml": sheet}))
    assert words == "“t.xlsx” is damaged; save it again from its own program."


@pytest.mark.parametrize("rows", [ods_row(TEXT) + "</table:table", "<table:table-row>", "</table:table>"])
def test_xml_without_its_end_is_refused_before_anything_waits_for_it(rows: str) -> None:
    assert refused(ods(ods_row("Isi") + rows)) == "“t.xlsx” is damaged; save it again from its own program."


def test_limits_are_named() -> None:
    assert "the limit for a table is 0.0 MB" in refused(xlsx({"A": ROWS}), limits=Limits(container_bytes=10))
    assert "is empty" in refused(xlsx({"A": [["", " "]]}))


WHOLE = (xlsx({"A": ROWS}), xls([["Judul", "Isi"], ["Satu", TEXT]]), ods(ods_row("Isi") + ods_row(TEXT)))


@settings(max_examples=60)
@given(st.sampled_from(WHOLE), st.integers(0, 2**32), st.integers(1, 20))
def test_damage_anywhere_gives_articles_or_a_sentence(content: bytes, seed: int, changes: int) -> None:
    dice, damaged = random.Random(seed), bytearray(content)
    for _ in range(changes):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    survives(bytes(damaged))


@settings(max_examples=40)
@given(st.sampled_from((WHOLE[0], WHOLE[2])), st.integers(0, 2**32))
def test_damage_inside_the_zip_gives_articles_or_a_sentence(content: bytes, seed: int) -> None:
    dice, stream = random.Random(seed), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = bytearray(source.read(name))
            for _ in range(dice.randrange(4)):
                part[dice.randrange(len(part))] = dice.randrange(256)
            target.writestr(name, bytes(part))
    survives(stream.getvalue())


def survives(content: bytes) -> None:
    assert outcome(lambda: read(content))
