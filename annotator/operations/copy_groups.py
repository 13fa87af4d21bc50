"""Which articles are copies of each other: decided when they are loaded, from their texts.

The same text is a copy; so is one that is nearly the same (core/near_copies.py). The first of a group
gives it its key. A person may say otherwise afterwards (operations/copies.py).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import col, select

from annotator.core.near_copies import LIKE_ENOUGH, bands, exact_likeness, likeness, sketch
from annotator.store import copies, queries
from annotator.store.tables import Document
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 64  # as in loading: what a key press may have to wait
_DOUBT = 0.1  # within so much of the limit the estimate does not decide: the texts are compared
_CANDIDATES = 16  # of the texts that share bands those that share most are looked at
_COMPARED = 3


class Newcomer(NamedTuple):
    """A document that is about to be added: its key, its text's SHA-256 and sketch."""

    id: UUID
    text_sha256: bytes
    sketch: bytes


def group_new(
    connection: Connection, newcomers: Sequence[Newcomer], unseen: Set[UUID] = frozenset()
) -> dict[UUID, UUID]:
    """The group of each newcomer that is a copy of a document there is, or of one before it.

    To be called inside an edit, when the texts are kept and before the documents are added; keeps the
    sketches, too. `unseen` are documents there are that nothing may be a copy of, because their turn comes later.
    """
    return _Grouping(connection, newcomers, unseen).run()


def keep_sketches(connection: Connection, newcomers: Sequence[Newcomer]) -> None:
    """Keep the sketches alone, where what is a copy of what is known: so that those that come later can be copies."""
    _Grouping(connection, newcomers, frozenset()).keep()


def catch_up(workspace: Workspace, progress: Progressed | None = None, cancelled: IsCancelled | None = None) -> int:
    """Look for copies among the articles of a project that was made before copies were looked for.

    Returns how many articles are copies of an earlier one. What was found until it is cancelled stays. A project
    that cannot be written stays as it is.
    """
    if workspace.read_only:
        return 0
    with workspace.reading() as connection:
        waiting = copies.not_looked_at(connection)
    found = 0
    for start in range(0, len(waiting), _BATCH):
        if cancelled and cancelled():
            break
        found += _catch_up(workspace, waiting[start : start + _BATCH], frozenset(waiting[start:]))
        if progress:
            progress(min(start + _BATCH, len(waiting)), len(waiting))
    return found


def _catch_up(workspace: Workspace, batch: Sequence[UUID], unseen: Set[UUID]) -> int:
    with workspace.reading() as connection:
        texts = copies.texts_of(connection, batch)
    newcomers = [Newcomer(key, sha256, sketch(text)) for key, sha256, text in texts]
    with workspace.edit("Find copies", None, undoable=False) as session:
        groups = group_new(session.connection(), newcomers, unseen)
        alone = select(Document).where(col(Document.id).in_(list(groups)), col(Document.copy_group).is_(None))
        rows = list(session.exec(alone))
        for row in rows:
            row.copy_group = groups[row.id]
    return len(rows)


class _Grouping:
    """One batch: what may be alike is asked for all at once, then each is held against what came before it."""

    def __init__(self, connection: Connection, newcomers: Sequence[Newcomer], unseen: Set[UUID]) -> None:
        self._connection, self._newcomers, self._unseen = connection, newcomers, unseen
        self._bands = {newcomer.text_sha256: bands(newcomer.sketch) for newcomer in newcomers}
        self._sharing: dict[int, set[bytes]] = defaultdict(set)
        self._sketches: dict[bytes, bytes] = {}
        self._groups: dict[bytes, UUID] = {}  # of texts that a document has, by SHA-256

    def run(self) -> dict[UUID, UUID]:
        """The group of each that has one."""
        self._look_up()
        self._keep_sketches()
        found: dict[UUID, UUID] = {}
        for newcomer in self._newcomers:
            group = self._groups.get(newcomer.text_sha256) or self._nearest(newcomer)
            if group:
                found[newcomer.id] = group
            self._remember(newcomer, group or newcomer.id)
        return found

    def keep(self) -> None:
        """Keep the sketches; nothing is compared."""
        self._look_up_bands()
        self._sketches = copies.sketches(self._connection, self._bands.keys())
        self._keep_sketches()

    def _look_up_bands(self) -> None:
        for band, sha256 in copies.sharing(self._connection, {band for of in self._bands.values() for band in of}):
            self._sharing[band].add(sha256)

    def _look_up(self) -> None:
        self._look_up_bands()
        near = {sha256 for newcomer in self._newcomers for sha256 in self._candidates(newcomer.text_sha256)}
        self._sketches = copies.sketches(self._connection, near | self._bands.keys())
        for member in copies.documents_with_texts(self._connection, near | self._bands.keys()):
            if member.id not in self._unseen:
                self._groups.setdefault(member.text_sha256, member.group)

    def _keep_sketches(self) -> None:
        crowded = {band for band, texts in self._sharing.items() if len(texts) >= copies.CROWDED}
        new = {made.text_sha256: made.sketch for made in self._newcomers if made.text_sha256 not in self._sketches}
        copies.add_sketches(self._connection, list(new.items()), crowded)

    def _remember(self, newcomer: Newcomer, group: UUID) -> None:
        """Let those that follow be copies of this one."""
        self._sketches[newcomer.text_sha256] = newcomer.sketch
        self._groups.setdefault(newcomer.text_sha256, group)
        for band in self._bands[newcomer.text_sha256]:
            self._sharing[band].add(newcomer.text_sha256)

    def _candidates(self, sha256: bytes) -> list[bytes]:
        """The texts that share most bands with this one."""
        shared = Counter(other for band in self._bands[sha256] for other in self._sharing.get(band, ()))
        del shared[sha256]
        if len(shared) <= _CANDIDATES:
            return list(shared)
        return sorted(shared, key=lambda other: (-shared[other], other))[:_CANDIDATES]

    def _nearest(self, newcomer: Newcomer) -> UUID | None:
        """The group of the text that this one is most like, if it is like enough."""
        with_document = [sha256 for sha256 in self._candidates(newcomer.text_sha256) if sha256 in self._groups]
        told = [(likeness(newcomer.sketch, self._sketches[sha256]), sha256) for sha256 in with_document]
        for estimate, sha256 in sorted(told, reverse=True)[:_COMPARED]:
            if estimate >= LIKE_ENOUGH + _DOUBT or (
                estimate >= LIKE_ENOUGH - _DOUBT and self._are_alike(newcomer, sha256)
            ):
                return self._groups[sha256]
        return None

    def _are_alike(self, newcomer: Newcomer, sha256: bytes) -> bool:
        texts = (queries.text_content(self._connection, of) for of in (newcomer.text_sha256, sha256))
        return exact_likeness(*texts) >= LIKE_ENOUGH
