"""One merge, inside its transaction: what is unknown here is received, and the rows follow."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from annotator.core.merging import Touched
from annotator.store.changes import unpack
from annotator.store.journal import Kind
from annotator.store.merging import stranger
from annotator.store.merging.chains import Chains, read_chains, receive
from annotator.store.merging.closed import doubt_closed_readings
from annotator.store.merging.fitting import fit_sentences, group_twins
from annotator.store.merging.keeping import keep_what_is_needed
from annotator.store.merging.plan import Plan, make_plan
from annotator.store.merging.rows import in_parts, touched_by
from annotator.store.merging.uniques import settle_uniques
from annotator.store.merging.versions_of_labels import settle_label_set
from annotator.store.merging.writing import write
from annotator.store.recorder import RecordedSession
from annotator.store.replay import RowKey
from annotator.store.tables import JournalEntry, table_of

_journal = table_of(JournalEntry)

LookedAt = Callable[[], object]


@dataclass(slots=True)
class Arrival:
    """Another copy, checked and read: its journal, which of its entries are not here, and what they did."""

    there: Connection
    chains: Chains
    unknown: list[int] = field(default_factory=list)
    touched: dict[RowKey, Touched] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a merge did: to how many rows, how many conflicts are new, who is new, and what else is to be told."""

    entries: int = 0
    documents: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    conflicts: int = 0
    people: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def look(here: Connection, there: Connection, looked_at: LookedAt | None = None) -> Arrival:
    """Read what another copy has that is not here. Raises NotMergeable for a copy of another project."""
    ours, theirs = read_chains(here), read_chains(there)
    stranger.known_there(here, ours, there, theirs)
    unknown = _unknown(ours, theirs, there)
    return Arrival(there, theirs, unknown, touched_by(there, theirs, unknown, looked_at))


def take(session: RecordedSession, arrival: Arrival, looked_at: LookedAt | None = None) -> Taken:
    """Take in another copy; nothing is written where nothing is new."""
    here, there = session.connection(), arrival.there
    ours = read_chains(here)
    known, blank = stranger.known_there(here, ours, there, arrival.chains)
    unknown = _unknown(ours, arrival.chains, there)
    if not unknown:
        return Taken()
    if unknown != arrival.unknown:  # somebody else has brought some of it in meanwhile
        arrival = Arrival(there, arrival.chains, unknown, touched_by(there, arrival.chains, unknown))
    own = [number for key, number in ours.numbers.items() if key not in known]
    plan = Plan(here, there, touched_by(here, ours, own), arrival.touched, blank)
    make_plan(plan)
    keep_what_is_needed(plan)
    settle_uniques(plan)
    settle_label_set(plan)
    doubt_closed_readings(plan)
    conflicts = _list_conflicts(plan)
    session.info["received"] = receive(here, ours, there, arrival.chains, unknown).first
    taken = _taken(plan, len(unknown), conflicts)
    write(session, plan, looked_at)
    fit_sentences(session, plan)
    _tell(plan, group_twins(session, plan))
    return replace(taken, notices=tuple(plan.notices))


def _unknown(ours: Chains, theirs: Chains, there: Connection) -> list[int]:
    """What is not here; nothing where that is only what merges of what is here have left, which would never end."""
    unknown = stranger.unknown_here(ours, theirs, there)
    c = _journal.c
    for part in in_parts(unknown):
        query = select(c.kind, c.changes, c.document_id, c.annotator_id).where(c.number.in_(part))
        for kind, changes, document_id, annotator_id in there.execute(query):
            if kind != Kind.MERGE or unpack(changes, document_id, annotator_id):
                return unknown
    return []


def _list_conflicts(plan: Plan) -> int:
    """Let the new conflicts be rows; how many those are."""
    plan.know({("merge_conflict", key) for key in plan.conflicts})
    new = 0
    for key, row in plan.conflicts.items():
        name = "merge_conflict", key
        if name not in plan.our_rows and name not in plan.result:
            plan.result[name] = row
            new += 1
    return new


def _tell(plan: Plan, twins: int) -> None:
    if twins:
        plan.notices.append(
            f"{_counted(twins, 'article')} had been loaded in both copies: each is there twice now, as copies of one "
            "another."
        )
    late = _on_older_versions(plan)
    if late:
        plan.notices.append(
            f"{_counted(late, 'annotation')} came on older versions of articles; carry them over to the newest version."
        )


def _on_older_versions(plan: Plan) -> int:
    """New annotations on articles that have been replaced here meanwhile."""
    replaced = {key for key, one in plan.ours.items() if key[0] == "document" and "superseded_by" in one.cells}
    plan.know(replaced)
    older = {key[1] for key in replaced if (plan.present(key) or {}).get("superseded_by")}
    coming = (image for key, image in plan.result.items() if key[0] == "annotation" and key not in plan.our_rows)
    return sum(image is not None and image["document_id"] in older for image in coming)


def _taken(plan: Plan, entries: int, conflicts: int) -> Taken:
    rows = [(key, plan.our_rows.get(key), image) for key, image in plan.result.items() if key[0] == "annotation"]
    people = (image for key, image in plan.result.items() if key[0] == "annotator" and key not in plan.our_rows)
    return Taken(
        entries=entries,
        documents=sum(
            key[0] == "document" and image is not None and key not in plan.our_rows
            for key, image in plan.result.items()
        ),
        added=sum(here is None and image is not None for _, here, image in rows),
        changed=sum(here is not None and image is not None and here != image for _, here, image in rows),
        removed=sum(here is not None and image is None for _, here, image in rows),
        conflicts=conflicts,
        people=tuple(sorted(image["name"] for image in people if image is not None)),
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
