"""Giving articles to annotators, above all for a second reading that sees nothing of the first."""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from annotator.core.assigning import Assignment, Pair, Plan, drawn, number_of_share, plan_of
from annotator.core.identity import reading_id
from annotator.errors import AnnotatorError, NotFound
from annotator.operations.learning import learned_before, most_useful
from annotator.operations.readings import put_reading
from annotator.store import assignments as reads
from annotator.store import queries
from annotator.store.review_tables import Reading
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def new_seed() -> int:
    """A seed to draw by, short enough to be told and given again."""
    return secrets.randbelow(1_000_000)


def plan_articles(
    workspace: Workspace,
    document_ids: Sequence[UUID],
    annotator_ids: Sequence[UUID],
    *,
    in_turn: bool = False,
    again: bool = False,
) -> Plan:
    """Who gets which of these articles. Who has worked on one gets it only when `again`.

    Nobody gets an article twice. Raises AnnotatorError when nobody is named.
    """
    people = _somebody(annotator_ids)
    with workspace.reading(whole=True) as connection:
        known = reads.taken(connection, document_ids)
        if not again:
            for document_id, there in reads.at_work(connection, document_ids).items():
                known[document_id] = known.get(document_id, set()) | there
    return plan_of(document_ids, people, known, in_turn=in_turn)


def plan_at_random(
    workspace: Workspace,
    annotator_ids: Sequence[UUID],
    *,
    number: int | None = None,
    percent: float | None = None,
    seed: int,
    only_handed_in: bool = False,
    in_turn: bool = False,
) -> Plan:
    """Who gets which articles, drawn by lot among the newest versions: so many, or a share of all there are.

    `only_handed_in`: only of those that somebody has handed in. Drawing again by the same `seed` gives the same.
    """
    people = _somebody(annotator_ids)
    with workspace.reading(whole=True) as connection:
        there = queries.newest_ids(connection)
        wanted = number_of_share(percent, len(there)) if percent is not None else _checked(number)
        known, given = reads.at_work(connection), reads.taken(connection)
        read = reads.handed_in(connection) if only_handed_in else set(there)
    known = {key: known.get(key, set()) | given.get(key, set()) for key in {*known, *given}}
    ids = drawn((key for key in there if key in read), seed)
    return plan_of(ids, people, known, number=wanted, in_turn=in_turn)


def plan_unsure(
    workspace: Workspace,
    annotator_ids: Sequence[UUID],
    number: int,
    *,
    in_turn: bool = False,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Plan:
    """Who gets the articles that the suggester is least sure of, the most doubtful first.

    Takes some 20 ms an article: not for the window's thread.
    """
    people = _somebody(annotator_ids)
    ranked = most_useful(workspace, learned_before(workspace), progress, cancelled)
    ids = [one.document_id for one in ranked]
    with workspace.reading(whole=True) as connection:
        known, given = reads.at_work(connection, ids), reads.taken(connection, ids)
    known = {key: known.get(key, set()) | given.get(key, set()) for key in {*known, *given}}
    return plan_of(ids, people, known, number=_checked(number), in_turn=in_turn)


def assign(workspace: Workspace, pairs: Sequence[Pair], annotator_id: UUID, *, blind: bool = True) -> int:
    """Give articles to annotators, as one edit; gives how many were not theirs before. Raises NotFound.

    `blind`: they see nothing of the others' work on them until they have handed in. One who has handed an article in
    before keeps that; a reading that is given already stays as it was given.
    """
    given = 0
    with workspace.edit(_title(pairs), annotator_id, undoable=False) as session:
        there = set(queries.document_ids(session.connection()))
        if any(document_id not in there for document_id, _ in pairs):
            raise NotFound("An article to assign is no longer in the project.")
        now = datetime.now(UTC)
        for document_id, reader_id in pairs:
            row = put_reading(session, document_id, reader_id)
            if row.assigned_at is None and row.submitted_at is None:
                row.assigned_by, row.assigned_at, row.blind = annotator_id, now, blind
                given += 1
    return given


def unassign(workspace: Workspace, pairs: Sequence[Pair], annotator_id: UUID) -> int:
    """Take articles away again from annotators who have not begun with them; gives how many. One edit.

    Those that have been begun or handed in stay: what somebody has done is not thrown away.
    """
    removed = 0
    with workspace.edit("Take assignment away", annotator_id, undoable=False) as session:
        begun = reads.at_work(session.connection(), [document_id for document_id, _ in pairs])
        for document_id, reader_id in pairs:
            row = session.get(Reading, reading_id(document_id, reader_id))
            if row is None or row.assigned_at is None or row.submitted_at or reader_id in begun.get(document_id, ()):
                continue
            removed += 1
            if row.saw_others:
                row.assigned_at, row.assigned_by, row.blind = None, None, False  # what was seen has been seen
            else:
                session.delete(row)
    return removed


def read_assignments(workspace: Workspace) -> list[Assignment]:
    """What was given to whom, the newest articles first, as far as the viewer may see it."""
    with workspace.reading() as connection:
        rows, names = reads.assigned(connection), queries.annotator_names(connection)
        begun = reads.at_work(connection, list(dict.fromkeys(row.document_id for row in rows)))
    return [
        Assignment(
            row.document_id,
            row.title,
            row.annotator_id,
            names[row.annotator_id],
            names.get(row.assigned_by, "") if row.assigned_by else "",
            row.blind,
            row.state,
            row.is_handed_in or row.annotator_id in begun.get(row.document_id, ()),
        )
        for row in rows
    ]


def _somebody(annotator_ids: Sequence[UUID]) -> list[UUID]:
    people = list(dict.fromkeys(annotator_ids))
    if not people:
        raise AnnotatorError("Say who is to read the articles.")
    return people


def _checked(number: int | None) -> int:
    if number is None or number < 1:
        raise AnnotatorError("Say how many articles, one at least.")
    return number


def _title(pairs: Sequence[Pair]) -> str:
    return "Assign article" if len(pairs) == 1 else f"Assign {len(pairs):,} articles"
