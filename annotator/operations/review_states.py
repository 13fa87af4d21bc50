"""What reviewers and rulings say of articles, read beside them a few hundred at a time."""

from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.records import DocumentRecord
from annotator.core.review_states import NO_REVIEW, ReviewOfArticle, Settled, newest_state, with_review_states
from annotator.core.reviewing import outcome
from annotator.core.schema import LabelSet
from annotator.store import queries, reviews
from annotator.store.queries import BATCH
from annotator.store.workspace import Workspace


def reviews_of(connection: Connection, label_set: LabelSet, ids: Sequence[UUID]) -> dict[UUID, ReviewOfArticle]:
    """What is said of these articles, for those of which something is."""
    readings = reviews.readings_by_document(connection, ids)
    judged = reviews.judged_by_document(connection, ids)
    settled = _settled(connection, label_set, ids)
    return {
        key: ReviewOfArticle(readings.get(key, ()), judged.get(key, {}), settled.get(key, ()))
        for key in {*readings, *judged, *settled}
    }


def reviewed(
    connection: Connection, label_set: LabelSet, records: Iterator[DocumentRecord], *, newest: bool
) -> Iterator[DocumentRecord]:
    """The documents with the review state of each annotation; `newest`: without what reviewers have corrected."""
    while batch := list(islice(records, BATCH)):
        said = reviews_of(connection, label_set, [record.id for record in batch])
        for record in batch:
            review = said.get(record.id, NO_REVIEW)
            told = with_review_states(record, review)
            yield newest_state(told, review) if newest else told


def replaced_in(workspace: Workspace, document_id: UUID) -> frozenset[UUID]:
    """The annotations of an article that count no more, as reviewers have put others in their place."""
    with workspace.reading() as connection:
        judged = reviews.judged_by_document(connection, [document_id]).get(document_id)
    return outcome(judged).left_out if judged else frozenset()


def replaced_everywhere(connection: Connection) -> frozenset[UUID]:
    """The annotations of all articles that count no more."""
    ids = reviews.documents_with_corrections(connection)
    found = reviews.judged_by_document(connection, ids).values() if ids else ()
    return frozenset(key for judged in found for key in outcome(judged).left_out)


def _settled(connection: Connection, label_set: LabelSet, ids: Sequence[UUID]) -> dict[UUID, list[Settled]]:
    """The rulings on these articles that still hold for what the readings say now."""
    # Whoever opens an article asks here what was replaced, and needs no disputes for that.
    from annotator.operations.disputes import compared
    from annotator.store import rulings

    ruled = list(rulings.rulings_by_document(connection, ids))
    names = queries.annotator_names(connection) if ruled else {}
    found: dict[UUID, list[Settled]] = {}
    for article in compared(connection, label_set, ruled):
        holding = [dispute.ruling for dispute in article.disputes if dispute.ruling]
        found[article.document_id] = [Settled(one.settles, one.keeps, names[one.annotator_id]) for one in holding]
    return found
