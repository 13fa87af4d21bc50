"""The file formats there are, in the order in which menus show them."""

from functools import cache
from pathlib import PurePath

from annotator.errors import NotFound, UnreadableInput
from annotator.formats.base import Format, Reader, Writer
from annotator.formats.csv_table import CsvTable
from annotator.formats.jsonl import JsonLines
from annotator.formats.plain_text import PlainText

FORMATS: tuple[Format, ...] = (PlainText(), JsonLines(), CsvTable())


@cache
def readers() -> tuple[Reader, ...]:
    """The formats that articles can come from."""
    return tuple(known for known in FORMATS if isinstance(known, Reader))


@cache
def writers() -> tuple[Writer, ...]:
    """The formats that annotated documents can go to."""
    return tuple(known for known in FORMATS if isinstance(known, Writer))


def format_for(name: str) -> Reader:
    """The format that reads a file of this name; without an ending it is plain text.

    Raises UnreadableInput for an ending that nothing reads.
    """
    ending = PurePath(name).suffix.lower()
    for known in readers():
        if not ending or ending in known.extensions:
            return known
    readable = ", ".join(extension for known in readers() for extension in known.extensions)
    raise UnreadableInput(f"Files that end in “{ending}” cannot be read; those that can: {readable}.")


def is_readable(name: str) -> bool:
    """True when a file of this name would be looked into when its folder is loaded."""
    return PurePath(name).suffix.lower() in {extension for known in readers() for extension in known.extensions}


def writer_by_id(format_id: str) -> Writer:
    """The format that the command line calls `format_id`. Raises NotFound, naming those there are."""
    for known in writers():
        if known.id == format_id:
            return known
    raise NotFound(
        f"There is no format “{format_id}” to write; there are {', '.join(known.id for known in writers())}."
    )
