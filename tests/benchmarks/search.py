"""Searches in 10,000 articles: the first 50 with snippets, against a bare FTS5 table asked for the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.core.search_filters import EVERYTHING, Filters
from annotator.operations import indexing, search
from annotator.store import sqlite
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, p50, p95, times

QUERIES = ("harga", "laporan beras", '"naik turun"', "pelab*", "4711", "menteri -harga", "kota OR desa", "title:sungai")
_RAW = ("harga", "laporan beras", '"naik turun"', "pelab*", "4711", "menteri NOT harga", "kota OR desa", "sungai")


def run(folder: Path) -> Iterator[Result]:
    """Ordinary queries of each kind, and the worst of them."""
    texts = [workload.article(number) for number in range(10_000)]
    workspace, annotator_id, documents = workload.project(folder / "search.annotator", texts)
    indexing.catch_up(workspace)
    workload.annotate(workspace, documents[:200], annotator_id, 2)
    raw = _raw(folder / "raw.db", texts)
    ours = {query: times(lambda _, q=query: _search(workspace, q), 20) for query in QUERIES}  # type: ignore[misc]
    for order, goal in (("rank", 2.5), ("rowid DESC", None)):
        floor = {query: times(lambda _, q=query, o=order: _floor(raw, q, o), 10) for query in _RAW}  # type: ignore[misc]
        name = f"search 10,000, first 50 with snippets: p50 to FTS5's by {order}"
        yield Result(name, _all(ours, p50), _all(floor, p50), "ms", goal)
    yield Result("search 10,000: p50, of 10 ms", _all(ours, p50), 10, "ms", 1)
    worst = max(ours, key=lambda query: p95(ours[query]))
    yield Result(f"search 10,000: worst p95 ({worst}), of 25 ms", p95(ours[worst]), 25, "ms", 1)
    for name, filters in (("label", Filters(labels=frozenset({"quote"}))), ("outlet that is not there", _NOWHERE)):
        taken = times(lambda _, f=filters: _search(workspace, "harga", f), 10)  # type: ignore[misc]
        yield Result(f"search 10,000, filter by {name}: p50, of 50 ms", p50(taken), 50, "ms", 1)
    lines = times(lambda _: search.concordance(workspace, "harga", order=search.Order.LEFT), 3, warm=1)
    yield Result(f"concordance of {search.MOST_LINES:,} lines by the left word", p50(lines), 1000, "ms", 1)
    count = times(lambda _: search.count(workspace, "harga", most=1000), 3, warm=1)
    yield Result("count to 1,000 articles, of 50 ms", p50(count), 50, "ms", 1)
    workspace.close()


_NOWHERE = Filters(outlets=frozenset({"Tidak ada"}))


def _search(workspace: Workspace, query: str, filters: Filters = EVERYTHING) -> int:
    return len(search.search(workspace, query, filters).hits)


def _all(taken: dict[str, list[float]], figure: Any) -> float:
    return sum(figure(some) for some in taken.values()) / len(taken)


def _raw(path: Path, texts: list[str]) -> Any:
    """A bare FTS5 table of the same texts."""
    connection = sqlite.driver().connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("CREATE VIRTUAL TABLE article USING fts5(body)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO article (body) VALUES (?)", ((text,) for text in texts))
    connection.execute("COMMIT")
    return connection


def _floor(raw: Any, query: str, order: str) -> int:
    asked = "SELECT rowid, snippet(article, 0, '[', ']', '…', 30) FROM article WHERE article MATCH ? "
    asked += f"ORDER BY {order} LIMIT 50"
    return len(raw.execute(asked, (query,)).fetchall())
