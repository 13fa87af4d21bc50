"""What travels between the rooms of the house: plain, frozen, comparable.

Formats read and write these, operations return them, the window shows them. None of them knows
Qt or SQL. All offsets are code points of the document's text, end excluded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.spans import Span


class SentenceState(StrEnum):
    """Where the reading of one sentence stands."""

    UNDECIDED = "undecided"
    NOTHING = "nothing"  # read, and there is nothing to tag in it
    TAGGED = "tagged"
    FURNITURE = "furniture"  # not article text


class Furniture(NamedTuple):
    """A stretch that is not article text, and which rule said so ("manual": a person)."""

    start_char: int
    end_char: int
    kind: str


class Status(StrEnum):
    """What a newsroom may do with an article, as its supplier or an editor says (the words of IPTC)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    r"""What a reading format hands over: one article, not yet in any project.

    `text` has `\n` newlines only. `original` are the bytes as they came, `encoding` the codec
    (Python's name) that turned them into text, or "" where bytes and text are no single codec apart.

    `published` is the time as it was printed, `published_at` the same as ISO 8601, as exact as is known
    ("2025-07-04", "2025-07-04T21:35:00+07:00"); so is `embargo_until`. `language` is the code that the file declares.
    `furniture` is what the reader knows to be no article text (running heads); what `core.clean` finds is added.
    `authors` are the byline's names, one each. `notices` are plain sentences on what of the file is not in the text.
    """

    title: str
    text: str
    original: bytes
    encoding: str
    file_name: str
    outlet: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    published_at: str = ""
    language: str = ""
    embargo_until: str = ""
    status: Status = Status.USABLE
    source_note: str = ""
    format_id: str = ""
    furniture: tuple[Furniture, ...] = ()
    authors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Something inside a file that could not be read as an article: which, and why, in one sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an annotation got into the gold reading (a value of core/gold.How), in names.

    `by` are those who said so, `decided_by` who ruled, approved or corrected it, "" for nobody. `came_from` are the
    annotations that it stands for.
    """

    how: str
    by: tuple[str, ...] = ()
    decided_by: str = ""
    reason: str = ""
    case_number: int | None = None
    came_from: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationRecord:
    """A label on one or more stretches of a document, by an annotator.

    `made_from` is the annotation of an older version or a copy of the article that it was carried over from.
    `attributes` are the values that differ from their defaults, by key; sources are relations.
    `guideline_version` is the label set's version that it was made under. `suggested_by` is the suggester of one that
    was accepted. `provenance` is told of the gold reading only. `review_state` (core/review_states.py) and who said so
    are told in an export. `foreign_key` is what it is called in the file that it came from, as store/tables.py says.
    """

    id: UUID
    document_id: UUID
    label: str
    segments: tuple[Span, ...]
    annotator: str
    note: str
    origin: str
    created_at: datetime
    made_from: UUID | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    guideline_version: int | None = None
    suggested_by: str = ""
    foreign_key: str = ""
    provenance: Provenance | None = None
    review_state: str = "draft"
    reviewer: str = ""

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Who is quoted, claims or denies. The values of `kind`, `naming` and `role` are those of core/sources.py."""

    id: UUID
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "unknown"
    naming: str = "named"
    role: str = "unknown"
    gender: str = ""
    protected: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """A link from an annotation to another one (`to_id`), maybe of another article, or to a source (`source_id`).

    `kind` is the key of a relation, or of an attribute that names sources. `document_id` is the article of `from_id`.
    """

    id: UUID
    document_id: UUID
    kind: str
    from_id: UUID
    to_id: UUID | None
    source_id: UUID | None
    annotator: str


@dataclass(frozen=True, slots=True)
class RejectedRecord:
    """A suggestion that an annotator has rejected, and which suggester had made it."""

    id: UUID
    document_id: UUID
    label: str
    segments: tuple[Span, ...]
    annotator: str
    suggester: str


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """One attempt to hear the accused about a claim. Times are ISO 8601, as exact as is known, "" for none."""

    id: UUID
    document_id: UUID
    annotation_id: UUID
    annotator: str
    at: str
    person: str = ""
    channel: str = ""
    deadline: str = ""
    answered_at: str = ""
    answer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line of the library: never the text. The rest as in DocumentRecord."""

    id: UUID
    title: str
    outlet: str
    published: str
    language: str
    language_confidence: float | None
    loaded_at: datetime
    length: int
    also_in: tuple[str, ...] = ()
    published_at: str = ""
    embargo_until: str = ""
    status: Status = Status.USABLE
    copy_group: UUID | None = None
    superseded_by: UUID | None = None

    @property
    def group(self) -> UUID:
        """What the copies of one article have in common; its own key for an article without copies."""
        return self.copy_group or self.id


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a document is: counts of sentences, furniture left out."""

    sentences: int
    tagged: int
    nothing: int

    @property
    def decided(self) -> int:
        """Sentences that need no further look."""
        return self.tagged + self.nothing


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as it is read: its frozen text and everything that is said about it.

    `sentences` tile the text. `marks` are the stretches that somebody read and found nothing in.
    `language_confidence` is 0..1, None when a person chose the language or it is unknown. `also_in` are
    further languages of a mixed article, the one with most text first. `published`, `published_at` and
    `embargo_until` as in ArticleRecord. Articles with the same `copy_group` are copies of each other.
    `superseded_by` is the newer version of this article, after which nothing of this one changes any more.
    `relations` are those that go out from its annotations, `sources` those that they name. `rejected` are suggestions.
    `foreign_key` as in AnnotationRecord.
    """

    id: UUID
    title: str
    outlet: str
    byline: str
    published: str
    url: str
    language: str
    language_confidence: float | None
    language_by_hand: bool
    text: str
    text_sha256: str
    original_sha256: str
    encoding: str
    file_name: str
    loaded_at: datetime
    furniture: tuple[Furniture, ...]
    sentences: Sequence[Span]
    marks: tuple[Span, ...]
    annotations: tuple[AnnotationRecord, ...]
    also_in: tuple[str, ...] = ()
    published_at: str = ""
    embargo_until: str = ""
    status: Status = Status.USABLE
    source_note: str = ""
    format_id: str = ""
    copy_group: UUID | None = None
    superseded_by: UUID | None = None
    relations: tuple[RelationRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    rejected: tuple[RejectedRecord, ...] = ()
    foreign_key: str = ""


class DoubtKind(StrEnum):
    """What looks wrong about a quotation mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    TURNED = "turned"
    MIXED = "mixed"
    SPACED = "spaced"
    EMPTY = "empty"


class Doubt(NamedTuple):
    """A suspicious quotation mark: where it is, in code points, and what is wrong with it."""

    start_char: int
    end_char: int
    kind: DoubtKind


class Quotation(NamedTuple):
    """A stretch between two marks, both included; one segment for each paragraph it runs over.

    `closer` is empty for a turn that a dash opens: where such a turn ends, grammar alone can tell.
    `depth` is 0 for a quotation that lies in no other.
    """

    segments: tuple[Span, ...]
    opener: str
    closer: str
    depth: int


class Quotations(NamedTuple):
    """All that the marks of a text say, in the order of the text."""

    quotations: tuple[Quotation, ...]
    doubts: tuple[Doubt, ...]
