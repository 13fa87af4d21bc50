"""The tables of a second pair of eyes: readings and submissions, verdicts, comments, rulings, conflicts of copies.

Facts like those of tables.py, which lists them all. `from __future__ import annotations` must not be used here either.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from annotator.core.identity import new_id
from annotator.store.columns import Key, UtcTime


class Reading(SQLModel, table=True):
    """How far one annotator is with one article, from the moment that this has to be written down.

    The key is `core.identity.reading_id(document, annotator)`, so that two copies of a project mean the same row.
    `state` is open, submitted, returned or approved (core/readings.py tells unread from in progress by what is there).
    A `blind` reading shows nothing of the others' work until `submitted_at`, the moment of the *first* submission.
    `saw_others`: something of another's work was shown before it, so that the reading is not independent. `version`
    counts from 1, one more after each change of a reading that was approved. `reason` is why it was returned or taken
    up again, in words.
    `submission_id` is the newest submission. `reviewer_id` is who approved or returned it last.
    """

    __table_args__ = (Index("reading_of", "document_id", "annotator_id"), Index("reading_by", "annotator_id"))

    id: UUID = Field(sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    state: str = "open"
    blind: bool = False
    saw_others: bool = False
    version: int = 1
    reason: str = ""
    assigned_by: UUID | None = Field(default=None, sa_type=Key)
    assigned_at: datetime | None = Field(default=None, sa_type=UtcTime)
    submitted_at: datetime | None = Field(default=None, sa_type=UtcTime)
    submission_id: UUID | None = Field(default=None, sa_type=Key)
    reviewer_id: UUID | None = Field(default=None, sa_type=Key)


class Submission(SQLModel, table=True):
    """What an annotator handed in, as it was then; never changed. The key tells when.

    `number` counts from 1 for each article and annotator. `independent`: the first one, with nothing of the others'
    work seen. `content` is `{"annotations": [...], "links": [...]}` as core/submissions.py reads and writes it.
    """

    __table_args__ = (Index("submission_of", "document_id", "annotator_id"),)

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    number: int
    independent: bool
    content: dict[str, Any] = Field(sa_type=JSON)


class Verdict(SQLModel, table=True):
    """What a reviewer (`annotator_id`) said of an annotation: approved, corrected, returned. The newest one counts.

    `replacement_id` is the annotation that a correction puts in its place; the annotation itself stays as it is. No
    foreign keys lead to annotations: what was said outlives them.
    """

    __table_args__ = (Index("verdict_of_document", "document_id"), Index("verdict_of", "annotation_id"))

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotation_id: UUID = Field(sa_type=Key)
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    verdict: str
    reason: str = ""
    replacement_id: UUID | None = Field(default=None, sa_type=Key)


class Comment(SQLModel, table=True):
    """Something said about an annotation, a stretch of the text, or (neither given) the whole article.

    `thread_id` is the first comment of the thread, None for that one, whose `resolved` is the thread's. `mentions` are
    the keys of the people who are meant.
    """

    __table_args__ = (Index("comment_of_document", "document_id"), Index("comment_of_thread", "thread_id"))

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    thread_id: UUID | None = Field(default=None, sa_type=Key)
    annotation_id: UUID | None = Field(default=None, sa_type=Key)
    start_char: int | None = None
    end_char: int | None = None
    words: str
    resolved: bool = False
    mentions: list[str] | None = Field(default=None, sa_type=JSON(none_as_null=True))


class Ruling(SQLModel, table=True):
    """How a dispute was settled: which annotations it is about (`settles`), and which of them hold (`keeps`).

    `verdict` is one, both, neither or new; for new, `label`, the places (as in Annotation) and `attributes` are what
    holds instead. Keys are written as text. `case_number` makes it a case of the guideline. A later ruling on the same
    annotations counts more. Nobody's own rows are altered by it.
    """

    __table_args__ = (Index("ruling_of", "document_id"),)

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    verdict: str
    settles: list[str] = Field(sa_type=JSON)
    keeps: list[str] = Field(default_factory=list, sa_type=JSON)
    label: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    segments: list[list[int]] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    attributes: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    reason: str = ""
    case_number: int | None = None
    case_title: str = ""


class SelfCheck(SQLModel, table=True):
    """A stretch that an annotator tagged once and is asked about again, unmarked: what was said `first`, and `again`.

    Both are lists of `{"label", "segments"}`; `again` is None until it is answered. Shown to that person only.
    """

    __tablename__ = "self_check"
    __table_args__ = (Index("self_check_of", "annotator_id"),)

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    start_char: int
    end_char: int
    first: list[dict[str, Any]] = Field(sa_type=JSON)
    again: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    answered_at: datetime | None = Field(default=None, sa_type=UtcTime)


class MergeConflict(SQLModel, table=True):
    """Two copies of a project changed the same thing differently: which value was kept, and the other one.

    The key is worked out from what the conflict is about, so that merging in either direction, or twice, makes the same
    row. `field` is the column, "" for the whole row. `settled` is "", kept or other.
    """

    __tablename__ = "merge_conflict"
    __table_args__ = (Index("merge_conflict_of", "document_id"),)

    id: UUID = Field(sa_type=Key, primary_key=True)
    document_id: UUID | None = Field(default=None, sa_type=Key)
    kind: str
    table_name: str
    row_id: UUID = Field(sa_type=Key)
    field: str = ""
    kept: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    other: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    settled: str = ""
    settled_by: UUID | None = Field(default=None, sa_type=Key)
