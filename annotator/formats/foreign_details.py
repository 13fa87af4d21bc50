"""What is known of an article besides its text, for the formats that keep any fields one gives them."""

from collections.abc import Mapping
from typing import Any

from annotator.core.exchange import ExchangedArticle

DETAILS = (
    "title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "text_sha256", "split",
)  # fmt: skip
"""The fields of an article that are written under their own names, where they say something."""


def details_of(article: ExchangedArticle) -> dict[str, str]:
    """The details of an article that say something."""
    return {name: getattr(article, name) for name in DETAILS if getattr(article, name)}


def all_details_of(article: ExchangedArticle) -> dict[str, str]:
    """Every detail of an article, "" where it says nothing: for tools that want the same fields of each article."""
    return {name: getattr(article, name) for name in DETAILS}


def details_in(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The details of an article among the fields of an entry; something else under such a name is none."""
    return {name: value for name in DETAILS if isinstance(value := fields.get(name), str) and value}
