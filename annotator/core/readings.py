"""How far somebody is with an article, and what that allows.

Unread and in progress are told from what is there; the other states are written down. What is submitted or approved is
closed: nothing of that person's in the article changes before it is taken back, returned or taken up again.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from annotator.core.records import DocumentRecord
from annotator.errors import Closed

CORRECTED = "corrected"
"""The origin of an annotation that a reviewer has put in the place of another one: it belongs to no reading."""

OPEN = "open"
"""What is written down of a reading that is neither closed nor returned."""


class State(StrEnum):
    """How far one annotator is with one article."""

    UNREAD = "unread"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


CLOSED = frozenset({State.SUBMITTED.value, State.APPROVED.value})

_WORDS = {
    State.SUBMITTED: "You have handed this article in, so nothing of yours in it can be changed. Take it back first.",
    State.APPROVED: (
        "Your reading of this article is approved, so nothing of yours in it can be changed. "
        "Begin a new version of it first, and say why."
    ),
}


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """One annotator's reading of one article, whether a row tells of it or not. The rest as in store's Reading."""

    document_id: UUID
    annotator_id: UUID
    state: State = State.UNREAD
    blind: bool = False
    saw_others: bool = False
    version: int = 1
    reason: str = ""
    assigned_by: UUID | None = None
    assigned_at: datetime | None = None
    submitted_at: datetime | None = None
    submission_id: UUID | None = None
    reviewer_id: UUID | None = None

    @property
    def is_closed(self) -> bool:
        """True while nothing of it can be changed."""
        return self.state in CLOSED

    @property
    def is_assigned(self) -> bool:
        """True when somebody has asked for it."""
        return self.assigned_at is not None


def own_work(document: DocumentRecord, name: str) -> DocumentRecord:
    """The article with nothing but the annotations that belong to one annotator's reading of it, and their links."""
    own = tuple(one for one in document.annotations if one.annotator == name and one.origin != CORRECTED)
    keys = {one.id for one in own}
    links = tuple(one for one in document.relations if one.from_id in keys)
    return replace(document, annotations=own, relations=links)


def state_of(written: str | None, *, has_work: bool) -> State:
    """The state that is shown: `written` is that of the row, None where there is none."""
    if written and written != OPEN:
        return State(written)
    return State.IN_PROGRESS if has_work else State.UNREAD


def refuse_closed(written: str | None, document_id: UUID, annotator_id: UUID | None) -> None:
    """Raise Closed where a reading in this written state may not be changed."""
    if written in CLOSED:
        raise Closed(_WORDS[State(written)], written, document_id, annotator_id)
