"""The journal: what every edit did, chained by hashes, and what can be undone.

Undo, history, merge and audit all read this. An entry's hash is the SHA-256 of everything in it,
the hash of the entry before it in the same installation's chain included; references to other
entries are hashed as (installation, sequence), which mean the same in every copy of a project. An
entry that was received from another copy is the very one that was written there.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

import msgpack
from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from annotator.errors import ProjectDamaged
from annotator.store.changes import RowChange, pack, unpack
from annotator.store.columns import to_micros
from annotator.store.tables import Installation, JournalEntry, table_of

_journal = table_of(JournalEntry)
_installation = table_of(Installation)


# Statements of every edit are made once: putting one together costs as much as running it.
_ADD = insert(_journal)
_LAST_NUMBER = select(func.max(_journal.c.number))
_CHAIN = select(_installation).where(_installation.c.id == bindparam("chain"))
_ADVANCE = (
    update(_installation)
    .where(_installation.c.number == bindparam("installation"))
    .values(head_sequence=bindparam("head_sequence"), head_hash=bindparam("head_hash"))
)


_UNREADABLE = "The project's journal cannot be read: it is damaged, or a newer version of the program wrote in it."


class Kind(IntEnum):
    """What sort of edit an entry belongs to."""

    EDIT = 0
    UNDO = 1
    REDO = 2
    SETTING_UP = 3  # never on the undo list: a new project, a new annotator
    MERGE = 4  # what taking in another copy did to the rows here; never on the undo list. `undoes` is the first entry
    # that it received: those from there to the merge's own first entry are the received ones


_NEVER_UNDONE = (int(Kind.SETTING_UP), int(Kind.MERGE))


class Place(NamedTuple):
    """Where an entry stands: in which chain, and where in it. The same in every copy of a project.

    `installation` is the one that wrote it: a branch of a chain has the name of the chain.
    """

    installation: UUID
    sequence: int


@dataclass(frozen=True, slots=True)
class Heading:
    """What the entries of one edit have in common. `step` and `undoes` name the first entry of a step."""

    title: str
    kind: Kind
    annotator_id: UUID | None
    at: datetime
    step: int | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry with its changes read."""

    number: int
    at: datetime
    annotator_id: UUID | None
    document_id: UUID | None
    title: str
    kind: Kind
    changes: tuple[RowChange, ...]


class EntryRow(NamedTuple):
    """A row of the journal's table as it is written; the table's own class costs ten times as much to make."""

    number: int
    installation: int
    sequence: int
    previous_hash: bytes
    at: datetime
    annotator_id: UUID | None
    document_id: UUID | None
    title: str
    kind: int
    step: int | None
    undoes: int | None
    changes: bytes
    received: bool = False


def entry_hash(row: EntryRow, chain: UUID, step: Place | None, undoes: Place | None) -> bytes:
    """SHA-256 over everything in an entry but the numbers that are only true in this database."""
    return hashlib.sha256(hashed_bytes(row, chain, step, undoes)).digest()


def hashed_bytes(row: EntryRow, chain: UUID, step: Place | None, undoes: Place | None) -> bytes:
    """The bytes that an entry's hash is of: a MessagePack array, the hash of the entry before it at 3 to 35."""
    content = [
        row.previous_hash,
        chain.bytes,
        row.sequence,
        to_micros(row.at),
        row.annotator_id.bytes if row.annotator_id else None,
        row.document_id.bytes if row.document_id else None,
        row.title,
        int(row.kind),
        [step.installation.bytes, step.sequence] if step else None,
        [undoes.installation.bytes, undoes.sequence] if undoes else None,
        row.changes,
    ]
    return bytes(msgpack.packb(content))


class Writer:
    """Adds entries to one installation's chain, inside the transaction of an edit."""

    def __init__(self, connection: Connection, chain: UUID) -> None:
        self._connection = connection
        self._chain = chain
        found = connection.execute(_CHAIN, {"chain": chain}).one_or_none()
        self._installation = found.number if found else self._join()
        self._sequence = found.head_sequence if found else 0
        self._hash = found.head_hash if found else bytes(32)
        self._number = last_number(connection)

    def _join(self) -> int:
        known = self._connection.execute(select(func.max(_installation.c.number))).scalar() or 0
        row = {"number": known + 1, "id": self._chain, "head_sequence": 0, "head_hash": bytes(32)}
        self._connection.execute(insert(_installation), row)
        return int(known) + 1

    def write(self, heading: Heading, groups: Sequence[tuple[UUID | None, list[RowChange]]]) -> list[int]:
        """One entry for each document; returns their numbers, the first being the step's."""
        step_place = self._place(heading.step)
        undoes_place = self._place(heading.undoes)
        step = heading.step
        rows: list[EntryRow] = []
        for document_id, changes in groups:
            row = self._entry(heading, step, document_id, changes)
            self._hash = entry_hash(row, self._chain, step_place, undoes_place)
            rows.append(row)
            if step is None:
                step, step_place = row.number, Place(self._chain, row.sequence)
        if rows:
            self._store(rows)
        return [row.number for row in rows]

    def _entry(
        self, heading: Heading, step: int | None, document_id: UUID | None, changes: list[RowChange]
    ) -> EntryRow:
        self._number += 1
        self._sequence += 1
        return EntryRow(
            number=self._number,
            installation=self._installation,
            sequence=self._sequence,
            previous_hash=self._hash,
            at=heading.at,
            annotator_id=heading.annotator_id,
            document_id=document_id,
            title=heading.title,
            kind=int(heading.kind),
            step=step,
            undoes=heading.undoes,
            changes=pack(changes, document_id, heading.annotator_id),
        )

    def _store(self, rows: list[EntryRow]) -> None:
        self._connection.execute(_ADD, [row._asdict() for row in rows])
        head = {"head_sequence": self._sequence, "head_hash": self._hash}
        self._connection.execute(_ADVANCE, {"installation": self._installation, **head})

    def _place(self, number: int | None) -> Place | None:
        if number is None:
            return None
        found = self._connection.execute(
            select(func.coalesce(_installation.c.branch_of, _installation.c.id).label("id"), _journal.c.sequence)
            .join_from(_journal, _installation, _journal.c.installation == _installation.c.number)
            .where(_journal.c.number == number)
        ).one()
        return Place(found.id, found.sequence)


def last_number(connection: Connection) -> int:
    """The number of the newest entry, 0 in an empty journal."""
    return connection.execute(_LAST_NUMBER).scalar() or 0


def last_change(connection: Connection) -> datetime | None:
    """When the work changed last, kept recipes and import maps apart; None in a project in which nothing has."""
    newest = select(_journal).order_by(_journal.c.number.desc())
    with connection.execute(newest, execution_options={"yield_per": 10}) as rows:
        return next((entry.at for entry in map(_read, rows) if not _is_of_exchange(entry)), None)


def _is_of_exchange(entry: Entry) -> bool:
    """Whether it is only about how things go out and come in, which changes nothing of what there is."""
    images = [image for change in entry.changes for image in (change.before, change.after)]
    return all(image is not None and image.keys() == {"exchange"} for image in images)


def undo_target(connection: Connection, annotator_id: UUID) -> int | None:
    """The step that undo would take back for this annotator: its newest one not taken back yet."""
    taken_back: set[int] = set()
    for head, kind, undoes in _newest_steps(connection, annotator_id):
        if kind == Kind.UNDO and undoes is not None:
            taken_back.add(undoes)
        elif head not in taken_back:
            return head
    return None


def redo_target(connection: Connection, annotator_id: UUID) -> int | None:
    """The undo that redo would take back: the newest one, unless an edit came after it."""
    taken_back: set[int] = set()
    for head, kind, undoes in _newest_steps(connection, annotator_id):
        if kind == Kind.EDIT:
            return None
        if kind == Kind.REDO and undoes is not None:
            taken_back.add(undoes)
        elif head not in taken_back:
            return head
    return None


def is_taken_back(connection: Connection, head: int, since: int) -> bool:
    """True when the step that starts with entry `head` has been undone, whether or not it was done again.

    Entries after `since` are looked at; each of those before would have to be read, as nothing finds them by `undoes`.
    """
    query = select(_journal.c.number).where(_journal.c.number > since, _journal.c.undoes == head).limit(1)
    return connection.execute(query).scalar() is not None


def _newest_steps(connection: Connection, annotator_id: UUID) -> Iterator[tuple[int, int, int | None]]:
    """Number, kind and what it undoes of the first entry of each step, the last begun step first.

    A step that began earlier is older, though it may have gone on: tags made while articles were
    still loading go before the articles do.
    """
    c = _journal.c
    mine = (c.annotator_id == annotator_id, c.kind.not_in(_NEVER_UNDONE), c.step.is_(None))
    query = select(c.number, c.kind, c.undoes).where(*mine).order_by(c.number.desc()).limit(64)
    before: int | None = None
    while True:
        rows = connection.execute(query if before is None else query.where(c.number < before)).all()
        for row in rows:
            yield row.number, row.kind, row.undoes
        if not rows:
            return
        before = rows[-1].number


def entries_of_step(connection: Connection, head: int) -> list[Entry]:
    """The entries of the step that starts with entry `head`, oldest first."""
    query = select(_journal).where(or_(_journal.c.number == head, _journal.c.step == head), _journal.c.number >= head)
    return [_read(row) for row in connection.execute(query.order_by(_journal.c.number))]


def size_of_step(connection: Connection, head: int) -> int:
    """How many entries the step that starts with entry `head` has: one for each article."""
    query = select(func.count()).where(or_(_journal.c.number == head, _journal.c.step == head))
    return int(connection.execute(query.where(_journal.c.number >= head)).scalar_one())


def entries_since_step(connection: Connection, head: int) -> list[Entry]:
    """What was written after the step that starts with entry `head` began, without the step itself, oldest first."""
    others = or_(_journal.c.step.is_(None), _journal.c.step != head)
    query = select(_journal).where(_journal.c.number > head, others).order_by(_journal.c.number)
    return [_read(row) for row in connection.execute(query)]


def edits_since_step(connection: Connection, head: int) -> Iterator[list[RowChange]]:
    """What each edit has changed since the step that starts with entry `head` began, the oldest first."""
    together = groupby(entries_since_step(connection, head), lambda entry: (entry.at, entry.annotator_id))
    return ([change for entry in entries for change in entry.changes] for _, entries in together)


def entries_after(connection: Connection, number: int) -> list[Entry]:
    """The entries newer than `number`, oldest first."""
    query = select(_journal).where(_journal.c.number > number).order_by(_journal.c.number)
    return [_read(row) for row in connection.execute(query)]


def entries_of_document(connection: Connection, document_id: UUID | None) -> list[Entry]:
    """All entries about a document, oldest first."""
    query = select(_journal).where(_journal.c.document_id == document_id).order_by(_journal.c.number)
    return [_read(row) for row in connection.execute(query)]


def title_of(connection: Connection, number: int) -> str:
    """The title of an entry."""
    return str(connection.execute(select(_journal.c.title).where(_journal.c.number == number)).scalar_one())


def _read(row: object) -> Entry:
    known: JournalEntry = row  # type: ignore[assignment]
    try:
        changes = tuple(unpack(known.changes, known.document_id, known.annotator_id))
    except ValueError as error:
        raise ProjectDamaged(_UNREADABLE) from error
    return Entry(
        known.number,
        known.at,
        known.annotator_id,
        known.document_id,
        known.title,
        Kind(known.kind),
        changes,
    )
