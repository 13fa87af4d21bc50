"""Which articles the library shows, and in which order: plain rules on summaries."""

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum

from annotator.core.records import DocumentSummary


class Order(StrEnum):
    """By what the list is sorted."""

    NEWEST = "newest"
    TITLE = "title"
    LANGUAGE = "language"
    PUBLISHED = "published"


def ordered(documents: Iterable[DocumentSummary], order: Order) -> list[DocumentSummary]:
    """The documents in this order; equal ones stay newest first."""
    newest = sorted(documents, key=lambda document: document.loaded_at, reverse=True)
    if order is Order.TITLE:
        newest.sort(key=_title)
    elif order is Order.LANGUAGE:
        newest.sort(key=lambda document: (not document.language, document.language, _title(document)))
    elif order is Order.PUBLISHED:
        # Text that is sorted backwards puts what has no date last, where it belongs.
        newest.sort(key=lambda document: document.published, reverse=True)
    return newest


def haystacks(documents: Iterable[DocumentSummary]) -> list[str]:
    """For each document the folded text that a filter is looked up in."""
    return [
        folded(f"{document.title}\n{document.outlet}\n{document.language}\n{document.published}")
        for document in documents
    ]


def matching(documents: Sequence[DocumentSummary], stacks: Sequence[str], filter_text: str) -> list[DocumentSummary]:
    """The documents whose haystack holds every word of the filter, in their order."""
    chosen = list(zip(documents, stacks, strict=True))
    for word in folded(filter_text).split():
        chosen = [pair for pair in chosen if word in pair[1]]
    return [document for document, _ in chosen]


def folded(text: str) -> str:
    """Text without difference of case or of composed and decomposed accents."""
    return unicodedata.normalize("NFC", text.casefold())


def _title(document: DocumentSummary) -> str:
    return document.title.casefold().lstrip(" \"'“”‘’«»「」([")
