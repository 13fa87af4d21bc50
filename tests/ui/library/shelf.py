"""Made-up articles for the library's tests."""

from dataclasses import replace
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


def with_copies(count: int) -> list[DocumentSummary]:
    """The same; 5 and 9 are copies of 0, of which 12 is an older version."""
    documents = shelf(count)
    for at in (5, 9, 12):
        documents[at] = replace(documents[at], copy_group=documents[0].id)
    documents[12] = replace(documents[12], superseded_by=documents[0].id)
    return documents
