"""Rows as a workbook for Excel and its like: text that stays text, laid out to be read, the same bytes each time."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO, NamedTuple

LONGEST_CELL = 32_767
"""What a cell can hold, in units of UTF-16."""
MOST_ROWS = 1_048_576
"""What a sheet can hold, its headings included; further rows go on to another sheet."""
_MORE = "…"
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")  # they have no place in XML, nor a way around it
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same rows give the same bytes


class Look(NamedTuple):
    """How a column is shown: as wide as so many letters, its text on several lines or on one, or as a number."""

    width: float
    wraps: bool = False
    is_number: bool = False


_PLAIN, _PASSAGE, _SENTENCE = Look(16), Look(48, wraps=True), Look(60, wraps=True)
_NUMBER, _KEY, _DAY = Look(9, is_number=True), Look(14), Look(12)
_LOOKS = {
    **dict.fromkeys(("text", "quote", "claim"), _PASSAGE),
    **dict.fromkeys(("sentence", "denials", "supports", "links", "attributes", "note"), _SENTENCE),
    **dict.fromkeys(("title", "before", "after", "source_note", "evidence"), Look(32, wraps=True)),
    **dict.fromkeys(("said_by", "said_to", "speaker", "source", "denied_by", "supported_by"), Look(24, wraps=True)),
    **dict.fromkeys(("denied_in", "supported_in", "repeated_in", "url", "how"), Look(28, wraps=True)),
    **dict.fromkeys(("start", "end", "sentence_index", "guideline_version"), _NUMBER),
    **dict.fromkeys(("annotation_id", "article_id", "quote_id", "claim_id", "text_sha256"), _KEY),
    **dict.fromkeys(("published", "published_at", "created_at", "checked_on"), _DAY),
    "language": Look(9),
    "not_said": Look(9),
}


def fits(words: str) -> bool:
    """True when a cell can hold the words as they are."""
    return _is_short(words) and not _NO_CHARACTERS.search(words)


def shortened(words: str) -> str:
    """The words as far as a cell can hold them."""
    words = _NO_CHARACTERS.sub("\ufffd", words)
    if _is_short(words):
        return words
    units = words.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)]
    return units.decode("utf-16-le", "ignore") + _MORE


def write_workbook(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]], stream: BinaryIO) -> None:
    """Write headings and rows; `name` is the sheet's. No cell is a formula, whatever it begins with.

    Raises OSError where there is no room.
    """
    # Loaded late, as only those who write a workbook need it; and so is what it says when the disk is full.
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix="annotator-") as aside:
        # A row is on the disk once the next one begins.
        options = {"constant_memory": True, "tmpdir": aside, "default_format_properties": {"valign": "top"}}
        book = Workbook(_ToTheEnd(stream), options)
        book.use_zip64()
        book.set_properties({"title": name, "created": _MADE})
        try:
            _Sheets(book, name, columns).write(rows)
        finally:
            try:
                book.close()
            except FileCreateError as error:
                raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(error) from error


def read_workbook(columns: Sequence[str], stream: BinaryIO) -> Iterator[dict[str, str]]:
    """The rows that `write_workbook` has written, by heading. Raises ValueError where they do not hold together."""
    from python_calamine import CalamineError, CalamineWorkbook  # loaded late: compiled code that only workbooks need

    stream.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(stream)
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).iter_rows()
            if tuple(next(rows, ())) != tuple(columns):
                raise ValueError(f"the first row of “{name}” is not the row of headings")
            for row in rows:
                yield dict(zip(columns, map(_words, row), strict=True))
    except CalamineError as error:
        raise ValueError(f"the workbook cannot be opened: {error}") from error


class _ToTheEnd:
    """A stream that takes no more once there is no room, and says so once only.

    A ZIP whose writing has failed is closed when it is let go of, and would write on, to a stream that is long closed.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._is_full = stream, False

    @property
    def _is_done(self) -> bool:
        return self._is_full or self._stream.closed

    def write(self, content: bytes) -> int:
        if self._is_done:
            return len(content)
        try:
            return self._stream.write(content)
        except OSError:
            self._is_full = True
            raise

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0 if self._is_done else self._stream.seek(offset, whence)

    def tell(self) -> int:
        return 0 if self._is_done else self._stream.tell()

    def flush(self) -> None:
        if not self._is_done:
            self._stream.flush()


class _Sheets:
    """The sheets of a workbook, a new one begun when one is full."""

    def __init__(self, book: Any, name: str, columns: Sequence[str]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._looks = [_LOOKS.get(column, _PLAIN) for column in columns]
        self._heading = book.add_format(
            {"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "valign": "top", "text_wrap": True}
        )
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._on_one_line = book.add_format({"valign": "top"})
        self._at = 0
        self._number = 0
        self._sheet: Any = None

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        self._begin()
        for row in rows:
            if self._at == MOST_ROWS:
                self._end()
                self._begin()
            self._write_row(row)
        self._end()

    def _begin(self) -> None:
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = sheet = self._book.add_worksheet(name)
        for at, look in enumerate(self._looks):
            sheet.set_column(at, at, look.width, self._wrapped if look.wraps else self._on_one_line)
            sheet.write_string(0, at, self._columns[at], self._heading)
        begins_with_words = self._looks[0].wraps  # which stay in sight, on the screen and on each page; a key need not
        sheet.freeze_panes(1, int(begins_with_words))
        if begins_with_words:
            sheet.repeat_columns(0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})  # a quote of a number is no mistake
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.print_across()
        self._at = 1

    def _end(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._at - 1), len(self._columns) - 1)

    def _write_row(self, row: Sequence[str]) -> None:
        sheet, at = self._sheet, self._at
        for column, (cell, look) in enumerate(zip(row, self._looks, strict=True)):
            if not cell:
                continue
            if look.is_number:
                sheet.write_number(at, column, int(cell), self._on_one_line)
            else:
                shape = self._wrapped if look.wraps else self._on_one_line
                sheet.write_string(at, column, shortened(cell), shape)
        self._at += 1


def _words(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def _is_short(words: str) -> bool:
    return len(words) <= LONGEST_CELL // 2 or len(words.encode("utf-16-le")) // 2 <= LONGEST_CELL
