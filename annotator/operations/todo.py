"""What waits for somebody in a project, in one list."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.language import UNKNOWN, language_name
from annotator.core.people import Role
from annotator.core.places import Place
from annotator.core.readings import ReadingRecord, State
from annotator.core.records import AnnotationRecord, DocumentSummary
from annotator.core.todo import Duty, Todo, in_order
from annotator.store import linkable, queries, todo
from annotator.store.people import people
from annotator.store.readings import readings_of
from annotator.store.workspace import Workspace

_Annotations = dict[UUID, tuple[AnnotationRecord, Place]]


def waiting_for(workspace: Workspace, annotator_id: UUID) -> list[Todo]:
    """What waits for an annotator, the most pressing first; older versions of articles wait for nobody."""
    with workspace.reading() as connection:
        articles = {one.id: one for one in queries.document_summaries(connection) if not one.superseded_by}
        readings = readings_of(connection, annotator_id)
        returned = todo.returned_annotations(connection, annotator_id)
        asked = todo.open_comments(connection, annotator_id)
        about = [one.annotation_id for one in returned]
        known = _known(connection, [*about, *(one.annotation_id for one in asked if one.annotation_id)])
        names = queries.annotator_names(connection)
        due = todo.self_checks_due(connection, annotator_id)
        role = next((one.role for one in people(connection) if one.id == annotator_id), Role.ANNOTATOR)
        # Roles guide: everybody can review, but only who is here for that is reminded of it.
        to_review = 0 if role is Role.ANNOTATOR else todo.readings_to_review(connection, annotator_id)
    found = [
        *_readings(readings.values(), articles, names),
        *_returned(returned, articles, known, names),
        *_asked(asked, articles, known, names),
    ]
    if to_review:
        found.append(Todo(Duty.REVIEW, count=to_review))
    if due:
        found.append(Todo(Duty.SELF_CHECK, count=due))
    return in_order(found)


def returned_in(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> list[Todo]:
    """The annotations of one's own in an article that a reviewer has returned, in the order of the text."""
    with workspace.reading() as connection:
        rows = todo.returned_annotations(connection, annotator_id, document_id)
        articles = {one.id: one for one in queries.document_summaries(connection, [document_id])}
        known = _known(connection, [row.annotation_id for row in rows])
        names = queries.annotator_names(connection)
    return list(_returned(rows, articles, known, names))


def _known(connection: Connection, annotation_ids: Sequence[UUID]) -> _Annotations:
    wanted, records = list(dict.fromkeys(annotation_ids)), list[AnnotationRecord]()
    for start in range(0, len(wanted), queries.BATCH):
        records += queries.annotations(connection, wanted[start : start + queries.BATCH])
    places = linkable.places_of(connection, records)
    return {one.id: (one, places[one.id]) for one in records}


def _readings(
    readings: Iterable[ReadingRecord], articles: dict[UUID, DocumentSummary], names: dict[UUID, str]
) -> Iterator[Todo]:
    for one in readings:
        article = articles.get(one.document_id)
        if article is None:
            continue
        by = one.reviewer_id if one.state is State.RETURNED else one.assigned_by
        who = names.get(by, "") if by else ""
        language = language_name(article.language) if article.language != UNKNOWN else ""
        about = " · ".join(part for part in (language, article.outlet) if part)
        if one.state is State.RETURNED:
            yield Todo(Duty.RETURNED_READING, article.id, article.title, who, one.reason)
        elif one.state is State.IN_PROGRESS:
            yield Todo(Duty.IN_PROGRESS, article.id, article.title, "", one.reason, about=about)
        elif one.state is State.UNREAD and one.is_assigned:
            yield Todo(Duty.ASSIGNED, article.id, article.title, who, at=one.assigned_at, about=about)


def _returned(
    rows: Sequence[todo.Returned], articles: dict[UUID, DocumentSummary], known: _Annotations, names: dict[UUID, str]
) -> Iterator[Todo]:
    for row in rows:
        article, there = articles.get(row.document_id), known.get(row.annotation_id)
        if article and there:
            record, place = there
            yield Todo(
                Duty.RETURNED_TAG,
                article.id,
                article.title,
                names.get(row.reviewer_id, ""),
                row.reason,
                record.id,
                record.label,
                place.passage,
                record.extent.start_char,
            )


def _asked(
    rows: Sequence[todo.Asked], articles: dict[UUID, DocumentSummary], known: _Annotations, names: dict[UUID, str]
) -> Iterator[Todo]:
    for row in rows:
        article = articles.get(row.document_id)
        if article is None:
            continue
        record, place = known.get(row.annotation_id, (None, None)) if row.annotation_id else (None, None)
        yield Todo(
            Duty.MENTION if row.mentions else Duty.THREAD,
            article.id,
            article.title,
            names.get(row.annotator_id, ""),
            row.words,
            record.id if record else None,
            record.label if record else "",
            place.passage if place else "",
            record.extent.start_char if record else row.start_char,
            row.at,
        )
