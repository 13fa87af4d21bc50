"""The parts (train, dev, test) that articles had in an earlier export: where they stand, and whose an export keeps.

They lie beside what was written (OUT.splits.json), so that labels given later, and articles taken away, move none.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import orjson

from annotator.core.recipes import ExportRequest
from annotator.errors import UnreadableInput
from annotator.formats.exchange import PARTS
from annotator.operations.datasets import parts_before
from annotator.operations.heeding import heeding
from annotator.store import queries
from annotator.store.workspace import Workspace

_NEIGHBOURS = 20
"""How many files beside an export are looked into, the newest first."""
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


@dataclass(frozen=True, slots=True)
class KeptParts:
    """The parts of articles by their keys, and the file or folder that says so."""

    parts: Mapping[UUID, str]
    origin: Path

    def told(self, dealt: Container[str], articles: int) -> str:
        """Whose parts were kept, in a sentence; `dealt` are the keys of all `articles` that have a part now."""
        kept = sum(1 for key in self.parts if str(key) in dealt)
        are = "article" if kept == 1 else "articles"
        return f"Parts (train, dev, test) kept from {self.origin.name}: {kept:,} {are}; {articles - kept:,} new."


def parts_beside(target: Path) -> Path:
    """Where the parts lie that an export had when it was written."""
    return target.parent / f"{target.name}{PARTS}"  # "." has no name


def earlier_parts(
    workspace: Workspace, request: ExportRequest, target: Path, last: Path | None = None
) -> KeptParts | None:
    """The parts that an export to this place keeps, None where it deals all articles out.

    They are those of what it replaces, else of `last`, where the same was written the last time, else, where one part
    is asked for, of its newest neighbour. Another seed or other shares than these were made with deal out anew.
    Raises UnreadableInput where what it replaces is damaged.
    """
    if not request.selection.split and request.format_id not in heeding("splits"):
        return None  # nothing of it has a part
    for place in (target, last):
        for path in (parts_beside(place), place) if place else ():
            if parts := parts_before(path, request):
                return KeptParts(parts, path)
    if not request.selection.split:
        return None
    with workspace.reading() as connection:
        there = set(queries.document_ids(connection))
    found = (KeptParts(parts, path) for path, parts in _neighbours(target, request))
    return next((one for one in found if not there.isdisjoint(one.parts)), None)


def parts_content(
    request: ExportRequest, dealt: Mapping[str, str], kept: KeptParts | None, held: Container[UUID]
) -> bytes:
    """What lies beside an export: `dealt`, each article's part by its key, without those that are `held` back.

    Articles that are gone stay as they were: they may come again. Of those that are held back now, nothing is said,
    whoever has named them before: this export may go where the other one may not.
    """
    there = {str(key): part for key, part in kept.parts.items()} if kept else {}
    there |= dealt
    named = {key: there[key] for key in sorted(there) if UUID(key) not in held}
    said = {"seed": request.seed, "shares": request.shares, "articles": named}
    return orjson.dumps(said, option=_OPTIONS)


def _neighbours(target: Path, request: ExportRequest) -> Iterator[tuple[Path, dict[UUID, str]]]:
    """The parts beside other exports of the folder, the newest first; a file that cannot be read is passed over."""
    try:
        found = [(path.stat().st_mtime_ns, path.name, path) for path in target.parent.glob(f"*{PARTS}")]
    except OSError:
        return
    for _, _, path in sorted(found, reverse=True)[:_NEIGHBOURS]:
        try:
            yield path, parts_before(path, request)
        except UnreadableInput:
            continue
