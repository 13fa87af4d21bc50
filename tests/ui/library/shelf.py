"""Made-up articles for the library's tests."""

from datetime import UTC, datetime, timedelta

from annotator.core.identity import new_id
from annotator.core.records import DocumentSummary

_START = datetime(2025, 7, 4, tzinfo=UTC)


def shelf(count: int, title: str = "Article {}") -> list[DocumentSummary]:
    """That many articles; the first is the newest."""
    return [
        DocumentSummary(
            new_id(), title.format(at), "Harbour Gazette", "2025-07-04", "en", 0.9, _START - timedelta(minutes=at), 4600
        )
        for at in range(count)
    ]
