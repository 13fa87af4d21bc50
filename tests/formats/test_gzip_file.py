"""A file that is compressed by itself is read as what it is inside."""

import gzip
import io
import tarfile
from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS


def test_the_file_inside_is_read() -> None:
    (article,) = formats.read(gzip.compress("Judul\n\nIsi é.".encode()), "berita.txt.gz")
    assert isinstance(article, ArticleRecord)
    assert (article.text, article.file_name) == ("Judul\n\nIsi é.", "berita.txt")
    assert article.original == "Judul\n\nIsi é.".encode()


def test_a_folder_before_its_name_stays() -> None:
    (article,) = formats.read(gzip.compress(b"Isi."), "kiriman.zip/a/berita.txt.gz")
    assert isinstance(article, ArticleRecord)
    assert article.file_name == "kiriman.zip/a/berita.txt"


def test_what_nothing_reads_is_named() -> None:
    (unread,) = formats.read(gzip.compress(b"\x89PNG\r\n\x1a\n"), "a.png.gz")
    assert isinstance(unread, Unread)
    assert "is a picture" in unread.reason


def test_a_tar_archive_is_said_to_be_one() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("../../a"), io.BytesIO())
    with pytest.raises(UnreadableInput, match="tar archive"):
        list(formats.read(stream.getvalue(), "a.tgz"))


def test_limits_hold() -> None:
    with pytest.raises(UnreadableInput, match="100 times"):
        list(formats.read(gzip.compress(bytes(20_000_000)), "a.txt.gz"))
    with pytest.raises(UnreadableInput, match=r"limit is 0\.0 MB"):
        list(formats.read(gzip.compress(b"a"), "a.gz", ReadOptions(limits=replace(LIMITS, container_bytes=10))))


def test_compressed_in_compressed_only_so_deep() -> None:
    content = b"Isi."
    for _ in range(6):
        content = gzip.compress(content)
    (unread,) = formats.read(content, "a.gz")
    assert isinstance(unread, Unread)
    assert "3 files deep" in unread.reason
