"""How good learning is beside cues alone: learned from the first articles of a file, tried on the others.

    python -m tests.benchmarks.learned quotes.jsonl.gz [--learn 100]

A line is an article: {"text", "language"?, "quotes": [{"segments": [[start, end], ...]}]}, in code points.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.learned.decisions import Decision
from annotator.core.learned.features import look_at
from annotator.core.learned.judging import Score
from annotator.core.learned.keeping import pack
from annotator.core.learned.stretches import labels_on
from annotator.core.learned.training import train
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span

_LABEL = "quote"


def main() -> None:
    """Print F1, precision and recall by sentences, what is chosen, and what learning cost."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file", type=Path)
    asked.add_argument("--learn", type=int, default=100, help="articles that are learned from")
    given = asked.parse_args()
    articles = list(_articles(given.file))
    to_learn, to_try = articles[: given.learn], articles[given.learn :]
    if not to_learn or not to_try:
        sys.exit("There must be more articles than are learned from.")
    began = time.process_time()
    learned = train([one for article in to_learn for one in article], [_LABEL])
    seconds = time.process_time() - began
    model = learned.models[_LABEL, ""]
    tried = [one for article in to_try for one in article]
    by_model = _score((model.chance(one.look.features) >= model.threshold, _LABEL in one.has) for one in tried)
    by_cues = _score((_LABEL in one.look.cued, _LABEL in one.has) for one in tried)
    print(f"learned from {len(to_learn)} articles in {seconds:.1f} s, {len(pack(learned, '')):,} bytes")
    print(f"tried on {len(to_try)} articles, {len(tried):,} sentences")
    print(f"learned    {_words(by_model)}")
    print(f"cues alone {_words(by_cues)}")
    print(f"the program would show {'what is learned' if model.judgement.is_learned_better else 'cues'}")


def _articles(path: Path) -> Iterator[list[Decision]]:
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).splitlines()
    for number, line in enumerate(lines, 1):
        yield _decisions(json.loads(line), UUID(int=number), path.name.split(".")[0])


def _decisions(article: dict[str, Any], key: UUID, fallback: str) -> list[Decision]:
    text, language = article["text"], article.get("language", fallback)
    sentences = [Span(*sentence) for sentence in split_sentences(text, language)]
    looks = look_at(text, language, sentences, CuesSuggester().suggest(text, language))
    quotes = [Span(*segment) for quote in article["quotes"] for segment in quote["segments"]]
    gold = labels_on(text, [look.extent for look in looks], {_LABEL: quotes})
    return [
        Decision(key, language, look, has, frozenset([_LABEL]) - has) for look, has in zip(looks, gold, strict=True)
    ]


def _score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    said = list(pairs)
    return Score(sum(a and b for a, b in said), sum(a for a, _ in said), sum(b for _, b in said))


def _words(score: Score) -> str:
    return f"F1 {100 * score.f1:.1f}  P {100 * score.precision:.1f}  R {100 * score.recall:.1f}"


if __name__ == "__main__":
    main()
