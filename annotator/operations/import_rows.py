"""What is to be added for some articles that are imported together, table by table, and put down at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.readings import CLOSED
from annotator.store import readings
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Annotation, Mark, Relation

Row = dict[str, Any]


@dataclass(slots=True)
class NewRows:
    """Rows with all columns. A statement for each article would take longer than what it adds."""

    annotations: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    marks: list[Row] = field(default_factory=list)

    def put_down(self, session: RecordedSession) -> None:
        """Add them inside an edit, what links lead to first, and forget them."""
        for table, rows in ((Annotation, self.annotations), (Relation, self.links), (Mark, self.marks)):
            session.add_rows(table, rows)
            rows.clear()


def closed_readings(
    connection: Connection, people: Iterable[UUID], document_ids: Iterable[UUID]
) -> frozenset[tuple[UUID, UUID]]:
    """Which of these people's readings of these articles take nothing more: (article, annotator)."""
    wanted = list(document_ids)
    if not wanted:
        return frozenset()
    return frozenset(
        (document_id, who)
        for who in people
        for document_id, state in readings.written_states(connection, who, wanted).items()
        if state in CLOSED
    )
