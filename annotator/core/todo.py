"""What waits for somebody: what was returned, what others have asked, what is to be read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Duty(StrEnum):
    """Why something waits, the most pressing first."""

    RETURNED_READING = "returned_reading"
    RETURNED_TAG = "returned_tag"
    MENTION = "mention"
    THREAD = "thread"
    REVIEW = "review"
    SELF_CHECK = "self_check"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that waits.

    `words` is a reason or a comment, by `who`. `annotation_id` with its `label` and `passage`, or `start_char`, is the
    place where it is about one. `about` is the article's language and outlet. `count` is how many sentences are to be
    asked again, or how many readings wait for a review: neither names an article.
    """

    duty: Duty
    document_id: UUID | None = None
    title: str = ""
    who: str = ""
    words: str = ""
    annotation_id: UUID | None = None
    label: str = ""
    passage: str = ""
    start_char: int | None = None
    at: datetime | None = None
    count: int = 1
    about: str = ""


_RANK = {duty: rank for rank, duty in enumerate(Duty)}


def in_order(todos: list[Todo]) -> list[Todo]:
    """The most pressing first; of one kind those that have waited longest, then in the order of the text."""
    return sorted(todos, key=_standing)


def _standing(todo: Todo) -> tuple[int, float, int, int]:
    waited = todo.at.timestamp() if todo.at else 0.0
    return _RANK[todo.duty], waited, todo.document_id.int if todo.document_id else 0, todo.start_char or 0
