"""DocBins of strangers: cut, inflated, wrong in every place."""

import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.docbin_reading import is_docbin, read_docs
from tests.formats.write_golden import GOLDEN

CONTENT = (GOLDEN / "docbin.spacy").read_bytes()
SAID: dict[str, Any] = msgpack.unpackb(zlib.decompress(CONTENT))


def read(path: Path, content: bytes) -> list[ExchangedArticle | Unread]:
    path.write_bytes(content)
    return list(read_docs(path))


def packed(**changes: Any) -> bytes:
    return zlib.compress(msgpack.packb({name: value for name, value in (SAID | changes).items() if value is not None}))


def test_older_files_have_less(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "a", packed(flags=None, span_groups=None, user_data=None))
    assert isinstance(one, ExchangedArticle)
    assert (one.key, one.annotations) == ("1", ())


@pytest.mark.parametrize(
    "changes",
    [
        {"attrs": [80]},
        {"attrs": None},
        {"attrs": ["x"]},
        {"tokens": b"\0" * 9},
        {"tokens": None},
        {"spaces": b""},
        {"lengths": b"\xff\xff\xff\xff"},
        {"lengths": b"\xff\xff\xff\x7f"},
        {"lengths": b"\1"},
        {"strings": [1]},
        {"span_groups": []},
        {"flags": 7},
        {"user_data": [None, None]},
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="holds together"):
        read(tmp_path / "a", packed(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"strings": ["Kata"]},
        {"span_groups": [b"\xc1"]},
        {"span_groups": [msgpack.packb({b"\x80": ["sc"]})]},
        {"span_groups": [msgpack.packb([msgpack.packb({"spans": [b"short"]})])]},
        {"flags": [7]},
        {"user_data": [b"\xdf annotator.article"]},
        {"user_data": [msgpack.packb({"annotator.article": {}})]},
    ],
)
def test_a_damaged_document_is_told(changes: dict[str, Any], tmp_path: Path) -> None:
    (one,) = read(tmp_path / "a", packed(**changes))
    assert isinstance(one, Unread)
    assert one.name == "document 1"


def test_spans_that_lie_nowhere_are_told(tmp_path: Path) -> None:
    span = bytes(24) + b"\x00\x00\x00\x05\x00\x00\x00\x63" + bytes(8)
    groups = [msgpack.packb([msgpack.packb({"name": "sc", "attrs": {}, "spans": [span, span]})])]
    _, told = read(tmp_path / "a", packed(span_groups=groups, user_data=None))
    assert told == Unread("document 1", "2 spans lie outside its words and were left out.")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain",
        CONTENT[:-20],
        CONTENT[:40],
        zlib.compress(b""),
        zlib.compress(msgpack.packb([1])),
        zlib.compress(msgpack.packb(SAID) + b"\0"),
        zlib.compress(b"\x81\xa7version\xdd\xff\xff\xff\xff"),
        zlib.compress(b"\x91" * 100_000),
    ],
)
def test_other_files_are_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="DocBin"):
        read(tmp_path / "a", content)


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="too much for its size"):
        read(tmp_path / "a", zlib.compress(bytes(5_000_000), 9))


def test_it_is_known_by_its_beginning() -> None:
    assert is_docbin(CONTENT)
    assert not any(map(is_docbin, [b"", b"x", zlib.compress(b"version attrs"), zlib.compress(msgpack.packb({"a": 1}))]))


@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_changed_byte_stops_nothing(at: int, byte: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    raw = bytearray(zlib.decompress(CONTENT))
    raw[at % len(raw)] = byte
    path = tmp_path_factory.getbasetemp() / "changed.spacy"
    with suppress(UnreadableInput):
        assert all(isinstance(one, ExchangedArticle | Unread) for one in read(path, zlib.compress(bytes(raw), 1)))
