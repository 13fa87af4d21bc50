"""What a search finds, and what it can be narrowed by: plain records that travel between the rooms."""

from dataclasses import dataclass
from uuid import UUID

from annotator.core.concordance import Context
from annotator.core.records import DocumentSummary
from annotator.core.schema import LabelSet
from annotator.core.search_query import Field
from annotator.core.snippets import Snippet
from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. `where` is what the snippet is from: ANYWHERE stands for its text.

    `span` is the first place in the text, None where only something else has it; for a note that of its annotation.
    `count` is how many places the text has.
    """

    document: DocumentSummary
    where: Field
    snippet: Snippet
    span: Span | None
    count: int
    title_marks: tuple[Span, ...] = ()
    annotation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, and whether there are more."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a concordance: a place in an article, with what stands around it."""

    document_id: UUID
    title: str
    context: Context


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines in the order that was asked for; `more` when there were too many to take all in."""

    lines: tuple[Line, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """Annotators by name; languages and outlets, those with most articles first."""

    label_set: LabelSet
    annotators: dict[UUID, str]
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
