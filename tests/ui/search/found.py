"""What a search may find, without a project."""

from datetime import UTC, datetime
from uuid import UUID

from annotator.core.concordance import contexts
from annotator.core.records import DocumentSummary
from annotator.core.search_query import Field
from annotator.core.search_results import Hit, Line
from annotator.core.snippets import snippet
from annotator.core.spans import Span


def hit(text: str, *marks: tuple[int, int], title: str = "Rice prices", where: Field = Field.ANYWHERE) -> Hit:
    """An article with this text, found at these places."""
    spans = [Span(*mark) for mark in marks]
    document = DocumentSummary(
        UUID(int=len(text)), title, "Harbour Gazette", "4 May", "en", 1.0, datetime(2026, 5, 4, tzinfo=UTC), len(text)
    )
    return Hit(document, where, snippet(text, [spans]), spans[0] if spans else None, len(spans))


def line(text: str, start: int, end: int, title: str = "Rice prices") -> Line:
    """A place in a text."""
    (context,) = contexts(text, [Span(start, end)])
    return Line(UUID(int=len(text)), title, context)
