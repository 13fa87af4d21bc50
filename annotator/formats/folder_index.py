"""The list that lies in a folder of many files: which of them are one article, and what its own files do not say.

One line of JSON an article, in the order in which they were written. Who opens the folder in another tool never needs
it; who brings it back finds titles, keys and annotators again.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import orjson

from annotator.core.exchange import ExchangedArticle
from annotator.core.spans import Span
from annotator.core.transliteration import romanised
from annotator.errors import UnreadableInput
from annotator.formats.folder_files import is_inside

INDEX = "articles.jsonl"
_WORDS = (
    "title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "text_sha256", "split"
)  # fmt: skip
DETAILS = frozenset({*_WORDS, "kept"})
"""The fields of an ExchangedArticle that such a list holds."""
_LONGEST = 50  # characters, so that no system finds a name too long, whatever the script
_LINE = 1 << 20
_UNFIT = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One of an article's files, relative to the folder, and whose work is in it."""

    path: str
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the list has it."""

    key: str
    parts: tuple[Part, ...]
    details: dict[str, Any]


@dataclass(slots=True)
class FreeNames:
    """Gives names to files that no system refuses, that lead nowhere else and that are different even without case.

    `ascii_only`: of ASCII letters, figures and low lines, for tools that stumble over anything else.
    """

    ascii_only: bool = False
    taken: set[str] = field(default_factory=lambda: {"articles", "annotation"})

    def take(self, wanted: str, otherwise: str) -> str:
        """A name without an ending, as near to `wanted` as can be; near to `otherwise` where nothing is left of it."""
        make = _ascii if self.ascii_only else _plain
        plain = make(wanted) or make(otherwise) or "article"
        name, number = plain, 1
        while (folded := unicodedata.normalize("NFC", name).casefold()) in self.taken:
            number += 1
            name = f"{plain}_{number}" if self.ascii_only else f"{plain} ({number})"
        self.taken.add(folded)
        return name


def write_listed(article: ExchangedArticle, parts: Iterable[Part], stream: BinaryIO) -> None:
    """Write the line of an article."""
    details: dict[str, Any] = {name: value for name in _WORDS if (value := getattr(article, name))}
    if article.kept:
        details["kept"] = [list(stretch) for stretch in article.kept]
    files = [{"path": part.path, "annotator": part.annotator} for part in parts]
    stream.write(orjson.dumps({"key": article.key, "files": files, **details}, option=orjson.OPT_APPEND_NEWLINE))


def read_listed(folder: Path) -> Iterator[Listed]:
    """The articles of a folder's list, none where it has no list. Raises UnreadableInput for one that is damaged."""
    path = folder / INDEX
    if not path.is_file():
        return
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(_LINE):
            number += 1
            try:
                yield _listed(orjson.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableInput(
                    f"Line {number} of “{INDEX}” is damaged; remove that file to read the others without it."
                ) from error


def inside(folder: Path, relative: str) -> Path | None:
    """A file that a list names, None where the name, or a link, leads out of the folder."""
    parts = PurePosixPath(relative).parts
    if not parts or ".." in parts or relative.startswith("/") or any(_UNFIT.search(part) for part in parts):
        return None
    file = folder.joinpath(*parts)
    return file if is_inside(file, folder) else None


def _listed(said: Any) -> Listed:
    parts = tuple(Part(_words(one["path"]), _words(one["annotator"])) for one in said["files"])
    details: dict[str, Any] = {name: _words(said[name]) for name in _WORDS if name in said}
    details["kept"] = tuple(Span(int(start), int(end)) for start, end in said.get("kept", ()))
    return Listed(_words(said["key"]), parts, details)


def _words(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    return said


def _plain(wanted: str) -> str:
    """What can be in the name of a file everywhere; full stops stay inside only, as an ending begins with one."""
    name = _UNFIT.sub(" ", "".join(one if one.isprintable() or one == "\u200d" else " " for one in wanted))
    name = " ".join(name.replace(".", " ").split())[:_LONGEST].strip()
    return f"_{name}" if _RESERVED.match(name) else name


def _ascii(wanted: str) -> str:
    words = [word if word.isascii() else romanised(word) for word in re.findall(r"\w+", wanted[:200])]
    letters = unicodedata.normalize("NFKD", "_".join(words)).encode("ascii", "ignore").decode()
    name = re.sub("[^A-Za-z0-9]+", "_", letters)[:_LONGEST].strip("_")
    return f"_{name}" if _RESERVED.match(name) else name
