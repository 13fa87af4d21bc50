"""Figures from sums, held against the coefficients worked out from single sentences and characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.agreement import nominal
from annotator.core.agreement.compared import Compared
from annotator.core.agreement.counting import EVERYBODY, OVERALL, count, match, total
from annotator.core.agreement.figures import Totals
from annotator.core.agreement.measures import ON_TEXT, Measure, Why
from annotator.core.agreement.nominal import PairSums, Sums, counted
from annotator.core.submissions import SubmittedAnnotation
from tests.core.agreement.desk import ANA, BEN, EVA, NUMBERS, article, said
from tests.core.agreement.test_runs import LENGTH, Reading


def totals(*articles: Compared) -> Totals:
    return Totals.of(total([count(one, NUMBERS, match(one)) for one in articles]), list(NUMBERS))


def near(value: float | None) -> object:
    return value if value is None else pytest.approx(value)


@settings(max_examples=40)
@given(st.lists(st.tuples(Reading, Reading, Reading), min_size=1, max_size=3))
def test_sums_give_what_single_characters_give(readings: list[tuple[list[SubmittedAnnotation], ...]]) -> None:
    found = totals(*(article(LENGTH, *three) for three in readings))
    inside = [
        tuple(any(one.label == "claim" and s <= at < e for one in each for s, e in one.segments) for each in three)
        for three in readings
        for at in range(LENGTH)
    ]
    assert found.values("claim")[Measure.ALPHA_CHARACTERS] == near(nominal.krippendorff(Sums.of(counted(inside))))
    pair = found.values("claim", (ANA, EVA))
    both = PairSums.of(counted(inside), 0, 2)
    assert pair[Measure.ALPHA_CHARACTERS] == near(nominal.krippendorff(both.together()))
    marked = both.left[True] + both.right[True]
    common = sum(one and other for one, _, other in inside)
    assert pair[Measure.F1_CHARACTERS] == near(2 * common / marked if marked else None)


def test_those_who_say_the_same_agree_wholly() -> None:
    same = [said("claim", (0, 12)), said("quote", (3, 9)), said("quote", (15, 18), (25, 28))]
    values = totals(article(60, same, same)).values(OVERALL)
    assert {measure: value for measure, value in values.items() if value != pytest.approx(1)} == {}


def test_many_sentences_with_few_annotations_are_too_few() -> None:
    rare, common = [said("claim", (0, 5))], [said("quote", (start, start + 5)) for start in range(0, 400, 10)]
    found = totals(article(400, [*rare, *common], [*rare, *common]))
    assert found.n("claim", Measure.KAPPA_SENTENCE) == 40
    assert all(figure.is_of_few for figure in found.figures("claim").values())
    assert not any(figure.is_of_few for figure in found.figures("quote").values())


def test_page_furniture_inflates_nothing() -> None:
    """A menu of a thousand characters, in which one of two has tagged something, and the article without it."""
    mine, theirs = [said("claim", (0, 20)), said("quote", (40, 50))], [said("claim", (0, 12)), said("quote", (42, 50))]
    in_menu = said("claim", (500, 520))
    plain = totals(article(60, mine, theirs))
    furnished = totals(article(1060, [*mine, in_menu], theirs, furniture=((60, 1060),)))
    for scope in (OVERALL, "claim", "quote"):
        for measure in ON_TEXT:
            assert furnished.values(scope)[measure] == plain.values(scope)[measure]
            assert furnished.values(scope, (ANA, BEN))[measure] == plain.values(scope, (ANA, BEN))[measure]
    assert furnished.characters() == 60
    assert furnished.values("claim")[Measure.F1_EXACT] == plain.values("claim")[Measure.F1_EXACT] == 0


def test_kappa_and_f1_of_three_are_means_over_pairs() -> None:
    found = totals(article(100, [said("claim", (0, 30))], [said("claim", (0, 20))], [said("claim", (50, 70))]))
    pairs = [found.values("claim", group) for group in found.groups]
    assert len(pairs) == 3
    for measure in (Measure.KAPPA_SENTENCE, Measure.F1_EXACT, Measure.F1_OVERLAP, Measure.F1_CHARACTERS):
        assert found.values("claim")[measure] == pytest.approx(sum(one[measure] or 0 for one in pairs) / 3)
    fleiss = nominal.fleiss(Sums.of(counted([(1, 1, 0)] * 2 + [(1, 0, 0)] + [(0, 0, 1)] * 2 + [(0, 0, 0)] * 5)))
    assert found.values("claim")[Measure.FLEISS_SENTENCE] == pytest.approx(fleiss)


def test_not_everybody_has_to_read_everything() -> None:
    one = article(50, [said("claim", (0, 10))], [said("claim", (0, 10))])
    other = article(50, [], [said("claim", (0, 10))], [said("claim", (0, 10))]).only([BEN, EVA])
    assert other is not None
    found = totals(one, other)
    assert found.groups == [(ANA, BEN), (BEN, EVA)]
    assert found.n("claim", Measure.PERCENT) == 10
    assert found.n("claim", Measure.F1_EXACT) == 4
    assert found.values("claim")[Measure.ALPHA_SENTENCE] == pytest.approx(1)


def test_overall_the_order_in_which_labels_were_put_does_not_matter() -> None:
    claim, quote = ("claim", (0, 10)), ("quote", (0, 10))
    found = totals(article(20, [said(*claim), said(*quote)], [said(*quote), said(*claim)]))
    assert found.values(OVERALL)[Measure.ALPHA_CHARACTERS] == pytest.approx(1)
    assert found.values(OVERALL)[Measure.PERCENT] == 1


def test_why_a_figure_is_missing() -> None:
    nothing = Totals.of({}, list(NUMBERS)).figures("claim")
    assert {figure.why for figure in nothing.values()} == {Why.NOTHING}
    everywhere = totals(article(10, [said("claim", (0, 10))], [said("claim", (0, 10))]))
    assert everywhere.figures("claim")[Measure.KAPPA_SENTENCE].why is Why.ONE_VALUE
    assert everywhere.figures("denial")[Measure.KAPPA_SENTENCE].why is Why.UNUSED
    assert everywhere.figures("denial")[Measure.PERCENT].value == 1
    assert everywhere.figures("claim", EVERYBODY)[Measure.F1_EXACT].why is None
