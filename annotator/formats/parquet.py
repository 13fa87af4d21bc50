"""Parquet: columns for those who have more articles than one machine likes. One file, or folders by language and month.

The folders are named as Hive names them (language=id/month=2026-01), so that DuckDB, Spark and Dask read the whole as
one table and look into no folder that a question does not need.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from annotator.core.damage import DAMAGE, reason_of
from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.errors import ExportFailed
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.formats.parquet_rows import GROUP_WEIGHT, ParquetFile, files_below, is_of_ours, read_rows, weight_of
from annotator.formats.row_fitting import fit_row
from annotator.formats.rows import HOLDS, article_of, row_of, speakers_of

LOSSES = (
    "Rejected suggestions, the history and who has marked a sentence as holding nothing are not in it.",
    "Of sources, names are in it; what else is known of them is not.",
)
UNKNOWN = "unknown"
_MONTH = re.compile(r"\d{4}-\d{2}")
_WEIGHT_OF_ALL = 3 * GROUP_WEIGHT


class Parquet(Exchange):
    """Rows of formats/rows.py."""

    id = "parquet"
    title = "Parquet"
    extensions = (".parquet",)
    losses = LOSSES
    holds = HOLDS
    keeps_order = False  # folders are read by their names
    lasting_keys = True
    also_heeds = frozenset({"without_text", "partition_by"})

    def makes_folder(self, options: WriteOptions) -> bool:
        """A folder where rows are parted by something."""
        return bool(options.partition_by)

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """All of it; without its words where that is asked for."""
        return fit_row(article, self.title, options)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write one file; or folders, and in each as many files as memory needs. Raises ExportFailed."""
        speakers = speakers_of(options.label_set)
        if options.partition_by:
            parts = _Parts(path, options.partition_by)
            for article in articles:
                parts.add(article, row_of(article, speakers))
            parts.write_out()
            return
        with ParquetFile(path) as file:
            for article in articles:
                file.add(row_of(article, speakers))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The rows of a file, or of all files of a folder. Raises UnreadableInput."""
        for one in files_below(path) if path.is_dir() else (path,):
            yield from articles_of(one.name, read_rows(one))

    def recognises_annotations(self, path: Path) -> bool:
        """A file with our columns; a folder of folders that are named by what is in them, with such files."""
        if not path.is_dir():
            return is_of_ours(path)
        folders = [one.name for one in path.iterdir() if one.is_dir()]
        return bool(folders) and all("=" in name for name in folders) and any(map(is_of_ours, files_below(path)))


def articles_of(name: str, rows: Iterable[Any]) -> Iterator[ExchangedArticle | Unread]:
    """The articles of a file's rows, and an Unread for each row that is none."""
    for number, row in enumerate(rows, 1):
        try:
            yield article_of(row, number)
        except DAMAGE as error:
            yield Unread(f"{name}, row {number}", f"It is no row of a dataset ({reason_of(error)}).")


class _Parts:
    """Rows that wait for others of the same folder. What weighs most is written when all together weigh too much."""

    def __init__(self, folder: Path, partition_by: tuple[str, ...]) -> None:
        if unknown := [name for name in partition_by if name not in _PARTED_BY]:
            raise ExportFailed(f"Parquet can be parted by {' and '.join(_PARTED_BY)}, not by “{unknown[0]}”.")
        self._folder, self._by = folder, partition_by
        self._waiting: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._weights: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()

    def add(self, article: ExchangedArticle, row: dict[str, Any]) -> None:
        where = "/".join(f"{name}={quote(_PARTED_BY[name](article), safe='')}" for name in self._by)
        self._waiting[where].append(row)
        self._weights[where] += weight_of(row)
        while self._weights.total() >= _WEIGHT_OF_ALL:
            self._write(max(sorted(self._weights), key=lambda one: self._weights[one]))

    def write_out(self) -> None:
        for where in sorted(self._waiting):
            self._write(where)

    def _write(self, where: str) -> None:
        (self._folder / where).mkdir(parents=True, exist_ok=True)
        with ParquetFile(self._folder / where / f"part-{self._numbers[where]}.parquet") as file:
            for row in self._waiting.pop(where):
                file.add(row)
        del self._weights[where]
        self._numbers[where] += 1


def _month(article: ExchangedArticle) -> str:
    month = article.published_at[:7]
    return month if _MONTH.fullmatch(month) else UNKNOWN


_PARTED_BY: Mapping[str, Callable[[ExchangedArticle], str]] = {
    "language": lambda article: article.language or UNKNOWN,
    "month": _month,
}
