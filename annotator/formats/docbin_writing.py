"""A DocBin of spaCy, version 0.1, written without spaCy: MessagePack under zlib.

Its arrays go over all documents, and each begins with its length, so they are written to files of no name first;
only the different words are kept in memory.
"""

import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO, BinaryIO

import msgpack

from annotator.core.exchange import ExchangedArticle
from annotator.errors import ExportFailed
from annotator.formats.docbin_extras import NAME, extras_of
from annotator.formats.docbin_strings import string_id
from annotator.formats.docbin_words import Words, words_of

ORTH, SENT_START = 65, 80
GROUP = "sc"
"""Where spaCy's spancat looks for spans that lie over each other."""
_VERSION, _ATTRIBUTES = "0.1", [ORTH, SENT_START]
_STARTS, _INSIDE, _UNKNOWN = 1, (1 << 64) - 1, 0
_IN_MEMORY, _PIECE = 1 << 20, 1 << 20
_LONGEST = (1 << 32) - 1
_BYTES, _LIST = b"\xc6", b"\xdd"  # of 32 bits length


@dataclass(slots=True)
class _Column:
    """One of the arrays, as it grows; `count` is how many entries a list has."""

    stream: IO[bytes]
    size: int = 0
    count: int = 0

    def add(self, content: bytes) -> None:
        self.stream.write(content)
        self.size += len(content)
        self.count += 1

    def pieces(self, *, is_list: bool) -> Iterator[bytes]:
        if self.size > _LONGEST:
            raise ExportFailed("A DocBin holds 4 GB of words at most; choose fewer articles for one file.")
        yield (_LIST if is_list else _BYTES) + struct.pack(">I", self.count if is_list else self.size)
        self.stream.seek(0)
        while piece := self.stream.read(_PIECE):
            yield piece


_BINARY = ("tokens", "spaces", "lengths")
_LISTS = ("cats", "flags", "span_groups", "user_data")


def write_docs(articles: Iterable[ExchangedArticle], target: BinaryIO) -> None:
    """Write the articles. Raises ExportFailed for more than the format can hold."""
    strings = {""}
    with ExitStack() as stack:
        columns = {
            name: _Column(stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))) for name in _BINARY + _LISTS
        }
        for article in articles:
            _add(article, columns, strings)
        packer = zlib.compressobj()
        for piece in _packed(columns, strings):
            target.write(packer.compress(piece))
        target.write(packer.flush())


def _packed(columns: dict[str, _Column], strings: set[str]) -> Iterator[bytes]:
    """The MessagePack map, its keys in spaCy's order."""
    yield bytes([0x80 + 3 + len(columns)])
    yield msgpack.packb("version") + msgpack.packb(_VERSION)
    yield msgpack.packb("attrs") + msgpack.packb(_ATTRIBUTES)
    for name in _BINARY:
        yield msgpack.packb(name)
        yield from columns[name].pieces(is_list=False)
    yield msgpack.packb("strings") + msgpack.packb(sorted(strings))
    for name in _LISTS:
        yield msgpack.packb(name)
        yield from columns[name].pieces(is_list=True)


def _add(article: ExchangedArticle, columns: dict[str, _Column], strings: set[str]) -> None:
    text = article.text
    segments = [segment for one in article.annotations for segment in one.segments]
    starts = {sentence.start_char for sentence in article.sentences}
    words = words_of(text, segments, starts)
    told = [text[start:end] for start, end in words.places]
    strings.update(told)
    strings.update(one.label for one in article.annotations)
    columns["tokens"].add(_rows(told, words, starts))
    columns["spaces"].add(bytes(words.spaced))
    columns["lengths"].add(struct.pack("<i", len(told)))
    columns["cats"].add(msgpack.packb({}))
    columns["flags"].add(msgpack.packb({"has_unknown_spaces": False}))
    columns["span_groups"].add(msgpack.packb(_groups(article, words)))
    columns["user_data"].add(msgpack.packb(msgpack.packb({NAME: extras_of(article)})))


def _rows(told: list[str], words: Words, starts: set[int]) -> bytes:
    """A row a token: the number of its word, and whether a sentence starts there."""
    elsewhere = _INSIDE if starts else _UNKNOWN
    row = struct.Struct("<QQ")
    places = zip(told, words.places, strict=True)
    return b"".join(
        row.pack(string_id(word), _STARTS if place.start_char in starts else elsewhere) for word, place in places
    )


def _groups(article: ExchangedArticle, words: Words) -> bytes:
    """The spans, as spaCy packs a document's groups of them: bytes of each group -> its names."""
    begins, ends = words.numbers()
    spans = []
    for one in article.annotations:
        label = string_id(one.label)
        for start, end in one.segments:
            spans.append(struct.pack(">QQQllll", 0, 0, label, begins[start], ends[end], start, end))
    group = msgpack.packb({"name": GROUP, "attrs": {}, "spans": spans})
    packed: bytes = msgpack.packb({group: [GROUP]})
    return packed
