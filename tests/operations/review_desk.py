"""Readings that are handed in, for tests of their review: Ana reads, Ben reviews."""

from uuid import UUID

from annotator.core.identity import reading_id
from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.readings import put_submission
from annotator.store.review_tables import Reading
from tests.store.desk import Desk

TEXT = "The mayor took the money.\n\nShe denies it. “I took nothing,” said Vera Lund. The case goes on."


def hand_in(desk: Desk, document_id: UUID, by: UUID | None = None) -> UUID:
    """Submit what somebody (Ana) says of an article; the key of the submission."""
    with desk.workspace.edit("Hand in", by or desk.ana, undoable=False) as session:
        return put_submission(session, document_id, by or desk.ana).id


def take_up(desk: Desk, document_id: UUID, by: UUID | None = None) -> None:
    """Let somebody (Ana) change again what was handed in."""
    with desk.workspace.edit("Take back", by or desk.ana, undoable=False) as session:
        row = session.get(Reading, reading_key(desk, document_id, by))
        assert row is not None
        row.state = "open"


def reading_key(desk: Desk, document_id: UUID, by: UUID | None = None) -> UUID:
    return reading_id(document_id, by or desk.ana)


def state(desk: Desk, document_id: UUID, by: UUID | None = None) -> tuple[str, str, UUID | None]:
    """State, reason and reviewer of a reading."""
    rows = desk.rows()["reading"]
    (row,) = [one for one in rows if one["id"] == reading_key(desk, document_id, by)]
    return row["state"], row["reason"], row["reviewer_id"]


def tag(desk: Desk, document_id: UUID, words: str, label: str = "claim", by: UUID | None = None) -> AnnotationRecord:
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    return annotations.add_annotation(desk.workspace, document_id, [span], label, by or desk.ana)


def reviewable(desk: Desk) -> tuple[UUID, AnnotationRecord, AnnotationRecord, AnnotationRecord]:
    """An article that Ana has handed in, with a claim, a denial and a quote."""
    article = desk.load(TEXT)
    found = (
        tag(desk, article, "The mayor took the money."),
        tag(desk, article, "She denies it.", "denial"),
        tag(desk, article, "“I took nothing,”", "quote"),
    )
    hand_in(desk, article)
    return article, *found
