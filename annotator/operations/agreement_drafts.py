"""Readings that are not handed in, as if they were: for a look at agreement while work goes on."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.identity import new_id
from annotator.core.readings import own_work
from annotator.core.records import DocumentRecord
from annotator.core.submissions import SubmittedReading, read_content, submission_content
from annotator.store import compared_texts, queries
from annotator.store.assignments import at_work


def drafts(connection: Connection, handed_in: Iterable[SubmittedReading]) -> Iterator[SubmittedReading]:
    """What annotators say now of articles that they have not handed in, article by article.

    One in whose article another's work was in view is not independent.
    """
    there = {(one.document_id, one.annotator_id) for one in handed_in}
    saw = compared_texts.readers_who_saw(connection)
    names = queries.annotator_names(connection)
    readers = {
        document_id: sorted(who for who in people if (document_id, who) not in there)
        for document_id, people in sorted(at_work(connection).items())
    }
    for record in queries.documents(connection, [document_id for document_id, left in readers.items() if left]):
        for annotator_id in readers[record.id]:
            independent = (record.id, annotator_id) not in saw
            yield _draft(record, annotator_id, names[annotator_id], independent=independent)


def _draft(record: DocumentRecord, annotator_id: UUID, name: str, *, independent: bool) -> SubmittedReading:
    own = own_work(record, name)
    annotations, links = read_content(submission_content(own.annotations, own.relations))
    return SubmittedReading(new_id(), record.id, annotator_id, 1, independent, annotations, links)
