"""The gold reading of articles: what is agreed, ruled, approved or corrected, put together from what was handed in."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.gold import Decisions, GoldReading, Replacement, gold_reading
from annotator.core.schema import LabelSet
from annotator.operations.disputes import ArticleDisputes, compared, disputes_of
from annotator.store import rulings
from annotator.store.workspace import Workspace


def gold_of(workspace: Workspace, document_id: UUID) -> GoldReading:
    """The gold reading of an article; empty where no reading of it is handed in. Raises NotFound."""
    article = disputes_of(workspace, document_id)
    with workspace.reading() as connection:
        return _gold(connection, [article])[0]


def gold_readings(connection: Connection, label_set: LabelSet, document_ids: Sequence[UUID]) -> Iterator[GoldReading]:
    """The gold reading of each of these articles of which a reading is handed in; ask for a few hundred at a time."""
    yield from _gold(connection, list(compared(connection, label_set, document_ids)))


def _gold(connection: Connection, articles: Sequence[ArticleDisputes]) -> list[GoldReading]:
    judged = rulings.judgements_by_document(connection, [article.document_id for article in articles])
    put = _replacements(connection, [said.replacement_id for there in judged.values() for said in there.values()])
    found = []
    for article in articles:
        ruled = {dispute.id: dispute.ruling for dispute in article.disputes if dispute.ruling}
        judgements = judged.get(article.document_id, {})
        found.append(gold_reading(article.comparison, Decisions(ruled, judgements, put)))
    return found


def _replacements(connection: Connection, ids: Sequence[UUID | None]) -> dict[UUID, Replacement]:
    wanted = [key for key in ids if key]
    return rulings.replacements(connection, wanted) if wanted else {}
