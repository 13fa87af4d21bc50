"""Reads that reports alone need."""

from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.records import AnnotationRecord
from annotator.store import linkable, queries
from annotator.store.review_tables import Reading, Ruling, Verdict
from annotator.store.tables import Annotation, Document, JournalEntry, Relation, table_of

_annotation = table_of(Annotation)
_document = table_of(Document)
_journal = table_of(JournalEntry)
_reading = table_of(Reading)
_relation = table_of(Relation)
_ruling = table_of(Ruling)
_verdict = table_of(Verdict)


def documents_with_annotations(connection: Connection) -> set[UUID]:
    """The articles of which something was tagged."""
    return set(connection.execute(select(_annotation.c.document_id).distinct()).scalars())


def annotations_that_say(connection: Connection, key: str) -> list[AnnotationRecord]:
    """The annotations that say something of an attribute themselves."""
    query = select(_annotation).where(_annotation.c.attributes[key].as_string().is_not(None))
    return linkable.records(connection, query.order_by(_annotation.c.id), queries.annotator_names(connection))


def documents_corrected(connection: Connection) -> set[UUID]:
    """The articles in which something was corrected, returned or ruled, a reading was taken up again, or which are the
    newer version of another one.
    """
    said = select(_verdict.c.document_id).where(_verdict.c.verdict != "approved")
    every = (
        said,
        select(_ruling.c.document_id),
        select(_reading.c.document_id).where(_reading.c.version > 1),
        select(_document.c.superseded_by).where(_document.c.superseded_by.is_not(None)),
        select(_relation.c.document_id).where(_relation.c.kind == "supersedes"),
    )
    return {key for query in every for key in connection.execute(query).scalars()}


def who_loaded(connection: Connection, document_id: UUID) -> UUID | None:
    """The annotator in whose name an article was loaded."""
    query = select(_journal.c.annotator_id).where(_journal.c.document_id == document_id).order_by(_journal.c.number)
    found: UUID | None = connection.execute(query.limit(1)).scalar()
    return found


def readings_that_know(connection: Connection, annotator_id: UUID | None) -> set[UUID]:
    """The articles that an annotator has handed in, or of which others' work was seen already."""
    known = _reading.c.saw_others.is_(True) | _reading.c.submitted_at.is_not(None)
    query = select(_reading.c.document_id).where(_reading.c.annotator_id == annotator_id, known)
    return set(connection.execute(query).scalars())
