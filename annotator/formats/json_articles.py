"""Articles as JSON: a list of objects, an object that holds such a list, or JSON Lines with one object a line.

Objects in an object become columns of their own (“content.rendered”), lists of words one cell.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import PurePath
from typing import Any

import orjson

from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.article_table import Row, Sheet, articles, within_limit
from annotator.formats.base import Read, ReadOptions
from annotator.formats.decoding import decode
from annotator.formats.limits import Limits, megabytes

_MARK = b"\xef\xbb\xbf"
_LINES = (".jsonl", ".ndjson")
_DEPTH = 4
"""So deep objects in objects become columns."""
_HEADINGS_FROM = 200
"""Rows need not have the same keys; those of so many are looked at for headings."""
_FIRST_LINE = 1_000_000
_A_TEXT = 200  # characters: what is as long is more than a name
_OWN = ("text", "text_sha256", "spans")  # what a line of this program's dataset has


@dataclass(frozen=True, slots=True)
class JsonArticles:
    """Articles as JSON or JSON Lines; read only."""

    id: str = "articles_json"
    title: str = "Articles as JSON or JSON Lines"
    extensions: tuple[str, ...] = (".json", ".jsonl", ".ndjson")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for JSON Lines: a first line that is an object, and a second that begins as one."""
        start = content[: len(_MARK)].removeprefix(_MARK) + content[len(_MARK) : _FIRST_LINE]
        if not start.startswith(b'{"'):
            return False
        first, _, rest = start.partition(b"\n")
        return rest.startswith(b'{"') and isinstance(_parsed(first), dict)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles, object by object. Raises UnreadableInput."""
        return articles(json_sheet(content, name, options), name, options, self.id)


def json_sheet(content: bytes, name: str, options: ReadOptions) -> Sheet:
    """The objects in a file's bytes as a table. Raises UnreadableInput for what holds none, or is over a limit."""
    called, limits = f"“{name}”" if name else "This JSON", options.limits
    if len(content) > limits.container_bytes:
        size, limit = megabytes(len(content)), megabytes(limits.container_bytes)
        raise UnreadableInput(f"{called} has {size}; the limit for a table is {limit}, so split it first.")
    content = _as_utf8(content, options.encoding)
    if not content.strip():
        raise UnreadableInput(f"{called} is empty; there is nothing to read in it.")
    rows = _rows(content, name, limits, called)
    beginning = list(islice(rows, _HEADINGS_FROM))
    headings = _headings(beginning)
    if not headings:
        raise UnreadableInput(f"{called} holds no articles: an article is an object with its text under a name.")
    if len(headings) > limits.columns:
        raise UnreadableInput(
            f"{called} has {len(headings):,} columns; the limit is {limits.columns:,}, so take out what is not needed."
        )
    return Sheet(headings, chain(beginning, rows))


def _as_utf8(content: bytes, encoding: str | None) -> bytes:
    if not encoding:
        plain = content.removeprefix(_MARK)
        try:
            plain.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if b"\0" not in plain[:4]:  # UTF-16 of plain letters is UTF-8, too
                return plain
    return decode(content, encoding)[0].removeprefix("\ufeff").encode("utf-8")


def _rows(content: bytes, name: str, limits: Limits, called: str) -> Iterator[Row | Unread]:
    """The objects one after the other. Raises UnreadableInput, at once, for what is no JSON."""
    try:
        whole = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        if PurePath(name).suffix.lower() in _LINES or isinstance(_parsed(content.partition(b"\n")[0]), dict):
            return within_limit(_rows_of_lines(content), limits, called)
        if "memory" in error.msg:
            raise MemoryError(error.msg) from error
        raise UnreadableInput(
            f"{called} is not whole JSON: it breaks off or has a mistake at line {error.lineno:,}; get a fresh copy."
        ) from error
    entries = within_limit(_entries(whole), limits, called)
    return (_row(f"article {number}", entry) for number, entry in enumerate(entries, 1))


def _rows_of_lines(content: bytes) -> Iterator[Row | Unread]:
    start, number = 0, 0
    while start < len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        number += 1
        if line := content[start:end].strip():
            yield _row(f"line {number}", _parsed(line))
        start = end + 1


def _parsed(line: bytes) -> Any:
    """What a line is in JSON; None for what is none."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None


def _entries(whole: Any) -> Iterable[Any]:
    """The objects of a file: its list, the longest list of objects in it, or itself."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict):
        return ()
    lists = [part for part in _parts(whole) if isinstance(part, list) and any(isinstance(one, dict) for one in part)]
    # An article may well hold a list of objects, its pictures for one; but it has a text of its own.
    if not lists or _has_text(whole):
        return (whole,)
    return max(lists, key=len)


def _parts(whole: Mapping[str, Any]) -> Iterator[Any]:
    """The values of an object, and those of objects directly in it: {"response": {"docs": [...]}}."""
    for value in whole.values():
        yield value
        if isinstance(value, dict):
            yield from value.values()


def _has_text(entry: Mapping[str, Any]) -> bool:
    return any(isinstance(value, str) and len(value) > _A_TEXT for value in entry.values())


def _row(name: str, entry: Any) -> Row | Unread:
    if not isinstance(entry, dict):
        return Unread(name, "It is no object of JSON with names and values; correct it or take it out.")
    cells: dict[str, str] = {}
    _flatten(entry, "", cells, _DEPTH)
    return Row(name, cells, entry, frozen=all(key in entry for key in _OWN))


def _flatten(entry: Mapping[str, Any], before: str, cells: dict[str, str], depth: int) -> None:
    for key, value in entry.items():
        if isinstance(value, dict):
            if depth > 1:
                _flatten(value, f"{before}{key}.", cells, depth - 1)
        elif (cell := _cell(value)) is not None:
            cells[before + key] = cell


def _cell(value: Any) -> str | None:
    """A value as a cell; None for one that is no words: lists of lists, of numbers."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        words = [_name_in(one) for one in value]
        return "\n".join(word for word in words if word) if value and all(words) else None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _name_in(one: Any) -> str:
    """One of a list: words, or an object with a name as authors are told."""
    if isinstance(one, dict):
        one = one.get("name")
    return one if isinstance(one, str) else ""


def _headings(rows: Iterable[Row | Unread]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        if isinstance(row, Row):
            found.update(dict.fromkeys(row.cells))
    return tuple(found)
