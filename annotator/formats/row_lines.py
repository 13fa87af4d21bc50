"""Parts of articles as JSON Lines: the rows of a dataset (formats/rows.py), one sentence or one span a line.

Our own JSON Lines hold articles whole; where parts of them are asked for, these lines are written in their place.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.dataset_files import holds_rows, read_file
from annotator.formats.exchange import Exchange
from annotator.formats.row_fitting import fit_row
from annotator.formats.rows import HOLDS, row_of, speakers_of

_BOM = b"\xef\xbb\xbf"


class RowLines(Exchange):
    """A row a line. It is listed in no menu: who chooses JSON Lines and parts of articles gets it."""

    id = "jsonl"
    title = "Dataset (JSON Lines)"
    extensions = (".jsonl", ".ndjson")
    losses = ("A line is a part of an article: the project cannot be made of it again.",)
    holds = HOLDS
    lasting_keys = True
    also_heeds = frozenset({"bom", "lean"})  # they are lean whether that is said or not

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """All of it; without its words where that is asked for."""
        return fit_row(article, self.title, options)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a line for each."""
        speakers = speakers_of(options.label_set)
        with path.open("wb") as stream:
            stream.write(_BOM if options.bom else b"")
            for article in articles:
                stream.write(orjson.dumps(row_of(article, speakers), option=orjson.OPT_APPEND_NEWLINE))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read line by line; one that is no row is told by its number."""
        yield from read_file(path)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first line is a row of ours."""
        return holds_rows(path)
