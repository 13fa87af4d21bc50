"""Reads of verdicts, of where annotations stand after review, and of the readings that wait for one."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, String, and_, case, cast, func, or_, select, type_coerce
from sqlalchemy.types import NullType

from annotator.core.readings import CORRECTED, State
from annotator.core.review_states import ReviewedBy
from annotator.core.reviewing import Decision, Judged, VerdictRecord, judge
from annotator.store.queries import BATCH, annotator_names
from annotator.store.review_tables import Reading, Verdict
from annotator.store.submissions import all_submissions
from annotator.store.tables import Annotation, Document, Project, table_of

_verdict = table_of(Verdict)
_reading = table_of(Reading)
_annotation = table_of(Annotation)
_document = table_of(Document)
_project = table_of(Project)

# As the driver gives it: to make a UUID of each of many thousand keys takes longer than to read them.
_KEY: Any = type_coerce(_reading.c.id, NullType())
_ANY = select(_verdict.c.id).limit(1)


def review_settings(connection: Connection) -> dict[str, Any] | None:
    """How the project reviews, as core/review_policy.py reads it."""
    found: dict[str, Any] | None = connection.execute(select(_project.c.review)).scalar()
    return found


def verdicts_by_document(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[VerdictRecord]]:
    """All verdicts on annotations of these articles, the oldest first."""
    found: dict[UUID, list[VerdictRecord]] = defaultdict(list)
    if connection.execute(_ANY).first() is None:
        return found  # as in every project of one person
    names = annotator_names(connection)
    for part in _parts(ids):
        query = select(_verdict).where(_verdict.c.document_id.in_(part)).order_by(_verdict.c.id)
        for row in connection.execute(query):
            found[row.document_id].append(_record(row, names))
    return found


def judged_by_document(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, dict[UUID, Judged]]:
    """Where the annotations stand of which somebody has said something, by article and by key."""
    verdicts = verdicts_by_document(connection, ids)
    if not verdicts:
        return {}
    submissions = defaultdict(list)
    for submission in all_submissions(connection, list(verdicts)):
        submissions[submission.document_id].append(submission)
    made = [one.replacement_id for said in verdicts.values() for one in said if one.replacement_id]
    present = annotations_there(connection, made)
    return {key: judge(said, submissions[key], present) for key, said in verdicts.items()}


def documents_with_corrections(connection: Connection) -> list[UUID]:
    """The articles of which an annotation was ever corrected."""
    query = select(_verdict.c.document_id).distinct().where(_verdict.c.verdict == Decision.CORRECTED.value)
    return list(connection.execute(query).scalars())


def annotations_there(connection: Connection, ids: Collection[UUID]) -> set[UUID]:
    """Those of these annotations that there are."""
    found: set[UUID] = set()
    for part in _parts(list(ids)):
        found.update(connection.execute(select(_annotation.c.id).where(_annotation.c.id.in_(part))).scalars())
    return found


class WaitingRow(NamedTuple):
    """A reading that was handed in once, with its article. `key` is what the figures below are told by."""

    key: Hashable
    document_id: UUID
    annotator_id: UUID
    state: str
    version: int
    submission_id: UUID
    reviewer_id: UUID | None
    reason: str
    title: str
    outlet: str
    language: str


def handed_in(connection: Connection, states: Collection[str]) -> list[WaitingRow]:
    """The readings in these states of newest versions of articles, the longest waiting first."""
    r, d = _reading.c, _document.c
    columns = (_KEY, r.document_id, r.annotator_id, r.state, r.version, r.submission_id, r.reviewer_id, r.reason)
    query = select(*columns, d.title, d.outlet, d.language).join(_document, d.id == r.document_id)
    query = query.where(r.state.in_(list(states)), r.submission_id.is_not(None), d.superseded_by.is_(None))
    return [WaitingRow(*tuple(row)) for row in connection.execute(query.order_by(r.submission_id))]


def counts_by_label(connection: Connection) -> dict[Hashable, dict[str, int]]:
    """How many annotations each reading that was handed in has, by label."""
    a = _annotation.c
    query = select(_KEY, a.label, func.count()).select_from(_annotation).join(_reading, _of_reading())
    found: dict[Hashable, dict[str, int]] = defaultdict(dict)
    for key, label, number in connection.execute(query.where(a.origin != CORRECTED).group_by(_KEY, a.label)):
        found[key][label] = number
    return found


class Saying(NamedTuple):
    """How many annotations of a reading, with a label, say exactly this; `attributes` as JSON."""

    key: Hashable
    label: str
    attributes: str
    number: int


def saying_something(connection: Connection, keys: Collection[str]) -> Iterator[Saying]:
    """What annotations of readings that were handed in say, for those that say something under these keys."""
    a = _annotation.c
    if not keys:
        return
    said = cast(a.attributes, String)
    mentions = or_(*(said.like(f'%"{key}"%') for key in keys))
    query = select(_KEY, a.label, said, func.count()).select_from(_annotation).join(_reading, _of_reading())
    query = query.where(a.origin != CORRECTED, a.attributes.is_not(None), mentions)
    for row in connection.execute(query.group_by(_KEY, a.label, said)):
        yield Saying(*tuple(row))


def verdict_counts(connection: Connection) -> dict[Hashable, tuple[int, int]]:
    """How many annotations of each reading have a verdict since it was handed in, and how many were returned then."""
    v, a, r = _verdict.c, _annotation.c, _reading.c
    later = _verdict.alias("later")
    newer = select(later.c.id).where(later.c.annotation_id == v.annotation_id, later.c.id > v.id).exists()
    returned = func.sum(case((v.verdict == Decision.RETURNED.value, 1), else_=0))
    query = (
        select(_KEY, func.count(), returned)
        .select_from(_verdict)
        .join(_annotation, a.id == v.annotation_id)
        .join(_reading, _of_reading())
        .where(v.id > r.submission_id, a.origin != CORRECTED, ~newer)
        .group_by(_KEY)
    )
    return {row[0]: (row[1], int(row[2] or 0)) for row in connection.execute(query)}


def documents_judged_before(connection: Connection) -> list[UUID]:
    """The articles with a reading that was handed in again after somebody said something of an annotation there."""
    v, r = _verdict.c, _reading.c
    query = select(v.document_id).join(_reading, r.document_id == v.document_id)
    query = query.where(v.id < r.submission_id, r.state == State.SUBMITTED.value)
    return list(connection.execute(query.distinct()).scalars())


def readings_by_document(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[ReviewedBy]]:
    """The readings of these articles that are written down."""
    found: dict[UUID, list[ReviewedBy]] = defaultdict(list)
    names = annotator_names(connection)
    c = _reading.c
    for part in _parts(ids):
        query = select(c.document_id, c.annotator_id, c.state, c.reviewer_id).where(c.document_id.in_(part))
        for document_id, whose, state, reviewer in connection.execute(query):
            found[document_id].append(ReviewedBy(names[whose], state, names.get(reviewer, "")))
    return found


def _of_reading() -> Any:
    """A reading that was handed in, of an annotation."""
    a, r = _annotation.c, _reading.c
    # Not as an equation: SQLite would look a reading up by its annotator, who has thousands.
    same_person = case((r.annotator_id == a.annotator_id, 1), else_=0) == 1
    return and_(r.document_id == a.document_id, same_person, r.submission_id.is_not(None))


def _record(row: Any, names: Mapping[UUID, str]) -> VerdictRecord:
    said = Decision(row.verdict), row.reason, row.replacement_id
    return VerdictRecord(row.id, row.document_id, row.annotation_id, row.annotator_id, names[row.annotator_id], *said)


def _parts(keys: Sequence[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(keys), BATCH):
        yield list(keys[start : start + BATCH])
