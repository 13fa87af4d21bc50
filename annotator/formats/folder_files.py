"""The files of a folder that a stranger has filled: no links that lead out of it, no pipes, nothing over a limit."""

from pathlib import Path

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, megabytes

LEADS_OUT = "It is a link that leads out of the folder; put the file itself there."
"""Why a file is not read that `is_inside` is false of."""


def is_inside(file: Path, folder: Path) -> bool:
    """False for a link that leads out of a folder, or round in a circle."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # the second for a circle of links
        return False


def content_of(file: Path, most: int = LIMITS.container_bytes) -> bytes:
    """The bytes of a file. Raises UnreadableInput for one that is over the limit, or cannot be read."""
    try:
        if file.exists() and not file.is_file():  # a pipe, which would be waited for without end
            raise UnreadableInput(f"“{file.name}” cannot be opened: it is no file.")
        with file.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise UnreadableInput(f"“{file.name}” cannot be opened: {error.strerror or error}.") from error
    if len(content) > most:
        raise UnreadableInput(f"“{file.name}” is longer than {megabytes(most)}, which is the limit; split it first.")
    return content
