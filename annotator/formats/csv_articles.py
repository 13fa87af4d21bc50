"""Tables of articles as text: cells apart by commas, semicolons, tabs or bars, one article a row."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from annotator.errors import UnreadableInput
from annotator.formats.article_table import Sheet, articles, refuse_annotations, sheet_of_lists, within_limit
from annotator.formats.base import Read, ReadOptions
from annotator.formats.decoding import decode, is_binary
from annotator.formats.limits import Limits, megabytes

DELIMITERS = ",;\t|"
"""What cells may be apart by, the likelier first."""
_SAMPLE = 65536
_SAMPLE_ROWS = 50
_LONGEST_CELL = 2**31 - 1
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
NAMED_DELIMITER = re.compile(r'"?sep=([,;|:~^\t])"?(?:\r\n|\r|\n)')
"""A first line that names the delimiter, as spreadsheets write it for each other."""


@dataclass(frozen=True, slots=True)
class CsvArticles:
    """A table of articles as comma-separated values and the like; read only."""

    id: str = "articles_csv"
    title: str = "Table of articles (CSV, TSV)"
    extensions: tuple[str, ...] = (".csv", ".tsv", ".tab")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """Never: any text may hold commas."""
        return False

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles of the table, row by row. Raises UnreadableInput."""
        return articles(csv_sheet(content, name, options), name, options, self.id)


def csv_sheet(content: bytes, name: str, options: ReadOptions) -> Sheet:
    """A table of articles in a file's bytes. Raises UnreadableInput as `text_sheet`, and for one of annotations."""
    sheet = text_sheet(content, name, options)
    refuse_annotations(sheet.headings, f"“{name}”" if name else "This table")
    return sheet


def text_sheet(content: bytes, name: str, options: ReadOptions) -> Sheet:
    """The table in a file's bytes. Raises UnreadableInput for what is none, or over a limit."""
    called, limits = f"“{name}”" if name else "This table", options.limits
    if len(content) > limits.container_bytes:
        size, limit = megabytes(len(content)), megabytes(limits.container_bytes)
        raise UnreadableInput(f"{called} has {size}; the limit for a table is {limit}, so split it first.")
    text, _ = decode(content, options.encoding)
    if is_binary(text[:_SAMPLE]):
        raise UnreadableInput(f"{called} is not a table of text; open it in its own program and save it as CSV.")
    text = text.removeprefix("\ufeff")
    start, delimiter = _begin(text, tabbed=PurePath(name).suffix.lower() in (".tsv", ".tab"))
    return sheet_of_lists(_rows(text, start, delimiter, limits, called), limits, called)


def _rows(text: str, start: int, delimiter: str, limits: Limits, called: str) -> Iterator[tuple[str, Sequence[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(text, start, delimiter, limits.columns, called)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for number, row in enumerate(within_limit(reader, limits, called), 1):
            yield f"row {number}", row
            lines.separators = 0
    except csv.Error as error:
        raise UnreadableInput(f"{called} is no table from row {reader.line_num} on; save it again as CSV.") from error


class _Lines:
    """The lines of a table. A row with more cells than the limit is refused before anything splits it."""

    def __init__(self, text: str, start: int, delimiter: str, most: int, called: str) -> None:
        self._lines = _LINE.finditer(text, start)
        self._delimiter, self._most, self._called = delimiter, most, called
        # A cell is quoted where its first character is the mark; it ends at the first one that is not doubled.
        self._cell = re.compile(rf'(?:^|{re.escape(delimiter)})"[^"]*(?:""[^"]*)*("|\Z)')
        self._quoted = False
        self.separators = 0
        """Those of the row at hand that stand outside of quotation marks; whoever takes the row resets it."""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines).group()
        separators = line.count(self._delimiter)
        if self._quoted or '"' in line:
            separators -= self._quoted_separators('"' + line if self._quoted else line)
        self.separators += separators
        if self.separators >= self._most:
            raise UnreadableInput(
                f"{self._called} has a row of more than {self._most:,} columns, which is the limit; "
                "take out those that are not needed."
            )
        return line

    def _quoted_separators(self, line: str) -> int:
        """How many separators of a line are within cells; notes whether its last cell goes on in the next line."""
        count, self._quoted = 0, False
        for cell in self._cell.finditer(line):
            count += cell.group().count(self._delimiter) - cell.group().startswith(self._delimiter)
            self._quoted = not cell[1]
        return count


def _begin(text: str, *, tabbed: bool) -> tuple[int, str]:
    """Where the table starts, and what its cells are apart by."""
    named = NAMED_DELIMITER.match(text)
    if named:
        return named.end(), named[1]
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    order = "\t" + DELIMITERS if tabbed else DELIMITERS
    return 0, max(order, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    """How well a delimiter parts a table: the share of rows as wide as the first, and how wide; 0 where it does not."""
    lines = (line.group() for line in _LINE.finditer(sample))
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE_ROWS) if row]
    except csv.Error:
        return 0.0, 0
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0.0, 0
    return sum(len(row) == width for row in rows) / len(rows), width
