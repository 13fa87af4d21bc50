"""Packed files that are the same, byte by byte, whenever they are written from the same content."""

from collections.abc import Iterable
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_members(stream: BinaryIO, members: Iterable[tuple[str, bytes]], *, stored: str = "") -> None:
    """Pack members in this order, without their times; the one called `stored` is not compressed."""
    with ZipFile(stream, "w") as archive:
        for name, content in members:
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)


def read_member(stream: BinaryIO, name: str) -> bytes:
    """What a member holds. Raises ValueError when it is not there or damaged."""
    try:
        with ZipFile(stream) as archive:
            return archive.read(name)
    except Exception as error:
        raise ValueError(f"“{name}” cannot be read: {error}") from error
