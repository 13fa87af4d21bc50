"""Reads of how disputes were settled, and of what reviewers have said of annotations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from annotator.core.gold import Judgement, Replacement
from annotator.core.readings import CLOSED
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink
from annotator.store import reviews
from annotator.store.queries import BATCH
from annotator.store.review_tables import Reading, Ruling
from annotator.store.stretches import stretches_of
from annotator.store.tables import Annotation, Document, Relation, table_of

_ruling = table_of(Ruling)
_reading = table_of(Reading)
_document = table_of(Document)
_annotation = table_of(Annotation)
_relation = table_of(Relation)


def rulings_by_document(
    connection: Connection, document_ids: Sequence[UUID] | None = None
) -> dict[UUID, list[RulingRecord]]:
    """All rulings on these articles (None: on all), in the order in which they were made."""
    found: dict[UUID, list[RulingRecord]] = defaultdict(list)
    query = select(_ruling).order_by(_ruling.c.id)
    for row in _about(connection, query, _ruling.c.document_id, document_ids):
        found[row.document_id].append(ruling_record(row))
    return found


def ruling_record(row: Any) -> RulingRecord:
    """What a row says of a ruling."""
    return RulingRecord(
        id=row.id,
        document_id=row.document_id,
        annotator_id=row.annotator_id,
        verdict=RulingVerdict(row.verdict),
        settles=frozenset(map(UUID, row.settles)),
        keeps=frozenset(map(UUID, row.keeps)),
        label=row.label or "",
        segments=stretches_of(row) if row.start_char is not None else (),
        attributes=row.attributes or {},
        reason=row.reason,
        case_number=row.case_number,
        case_title=row.case_title,
    )


def documents_with_cases(connection: Connection) -> list[UUID]:
    """The articles with a ruling that is a case of the guideline."""
    query = select(_ruling.c.document_id).where(_ruling.c.case_number.is_not(None)).distinct()
    return sorted(connection.execute(query).scalars())


def last_case_number(connection: Connection) -> int:
    """The greatest number of a case of the guideline, 0 where there is none."""
    return int(connection.execute(select(func.max(_ruling.c.case_number))).scalar() or 0)


def reasons_used(connection: Connection) -> list[str]:
    """The reasons that rulings have been given, the commonest first, of equals the newest."""
    query = select(_ruling.c.reason).where(_ruling.c.reason != "").order_by(_ruling.c.id.desc())
    return [reason for reason, _ in Counter(connection.execute(query).scalars()).most_common()]


def documents_read(connection: Connection, at_least: int, *, newest: bool = True) -> list[UUID]:
    """The articles, or `newest` versions, of which so many readings are handed in, in the order of loading."""
    query = (
        select(_reading.c.document_id)
        .join(_document, _document.c.id == _reading.c.document_id)
        .where(_reading.c.state.in_(CLOSED))
        .group_by(_reading.c.document_id)
        .having(func.count() >= at_least)
        .order_by(_reading.c.document_id)
    )
    if newest:
        query = query.where(_document.c.superseded_by.is_(None))
    return list(connection.execute(query).scalars())


def judgements_by_document(connection: Connection, document_ids: Sequence[UUID]) -> dict[UUID, dict[UUID, Judgement]]:
    """The verdict that counts on each annotation of these articles that has one, by its key.

    What was handed in again otherwise, or after it was returned, has none (core/reviewing.py).
    """
    found: dict[UUID, dict[UUID, Judgement]] = {}
    for document_id, judged in reviews.judged_by_document(connection, document_ids).items():
        verdicts = {key: one.verdict for key, one in judged.items() if one.verdict}
        found[document_id] = {
            key: Judgement(one.id, key, one.reviewer_id, one.decision.value, one.reason, one.replacement_id)
            for key, one in verdicts.items()
        }
    return found


def replacements(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Replacement]:
    """What stands in the place of corrected annotations, by key; what was taken back is not among them."""
    wanted = sorted(set(ids))
    links: dict[UUID, list[SubmittedLink]] = defaultdict(list)
    for row in _about(connection, select(_relation).order_by(_relation.c.id), _relation.c.from_id, wanted):
        links[row.from_id].append(SubmittedLink(row.kind, row.from_id, row.to_id, row.source_id))
    found = {}
    for row in _about(connection, select(_annotation), _annotation.c.id, wanted):
        one = SubmittedAnnotation(row.id, row.label, stretches_of(row), row.attributes or {}, row.note)
        found[row.id] = Replacement(one, tuple(links[row.id]))
    return found


def _about(connection: Connection, query: Select[Any], column: Any, keys: Sequence[UUID] | None) -> Iterator[Any]:
    """The rows of a query whose column has one of these keys (None: all rows)."""
    if keys is None:
        yield from connection.execute(query)
        return
    for start in range(0, len(keys), BATCH):
        yield from connection.execute(query.where(column.in_(list(keys[start : start + BATCH]))))
