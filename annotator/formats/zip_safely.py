"""A ZIP that a stranger packed, opened so that it can harm nothing: sizes, names and counts are checked first.

Nothing is ever unpacked to the disk. What an entry says of its size is checked before, and no entry can give more
than it says: the rest is cut off, and its checksum is then wrong.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes

_BEGIN, _ENTRY = b"PK", b"PK\x01\x02"
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_CHUNK = 1 << 20


class Archive:
    """The entries of a ZIP that passed every check; folders are left out."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, what: str) -> None:
        self._archive = archive
        self._what = what
        self._left = limits.unpacked_bytes
        self._entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}

    def names(self) -> tuple[str, ...]:
        """The names of the files, in the order of the archive's directory."""
        return tuple(self._entries)

    def size(self, name: str) -> int:
        """How many bytes a file has unpacked; 0 when there is none."""
        entry = self._entries.get(name)
        return entry.file_size if entry else 0

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises UnreadableInput for one that is missing, damaged or packed in an unknown way."""
        entry = self._entries.get(name)
        if entry is None:
            raise UnreadableInput(f"{self._what} is damaged: it has no “{_shown(name)}”; get a fresh copy of it.")
        if entry.compress_type not in _READABLE:
            raise UnreadableInput(
                f"“{_shown(name)}” in {self._what} is packed in a way that is not read here; "
                "pack it again as an ordinary ZIP."
            )
        if entry.file_size > self._left:
            raise UnreadableInput(f"{self._what} unpacks to more than it says; get a fresh copy of it.")
        self._left -= entry.file_size
        try:
            return b"".join(_chunks(self._archive, entry))
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
            raise UnreadableInput(
                f"“{_shown(name)}” in {self._what} is damaged and cannot be unpacked; get a fresh copy of it."
            ) from error


def open_archive(content: bytes, limits: Limits, *, most_members: int, what: str) -> Archive:
    """The archive in a file's bytes; `what` names it in sentences, with its quotes: “report.docx”.

    Raises UnreadableInput when it is damaged or encrypted, when it unpacks to more than `limits` allow, holds more
    than `most_members` entries, two of one name, or names that lead out of a folder.
    """
    # Entries of archives inside are counted too: to tell them apart would mean to believe the end of the file.
    if content.count(_ENTRY) > most_members:
        raise UnreadableInput(f"{what} holds more than {most_members:,} files, which is the limit; split it first.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        if not content.startswith(_BEGIN):
            raise UnreadableInput(f"{what} is no ZIP archive, in which such a file is packed.") from error
        raise UnreadableInput(
            f"{what} begins like a ZIP archive, but cannot be opened as one; get a fresh copy of it."
        ) from error
    entries = archive.infolist()
    _check_names([entry.filename for entry in entries], what)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableInput(f"{what} is protected by a password; unpack or save it without one and load that.")
    _check_sizes(entries, len(content), limits, what)
    return Archive(archive, limits, what)


def member_names(content: bytes, most: int = 2_000) -> tuple[str, ...]:
    """The names in a ZIP's directory, unchecked, to see what kind of file it is; empty for what is no ZIP."""
    if not content.startswith(_BEGIN) or content.count(_ENTRY) > most:
        return ()
    try:
        return tuple(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        return ()


def _shown(name: str) -> str:
    """A name as a sentence can hold it: strangers choose it, line breaks and all."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:80])


def _check_names(names: list[str], what: str) -> None:
    seen = set()
    for name in names:
        parts = re.split(r"[/\\]", name)
        if ".." in parts or parts[0] == "" or re.match("[A-Za-z]:", name):
            raise UnreadableInput(
                f"{what} holds a file whose name leads out of the archive; pack it again in a program of your own."
            )
        if name in seen:
            raise UnreadableInput(f"{what} holds two files called “{_shown(name)}”; pack it again with one of them.")
        seen.add(name)


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int, limits: Limits, what: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise UnreadableInput(
            f"{what} unpacks to {megabytes(unpacked)}; the limit is {megabytes(limits.unpacked_bytes)}, "
            "so split it first."
        )
    if unpacked > limits.ratio_bytes and unpacked > packed * limits.ratio:
        raise UnreadableInput(
            f"{what} unpacks to {unpacked // max(packed, 1):,} times its size; the limit is {limits.ratio} times, "
            "so unpack it yourself and load what you trust."
        )
    if sum(entry.compress_size for entry in entries) > packed:
        raise UnreadableInput(f"{what} holds files that lie over each other, as no program packs them.")


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry's bytes, piece by piece."""
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            yield piece
