"""The journal out of the house: a file that anybody can check, and the description of how."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import orjson
from sqlalchemy import Connection

from annotator import resources
from annotator.core.masking import Mask
from annotator.errors import Cancelled
from annotator.operations.placing import write_file
from annotator.operations.protection import mask_in
from annotator.store import queries
from annotator.store.blindness import hidden_documents, seen_entries
from annotator.store.journal_bytes import HashedEntry, chains, hashed_entries
from annotator.store.workspace import Workspace

DESCRIPTION = ".how-to-check.md"
"""What the description's name ends in; it lies beside the journal."""


@dataclass(frozen=True, slots=True)
class JournalReport:
    """What was written. `withheld` entries name a protected source: of them there are only the hashes."""

    entries: int
    chains: int
    withheld: int
    path: Path
    description: Path


def export_journal(
    workspace: Workspace,
    target: Path,
    now: datetime | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> JournalReport:
    """Write the journal as JSON Lines, and beside it how to check it; `now` is the time that the heading tells.

    Entries in which a protected source is named, or that tell of others' work in what the viewer reads blind, are
    withheld. Raises ExportFailed, Cancelled, ProjectDamaged.
    """
    written = _Written(now or datetime.now(UTC))
    description = target.with_name(f"{target.stem}{DESCRIPTION}")

    def fill(stream: BinaryIO) -> None:
        for line in written.lines(workspace, progress, cancelled):
            stream.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    write_file(workspace, target, fill)
    words = resources.path("audit", "how_to_check.md").read_bytes()
    write_file(workspace, description, lambda stream: _copy(words, stream))
    return JournalReport(written.entries, written.chains, written.withheld, target, description)


def _copy(words: bytes, stream: BinaryIO) -> None:
    stream.write(words)


class _Written:
    """The lines of the file, counted as they are made."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.entries = self.chains = self.withheld = 0

    def lines(
        self, workspace: Workspace, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Iterator[dict[str, Any]]:
        """The heading, then every entry. What is withheld is counted before, as the heading tells it."""
        with workspace.reading(whole=True) as connection:
            kept = _Kept(mask_in(workspace, connection), _unseen(workspace, connection))
            found = chains(connection)
            total = sum(chain.entries for chain in found)
            self.chains = len(found)
            self.withheld = sum(kept.is_withheld(entry) for entry in hashed_entries(connection)) if kept else 0
            yield {
                "journal": 1,
                "project": kept.mask.text(queries.project_name(connection) or ""),
                "written": self._now,
                "withheld": self.withheld,
                "chains": [
                    {
                        "chain": chain.id.hex,
                        "entries": chain.entries,
                        "begins_with": chain.begins_with.hex(),
                        "head": chain.head.hex(),
                    }
                    for chain in found
                ],
            }
            names = queries.annotator_names(connection)
            for entry in hashed_entries(connection):
                if cancelled():
                    raise Cancelled
                yield _line(entry, names, withheld=kept.is_withheld(entry))
                self.entries += 1
                progress(self.entries, total)


class _Kept:
    """What does not leave: entries that name a protected source, and what is hidden from who looks."""

    def __init__(self, mask: Mask, unseen: frozenset[int]) -> None:
        self.mask, self._everywhere = mask, mask.everywhere()
        self._unseen = unseen

    def __bool__(self) -> bool:
        """True when something may have to be withheld."""
        return bool(self.mask) or bool(self._unseen)

    def is_withheld(self, entry: HashedEntry) -> bool:
        """True for an entry of which nothing but the hashes may be told."""
        if entry.number in self._unseen:
            return True
        if not self.mask:
            return False
        words = _text({"title": entry.title, "changes": _changes(entry)})
        return self._everywhere.text(words) != words


def _unseen(workspace: Workspace, connection: Connection) -> frozenset[int]:
    """The entries that tell of what is hidden from the viewer, on whatever article they are."""
    hidden, found = hidden_documents(connection, workspace.viewer), set[int]()
    if not hidden:
        return frozenset()
    with workspace.reading() as seen:
        rest = hashed_entries(connection)
        while entries := list(islice(rest, queries.BATCH)):
            whole = {id(one) for one in seen_entries(seen, entries)}  # what is told in part is another object
            found |= {
                one.number
                for one in entries
                if id(one) not in whole or (one.document_id in hidden and one.annotator_id != workspace.viewer)
            }
    return frozenset(found)


def _line(entry: HashedEntry, names: dict[UUID, str], *, withheld: bool) -> dict[str, Any]:
    line: dict[str, Any] = {
        "number": entry.number,
        "chain": entry.chain.hex,
        "sequence": entry.sequence,
        "hash": hashlib.sha256(entry.content).hexdigest(),
        "previous": entry.previous.hex(),
        "received": entry.received,
        "content": None,
    }
    if withheld:
        return line
    return line | {
        "content": base64.b64encode(entry.content).decode(),
        "at": entry.at,
        "annotator": names.get(entry.annotator_id, "") if entry.annotator_id else "",
        "article": entry.document_id.hex if entry.document_id else None,
        "title": entry.title,
        "kind": entry.kind.name.lower(),
        "changes": _changes(entry),
    }


def _changes(entry: HashedEntry) -> list[dict[str, Any]]:
    return [
        {"table": one.table, "id": one.id.hex, "before": _image(one.before), "after": _image(one.after)}
        for one in entry.changes
    ]


def _image(image: dict[str, Any] | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return {name: _plain(value) for name, value in image.items() if name != "id"}


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, UUID):
        return value.hex
    return value.hex() if isinstance(value, bytes) else value


def _text(content: Any) -> str:
    return orjson.dumps(content).decode()
