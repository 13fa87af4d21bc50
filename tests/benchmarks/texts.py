"""What the rules for texts cost: megabytes a second, and that nothing makes them slower than linear."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.core.clean import find_furniture
from annotator.core.language import detect
from annotator.core.quotations import find_quotations
from annotator.core.segmenter import split_sentences
from tests.benchmarks import workload
from tests.benchmarks.measure import Result

_UNITS = (
    ".",
    '"',
    '."',
    ". ",
    "(",
    "“",
    "“A. ",
    "A.",
    "。",
    "「。",
    ". » ",
    "\n",
    " ",
    "word ",
    "Word. “A b. ",
    "([「",
)


def run(folder: Path) -> Iterator[Result]:
    """Rates on ordinary articles, and the growth of the worst of many strange texts."""
    articles = [workload.article(number) for number in range(300)]
    size = sum(len(article.encode()) for article in articles) / 1e6
    for name, rule in (*_RULES, ("tell the language", detect)):
        taken = min(_cost(lambda: [rule(article) for article in articles]) for _ in range(3))  # noqa: B023
        yield Result(f"{name}: megabytes a second", size / taken, 5, "MB/s", 1, at_least=True)
    for name, rule in _RULES:
        growths = {unit: _growth(rule, unit) for unit in _UNITS}
        worst = max(growths, key=lambda unit: growths[unit])
        title = f"{name}: cost a character, 800,000 to 100,000, worst ({worst!r})"
        yield Result(title, growths[worst], 1, "", 2)


def _split(text: str) -> object:
    return split_sentences(text, "id")


def _pair(text: str) -> object:
    return find_quotations(text, "id")


_RULES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("split", _split),
    ("pair quotation marks", _pair),
    ("find furniture", find_furniture),
)


def _growth(rule: Callable[[str], object], unit: str) -> float:
    small, large = unit * (100_000 // len(unit)) + "x", unit * (800_000 // len(unit)) + "x"
    floor = min(_cost(lambda: rule(small)) for _ in range(3)) / len(small)
    return min(_cost(lambda: rule(large)) for _ in range(2)) / len(large) / floor


def _cost(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
