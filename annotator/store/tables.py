"""Every table. These classes ARE the nouns of a project; there is no second set beside them.

Three kinds of rows. *Facts* (project, annotator, document, annotation, relation, source, ...) change
only inside `Workspace.edit`, and the journal notes how. *Texts and originals* are named by the
SHA-256 of what they hold and never change: a fact refers to them, the journal does not repeat them.
*Derived* rows (sketches, the search index) are worked out from those and can be made anew.

`from __future__ import annotations` must not be used here: SQLModel reads the annotations.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Index, Table, false
from sqlmodel import Field, SQLModel

from annotator.core.identity import new_id
from annotator.store.columns import Bytes, Key, UtcTime
from annotator.store.review_tables import (
    Comment,
    MergeConflict,
    Reading,
    Ruling,
    SelfCheck,
    Submission,
    Verdict,
)

_EMPTY = {"server_default": ""}  # what a column that came later has in older rows


class Project(SQLModel, table=True):
    """The one row that says what this database is and which labels it uses.

    `quotes` is how the newsroom wants quotations of several sentences cut (core/quote_policy.py);
    None = as is usual in each language. `guideline` is the newsroom's own by language (core/guideline.py), None = the
    one that ships with the label set. `suggestions` is how suggestions are used (core/suggestion_policy.py). `exchange`
    are the recipes of exports, by name, and what foreign names mean in imports.
    """

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    name: str
    label_set: dict[str, Any] = Field(sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcTime)
    quotes: dict[str, str] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    guideline: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    suggestions: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    review: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    packet: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    exchange: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))


class LabelSetVersion(SQLModel, table=True):
    """A label set as it was when it was `version`, with its guideline: what annotations of then were made under."""

    __tablename__ = "label_set_version"

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    version: int = Field(unique=True)
    label_set: dict[str, Any] = Field(sa_type=JSON)
    guideline: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    annotator_id: UUID | None = Field(default=None, sa_type=Key)


class Annotator(SQLModel, table=True):
    """A person who reads and labels. The name is unique in a project.

    `role` and `color` are those of core/people.py; "" = not chosen: an annotator, and a colour by the key. `initials`
    "" = those of the name. Roles guide and do not protect.
    """

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    name: str = Field(unique=True)
    initials: str = Field(default="", sa_column_kwargs=_EMPTY)
    role: str = Field(default="", sa_column_kwargs=_EMPTY)
    color: str = Field(default="", sa_column_kwargs=_EMPTY)


class Text(SQLModel, table=True):
    r"""The frozen text of a document: UTF-8 with `\n` newlines, named by its SHA-256.

    Bytes, because PostgreSQL's text type cannot hold the character NUL.
    """

    sha256: bytes = Field(sa_type=Bytes, primary_key=True)
    content: bytes = Field(sa_type=Bytes)


STAYED = ""
"""The encoding of an original whose bytes are not here; its hash is known all the same."""


class Original(SQLModel, table=True):
    """The bytes an article came as, named by their SHA-256.

    `content` is None when the text encoded in `encoding` gives these very bytes again; and where that is STAYED, the
    bytes stayed in the project that the article was given away from.
    """

    sha256: bytes = Field(sa_type=Bytes, primary_key=True)
    text_sha256: bytes = Field(sa_type=Bytes, foreign_key="text.sha256")
    encoding: str
    content: bytes | None = Field(default=None, sa_type=Bytes)


class Document(SQLModel, table=True):
    """An article. `sentence_ends` are the ends of the tiles the segmenter cut the text into;
    `furniture` holds `[start, end, kind]` for what is not article text. Both count code points.
    `length` is that of the text in code points. `also_in` are the codes of further languages of a
    mixed article, the one with most text first; None where there is one language. `published` is as
    printed; `published_at` and `embargo_until` are ISO 8601, as exact as is known. `status` None = usable.
    Copies of one article share a `copy_group`, the key of the first of them. `superseded_by` is the newer
    version of an article; this one is frozen then. `foreign_key` is what it was called in a file of another tool: the
    format's id, a colon, and the key there.
    """

    __table_args__ = (
        Index("document_of_text", "text_sha256"),
        Index("document_of_group", "copy_group"),
        Index("document_superseded", "superseded_by"),
        Index("document_foreign", "foreign_key"),
    )

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    title: str
    outlet: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    language: str
    language_confidence: float | None = None
    language_by_hand: bool = False
    loaded_at: datetime = Field(sa_type=UtcTime)
    length: int
    file_name: str = ""
    encoding: str = ""
    text_sha256: bytes = Field(sa_type=Bytes, foreign_key="text.sha256")
    original_sha256: bytes = Field(sa_type=Bytes, foreign_key="original.sha256", index=True)
    furniture: list[Any] = Field(default_factory=list, sa_type=JSON)
    sentence_ends: list[int] = Field(default_factory=list, sa_type=JSON)
    also_in: list[str] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    published_at: str | None = None
    embargo_until: str | None = None
    status: str | None = None
    source_note: str | None = None
    format: str | None = None
    copy_group: UUID | None = Field(default=None, sa_type=Key)
    superseded_by: UUID | None = Field(default=None, sa_type=Key)
    foreign_key: str | None = None


class SentenceBreak(SQLModel, table=True):
    """A person's correction of the segmenter: at `position` a sentence ends, or does not (`joined`)."""

    __tablename__ = "sentence_break"
    __table_args__ = (Index("sentence_break_of", "document_id", "position", unique=True),)

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    position: int
    joined: bool


class Annotation(SQLModel, table=True):
    """A label on a stretch of a document, by an annotator.

    `start_char` and `end_char` are the whole extent. `segments` is None for one stretch, else
    `[start, end]` of each. The key tells when the annotation was made. `made_from` is the annotation of
    an older version or of a copy of the article that this one was carried over from. `attributes` are the
    values that differ from their defaults, by key, None for none; sources are relations. `guideline_version` is
    the label set's version that it was made under, None where that was not kept yet. `suggested_by` is the suggester
    of one that was accepted. `foreign_key` as in Document.
    """

    __table_args__ = (Index("annotation_of", "document_id", "start_char"), {"sqlite_with_rowid": False})

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    label: str
    start_char: int
    end_char: int
    segments: list[list[int]] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    note: str = ""
    origin: str = "manual"
    made_from: UUID | None = Field(default=None, sa_type=Key)
    attributes: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    guideline_version: int | None = None
    suggested_by: str | None = None
    foreign_key: str | None = None


class Source(SQLModel, table=True):
    """Who is quoted, claims or denies: a person, an organisation, a document, a group; shared by all articles.

    The values of `kind`, `naming`, `role` are those of core/sources.py. The name of a `protected` one leaves in no
    export and stands in no log.
    """

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    name: str
    aliases: list[str] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    kind: str = "unknown"
    naming: str = "named"
    role: str = "unknown"
    gender: str | None = None
    protected: bool = False
    note: str = ""


class Relation(SQLModel, table=True):
    """A directed link of an annotation, to another annotation (`to_id`) or to a source (`source_id`).

    `kind` is the key of a relation, or of an attribute that names sources, in the label set. `document_id` is
    the article of the annotation that it goes out from; the other end may be in another one.
    """

    __table_args__ = (
        Index("relation_of", "document_id"),
        Index("relation_from", "from_id"),
        Index("relation_to", "to_id"),
        Index("relation_source", "source_id"),
    )

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    kind: str
    from_id: UUID = Field(sa_type=Key, foreign_key="annotation.id")
    to_id: UUID | None = Field(default=None, sa_type=Key, foreign_key="annotation.id")
    source_id: UUID | None = Field(default=None, sa_type=Key, foreign_key="source.id")


class Contact(SQLModel, table=True):
    """One attempt to hear the accused about a claim (`annotation_id`): when, how, until when, and what came.

    `at`, `deadline` and `answered_at` are ISO 8601, as exact as is known.
    """

    __table_args__ = (Index("contact_of_document", "document_id"), Index("contact_of", "annotation_id"))

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotation_id: UUID = Field(sa_type=Key, foreign_key="annotation.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    at: str
    person: str = ""
    channel: str = ""
    deadline: str | None = None
    answered_at: str | None = None
    answer: str = ""
    note: str = ""


class RejectedSuggestion(SQLModel, table=True):
    """A suggestion that an annotator has rejected, so that it is not made again. Places as in Annotation."""

    __tablename__ = "rejected_suggestion"
    __table_args__ = (Index("rejected_suggestion_of", "document_id"),)

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    label: str
    start_char: int
    end_char: int
    segments: list[list[int]] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    suggester: str


class Mark(SQLModel, table=True):
    """A stretch that an annotator has read and found nothing to tag in."""

    __table_args__ = (Index("mark_of", "document_id", "start_char"), {"sqlite_with_rowid": False})

    id: UUID = Field(default_factory=new_id, sa_type=Key, primary_key=True)
    document_id: UUID = Field(sa_type=Key, foreign_key="document.id")
    annotator_id: UUID = Field(sa_type=Key, foreign_key="annotator.id")
    start_char: int
    end_char: int


class TextSketch(SQLModel, table=True):
    """What a text is compared with others by (core/near_copies.py). Derived from the text, as SketchBand is."""

    __tablename__ = "text_sketch"

    sha256: bytes = Field(sa_type=Bytes, primary_key=True)
    sketch: bytes = Field(sa_type=Bytes)


class SketchBand(SQLModel, table=True):
    """A part of a sketch as a number: texts that have one in common may be near copies."""

    __tablename__ = "sketch_band"
    __table_args__ = ({"sqlite_with_rowid": False},)

    band: int = Field(sa_type=BigInteger, primary_key=True)
    sha256: bytes = Field(sa_type=Bytes, primary_key=True)


class Installation(SQLModel, table=True):
    """A copy of the program that has written here. Each keeps one chain of journal entries.

    `head_sequence` and `head_hash` are the number and the SHA-256 of the chain's last entry, so
    that neither changing nor cutting off the end goes unseen. Where two copies of a project on one machine went on
    separately, the branch that is taken in has a row of its own: its entries are hashed as those of `branch_of`, and go
    on from number `begins` of that chain, whose hash is `begins_hash`; None: from the beginning.
    """

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    id: UUID = Field(sa_type=Key, unique=True)
    head_sequence: int = 0
    head_hash: bytes = Field(default=bytes(32), sa_type=Bytes)
    branch_of: UUID | None = Field(default=None, sa_type=Key)
    begins: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    begins_hash: bytes | None = Field(default=None, sa_type=Bytes)


class JournalEntry(SQLModel, table=True):
    """What one edit did to one document (or to none), and the hash of the entry before it in its chain.

    `number` orders all entries of this database; `sequence` those of one installation. `step` is the
    number of the first entry of the same undo step, None for that first one. `undoes` is the first
    entry of the step that this one takes back. One that was `received` from another copy tells what was done there;
    what it did to the rows here, the entry of the merge says. No foreign keys lead to facts: the journal outlives them.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("journal_chain", "installation", "sequence", unique=True),
        Index("journal_of_document", "document_id", "number"),
        Index("journal_of_annotator", "annotator_id", "number"),
    )

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    installation: int = Field(foreign_key="installation.number")
    sequence: int
    previous_hash: bytes = Field(sa_type=Bytes)
    at: datetime = Field(sa_type=UtcTime)
    annotator_id: UUID | None = Field(default=None, sa_type=Key)
    document_id: UUID | None = Field(default=None, sa_type=Key)
    title: str
    kind: int
    step: int | None = None
    undoes: int | None = None
    changes: bytes = Field(sa_type=Bytes)
    received: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


FACTS: tuple[type[SQLModel], ...] = (
    Project, Annotator, Document, SentenceBreak, Annotation, Mark, LabelSetVersion, Source, Relation, Contact,
    RejectedSuggestion, Reading, Submission, Verdict, Comment, Ruling, SelfCheck, MergeConflict,
)  # fmt: skip
"""Tables that the journal follows, parents before children."""


def table_of(noun: type[SQLModel]) -> Table:
    """The table behind a class, for reads that need columns and no objects."""
    table: Table = noun.__table__  # type: ignore[attr-defined]
    return table
