"""What every file format offers: one small protocol, one file a format.

To add a format, write a class with these members in a file of its own and list one of it in
`annotator/formats/__init__.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from annotator.core.records import ArticleRecord, DocumentRecord


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What the person chose for an export; each format heeds what it can.

    `with_furniture` keeps the stretches that are not article text; `bom` puts a byte-order mark
    before UTF-8 text, which some spreadsheets need.
    """

    with_furniture: bool = False
    bom: bool = False


class Format(Protocol):
    """A kind of file that articles come from, or that annotated documents go to.

    Attributes:
        id: what the command line calls it, e.g. "jsonl".
        title: what a menu calls it.
        extensions: with their dot, lower case, the one that is written first: (".txt",).
        losses: what a file written in this format cannot hold, each as a plain sentence.
        can_read: `read` works.
        can_write: `write` works.

    """

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def extensions(self) -> tuple[str, ...]: ...

    @property
    def losses(self) -> tuple[str, ...]: ...

    @property
    def can_read(self) -> bool: ...

    @property
    def can_write(self) -> bool: ...

    def read(self, content: bytes, name: str) -> list[ArticleRecord]:
        """The articles in a file's bytes; `name` is the file's own. Raises UnreadableInput."""
        ...

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write documents as they come, one after the other, never all in memory."""
        ...
