"""One file that is compressed by itself (.html.gz): unpacked in memory, and read as what it is then."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.gzip_safely import MAGIC, unpack
from annotator.formats.limits import megabytes
from annotator.formats.members import read_member


@dataclass(frozen=True, slots=True)
class GzipFile:
    """Whatever the file inside is; read only."""

    id: str = "gzip"
    title: str = "Compressed file (gzip)"
    extensions: tuple[str, ...] = (".gz", ".tgz")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for gzip's own beginning."""
        return content.startswith(MAGIC)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles of the file inside. Raises UnreadableInput."""
        called, most = f"“{name}”" if name else "This file", options.limits.container_bytes
        if len(content) > most:
            raise UnreadableInput(
                f"{called} has {megabytes(len(content))}; the limit is {megabytes(most)}, so split it first."
            )
        unpacked = unpack(content, options.limits, called)
        if unpacked[257:262] == b"ustar":
            raise UnreadableInput(f"{called} is a tar archive; unpack it and load its folder, or pack it as a ZIP.")
        return _read(unpacked, name, options)


def _read(unpacked: bytes, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    """The file inside keeps its place in the list under the name of the compressed one."""
    folder, _, last = name.rpartition("/")
    inside = PurePath(last).stem if last.lower().endswith(".gz") else last
    yield from read_member(unpacked, inside or "file", folder, options)
