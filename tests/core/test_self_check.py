"""What somebody says twice of the same sentence, compared."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.self_check import (
    MOST_AT_ONCE,
    Answered,
    Decided,
    Said,
    chosen,
    consistency,
    read,
    said_in,
    written,
)
from annotator.core.spans import Span

MAY, JUNE = datetime(2026, 5, 4, tzinfo=UTC), datetime(2026, 6, 4, tzinfo=UTC)
CLAIM, QUOTE = Said("claim", (Span(0, 9),)), Said("quote", (Span(2, 5),))


def test_what_lies_in_a_sentence_is_clipped_to_it() -> None:
    sentence = Span(10, 20)
    found = said_in(sentence, [Said("quote", (Span(5, 12), Span(18, 30))), Said("claim", (Span(0, 10), Span(20, 22)))])
    assert found == (Said("quote", (Span(10, 12), Span(18, 20))),)


def test_cohen_s_own_figures() -> None:
    """Artstein and Poesio (2008), example 1: 20 both, 50 neither, 20 only first, 10 only again: kappa .348."""
    made = [((CLAIM,), (CLAIM,))] * 20 + [((), ())] * 50 + [((CLAIM,), ())] * 20 + [((), (CLAIM,))] * 10
    found = consistency([Answered(first, again, MAY) for first, again in made], ["claim", "quote"])
    claim, quote = found.labels
    assert (claim.n, claim.same, claim.both, claim.same_stretch) == (100, 0.7, 20, 20)
    assert claim.kappa == pytest.approx(0.347826, abs=1e-6)
    assert (quote.same, quote.kappa, quote.both) == (1.0, None, 0)
    assert found.overall.kappa == pytest.approx(0.347826, abs=1e-6)
    assert not found.overall.is_of_few


def test_months_and_stretches() -> None:
    moved = Said("quote", (Span(2, 4),))
    found = consistency(
        [Answered((QUOTE,), (moved,), JUNE), Answered((QUOTE,), (QUOTE,), MAY), Answered((CLAIM,), (QUOTE,), MAY)],
        ["claim", "quote"],
    )
    assert [(month, one.n, one.same) for month, one in found.months] == [("2026-05", 2, 0.5), ("2026-06", 1, 1.0)]
    assert (found.labels[1].both, found.labels[1].same_stretch) == (2, 1)
    assert found.overall.is_of_few


def test_nothing_answered_is_no_figure() -> None:
    found = consistency([], ["claim"])
    assert (found.overall.n, found.overall.same, found.overall.kappa, found.months) == (0, None, None, ())


@given(st.integers(0, 400), st.floats(0.01, 1), st.integers(0, 99))
def test_a_share_of_what_is_old_enough(number: int, share: float, seed: int) -> None:
    article = uuid4()
    decided = [Decided(article, Span(at, at + 1), MAY + timedelta(days=at % 2), ()) for at in range(number)]
    found = chosen(decided, share, MAY + timedelta(hours=1), seed)
    old = (number + 1) // 2
    assert all(one.at == MAY for one in found)
    assert len({one.sentence for one in found}) == len(found)
    assert len(found) == (min(old, MOST_AT_ONCE, max(1, round(share * old))) if old else 0)
    assert found == chosen(decided[::-1], share, MAY + timedelta(hours=1), seed)


@given(st.lists(st.tuples(st.text(), st.lists(st.tuples(st.integers(), st.integers()), min_size=1))))
def test_what_is_kept_is_read_again(said: list[tuple[str, list[tuple[int, int]]]]) -> None:
    made = [Said(label, tuple(Span(*segment) for segment in segments)) for label, segments in said]
    assert read(written(made)) == tuple(sorted(made))
