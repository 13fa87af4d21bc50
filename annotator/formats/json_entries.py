"""Objects of JSON from a file, one after the other and never all in memory: lines, or the entries of one long list.

What cannot be read is told by its number, and what stood before it is given all the same.
"""

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

import orjson

from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, megabytes

_MARK = b"\xef\xbb\xbf"
_CHUNK = 65_536
_CUT = 12  # characters: an error so near to the end of what was read may be for want of the rest
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # half of a character, which may stand there without the other one
_SPACE = re.compile(r"[ \t\r\n]*")


class Entry(NamedTuple):
    """An object of a file: its number, from 1, and what it says."""

    number: int
    fields: dict[str, Any]


def lines_of(path: Path) -> Iterator[Entry | Unread]:
    """The objects of a file with one a line; empty lines count, and give nothing.

    Raises UnreadableInput for a file whose first line is no object.
    """
    with _opened(path) as stream:
        seen = False
        for number, line in enumerate(bounded_lines(stream), 1):
            content = line.removeprefix(_MARK).strip() if number == 1 else line.strip()
            if not content:
                continue
            found = _object(content, number)
            if not seen and isinstance(found, Unread):
                raise UnreadableInput(f"“{path.name}” is no file of JSON Lines: its first line is no object of JSON.")
            seen = True
            yield found


def entries_of(path: Path, lists: tuple[str, ...] = ()) -> Iterator[Entry | Unread]:
    """The objects in a file's list, or in the list that the file's one object has under one of the names `lists`.

    An object without such a list is an entry itself, and so is each of several objects. Raises UnreadableInput for
    what is nothing of that.
    """
    with _opened(path) as stream:
        reading = _Reading(stream)
        number = 0
        try:
            for fields in _entries(reading, lists):
                number += 1
                yield Entry(number, fields) if isinstance(fields, dict) else _no_object(f"entry {number}")
        except ValueError as error:
            if not number:
                raise UnreadableInput(f"“{path.name}” holds no list of JSON that can be read: {error}.") from error
            yield Unread(f"entry {number + 1}", f"This and what follows cannot be read: {error}.")


def first_of(path: Path, entries: Iterator[Entry | Unread]) -> dict[str, Any]:
    """What the first entry says; {} where there is none or it cannot be read. To recognise a file by."""
    try:
        if not _begins_as_json(path):
            return {}
        found = next(entries, None)
    except (UnreadableInput, OSError):
        return {}
    return found.fields if isinstance(found, Entry) else {}


def _begins_as_json(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(_CHUNK).removeprefix(_MARK).lstrip()[:1] in (b"{", b"[")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        stream = path.open("rb")
    except OSError as error:
        raise UnreadableInput(f"“{path.name}” cannot be read: {error.strerror or error}.") from error
    with stream:
        yield stream


def bounded_lines(stream: BinaryIO, limit: int | None = None) -> Iterator[bytes]:
    """The lines of a file; one that is over the limit comes cut, which no parser takes for whole.

    `limit` is in bytes, None for that of a file with many articles.
    """
    limit = limit or LIMITS.container_bytes
    while line := stream.readline(limit):
        rest = line
        while len(rest) >= _CHUNK and not rest.endswith(b"\n") and (rest := stream.readline(_CHUNK)):
            pass
        yield line


def _object(content: bytes, number: int) -> Entry | Unread:
    name = f"line {number}"
    if len(content) >= LIMITS.container_bytes:
        return Unread(name, f"It has more than {megabytes(LIMITS.container_bytes)}, which is the limit for one line.")
    try:
        found = orjson.loads(content)
    except ValueError:
        return Unread(name, "It is no whole object of JSON.")
    return Entry(number, found) if isinstance(found, dict) else _no_object(name)


def _no_object(name: str) -> Unread:
    return Unread(name, "It is no object of JSON.")


def _entries(reading: "_Reading", lists: tuple[str, ...]) -> Iterator[Any]:
    found = False
    while first := reading.peek():
        if first == "[":
            yield from _list(reading)
        elif first == "{":
            yield from _named_list(reading, lists)
        else:
            raise ValueError("it begins neither with a list nor with an object")
        found = True
    if not found:
        raise ValueError("it is empty")


def _list(reading: "_Reading") -> Iterator[Any]:
    reading.take("[")
    if reading.peek() == "]":
        reading.take("]")
        return
    while True:
        yield reading.value()
        if reading.peek() != ",":
            reading.take("]")
            return
        reading.take(",")


def _named_list(reading: "_Reading", lists: tuple[str, ...]) -> Iterator[Any]:
    """The entries of the lists that an object has under the names, or the object itself where it has none."""
    reading.take("{")
    fields: dict[str, Any] = {}
    has_list = False
    while reading.peek() != "}":
        name = reading.value()
        reading.take(":")
        if name in lists and reading.peek() in ("[", "{"):
            has_list = True
            yield from _list(reading) if reading.peek() == "[" else _named_list(reading, lists)
        else:
            fields[str(name)] = reading.value()
        if reading.peek() != "}":
            reading.take(",")
    reading.take("}")
    if not has_list:
        yield fields


class _Reading:
    """The text of a file from where it was read to on, of which no more is kept than one value needs."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next character that is no white space; "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, sign: str) -> None:
        """Go on behind a sign that must be next. Raises ValueError."""
        if self.peek() != sign:
            raise ValueError(f"there is no “{sign}” where one must be" if self.peek() else "it breaks off")
        self._at += 1

    def value(self) -> Any:
        """The next value, whole. Raises ValueError for what is none, or too large."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise ValueError("its values lie too deep in each other") from error
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._more():
                    raise ValueError("it breaks off or is no JSON there") from error
                continue
            if end == len(self._text) and isinstance(found, int | float) and self._more():
                continue
            self._refuse_halves(end)
            self._at = end
            return found

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.pos >= len(self._text) - _CUT or error.msg.startswith("Unterminated string")

    def _refuse_halves(self, end: int) -> None:
        if _HALF.search(self._text, self._at, end):
            try:
                orjson.loads(self._text[self._at : end])
            except ValueError as error:
                raise ValueError("it has half a character") from error

    def _more(self) -> bool:
        """Read on, as much again as is being looked at; False at the end."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        if len(rest) > LIMITS.container_bytes:
            raise ValueError(f"one entry has more than {megabytes(LIMITS.container_bytes)}, which is the limit")
        content = self._stream.read(max(_CHUNK, len(rest)))
        self._ended = not content
        try:
            self._text, self._at = rest + self._decoder.decode(content, final=self._ended), 0
        except UnicodeDecodeError as error:
            raise ValueError("it is not in UTF-8") from error
        return True


def _refuse(name: str) -> NoReturn:
    raise json.JSONDecodeError("no JSON", name, 0)


_DECODER = json.JSONDecoder(parse_constant=_refuse)
