"""Turns what a database says when something fails into a sentence with a way out."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from annotator.errors import DiskFull, EditConflict, ProjectBusy, ProjectDamaged, ProjectError, ProjectReadOnly

_FULL = "There is no room left on the disk of this project; the last edit was not made. Free some space and try again."
_REFUSED = "The project's disk refused to write; the last edit was not made. Check that it has room and is connected."
_READ_ONLY = "This project can be read but not changed. Make a copy that you may write to."
_BUSY = "Another program is writing to this project; nothing was changed. Try again in a moment."
NOT_A_PROJECT = "This file is not a project of this program. Choose another, or make a new project."
_DAMAGED = "This project's file is damaged. Open a copy of it: yours, or a file beside it that ends in “.backup”."
_UNREACHABLE = "The project's file cannot be opened here. Check its folder and your rights to it."
_NO_ANSWER = "The project's server does not answer. Check its address and the network."
_UNKNOWN = "The project's database reported an error; nothing was changed. The log has the details."

_MEANINGS: tuple[tuple[str, type[ProjectError], str], ...] = (
    ("locked", ProjectBusy, _BUSY),
    ("locknotavailable", ProjectBusy, _BUSY),  # a server's error by its class: its words are in the server's language
    ("disk is full", DiskFull, _FULL),
    ("no space", DiskFull, _FULL),
    ("disk i/o", DiskFull, _REFUSED),
    ("readonly", ProjectReadOnly, _READ_ONLY),
    ("read-only", ProjectReadOnly, _READ_ONLY),
    ("not a database", ProjectDamaged, NOT_A_PROJECT),
    ("malformed", ProjectDamaged, _DAMAGED),
    ("unable to open", ProjectError, _UNREACHABLE),
    ("connection", ProjectError, _NO_ANSWER),
)


def meaning_of(error: Exception) -> Exception:
    """The AnnotatorError that says what a database error means; the error itself when it is none."""
    if isinstance(error, IntegrityError):
        return EditConflict("This cannot be done any more: something else in the project depends on it, or has gone.")
    cause = getattr(error, "orig", None) or error
    words = f"{type(cause).__name__} {cause}".lower()
    for sign, kind, sentence in _MEANINGS:
        if sign in words:
            return kind(sentence)
    return ProjectError(_UNKNOWN)


@contextmanager
def explained() -> Iterator[None]:
    """Within it, errors of the database become AnnotatorErrors."""
    try:
        yield
    except DBAPIError as error:
        raise meaning_of(error) from error
