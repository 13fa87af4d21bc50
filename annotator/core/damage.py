"""What is wrong with a piece of a file, in words for a person: those of Python are for nobody who edits an article."""

DAMAGE = (ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What is raised for a piece that is not what it should be."""
_ANYTHING = "something in it is not what it should be"


class Damaged(ValueError):
    """A piece of a file is not what it should be; the words are the end of a sentence that a person reads."""


def reason_of(error: Exception) -> str:
    """What is wrong with a piece, as the end of a sentence; `error` is one of DAMAGE."""
    if isinstance(error, Damaged):
        return str(error)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        return f"{error.args[0]} is missing"
    return _ANYTHING
