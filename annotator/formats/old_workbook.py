"""How large the sheets of an old Excel file say they are: looked at before a library makes room for them.

A file is a row of records: two bytes that say which, two that say how long. Cells begin with their row and column.
"""

import struct
from io import BytesIO

from annotator.errors import UnreadableInput

_STREAMS = ("Workbook", "Book")
_DIMENSIONS, _LOCKED, _STRINGS = 0x0200, 0x002F, 0x00FC
# Blank, number, label, boolean, formula, RK, several of these, shared string, rich string.
_CELLS = frozenset({0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x0406, 0x027E, 0x00BD, 0x00BE, 0x00FD, 0x00D6})
_SHORTEST_STRING = 3


def workbook_cells(content: bytes, called: str) -> int:
    """How many cells a library would make room for. Raises UnreadableInput for what is locked or no workbook."""
    stream = _stream(content, called)
    largest, at = 0, 0
    rows = columns = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _LOCKED:
            raise UnreadableInput(f"{called} is protected by a password; save it without one and load that.")
        if kind == _STRINGS and size >= 8 and _count(stream, at + 4) * _SHORTEST_STRING > len(stream):
            raise _damaged(called)
        if kind in _CELLS and at + 4 <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _DIMENSIONS:
            largest = max(largest, _dimensions(stream, at, size, called))
        at += size
    return max(largest, rows * columns)


def _dimensions(stream: bytes, at: int, size: int, called: str) -> int:
    """The area that a sheet says it has; its rows are figures of four bytes, in a shorter record of two."""
    shape = {14: "<IIHH", 10: "<HHHH"}.get(size)
    if shape is None or at + size > len(stream):
        raise _damaged(called)
    first_row, last_row, first_column, last_column = struct.unpack_from(shape, stream, at)
    if last_row < first_row or last_column < first_column:
        raise _damaged(called)
    return int(last_row - first_row) * int(last_column - first_column)


def _count(stream: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", stream, at)[0]) if at + 4 <= len(stream) else 0


def _stream(content: bytes, called: str) -> bytes:
    """The records of the file."""
    # Loaded late: hardly any file is so old.
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(content)) as file:
            for name in _STREAMS:
                if file.exists(name):
                    return bytes(file.openstream(name).read())
            locked = file.exists("EncryptedPackage")
    except (OSError, ValueError, IndexError, struct.error, TypeError, RecursionError) as error:
        raise _damaged(called) from error
    if locked:
        raise UnreadableInput(f"{called} is protected by a password; save it without one and load that.")
    raise _damaged(called)


def _damaged(called: str) -> UnreadableInput:
    return UnreadableInput(f"{called} is damaged or no spreadsheet; save it again from its own program.")
