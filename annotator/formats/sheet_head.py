"""The headings of a sheet, from the beginning of its file; and the whole of its rows."""

import csv
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from annotator.errors import UnreadableInput
from annotator.formats.article_table import Sheet
from annotator.formats.base import ReadOptions
from annotator.formats.csv_articles import DELIMITERS, NAMED_DELIMITER, text_sheet
from annotator.formats.exchange import head_of
from annotator.formats.limits import LIMITS, megabytes
from annotator.formats.spreadsheet import spreadsheet_sheets

_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SHEETS = 16  # so many sheets of a workbook are looked into
_BEGINNING, _MOST_STRINGS = 1 << 18, 1 << 25  # bytes of a sheet, and of the strings that all sheets share
_LONGEST_STRING = 1 << 20
_OPEN_DOCUMENT = "content.xml"
_ROW = re.compile(rb"<(?:\w{1,20}:)?(?:table-)?row[\s>]")
_ROW_END = re.compile(rb"</(?:\w{1,20}:)?(?:table-)?row>")
_CELL_END = re.compile(rb"</(?:\w{1,20}:)?(?:table-cell|c)>")
_WORDS = re.compile(rb"<(?:\w{1,20}:)?t(?:\s[^>]{0,80})?>([^<]*)<")
_PARAGRAPHS = re.compile(rb"<text:p(?:\s[^>]{0,80})?>([^<]*)<")  # of an OpenDocument
_SHARED = re.compile(rb"t=[\"']s[\"'][^>]{0,80}>\s{0,20}<(?:\w{1,20}:)?v>(\d{1,9})<")
_STRING_END = re.compile(rb"</(?:\w{1,20}:)?si>")
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)


class Head(NamedTuple):
    """Headings as `plain_heading` gives them. `delimiter` is "" for a workbook."""

    headings: frozenset[str]
    delimiter: str


def plain_heading(heading: str) -> str:
    """A heading as it is compared: “Article ID” is “article_id”."""
    return "_".join(re.split(r"[\s_\-]+", heading.strip().casefold()))


def headings_of(path: Path) -> Iterator[Head]:
    """The headings that a file's first row may be: one for each delimiter, one for each sheet of a workbook."""
    head = head_of(path)
    if head.startswith(_PACKED):
        yield from _of_workbook(path)
    elif head and not head.startswith(_OLD):
        yield from _of_text(head)


def sheets_of(path: Path) -> list[Sheet]:
    """All rows of a file, sheet by sheet. Raises UnreadableInput for what is no table, damaged or over a limit."""
    called = f"“{path.name}”"
    try:
        size = path.stat().st_size
        if size > LIMITS.container_bytes:
            has, limit = megabytes(size), megabytes(LIMITS.container_bytes)
            raise UnreadableInput(f"{called} has {has}; the limit for a table is {limit}, so split it first.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{called} cannot be opened: {error.strerror or error}.") from error
    if content.startswith((_PACKED, _OLD)):
        return spreadsheet_sheets(content, path.name, ReadOptions())
    return [text_sheet(content, path.name, ReadOptions())]


def _of_text(head: bytes) -> Iterator[Head]:
    """A file that names its delimiter in a first line of its own has its headings in the second one."""
    codec = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = head.decode(codec, "replace")
    named = NAMED_DELIMITER.match(text)
    first = text[named.end() if named else 0 :].lstrip("\r\n").splitlines()[:1]
    for delimiter in [named[1]] if named else DELIMITERS:
        try:
            row = next(csv.reader(first, delimiter=delimiter), [])
        except csv.Error:
            continue
        if len(row) > 1:
            yield Head(_plain(row), delimiter)


def _of_workbook(path: Path) -> Iterator[Head]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]{1,80}\.xml", name)]
            if _OPEN_DOCUMENT in archive.namelist():
                names = [_OPEN_DOCUMENT]
            for name in sorted(names)[:_SHEETS]:
                with archive.open(name) as sheet:
                    row = _first_row(sheet.read(_BEGINNING))
                if row:
                    yield Head(_plain(_cells(archive, row)), "")
    except _DAMAGED:
        return


def _first_row(sheet: bytes) -> bytes:
    start = _ROW.search(sheet)
    end = _ROW_END.search(sheet, start.end()) if start else None
    return sheet[start.end() : end.start()] if start and end else b""


def _cells(archive: zipfile.ZipFile, row: bytes) -> list[str]:
    cells, wanted = [], set()
    for cell in _CELL_END.split(row)[:-1]:
        shared = _SHARED.search(cell)
        if shared:
            wanted.add(int(shared[1]))
        cells.append(_text(cell))
    if wanted and "xl/sharedStrings.xml" in archive.namelist():
        with archive.open("xl/sharedStrings.xml") as strings:
            cells += _strings(strings, wanted)
    return cells


def _strings(stream: IO[bytes], wanted: set[int]) -> Iterator[str]:
    """Those of the strings that all sheets share which have these numbers; no further than to the last of them."""
    at, read, rest, last = 0, 0, b"", max(wanted)
    while at <= last and read < _MOST_STRINGS and (part := stream.read(1 << 16)):
        read += len(part)
        *whole, rest = _STRING_END.split(rest + part)
        if len(rest) > _LONGEST_STRING:
            return
        for words in whole:
            if at in wanted:
                yield _text(words)
            at += 1


def _text(part: bytes) -> str:
    return b"".join(_WORDS.findall(part) or _PARAGRAPHS.findall(part)).decode("utf-8", "replace")


def _plain(row: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain_heading, row))
