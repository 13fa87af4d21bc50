"""The bytes of a DocBin: the layout that spaCy 3 reads."""

import struct
import zlib
from pathlib import Path

import msgpack
import pytest

from annotator.errors import ExportFailed
from annotator.formats import docbin_writing
from annotator.formats.base import WriteOptions
from annotator.formats.docbin import DocBin
from tests.formats.exchanged import minister
from tests.formats.write_golden import GOLDEN, write_exchange


def test_the_layout(tmp_path: Path) -> None:
    article = DocBin().fit(minister(), WriteOptions()).article
    with (tmp_path / "a").open("wb") as stream:
        docbin_writing.write_docs([article, article], stream)
    said = msgpack.unpackb(zlib.decompress((tmp_path / "a").read_bytes()))
    assert list(said) == [
        *("version", "attrs", "tokens", "spaces", "lengths", "strings"),
        *("cats", "flags", "span_groups", "user_data"),
    ]
    assert (said["version"], said["attrs"], struct.unpack("<ii", said["lengths"])) == ("0.1", [65, 80], (13, 13))
    assert struct.unpack("<4Q", said["tokens"][:32]) == (11311534556431568397, 1, 10501460760076260953, (1 << 64) - 1)
    assert said["spaces"][:13] == bytes([1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0])
    assert said["strings"] == sorted(said["strings"])
    ((group, names),) = msgpack.unpackb(said["span_groups"][0]).items()
    assert names == ["sc"]
    spans = msgpack.unpackb(group)["spans"]
    assert [struct.unpack(">QQQllll", span)[3:] for span in spans] == [(3, 9, 14, 34), (4, 7, 15, 32), (10, 12, 37, 55)]


def test_the_golden_file(tmp_path: Path) -> None:
    """What is packed, not how: another zlib packs it otherwise."""
    write_exchange(DocBin(), tmp_path / "out")
    golden = (GOLDEN / "docbin.spacy").read_bytes()
    assert zlib.decompress((tmp_path / "out").read_bytes()) == zlib.decompress(golden)


def test_more_than_it_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_writing, "_LONGEST", 100)
    with (tmp_path / "a").open("wb") as stream, pytest.raises(ExportFailed, match="choose fewer articles"):
        docbin_writing.write_docs([minister()], stream)
