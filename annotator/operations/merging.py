"""Bringing another copy of a project home: a packet that somebody has worked in, or a full copy of the project."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.errors import Cancelled
from annotator.operations import indexing
from annotator.store import queries
from annotator.store.merging import stranger, taking
from annotator.store.tables import JournalEntry, table_of
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_journal = table_of(JournalEntry)
_LOOKED_AT = 100
"""Entries between two looks at whether it is to stop."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came: entries of the journal, new articles, annotations, new conflicts, new people's names.

    `notices` are plain sentences about what was settled by a rule.
    """

    entries: int = 0
    documents: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    conflicts: int = 0
    people: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    cancelled: bool = False

    @property
    def nothing_new(self) -> bool:
        """True when everything in the other copy was here already."""
        return not self.entries and not self.cancelled


def merge(
    workspace: Workspace,
    other: str | Path | Workspace,
    annotator_id: UUID | None,
    passphrase: str | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> MergeReport:
    """Take in what another copy of this project has, as one edit that is made whole or not at all.

    Nothing of what is here is lost: where both copies have changed the same, the later change holds and the conflict
    is listed (operations/conflicts.py). Taking in the same copy again changes nothing. Nobody undoes it; what people
    did in the other copy is on their own undo lists. Raises NotMergeable for a copy that is not sound or not of this
    project, Locked, and other ProjectErrors; then nothing has been changed.
    """
    try:
        with _opened(other, passphrase) as there:
            steps = _Steps(there, progress, cancelled)
            stranger.refuse_unsound(there, steps.look)
            with workspace.reading(whole=True) as here:
                arrival = taking.look(here, there, steps.step)
            with workspace.take_in(_title(there, arrival), annotator_id) as session:
                taken = taking.take(session, arrival, steps.step)
                steps.look(0)
    except Cancelled:
        return MergeReport(cancelled=True)
    if taken.entries:
        indexing.catch_up(workspace, cancelled=cancelled)
    steps.end()
    return MergeReport(
        taken.entries,
        taken.documents,
        taken.added,
        taken.changed,
        taken.removed,
        taken.conflicts,
        taken.people,
        taken.notices,
    )


@contextmanager
def _opened(other: str | Path | Workspace, passphrase: str | None) -> Iterator[Connection]:
    if isinstance(other, Workspace):
        with other.reading(whole=True) as connection:
            yield connection
    else:
        with stranger.opened(Path(other), passphrase) as connection:
            yield connection


class _Steps:
    """How far a merge is: each entry is looked at three times at most. Raises Cancelled when it is to stop."""

    def __init__(self, there: Connection, progress: Progressed | None, cancelled: IsCancelled | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._total = max(1, 3 * int(there.execute(select(func.count()).select_from(_journal)).scalar_one()))
        self._done = 0

    def look(self, number: int) -> None:
        """Told how many entries have been checked."""
        self._done = max(self._done, number)
        self._tell()

    def step(self) -> None:
        """One more entry or row."""
        self._done += 1
        self._tell()

    def end(self) -> None:
        """All is done."""
        if self._progress:
            self._progress(self._total, self._total)

    def _tell(self) -> None:
        if self._done % _LOOKED_AT:
            return
        if self._cancelled and self._cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        if self._progress:
            self._progress(min(self._done, self._total), self._total)


def _title(there: Connection, arrival: taking.Arrival) -> str:
    """Whose work it is that comes."""
    names = queries.annotator_names(there)
    cells = (cell for touched in arrival.touched.values() for cell in touched.cells.values())
    people: set[Any] = {cell.stamp.annotator_id for cell in cells}
    people |= {touched.gone.annotator_id for touched in arrival.touched.values() if touched.gone}
    known = sorted(names[key] for key in people if key in names)
    if not known:
        return "Bring in another copy"
    shown = known if len(known) <= 3 else [*known[:2], f"{len(known) - 2} others"]
    return f"Bring in the work of {', '.join(shown)}"
