"""A file's bytes, taken in without waiting for it and without trusting it."""

import os
import stat
from pathlib import Path

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, Limits, megabytes


def read_file(path: str | Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a regular file within the size limit. Raises UnreadableInput or OSError.

    Opened without waiting, so that a pipe cannot hold the program up; devices and pipes are refused, and so is
    a file that somebody writes to meanwhile: half of one state and half of another is no article.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        before = os.fstat(stream.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise UnreadableInput("This is not a file with an article in it, but a folder, a pipe or a device.")
        if before.st_size > limits.container_bytes:
            raise UnreadableInput(
                f"The file has {megabytes(before.st_size)}; the limit is {megabytes(limits.container_bytes)}. "
                "Split it and load the parts."
            )
        content = stream.read(limits.container_bytes + 1)
        after = os.fstat(stream.fileno())
    if len(content) != after.st_size or (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise UnreadableInput("The file was changed while it was read; load it again when it is finished.")
    return content


def reason_of(error: OSError) -> str:
    """Why the system does not give a file, in one sentence."""
    return f"The file cannot be read: {error.strerror or error}."
