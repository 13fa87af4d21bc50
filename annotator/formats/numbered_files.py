"""Folders with a file an article: numbered names, so that none is there twice and their order is kept; read in turn."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import UnreadableInput

_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 40  # characters of a title, which may have four bytes each: file systems allow 255
_NUMBER = re.compile(r"\d{1,12}")


def file_stem(number: int, article: ExchangedArticle) -> str:
    """What the file of the `number`th article is called: its number and the beginning of its title."""
    words = _NO_LETTERS.sub("-", article.title or Path(article.file_name).stem).strip("-")[:_LONGEST].strip("-")
    return f"{number:05}-{words.lower()}" if words else f"{number:05}"


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Files by the number that their names begin with, those without one after them by name."""
    return sorted(paths, key=_place)


def read_each(
    path: Path, ending: str, read: Callable[[Path], Iterator[ExchangedArticle | Unread]]
) -> Iterator[ExchangedArticle | Unread]:
    """What the files of a folder hold, and an Unread for each that cannot be read; or what one file holds.

    Raises UnreadableInput for a single file that cannot be read.
    """
    is_folder = path.is_dir()
    for file in in_order(path.rglob(f"*{ending}")) if is_folder else (path,):
        try:
            yield from read(file)
        except (UnreadableInput, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else ""
            reason = f"“{file.name}” cannot be read: {why}." if why else str(error)
            if not is_folder:
                raise UnreadableInput(reason) from error
            yield Unread(file.name, reason)


def _place(path: Path) -> tuple[bool, int, str]:
    found = _NUMBER.match(path.name)
    return found is None, int(found[0]) if found else 0, str(path)
