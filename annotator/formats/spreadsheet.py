"""Tables of articles out of spreadsheets: Excel (new and old) and OpenDocument, one article a row."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.parsers import expat

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.article_table import Sheet, articles, refuse_annotations, sheet_of_lists
from annotator.formats.base import Read, ReadOptions
from annotator.formats.limits import Limits, megabytes
from annotator.formats.old_workbook import workbook_cells
from annotator.formats.zip_safely import Archive, member_names, open_archive

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = ("Workbook".encode("utf-16-le"), "Book\0\0".encode("utf-16-le"))
_PLACE = re.compile(rb"\sr=[\"']([A-Z]{0,9})(\d{1,12})[\"']")
_SHARED = re.compile(rb"\st=[\"']s[\"'][^>]*>\s*<v>(\d{1,9})</v>")
_STRING_END = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
# Empty ends of sheets are written as a row that repeats a million times, and so might be a text.
_REPEATED = re.compile(rb"(number-(?:rows|columns)-repeated=[\"'])\d{4,}(?=[\"'])")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A table of articles in a spreadsheet; read only."""

    id: str = "spreadsheet"
    title: str = "Table of articles (Excel, OpenDocument)"
    extensions: tuple[str, ...] = (".xlsx", ".xlsm", ".xls", ".ods")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for a ZIP with a workbook in it, and for an old office file that holds one."""
        if content.startswith(_OLD):
            return any(name in content for name in _WORKBOOK)
        if content.startswith(b"PK\x03\x04"):
            if content[30:84] == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet":
                return True
            return "xl/workbook.xml" in member_names(content)
        return False

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles of every sheet that has a column for the text. Raises UnreadableInput when none has."""
        return _read(spreadsheet_sheets(content, name, options), name, options, self.id)


def spreadsheet_sheets(content: bytes, name: str, options: ReadOptions) -> list[Sheet]:
    """The sheets that have something in them. Raises UnreadableInput for what is damaged, locked or over a limit."""
    # Loaded late: a library of compiled code that only spreadsheets need.
    from python_calamine import CalamineWorkbook

    called, limits = f"“{name}”" if name else "This spreadsheet", options.limits
    if len(content) > limits.container_bytes:
        size, limit = megabytes(len(content)), megabytes(limits.container_bytes)
        raise UnreadableInput(f"{called} has {size}; the limit for a table is {limit}, so split it first.")
    if content.startswith(b"PK"):
        content = _checked(open_archive(content, limits, most_members=limits.parts, what=called), limits, called)
    elif content.startswith(_OLD):
        _refuse_large(workbook_cells(content, called), 0, limits, called)
    sheets, cells = [], 0
    with _explained(called):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet_name in book.sheet_names:
            sheet = book.get_sheet_by_name(sheet_name)
            cells += sheet.height * sheet.width
            _refuse_large(cells, sheet.width, limits, called)
            where = f" of “{sheet_name}”" if len(book.sheet_names) > 1 else ""
            rows = _rows(sheet.iter_rows(), (sheet.start or (0, 0))[0], where)
            with suppress(UnreadableInput):  # a sheet with nothing in it
                sheets.append(sheet_of_lists(rows, limits, called, sheet_name, loose=True))
    if not sheets:
        raise UnreadableInput(f"{called} is empty; there is nothing to read in it.")
    return sheets


def _read(sheets: Sequence[Sheet], name: str, options: ReadOptions, format_id: str) -> Read:
    """What is in every sheet that has the columns; where none has, why the first has not."""
    found: list[Iterable[ArticleRecord | Unread]] = []
    reasons: list[UnreadableInput] = []
    for sheet in sheets:
        try:
            refuse_annotations(sheet.headings, f"“{name}”" if name else "This spreadsheet")
            found.append(articles(sheet, name, options, format_id))
        except UnreadableInput as error:
            reasons.append(error)
    if not found:
        raise reasons[0]
    return (one for part in found for one in part)


def _rows(rows: Iterable[Sequence[Any]], top: int, where: str) -> Iterator[tuple[str, Sequence[str]]]:
    for number, row in enumerate(rows, top + 1):
        yield f"row {number}{where}", [_words(cell) for cell in row]


def _words(cell: Any) -> str:
    """A cell as it is read: dates as ISO 8601, whole numbers without a fraction."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else str(cell)


@contextmanager
def _explained(called: str) -> Iterator[None]:
    """The library's errors in words; a mishap in its compiled part is no Exception to Python."""
    from python_calamine import CalamineError, PasswordError  # as above

    try:
        yield
    except PasswordError as error:
        raise UnreadableInput(f"{called} is protected by a password; save it without one and load that.") from error
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableInput(f"{called} is damaged or no spreadsheet; save it again from its own program.") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableInput(f"{called} is damaged; save it again from its own program.") from error


def _refuse_large(cells: int, width: int, limits: Limits, called: str) -> None:
    if width > limits.columns:
        raise UnreadableInput(
            f"{called} has {width:,} columns; the limit is {limits.columns:,}, so take out what is not needed."
        )
    if cells > limits.cells:  # a sheet takes memory for each up to its last row and column, empty or not
        raise UnreadableInput(
            f"{called} has more than {limits.cells:,} cells, which is the limit; take out empty rows and columns."
        )


def _checked(archive: Archive, limits: Limits, called: str) -> bytes:
    """The parts of an office file that hold its tables, packed anew: the library trusts what a ZIP says of itself."""
    packed, cells = io.BytesIO(), 0
    uses: Counter[bytes] = Counter()
    strings: list[int] = []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as checked:
        for name in archive.names():
            if not name.endswith((".xml", ".rels")) and name != "mimetype":
                continue
            part = archive.read(name)
            if name != "mimetype":
                _refuse_malformed(part, called)
            if name == "content.xml":
                part = _REPEATED.sub(rb"\g<1>1", part)
            elif name.startswith("xl/worksheets/"):
                cells += _refuse_far(part, limits, called)
                uses.update(found[1] for found in _SHARED.finditer(part))
            elif name == "xl/sharedStrings.xml":
                strings = [len(string) for string in _STRING_END.split(part)]
            checked.writestr(zipfile.ZipInfo(name), part)
    _refuse_large(cells, 0, limits, called)
    told = sum(count * strings[int(at)] for at, count in uses.items() if int(at) < len(strings))
    if told > limits.unpacked_bytes:
        raise UnreadableInput(
            f"{called} repeats long texts up to {megabytes(told)}; the limit is {megabytes(limits.unpacked_bytes)}."
        )
    return packed.getvalue()


def _refuse_malformed(part: bytes, called: str) -> None:
    """Raise UnreadableInput for XML that is not whole, or declares a type: the library may wait for its end."""
    parser = expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        raise UnreadableInput(f"{called} declares a document type, as no spreadsheet does; save it again yourself.")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the two for an encoding that it does not know
        raise UnreadableInput(f"{called} is damaged; save it again from its own program.") from error


def _refuse_far(sheet: bytes, limits: Limits, called: str) -> int:
    """How many cells the library would make room for. Raises UnreadableInput for a cell that is too far out."""
    rows, columns = 1, set()
    for found in _PLACE.finditer(sheet):
        columns.add(found[1])
        rows = max(rows, int(found[2]))
    width = max(map(_column_number, columns), default=0)
    _refuse_large(rows * width, width, limits, called)
    return rows * width


def _column_number(letters: bytes) -> int:
    """The column that letters name, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
