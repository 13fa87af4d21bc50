"""A DocBin of spaCy, taken in without spaCy: spans of every group, and entities; words are looked up by their numbers.

The file is unpacked in memory, as its arrays go over all documents; how much that may be is bounded.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgpack

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, place_of
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.docbin_extras import NAME, article_from
from annotator.formats.docbin_strings import string_id
from annotator.formats.docbin_writing import ORTH, SENT_START
from annotator.formats.limits import megabytes

_ENT_IOB, _ENT_TYPE = 77, 78
_BEGINS, _INSIDE, _STARTS, _WITHIN = 3, 1, 1, (1 << 64) - 1
_SPAN = struct.Struct(">QQQllll")
_MOST_BYTES, _MOST_RATIO, _RATIO_BYTES = 1_000_000_000, 300, 1_000_000
_MOST_ENTRIES = 20_000_000
_PIECE = 1 << 20
_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, struct.error, OverflowError, MemoryError)

_Labelled = tuple[str, Span]


def read_docs(path: Path) -> Iterator[ExchangedArticle | Unread]:
    """The documents of a file, an Unread for each that does not hold together.

    Raises UnreadableInput for what is no DocBin, is damaged, or unpacks to more than the limit.
    """
    said = _unpacked(path)
    try:
        docs = _Docs.of(said)
    except _BROKEN as error:
        raise UnreadableInput(f"“{path.name}” is no DocBin of spaCy that holds together; write it again.") from error
    del said
    for number in range(len(docs.lengths)):
        try:
            article, left_out = docs.read(number)
        except _BROKEN:
            yield Unread(f"document {number + 1}", "Its words or spans do not hold together; it was left out.")
            continue
        yield article
        for what in left_out:
            yield Unread(f"document {number + 1}", what)


def is_docbin(head: bytes) -> bool:
    """True when the beginning of a file unpacks to that of a DocBin."""
    try:
        begun = zlib.decompressobj().decompress(head, 512)
    except zlib.error:
        return False
    return begun[:1] >= b"\x80" and b"\xa7version" in begun and b"\xa5attrs" in begun


def _unpacked(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as stream:
            content = _inflated(stream.read(_MOST_BYTES), path.name)
    except OSError as error:
        raise UnreadableInput(f"“{path.name}” cannot be opened: {error.strerror or error}.") from error
    try:
        most = min(len(content), _MOST_ENTRIES)
        said = msgpack.unpackb(content, max_array_len=most, max_map_len=most)
    except (*_BROKEN, msgpack.UnpackException, RecursionError) as error:
        raise UnreadableInput(f"“{path.name}” is damaged or no DocBin of spaCy; write it again.") from error
    if not isinstance(said, dict):
        raise UnreadableInput(f"“{path.name}” is no DocBin of spaCy.")
    return said


def _inflated(packed: bytes, name: str) -> bytes:
    unpacker = zlib.decompressobj()
    parts = []
    size = 0
    rest = packed
    try:
        while not unpacker.eof:
            piece = unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
            if not piece and not rest:
                raise zlib.error("cut")
            size += len(piece)
            if size > _MOST_BYTES or (size > _RATIO_BYTES and size > len(packed) * _MOST_RATIO):
                raise UnreadableInput(
                    f"“{name}” unpacks to more than {megabytes(min(size, _MOST_BYTES))}, which is too much for its "
                    "size; write it again in several files."
                )
            parts.append(piece)
    except zlib.error as error:
        raise UnreadableInput(f"“{name}” is damaged or no DocBin of spaCy; write it again.") from error
    return b"".join(parts)


@dataclass(slots=True)
class _Docs:
    """The arrays of a file."""

    attributes: Sequence[int]
    tokens: "array[int]"
    spaces: bytes
    lengths: "array[int]"
    begins: Sequence[int]
    strings: Mapping[int, str]
    groups: Sequence[Any]
    flags: Sequence[Any]
    cats: Sequence[Any]
    user_data: Sequence[Any]

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "_Docs":
        """Raises ValueError, KeyError or TypeError where they do not fit each other."""
        attributes = [int(one) for one in said["attrs"]]
        lengths = _numbers("i", said["lengths"])
        tokens = _numbers("Q", said["tokens"])
        begins = [0]
        for length in lengths:
            if length < 0:
                raise ValueError("a length below 0")
            begins.append(begins[-1] + length)
        if ORTH not in attributes or begins[-1] * len(attributes) != len(tokens):
            raise ValueError("tokens lack")
        if len(said["spaces"]) != begins[-1]:
            raise ValueError("spaces lack")
        lists = [_list(said, name, len(lengths)) for name in ("span_groups", "flags", "cats", "user_data")]
        strings = {string_id(one): one for one in said["strings"]}
        return cls(attributes, tokens, bytes(said["spaces"]), lengths, begins, {0: "", **strings}, *lists)

    def read(self, number: int) -> tuple[ExchangedArticle, list[str]]:
        """A document as an article, and what was left out of it."""
        words = [self.strings[one] for one in self._column(number, ORTH)]
        spaced = self.spaces[self.begins[number] : self.begins[number + 1]]
        if (self.flags[number] or {}).get("has_unknown_spaces"):
            spaced = b"\1" * len(words)
        places = []
        at = 0
        for word, has_space in zip(words, spaced, strict=True):
            places.append(Span(at, at + len(word)))
            at += len(word) + bool(has_space)
        text = "".join(word + " " * bool(has_space) for word, has_space in zip(words, spaced, strict=True))
        spans, broken = self._spans(number, places)
        left_out = [f"{broken:,} spans lie outside its words and were left out."] if broken else []
        if self.cats[number]:
            left_out.append("Its categories are of the whole text; they have no place here and were left out.")
        own = self._own(number)
        if own is not None:
            return article_from(own, text, spans), left_out
        return self._foreign(number, text, spans, places), left_out

    def _column(self, number: int, attribute: int) -> "array[int]":
        """The values of an attribute of a document's tokens; none where the file has not got it."""
        if attribute not in self.attributes:
            return array("Q")
        width, at = len(self.attributes), self.attributes.index(attribute)
        return self.tokens[self.begins[number] * width + at : self.begins[number + 1] * width : width]

    def _spans(self, number: int, places: Sequence[Span]) -> tuple[list[_Labelled], int]:
        """Labels and places of all groups' spans, and how many lie nowhere."""
        found: list[_Labelled] = []
        broken = 0
        packed = self.groups[number]
        groups = _unpack(packed) if packed else []
        for group in groups:
            for span in _unpack(group)["spans"]:
                *_, label, start, end, _, _ = _SPAN.unpack(span)
                if 0 <= start < end <= len(places):
                    found.append((self.strings[label], Span(places[start].start_char, places[end - 1].end_char)))
                else:
                    broken += 1
        return found, broken

    def _own(self, number: int) -> Mapping[str, Any] | None:
        """What this program has kept with a document."""
        kept = self.user_data[number]
        if not isinstance(kept, bytes) or NAME.encode() not in kept:
            return None
        own = _unpack(kept).get(NAME)
        return own if isinstance(own, dict) else None

    def _foreign(self, number: int, text: str, spans: Sequence[_Labelled], places: Sequence[Span]) -> ExchangedArticle:
        labelled = dict.fromkeys([*spans, *self._entities(number, places)])
        annotations = [
            ExchangedAnnotation(str(at), label, (place,))
            for at, (label, place) in enumerate(labelled, 1)
            if label and place.start_char < place.end_char
        ]
        sentences = tuple(self._sentences(number, text, places))
        return ExchangedArticle(
            str(number + 1), text, sentences=sentences, annotations=tuple(sorted(annotations, key=place_of))
        )

    def _entities(self, number: int, places: Sequence[Span]) -> Iterator[_Labelled]:
        tags = self._column(number, _ENT_IOB)
        types = self._column(number, _ENT_TYPE)
        start, label = 0, 0
        for at, (tag, type_) in enumerate(zip(tags, types, strict=True)):
            if label and not (tag == _INSIDE and type_ == label):
                yield self.strings[label], Span(places[start].start_char, places[at - 1].end_char)
                label = 0
            if tag in (_BEGINS, _INSIDE) and not label:
                start, label = at, type_
        if label:
            yield self.strings[label], Span(places[start].start_char, places[-1].end_char)

    def _sentences(self, number: int, text: str, places: Sequence[Span]) -> Iterator[Span]:
        """The sentences; none where only the first token is told to start one, as it is where nothing is known."""
        starts = self._column(number, SENT_START)
        if not any(one in (_STARTS, _WITHIN) for one in starts[1:]):
            return
        firsts = [at for at, one in enumerate(starts) if one == _STARTS or at == 0]
        for first, behind in zip(firsts, [*firsts[1:], len(places)], strict=True):
            words = [place for place in places[first:behind] if not text[slice(*place)].isspace()]
            if words:
                yield Span(words[0].start_char, words[-1].end_char)


def _numbers(kind: str, content: bytes) -> "array[int]":
    found = array(kind)
    found.frombytes(content)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _list(said: Mapping[str, Any], name: str, length: int) -> Sequence[Any]:
    """A list with an entry a document; older files have not got all."""
    found = said.get(name)
    if found is None:
        return [None] * length
    if not isinstance(found, list) or len(found) != length:
        raise ValueError(f"{name} lack")
    return found


def _unpack(content: bytes) -> Any:
    try:
        return msgpack.unpackb(content)
    except (msgpack.UnpackException, RecursionError) as error:
        raise ValueError("damaged") from error
