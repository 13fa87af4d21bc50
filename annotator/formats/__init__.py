"""Which file format reads or writes what; the formats themselves are imported when first asked for."""

from functools import cache
from pathlib import PurePath

from annotator.errors import NotFound, UnreadableInput
from annotator.formats.base import Format, Read, Reader, ReadOptions, Writer
from annotator.formats.exchange import LOSSES, PARTS, AnnotationReader, Exchange
from annotator.formats.plain_text import PlainText
from annotator.formats.unread_kinds import advice_for

PLAIN_OPTIONS = ReadOptions()


@cache
def all_formats() -> tuple[Format, ...]:
    """The formats that are read, written or both."""
    from annotator.formats.known import FORMATS  # with all that reads files, which no start of the window waits for

    return FORMATS


@cache
def readers() -> tuple[Reader, ...]:
    """The formats that articles can come from."""
    return tuple(known for known in all_formats() if isinstance(known, Reader))


@cache
def writers() -> tuple[Writer, ...]:
    """The formats that annotated documents can go to."""
    return tuple(known for known in all_formats() if isinstance(known, Writer))


@cache
def exchanges() -> tuple[Exchange, ...]:
    """The formats that articles go to and come from as other tools tell them."""
    return tuple(known for known in all_formats() if isinstance(known, Exchange))


@cache
def exporters() -> tuple[Writer | Exchange, ...]:
    """Every format that a project can be exported as, in the order of the menu."""
    return tuple(known for known in all_formats() if isinstance(known, Writer | Exchange))


@cache
def annotation_readers() -> tuple[AnnotationReader, ...]:
    """The formats that annotations can come from."""
    return tuple(known for known in all_formats() if isinstance(known, AnnotationReader))


def read(content: bytes, name: str, options: ReadOptions = PLAIN_OPTIONS) -> Read:
    """The articles in a file's bytes, whatever kind of file it is. Raises UnreadableInput."""
    return reader_of(content, name).read(content, name, options)


def reader_of(content: bytes, name: str) -> Reader:
    """The format of a file: what its bytes say, else its name; without an ending it is plain text.

    Raises UnreadableInput for an ending that nothing reads and bytes that nothing recognises.
    """
    for known in readers():
        if known.recognises(content):
            return known
    return format_for(name)


def format_for(name: str) -> Reader:
    """The format that reads files of this name; without an ending it is plain text.

    Raises UnreadableInput for an ending that nothing reads.
    """
    ending = PurePath(name).suffix.lower()
    if not ending:
        return PlainText()
    for known in readers():
        if ending in known.extensions:
            return known
    if advice := advice_for(name):
        raise UnreadableInput(advice)
    readable = ", ".join(extension for known in readers() for extension in known.extensions)
    raise UnreadableInput(f"Files that end in “{ending}” cannot be read; those that can: {readable}.")


def is_readable(name: str) -> bool:
    """True when a file of this name would be looked into when its folder is loaded."""
    if name.endswith((LOSSES, PARTS)):
        return False
    return PurePath(name).suffix.lower() in {extension for known in readers() for extension in known.extensions}


def exporter_by_id(format_id: str) -> Writer | Exchange:
    """The format that the command line calls `format_id`. Raises NotFound, naming those there are."""
    for known in exporters():
        if known.id == format_id:
            return known
    known_ids = ", ".join(known.id for known in exporters())
    raise NotFound(f"There is no format “{format_id}” to write; there are {known_ids}.")
