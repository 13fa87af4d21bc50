"""Workbooks: text stays text, every character comes back, more rows than a sheet holds go on to the next one."""

import gc
import io
import os
import time
import zipfile
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import sheet_workbook
from annotator.formats.sheet_workbook import LONGEST_CELL, fits, read_workbook, shortened, write_workbook
from tests.formats.strange import TEXTS

COLUMNS = ("quote", "start", "url")


def written(rows: list[tuple[str, str, str]]) -> io.BytesIO:
    stream = io.BytesIO()
    write_workbook("Quotes", COLUMNS, rows, stream)
    stream.seek(0)
    return stream


def back(stream: io.BytesIO) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in read_workbook(COLUMNS, stream)]


def sheet_xml(stream: io.BytesIO, number: int = 1) -> str:
    with zipfile.ZipFile(stream) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS.filter(bool), st.just("7"), TEXTS), max_size=3))
def test_every_character_comes_back(rows: list[tuple[str, str, str]]) -> None:
    assert back(written(rows)) == [(shortened(quote), at, shortened(url)) for quote, at, url in rows]


def test_no_cell_is_a_formula_a_link_or_a_number_that_is_text() -> None:
    rows = [("=1+1", "14", "https://berita.invalid/1"), ("_x000D_ 007", "", "{=A1}")]
    xml = sheet_xml(written(rows))
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    assert xml.count('t="inlineStr"') == len(COLUMNS) + 4
    assert "<v>14</v>" in xml
    assert back(written(rows)) == rows


def test_it_is_laid_out_to_be_read() -> None:
    xml = sheet_xml(written([("Harga", "1", "")]))
    assert '<pane xSplit="1" ySplit="1"' in xml
    assert '<autoFilter ref="A1:C2"/>' in xml
    assert '<col min="1" max="1" width="48.' in xml
    assert 'orientation="landscape"' in xml
    with zipfile.ZipFile(written([])) as archive:
        assert 'wrapText="1"' in archive.read("xl/styles.xml").decode()


def test_an_empty_sheet_has_its_headings() -> None:
    assert back(written([])) == []


def test_the_same_rows_give_the_same_bytes_whenever_and_wherever(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("Harga", "1", "x")]
    first = written(rows).getvalue()
    umask = os.umask(0o027)
    try:
        monkeypatch.setenv("TZ", "Asia/Jakarta")
        time.tzset()
        assert written(rows).getvalue() == first
    finally:
        os.umask(umask)
        monkeypatch.undo()
        time.tzset()


def test_rows_beyond_what_a_sheet_holds_go_on_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_workbook, "MOST_ROWS", 3)
    rows = [(f"Kutipan {number}", str(number), "") for number in range(1, 6)]
    stream = written(rows)
    assert back(stream) == rows
    with zipfile.ZipFile(stream) as archive:
        assert b'name="Quotes 3"' in archive.read("xl/workbook.xml")
        assert [name for name in archive.namelist() if "sheets/" in name and "_rels" not in name] == [
            f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)
        ]


def test_what_a_cell_can_hold_counts_as_spreadsheets_count() -> None:
    assert fits("a" * LONGEST_CELL)
    assert not fits("a" * (LONGEST_CELL + 1))
    assert not fits("😀" * (LONGEST_CELL // 2 + 1))
    assert not fits("\uffff")
    cut = shortened("😀" * LONGEST_CELL)
    assert cut == "😀" * ((LONGEST_CELL - 1) // 2) + "…"
    assert back(written([(cut, "1", "")])) == [(cut, "1", "")]


def test_what_is_no_workbook_or_another_one_is_noticed() -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        list(read_workbook(COLUMNS, io.BytesIO(b"PK\x03\x04 nothing")))
    with pytest.raises(ValueError, match="row of headings"):
        list(read_workbook(("quote",), written([])))


def test_nothing_is_left_behind_when_the_rows_end_in_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def rows() -> object:
        yield ("Harga", "1", "")
        raise KeyError("gone")

    with pytest.raises(KeyError):
        write_workbook("Quotes", COLUMNS, rows(), io.BytesIO())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


class _Full(io.BytesIO):
    def write(self, content: Any) -> int:
        raise OSError(ENOSPC, "No space left on device")


def test_a_full_disk_is_told_as_one() -> None:
    with pytest.raises(OSError, match="No space left") as told:
        write_workbook("Quotes", COLUMNS, [("Harga", "1", "")], _Full())
    assert told.value.errno == ENOSPC


def test_a_full_disk_is_said_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What a ZIP would still write when it is let go of, to a file that is closed by then, is not tried."""

    class Full(io.FileIO):
        def write(self, content: Any) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"), Full(tmp_path / "out.xlsx", "wb+") as stream:
        write_workbook("x", ("a",), [("b",)], stream)  # type: ignore[arg-type]
    gc.collect()
    assert capfd.readouterr().err == ""
