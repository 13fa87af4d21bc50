"""What travels between the rooms of the house: plain, frozen, comparable.

Formats read and write these, operations return them, the window shows them. None of them knows
Qt or SQL. All offsets are code points of the document's text, end excluded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
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


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    r"""What a reading format hands over: one article, not yet in any project.

    `text` has `\n` newlines only. `original` are the bytes as they came, `encoding` the codec
    (Python's name) that turned them into text, or "" where bytes and text are no single codec apart.
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


@dataclass(frozen=True, slots=True)
class AnnotationRecord:
    """A label on one or more stretches of a document, by an annotator."""

    id: UUID
    document_id: UUID
    label: str
    segments: tuple[Span, ...]
    annotator: str
    note: str
    origin: str
    created_at: datetime

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line of the library: never the text. `also_in`: as in DocumentRecord."""

    id: UUID
    title: str
    outlet: str
    published: str
    language: str
    language_confidence: float | None
    loaded_at: datetime
    length: int
    also_in: tuple[str, ...] = ()


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
    further languages of a mixed article, the one with most text first.
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
