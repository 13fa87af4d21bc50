"""Where readings of an article do not say the same, and what was ruled on it.

Only readings that are submitted or approved take part, each as it was handed in last.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.adjudication import compare
from annotator.core.disputes import Comparison
from annotator.core.records import DocumentSummary
from annotator.core.rulings import Dispute, RulingRecord, with_rulings
from annotator.core.schema import LabelSet
from annotator.core.submissions import SubmittedReading
from annotator.errors import Cancelled, NotFound
from annotator.operations.annotations import find_annotation
from annotator.operations.living_links import with_living_links
from annotator.store import queries, rulings
from annotator.store.submissions import all_submissions, newest_submissions
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class ArticleDisputes:
    """The readings of one article held against each other, with what was ruled. Disputes stand in text order."""

    comparison: Comparison
    disputes: tuple[Dispute, ...]

    @property
    def document_id(self) -> UUID:
        """The article."""
        return self.comparison.document_id

    @property
    def open(self) -> int:
        """How many disputes nobody has ruled on."""
        return sum(dispute.is_open for dispute in self.disputes)


def disputes_of(workspace: Workspace, document_id: UUID) -> ArticleDisputes:
    """What the readings of an article dispute. Without any reading handed in, nothing. Raises NotFound."""
    with workspace.reading() as connection:
        if not queries.document_summaries(connection, [document_id]):
            raise NotFound("This article is no longer in the project.")
        return article_disputes(connection, workspace.label_set(connection), document_id)


def all_disputes(
    workspace: Workspace,
    document_ids: Sequence[UUID] | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> list[tuple[DocumentSummary, ArticleDisputes]]:
    """The articles with disputes, settled or not, in the order of loading; of these (None: of all newest versions).

    Raises Cancelled.
    """
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
        ids = rulings.documents_read(connection, 2) if document_ids is None else list(document_ids)
        found: list[ArticleDisputes] = []
        for start in range(0, len(ids), _AT_A_TIME):
            if cancelled and cancelled():
                raise Cancelled("The comparison was stopped.")
            part = compared(connection, label_set, ids[start : start + _AT_A_TIME])
            found += [one for one in part if one.disputes]
            if progress:
                progress(min(start + _AT_A_TIME, len(ids)), len(ids))
        wanted = [one.document_id for one in found]
        summaries = {
            summary.id: summary
            for start in range(0, len(wanted), queries.BATCH)
            for summary in queries.document_summaries(connection, wanted[start : start + queries.BATCH])
        }
    return [(summaries[one.document_id], one) for one in found]


def find_dispute(workspace: Workspace, beginning: str) -> tuple[ArticleDisputes, Dispute]:
    """The dispute that the annotation whose id begins so is in, and all of its article. Raises NotFound."""
    annotation_id = find_annotation(workspace, beginning)
    with workspace.reading() as connection:
        document_id = queries.document_of_annotation(connection, annotation_id)
        if document_id is None:
            raise NotFound("This annotation is no longer in the project.")
        article = article_disputes(connection, workspace.label_set(connection), document_id)
    for dispute in article.disputes:
        if annotation_id in dispute.group.ids:
            return article, dispute
    raise NotFound(f"“{beginning}” is in no dispute; “disputes” lists those there are.")


def annotator_names(workspace: Workspace) -> dict[UUID, str]:
    """Everybody's name by key."""
    with workspace.reading() as connection:
        return queries.annotator_names(connection)


def article_disputes(connection: Connection, label_set: LabelSet, document_id: UUID) -> ArticleDisputes:
    """`disputes_of` on a connection."""
    for found in compared(connection, label_set, [document_id]):
        return found
    return ArticleDisputes(Comparison(document_id, ()), ())


def compared(
    connection: Connection, label_set: LabelSet, document_ids: Sequence[UUID] | None
) -> Iterator[ArticleDisputes]:
    """The readings of each of these articles (None: of all) that has any, with what was ruled, in the order of keys."""
    ruled = rulings.rulings_by_document(connection, document_ids)
    handed_in = with_living_links(connection, list(newest_submissions(connection, document_ids)))
    for document_id, group in groupby(handed_in, key=lambda reading: reading.document_id):
        readings = list(group)
        comparison = compare(readings, label_set)
        before = _before(connection, label_set, readings)
        yield ArticleDisputes(comparison, with_rulings(comparison, ruled.get(document_id, ()), before))


def _before(
    connection: Connection, label_set: LabelSet, readings: Sequence[SubmittedReading]
) -> Callable[[RulingRecord], Comparison | None]:
    """What those who take part now had handed in when a ruling was made; None where that is what it is now."""
    document_id, who = readings[0].document_id, {reading.annotator_id for reading in readings}

    @cache
    def everything() -> list[SubmittedReading]:
        return with_living_links(connection, list(all_submissions(connection, [document_id])))

    @cache
    def as_it_was(newest: frozenset[UUID]) -> Comparison:
        then = [reading for reading in everything() if reading.id in newest]
        return compare(then, label_set) if then else Comparison(document_id, ())

    def before(ruling: RulingRecord) -> Comparison | None:
        if all(reading.id < ruling.id for reading in readings):
            return None
        earlier = [one for one in everything() if one.annotator_id in who and one.id < ruling.id]
        return as_it_was(frozenset({one.annotator_id: one.id for one in earlier}.values()))

    return before
