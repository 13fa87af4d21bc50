"""gamma: the published example, where the library is installed; else that it is not needed."""

import pytest

from annotator.core.agreement.gamma import Gamma, gamma, is_there
from annotator.core.spans import Span
from annotator.errors import Cancelled

UNITS = """
Alex 1 2 9, Alex 2 11 17, Alex 5 24 30, Alex 6 32 36, Alex 6 36 44, Alex 7 44 60, Paul 1 2 9, Paul 3 11 17,
Paul 5 19 25, Paul 6 32 44, Suzan 1 2 9, Suzan 4 11 17, Suzan 5 21 27, Suzan 6 32 36, Suzan 6 36 40, Suzan 6 40 44
"""
"""The sixteen units of three people in the example of the article of 2015."""
needs_library = pytest.mark.skipif(not is_there(), reason="the extra “gamma” is not installed")


def example() -> list[tuple[str, str, Span]]:
    parts = [unit.split() for unit in UNITS.split(",")]
    return [(who, label, Span(int(start), int(end))) for who, label, start, end in parts]


@needs_library
@pytest.mark.filterwarnings("ignore")
def test_the_published_example() -> None:
    found = gamma([example()])
    assert found.n == 16
    assert found.gamma is not None
    assert found.gamma_cat is not None
    assert 0.44 <= found.gamma <= 0.47
    assert 0.38 <= found.gamma_cat <= 0.42


@needs_library
@pytest.mark.filterwarnings("ignore")
def test_the_best_alignment_of_the_published_example() -> None:
    from annotator.core.agreement.gamma import _of_article

    best = _of_article(example()).best_alignment
    assert best.disorder == pytest.approx(0.9606, abs=5e-5)
    assert len(best.unitary_alignments) == 6


def test_articles_of_one_person_have_no_alignment() -> None:
    steps = []
    alone = [("Ana", "claim", Span(0, 4))]
    assert gamma([alone, []], lambda done, total: steps.append((done, total))) == Gamma(None, None, 0)
    assert steps == [(1, 2), (2, 2)]


def test_it_can_be_stopped() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        gamma([[]], stop)
