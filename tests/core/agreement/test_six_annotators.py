"""A published corpus of four articles by six annotators, held against the figures published for it.

The corpus is not here: AGREEMENT_CORPUS names the folder with its `text` and its `attributions` in brat's stand-off
format; without it nothing is tested.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from annotator.core.agreement import nominal
from annotator.core.agreement.compared import Compared
from annotator.core.agreement.counting import EVERYBODY, OVERALL, count, match, total
from annotator.core.agreement.figures import Totals
from annotator.core.agreement.measures import Measure, mean
from annotator.core.agreement.nominal import PairSums, Sums
from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation

FOLDER = Path(os.environ.get("AGREEMENT_CORPUS", ""))
NUMBERS = {"Source": 0, "Cue": 1, "Content": 2}
_ANNOTATION = re.compile(r"T\d+\t(\w+) ([\d ;]+)\t")
pytestmark = pytest.mark.skipif("AGREEMENT_CORPUS" not in os.environ, reason="AGREEMENT_CORPUS names no corpus")


def read(path: Path) -> list[SubmittedAnnotation]:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [match for line in lines if (match := _ANNOTATION.match(line)) and match[1] in NUMBERS]
    return [
        SubmittedAnnotation(new_id(), label, tuple(Span(*map(int, part.split())) for part in places.split(";")))
        for label, places in (one.groups() for one in found)
    ]


@cache
def corpus() -> dict[str, tuple[str, Compared]]:
    """Text and readings of each article; all have the same six readers."""
    files = sorted((FOLDER / "attributions").glob("*.ann"))
    people = {name: new_id() for name in sorted({path.stem.rsplit("_", 1)[1] for path in files})}
    found = {}
    for text_path in sorted((FOLDER / "text").glob("*.txt")):
        text = text_path.read_text(encoding="utf-8")
        said = [tuple(read(FOLDER / "attributions" / f"{text_path.stem}_{name}.ann")) for name in people]
        readers = tuple(people.values())
        links = tuple(() for _ in readers)
        found[text_path.stem] = text, Compared(new_id(), len(text), (), readers, tuple(said), links)
    return found


def totals(*articles: Compared) -> Totals:
    return Totals.of(total([count(one, NUMBERS, match(one)) for one in articles]), list(NUMBERS))


@cache
def everything() -> Totals:
    return totals(*(article for _, article in corpus().values()))


def tokens() -> Iterator[tuple[int, ...]]:
    """The label of each token's first character; where several stand there, the one of the later line."""
    for text, article in corpus().values():
        at: list[dict[int, int]] = [defaultdict(int) for _ in article.readers]
        for labels, said in zip(at, article.annotations, strict=True):
            for annotation in said:
                for start, end in annotation.segments:
                    labels.update(dict.fromkeys(range(start, end), NUMBERS[annotation.label] + 1))
        for token in re.finditer(r"\S+", text):
            yield tuple(labels[token.start()] for labels in at)


def test_alpha_by_character_and_by_token() -> None:
    assert everything().values(OVERALL)[Measure.ALPHA_CHARACTERS] == pytest.approx(0.798934, abs=5e-7)
    items = nominal.counted(tokens())
    assert items.total() == 2670
    assert nominal.krippendorff(Sums.of(items)) == pytest.approx(0.800392, abs=5e-7)
    kappas = [nominal.cohen(PairSums.of(items, *pair)) or 0 for pair in combinations(range(6), 2)]
    assert mean(kappas) == pytest.approx(0.8012, abs=5e-5)
    assert (min(kappas), max(kappas)) == (pytest.approx(0.6645, abs=5e-5), pytest.approx(0.9142, abs=5e-5))


@pytest.mark.parametrize(
    ("label", "exact", "overlap"), [("Source", 0.7908, 0.8340), ("Cue", 0.7433, 0.8128), ("Content", 0.6247, 0.8557)]
)
def test_f1_as_the_mean_over_pairs(label: str, exact: float, overlap: float) -> None:
    values = everything().values(label, EVERYBODY)
    assert values[Measure.F1_EXACT] == pytest.approx(exact, abs=5e-5)
    assert values[Measure.F1_OVERLAP] == pytest.approx(overlap, abs=5e-5)


@pytest.mark.parametrize(
    ("name", "alpha"), [("brick-up", 0.8311), ("lit-syria", 0.8442), ("afghanistan", 0.9317), ("africa", 0.7766)]
)
def test_alpha_u_of_each_article(name: str, alpha: float) -> None:
    ((_, article),) = (found for stem, found in corpus().items() if name in stem)
    assert totals(article).values(OVERALL)[Measure.ALPHA_U] == pytest.approx(alpha, abs=5e-5)
