"""The file formats there are, in the order in which menus show them."""

from pathlib import PurePath

from annotator.errors import NotFound, UnreadableInput
from annotator.formats.base import Format
from annotator.formats.plain_text import PlainText

FORMATS: tuple[Format, ...] = (PlainText(),)


def format_for(name: str) -> Format:
    """The format that reads a file of this name; without an ending it is plain text.

    Raises UnreadableInput for an ending that nothing reads.
    """
    ending = PurePath(name).suffix.lower()
    for known in FORMATS:
        if known.can_read and (not ending or ending in known.extensions):
            return known
    readable = ", ".join(extension for known in FORMATS if known.can_read for extension in known.extensions)
    raise UnreadableInput(f"Files that end in “{ending}” cannot be read; those that can: {readable}.")


def is_readable(name: str) -> bool:
    """True when a file of this name would be looked into when its folder is loaded."""
    return PurePath(name).suffix.lower() in {e for known in FORMATS if known.can_read for e in known.extensions}


def format_by_id(format_id: str) -> Format:
    """The format that the command line calls `format_id`. Raises NotFound, naming those there are."""
    for known in FORMATS:
        if known.id == format_id:
            return known
    raise NotFound(f"There is no format “{format_id}”; there are {', '.join(known.id for known in FORMATS)}.")
