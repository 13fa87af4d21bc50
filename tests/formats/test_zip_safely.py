"""ZIPs of strangers: what they hold comes out whole, and a trap is refused before anything is unpacked."""

import io
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.zip_safely import Archive, member_names, open_archive


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def opened(content: bytes, most_members: int = 100) -> Archive:
    return open_archive(content, LIMITS, most_members=most_members, what="“a.zip”")


@given(st.dictionaries(st.sampled_from(["a.txt", "b/c.txt", "b/…/ö.txt", "d\\e"]), st.binary(max_size=300)))
def test_files_come_out_as_they_went_in(files: dict[str, bytes]) -> None:
    content = packed(files)
    archive = opened(content)
    assert {name: archive.read(name) for name in archive.names()} == files
    assert all(archive.size(name) == len(files[name]) for name in files)
    assert set(member_names(content)) == set(files)


def test_folders_are_no_files() -> None:
    assert opened(packed({"a/": b"", "a/b": b"x"})).names() == ("a/b",)


def test_a_file_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(UnreadableInput, match="it has no “b”"):
        opened(packed({"a": b""})).read("b")


def test_what_is_no_archive_is_not_said_to_begin_like_one() -> None:
    with pytest.raises(UnreadableInput, match="is no ZIP archive"):
        opened(b"{}")
    with pytest.raises(UnreadableInput, match="begins like a ZIP archive"):
        opened(packed({"a": b"x"})[:20])


def test_a_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(UnreadableInput, match="the limit is 100 times"):
        opened(packed({"a": bytes(2_000_000)}))


def test_what_is_small_unpacked_may_have_any_ratio() -> None:
    assert len(opened(packed({"a": bytes(900_000)})).read("a")) == 900_000


def test_a_bomb_is_refused_by_its_size() -> None:
    content = packed({"a": b"0123456789" * 30})
    with pytest.raises(UnreadableInput, match=r"unpacks to 0\.0 MB; the limit is 0\.0 MB"):
        open_archive(content, replace(LIMITS, unpacked_bytes=200), most_members=9, what="“a.zip”")


@pytest.mark.parametrize("said", [0, 10])
def test_a_size_that_lies_gives_no_more_than_it_says(said: int) -> None:
    """The header says few bytes, the stream has a million."""
    content = bytearray(packed({"a": bytes(1_000_000)}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", said)
    with pytest.raises(UnreadableInput, match="is damaged"):
        opened(bytes(content)).read("a")


def test_reading_a_file_again_and_again_has_a_limit() -> None:
    archive = open_archive(
        packed({"a": bytes(100)}), replace(LIMITS, unpacked_bytes=150), most_members=9, what="“a.zip”"
    )
    archive.read("a")
    with pytest.raises(UnreadableInput, match="unpacks to more than it says"):
        archive.read("a")


def test_files_that_lie_over_each_other_are_refused() -> None:
    """Every entry of the directory points at the same packed bytes."""
    content = packed({"a": bytes(range(256)) * 20})
    entry, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    one = content[entry:end]
    names = [bytes([letter]) for letter in b"abcdefghijklmnopqrstuvwxyz"]
    directory = b"".join(one[:46] + name + one[47:] for name in names)
    ends = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 26, 26, len(directory), entry, 0)
    with pytest.raises(UnreadableInput, match="lie over each other"):
        opened(content[:entry] + directory + ends)


def test_too_many_files_are_refused_before_the_directory_is_read() -> None:
    content = packed({str(number): b"" for number in range(101)})
    with pytest.raises(UnreadableInput, match="more than 100 files"):
        opened(content)
    assert member_names(content, most=100) == ()


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "..\\a", "\\\\host\\a", "C:\\a", "c:a"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(UnreadableInput, match="leads out of the archive"):
        opened(packed({"good": b"", name: b""}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", b"1")
        archive.writestr("a", b"2")
    with pytest.raises(UnreadableInput, match="two files called “a”"):
        opened(stream.getvalue())


def test_an_encrypted_archive_is_refused() -> None:
    content = bytearray(packed({"a": b"x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableInput, match="protected by a password"):
        opened(bytes(content))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_refused(method: int) -> None:
    with pytest.raises(UnreadableInput, match="packed in a way"):
        opened(packed({"a": b"x" * 100}, method)).read("a")


@given(st.data())
def test_a_damaged_archive_gives_its_files_or_a_sentence(data: st.DataObject) -> None:
    whole = packed({"a.txt": b"first " * 9, "b": b"second"})
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole)
    for at in data.draw(st.lists(st.integers(0, max(len(content) - 1, 0)), max_size=6)) if content else []:
        content[at] = data.draw(st.integers(0, 255))
    member_names(bytes(content))
    with suppress(UnreadableInput):
        archive = opened(bytes(content))
        for name in archive.names():
            archive.read(name)
