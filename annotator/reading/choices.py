"""What a person chooses from before anything is loaded: the beginning of a table, the entries of a feed.

As plain values, because they come from a process that is not trusted.
"""

from collections.abc import Callable
from dataclasses import astuple
from typing import Any

from annotator.formats import feed
from annotator.formats.base import ReadOptions
from annotator.formats.table_preview import preview_table

ARTICLES, TABLE, FEED = "articles", "table", "feed"


def _table(content: bytes, name: str, options: ReadOptions) -> Any:
    return astuple(preview_table(content, name, options))


def _feed(content: bytes, _name: str, options: ReadOptions) -> Any:
    return [tuple(entry) for entry in feed.entries(content, options.url, options.limits)]


CHOICES: dict[str, Callable[[bytes, str, ReadOptions], Any]] = {TABLE: _table, FEED: _feed}
"""What can be asked of a file beside its articles."""
