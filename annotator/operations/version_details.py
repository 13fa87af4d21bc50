"""The details of a corrected article: what its file says of itself, else what is known of the older version."""

from dataclasses import dataclass
from typing import Any

from annotator.core.quote_policy import QuotePolicy, sentence_ends
from annotator.core.records import ArticleRecord, DocumentRecord, Status
from annotator.reading.preparing import Prepared
from annotator.store.columns import storable

_HEAD = 400  # characters of an article in which its title stands


@dataclass(frozen=True, slots=True)
class DetailChange:
    """A detail that the new version has otherwise: its name as in ArticleRecord, before and after."""

    name: str
    old: str
    new: str


def told_details(document: DocumentRecord, record: ArticleRecord) -> tuple[DetailChange, ...]:
    """The details that change with the new version."""
    merged = _merged(document, record)
    former = {name: str(getattr(document, name)) for name in merged}
    return tuple(DetailChange(name, former[name], new) for name, new in merged.items() if new != former[name])


def kept_columns(document: DocumentRecord, article: Prepared, policy: QuotePolicy) -> dict[str, Any]:
    """The columns of the new version's row that are not as its file alone would have them."""
    columns: dict[str, Any] = {name: value or None for name, value in _merged(document, article.record).items()}
    for name in ("title", "outlet", "byline", "published", "url"):
        columns[name] = columns[name] or ""
    if columns["status"] == Status.USABLE.value:
        columns["status"] = None
    columns["copy_group"] = document.copy_group or document.id
    if document.language_by_hand:
        columns |= {
            "language": document.language,
            "language_confidence": document.language_confidence,
            "language_by_hand": True,
            "also_in": list(document.also_in) or None,
            "sentence_ends": sentence_ends(article.record.text, document.language, policy),
        }
    return columns


def _merged(document: DocumentRecord, record: ArticleRecord) -> dict[str, str]:
    """Each detail of the new version, as it is stored."""
    merged = {
        name: storable(getattr(record, name)) or str(getattr(document, name))
        for name in ("outlet", "byline", "url", "embargo_until", "source_note")
    }
    printed = record if record.published or record.published_at else document  # one says the same as the other
    merged |= {"published": storable(printed.published), "published_at": storable(printed.published_at)}
    merged["status"] = (document.status if record.status is Status.USABLE else record.status).value
    return {"title": _title(document, record), **merged}


def _title(document: DocumentRecord, record: ArticleRecord) -> str:
    """The file's title, unless it is the old text's heading: then somebody has given the article another."""
    title = storable(record.title)
    return document.title if not title or title in document.text[:_HEAD] else title
