"""The journals of two copies held against each other: an entry is known by its hash, in whatever copy it stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import Connection, insert, select, update

from annotator.errors import NotMergeable
from annotator.store.journal import EntryRow
from annotator.store.tables import Installation, JournalEntry, table_of

_journal = table_of(JournalEntry)
_installation = table_of(Installation)

NO_HASH = bytes(32)
_BRANCHES = UUID("6b6a2f8e-0f7b-5d43-9b0e-2f1f3d0a7c55")
_AT_A_TIME = 1000
_BROKEN = "The other copy's journal refers to something that is not in it. Nothing was changed."


class Chain(NamedTuple):
    """One row of the installations. `hashed_as` is the name that its entries are hashed with."""

    number: int
    id: UUID
    hashed_as: UUID
    head_sequence: int
    head_hash: bytes
    begins: int
    begins_hash: bytes


@dataclass(slots=True)
class Chains:
    """A journal by hashes: `numbers` leads from an entry's hash to its number, `hashes` back."""

    rows: dict[int, Chain] = field(default_factory=dict)
    numbers: dict[bytes, int] = field(default_factory=dict)
    hashes: dict[int, bytes] = field(default_factory=dict)
    places: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    previous: dict[bytes, bytes] = field(default_factory=dict)

    def up_to(self, heads: Collection[bytes]) -> set[bytes]:
        """These entries and all before them in their chains."""
        found: set[bytes] = set()
        for head in heads:
            while head in self.previous and head not in found:
                found.add(head)
                head = self.previous[head]
        return found

    def of_chain(self, chain: UUID) -> set[bytes]:
        """All entries of one chain."""
        wanted = {row.number for row in self.rows.values() if row.id == chain}
        return {key for key, (installation, _) in self.places.items() if installation in wanted}


def read_chains(connection: Connection) -> Chains:
    """The journal of a copy by hashes; that the hashes are right is the audit's to say."""
    found = Chains()
    for row in connection.execute(select(_installation)):
        hashed_as = row.branch_of or row.id
        found.rows[row.number] = Chain(
            row.number, row.id, hashed_as, row.head_sequence, row.head_hash, row.begins, row.begins_hash or bytes(32)
        )
    c = _journal.c
    query = select(c.number, c.installation, c.sequence, c.previous_hash).order_by(c.installation, c.sequence.desc())
    following: bytes = NO_HASH
    last = 0
    for number, installation, sequence, previous in connection.execute(query):
        own = found.rows[installation].head_hash if installation != last else following
        found.numbers[own], found.hashes[number] = number, own
        found.places[own] = installation, sequence
        found.previous[own] = previous
        following, last = previous, installation
    return found


class Received(NamedTuple):
    """The numbers that entries of another copy have here, by their numbers there, and the first of them."""

    numbers: dict[int, int]
    first: int


def receive(here: Connection, ours: Chains, there: Connection, theirs: Chains, unknown: Sequence[int]) -> Received:
    """Write entries of another copy, word for word, at the end of the journal; `unknown` are their numbers there.

    They keep their place in their chain. A chain that went on differently here becomes a branch of its own.
    """
    writer = _Receiving(here, ours, theirs, max(ours.hashes, default=0))
    first = writer.number + 1
    for start in range(0, len(unknown), _AT_A_TIME):
        part = list(unknown[start : start + _AT_A_TIME])
        query = select(_journal).where(_journal.c.number.in_(part)).order_by(_journal.c.number)
        rows = [writer.row(row) for row in there.execute(query)]
        here.execute(insert(_journal), [row._asdict() for row in rows])
    writer.end()
    return Received(writer.assigned, first)


class _Receiving:
    def __init__(self, here: Connection, ours: Chains, theirs: Chains, number: int) -> None:
        self._here, self._ours, self._theirs = here, ours, theirs
        self.number = number
        self.assigned: dict[int, int] = {}
        self._targets: dict[int, int] = {}
        self._ends: dict[int, tuple[int, bytes]] = {}

    def row(self, row: Any) -> EntryRow:
        """The entry as it is to stand here."""
        self.number += 1
        target = self._targets.get(row.installation)
        if target is None:
            target = self._targets[row.installation] = self._target(row)
        self._ends[target] = row.sequence, self._theirs.hashes[row.number]
        self.assigned[row.number] = self.number
        return EntryRow(
            number=self.number,
            installation=target,
            sequence=row.sequence,
            previous_hash=row.previous_hash,
            at=row.at,
            annotator_id=row.annotator_id,
            document_id=row.document_id,
            title=row.title,
            kind=row.kind,
            step=self._moved(row.step),
            undoes=self._moved(row.undoes),
            changes=row.changes,
            received=True,
        )

    def end(self) -> None:
        """Let the chains end with what was received."""
        for number, (sequence, head) in self._ends.items():
            values = {"head_sequence": sequence, "head_hash": head}
            self._here.execute(update(_installation).where(_installation.c.number == number).values(**values))

    def _moved(self, number: int | None) -> int | None:
        """The number here of an entry that one refers to."""
        if number is None:
            return None
        known = self.assigned.get(number) or self._ours.numbers.get(self._theirs.hashes.get(number, b""))
        if known is None:
            raise NotMergeable(_BROKEN)
        return known

    def _target(self, row: Any) -> int:
        """The chain that an entry goes on here, or a new one for it."""
        source = self._theirs.rows[row.installation]
        named = [chain for chain in self._ours.rows.values() if chain.hashed_as == source.hashed_as]
        for chain in named:
            taken = chain.number in self._ends
            if not taken and (chain.head_sequence, chain.head_hash) == (row.sequence - 1, row.previous_hash):
                return chain.number
        is_branch = bool(named) or row.previous_hash != NO_HASH
        own = uuid5(_BRANCHES, self._theirs.hashes[row.number].hex()) if is_branch else source.hashed_as
        number = max(self._ours.rows, default=0) + 1
        begins = row.sequence - 1
        values = {
            "number": number,
            "id": own,
            "head_sequence": begins,
            "head_hash": row.previous_hash,
            "branch_of": source.hashed_as if is_branch else None,
            "begins": begins,
            "begins_hash": row.previous_hash,
        }
        self._here.execute(insert(_installation), values)
        self._ours.rows[number] = Chain(
            number, own, source.hashed_as, begins, row.previous_hash, begins, row.previous_hash
        )
        return number
