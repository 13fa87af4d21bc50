"""Suggestions: articles a second on one core, against a bare expression over quotation marks, and against the goal."""

import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.suggester import suggest_quotes
from tests.benchmarks import workload
from tests.benchmarks.measure import Result

_ARTICLES = 300
_GOAL = 300  # articles a second
_MARKS = re.compile('[“"]([^”"\n]{10,400})[”"]')
_SAID = (
    "“{words},” kata Menteri Rina Wati kepada wartawan.",
    "Rina Wati mengatakan bahwa {words}.",
    "Pedagang membantah bahwa {words}.",
    "Diduga {words}.",
)


def run(folder: Path) -> Iterator[Result]:
    """Quotations alone, and everything that cues tell."""
    texts = [_article(number) for number in range(_ARTICLES)]
    floor = _rate(lambda text: _MARKS.findall(text), texts)
    quotes = _rate(lambda text: suggest_quotes(text, "id"), texts)
    suggester = CuesSuggester()
    everything = _rate(lambda text: suggester.suggest(text, "id"), texts)
    yield Result("quotations suggested", quotes, floor, "articles/s", None, at_least=True)
    yield Result("quotations, denials and claims suggested", everything, floor, "articles/s", None, at_least=True)
    yield Result("quotations suggested, against the goal", quotes, _GOAL, "articles/s", 1.0, at_least=True)


def _article(number: int) -> str:
    """An article of the workload in which every third sentence is said by somebody."""
    chance = random.Random(number)
    paragraphs = []
    for paragraph in workload.article(number).split("\n\n"):
        sentences = paragraph.rstrip(".\n").split(". ")
        said = [
            chance.choice(_SAID).format(words=sentence.lower()) if chance.random() < 1 / 3 else f"{sentence}."
            for sentence in sentences
        ]
        paragraphs.append(" ".join(said))
    return "\n\n".join(paragraphs)


def _rate(work: Callable[[str], object], texts: list[str]) -> float:
    """Texts a second of processor time, the best of three rounds."""
    work(texts[0])
    taken = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            work(text)
        taken.append(time.process_time() - start)
    return len(texts) / max(min(taken), 1e-9)
