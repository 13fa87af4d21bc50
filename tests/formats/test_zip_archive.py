"""ZIP archives: what can be read in them is, the rest is named, and none of them harms anything."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS
from annotator.formats.zip_archive import ZipArchive, shown_path
from tests.formats.mutations import mutated

FEED = (
    b"<rss version='2.0'><channel><title>Sandhaven Post</title><item><title>Mayor denies</title>"
    b"<description>The mayor of Sandhaven denied it.</description></item></channel></rss>"
)


def packed(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(
    content: bytes, name: str = "wire.zip", options: ReadOptions = formats.PLAIN_OPTIONS
) -> list[ArticleRecord | Unread]:
    return list(formats.read(content, name, options))


def names(found: list[ArticleRecord | Unread]) -> list[str]:
    return [one.name if isinstance(one, Unread) else one.file_name for one in found]


def test_every_file_is_read_by_its_own_reader_and_keeps_its_folder() -> None:
    found = read(packed({"a/first.txt": b"Judul\n\nIsi.", "a/b/second.xml": FEED, "c.png": b"\x89PNG\r\n\x1a\n"}))
    assert names(found) == ["wire.zip/a/first.txt", "wire.zip/a/b/second.xml", "c.png"]
    first, second, third = found
    assert isinstance(first, ArticleRecord)
    assert first.original == b"Judul\n\nIsi."
    assert isinstance(second, ArticleRecord)
    assert "The mayor of Sandhaven denied it." in second.text
    assert isinstance(third, Unread)


def test_what_systems_put_in_is_passed_over() -> None:
    junk = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a/Thumbs.db": b"x", "._b.txt": b"x", "b.txt": b"Isi."}
    assert names(read(packed(junk))) == ["wire.zip/b.txt"]


def test_archives_in_archives_up_to_the_limit() -> None:
    content, name = b"Judul\n\nIsi.", "a.txt"
    for level in range(1, 4):
        content, name = packed({name: content}), f"{level}.zip"
        found = read(content)
        assert isinstance(found[0], ArticleRecord)
    assert names(found) == ["wire.zip/2.zip/1.zip/a.txt"]
    (unread,) = read(packed({name: content}))
    assert unread == Unread("3.zip/2.zip/1.zip/a.txt", unread.reason) if isinstance(unread, Unread) else False


@pytest.mark.parametrize("name", ["../../escaped.txt", "/etc/passwd", "C:\\x.txt", "a\\..\\..\\b.txt"])
def test_names_that_lead_out_refuse_the_archive(name: str) -> None:
    with pytest.raises(UnreadableInput, match="leads out"):
        read(packed({"ok.txt": b"fine", name: b"must not be read"}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnreadableInput, match="the limit is 100 times"):
        read(packed({"a.txt": bytes(20_000_000)}))


def test_too_many_files_are_refused() -> None:
    few = ReadOptions(limits=replace(LIMITS, members=5))
    with pytest.raises(UnreadableInput, match="more than 5 files"):
        read(packed({f"{number}.txt": b"Isi." for number in range(6)}), options=few)


def test_an_archive_without_files_is_empty() -> None:
    with pytest.raises(UnreadableInput, match="without files"):
        read(packed({}))
    with pytest.raises(UnreadableInput, match="without files"):
        read(packed({"__MACOSX/a": b""}))


def test_too_large_an_archive_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"limit for an archive is 0\.0 MB"):
        read(packed({"a.txt": b"x"}), options=ReadOptions(limits=replace(LIMITS, container_bytes=10)))


def test_one_damaged_file_leaves_the_others() -> None:
    content = packed({"a.txt": b"first first", "b.txt": b"second"}, zipfile.ZIP_STORED).replace(
        b"first first", b"first wrong", 1
    )
    unread, article = read(content)
    assert isinstance(unread, Unread)
    assert "damaged" in unread.reason
    assert isinstance(article, ArticleRecord)


def test_names_in_utf8_that_do_not_say_so() -> None:
    name = "berita–市長.txt"
    raw = packed({"x" * len(name.encode()): b"Isi."}).replace(b"x" * len(name.encode()), name.encode())
    assert names(read(raw)) == [f"wire.zip/{name}"]


def test_a_place_is_fit_for_a_list() -> None:
    assert shown_path("a\\b/./c\u202e\n.txt") == "a/b/c .txt"
    assert shown_path("./") == "file"


def test_an_office_document_is_left_to_its_reader() -> None:
    reader = ZipArchive()
    assert reader.recognises(packed({"a.txt": b""}))
    assert not reader.recognises(packed({"[Content_Types].xml": b"", "word/document.xml": b""}))
    assert not reader.recognises(packed({"mimetype": b"application/epub+zip"}, zipfile.ZIP_STORED))
    assert not reader.recognises(b"plain text")


@given(mutated(packed({"a/b.txt": b"Judul\n\nIsi.", "c.xml": FEED}), packed({"d.zip": packed({"e.txt": b"Isi."})})))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        list(ZipArchive().read(content, "a.zip", ReadOptions()))
    except UnreadableInput:
        return
