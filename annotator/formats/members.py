"""Files inside a file: each read by what it is itself, and one that cannot be read never takes the others along."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import AnnotatorError
from annotator.formats.base import Read, ReadOptions
from annotator.formats.limits import Limits

_log = logging.getLogger(__name__)
_DAMAGED = "It is damaged and cannot be read; open it in its own program and save it as plain text."


def read_member(content: bytes, name: str, container: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    """The articles of one file inside `container`, both by name; `options` are those of the container.

    Articles get the file name “container/name”; what is unread is called by its place in the container.
    """
    # Imported here: the package lists the readers, and those that open files inside files use this module.
    from annotator import formats

    if options.depth >= options.limits.depth:
        yield Unread(
            name,
            f"It lies more than {options.limits.depth} files deep in other files, which is the limit; "
            "unpack it and load that.",
        )
        return
    within = replace(options, depth=options.depth + 1, encoding=None, columns={})
    path = f"{container}/{name}" if container else name
    yield from called(guarded(lambda: formats.read(content, path, within)), name)


def called(found: Read, name: str) -> Iterator[ArticleRecord | Unread]:
    """What one member gives, where its unread parts are called by their place in the container."""
    for one in found:
        yield Unread(f"{name}/{one.name}" if one.name else name, one.reason) if isinstance(one, Unread) else one


def guarded(read: Callable[[], Read]) -> Iterator[ArticleRecord | Unread]:
    """What `read` gives, and an Unread without a name when it can give no more."""
    try:
        yield from read()
    except AnnotatorError as error:
        yield Unread("", str(error))
    except Exception as error:  # whatever one of them does to a library, the others are to be read
        _log.error("a reader broke on a file inside another: %s", type(error).__name__)
        yield Unread("", _DAMAGED)


def at_most(found: Read, limits: Limits) -> Iterator[ArticleRecord | Unread]:
    """As many as one file may hold, and then an Unread that says so."""
    for number, one in enumerate(found):
        if number >= limits.articles:
            yield Unread(
                "the rest", f"A file may hold {limits.articles:,} articles; the rest is left out, so split the file."
            )
            return
        yield one
