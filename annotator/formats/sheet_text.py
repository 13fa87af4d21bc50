"""Rows as text, apart by commas or tabs: written for spreadsheets, and read back as they were written."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from annotator.formats.sheet_cells import protected, unprotected

LONGEST_CELL = 2**31 - 1
"""What the reader of the standard library is to take; its own limit is far below the length of an article."""


def write_text(
    columns: Sequence[str], rows: Iterable[Sequence[str]], stream: BinaryIO, delimiter: str, *, bom: bool
) -> None:
    """Write a row of headings, then the rows, in UTF-8 with rows that end in CR LF; no cell can be a formula."""
    lines = io.TextIOWrapper(stream, "utf-8-sig" if bom else "utf-8", newline="", write_through=False)
    try:
        writer = csv.writer(lines, delimiter=delimiter)
        writer.writerow(columns)
        writer.writerows(map(protected, row) for row in rows)
    finally:
        lines.detach()


def read_text(columns: Sequence[str], stream: BinaryIO, delimiter: str) -> Iterator[dict[str, str]]:
    """The rows that `write_text` has written, by heading. Raises ValueError where they do not hold together."""
    csv.field_size_limit(LONGEST_CELL)
    lines = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    try:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        if tuple(next(reader, ())) != tuple(columns):
            raise ValueError("the first row is not the row of headings")
        for row in reader:
            if len(row) != len(columns):
                raise ValueError(f"row {reader.line_num} has {len(row)} cells instead of {len(columns)}")
            yield dict(zip(columns, map(unprotected, row), strict=True))
    except csv.Error as error:
        raise ValueError(f"row {reader.line_num}: {error}") from error
    finally:
        lines.detach()
