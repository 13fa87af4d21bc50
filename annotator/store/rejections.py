"""Reads of the suggestions that annotators have rejected."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.records import RejectedRecord
from annotator.store.stretches import stretches_of
from annotator.store.tables import RejectedSuggestion, table_of

_rejected = table_of(RejectedSuggestion)


def rejections_by_document(
    connection: Connection, ids: Sequence[UUID], names: Mapping[UUID, str]
) -> dict[UUID, list[RejectedRecord]]:
    """What was rejected in these documents, in the order in which it was."""
    query = select(_rejected).where(_rejected.c.document_id.in_(list(ids))).order_by(_rejected.c.id)
    found: dict[UUID, list[RejectedRecord]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document_id].append(rejected_record(row, names[row.annotator_id]))
    return found


def rejected_record(row: Any, name: str) -> RejectedRecord:
    """What a row says, given its annotator's name."""
    return RejectedRecord(row.id, row.document_id, row.label, stretches_of(row), name, row.suggester)
