"""The published examples of each coefficient, to the digits that were printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement.nominal import (
    Items,
    PairSums,
    Sums,
    chance_corrected,
    cohen,
    counted,
    fleiss,
    interval_distance,
    krippendorff,
    krippendorff_by_distance,
    ordinal_distance,
    percent,
    ratio_distance,
)


def rows(*coders: str) -> Items:
    """One row of values a coder, “.” for none, as they are printed; of one-digit values that need no spaces."""
    values = [coder.split() if " " in coder else list(coder) for coder in coders]
    return counted(
        [None if value == "." else int(value) if value.isdigit() else value for value in item]
        for item in zip(*values, strict=True)
    )


def table(*lines: str, values: str) -> Items:
    """A table of confusion: rows are the first coder's values."""
    return counted(
        (one, other)
        for one, line in zip(values, lines, strict=True)
        for other, number in zip(values, line.split(","), strict=True)
        for _ in range(int(number))
    )


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-7)


FOUR = rows("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
THREE = rows(". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4")


def test_krippendorff_2011_four_coders() -> None:
    assert krippendorff(Sums.of(FOUR)) == near(0.743421)
    assert krippendorff_by_distance(FOUR, lambda one, other: one != other) == near(0.743421)
    assert krippendorff_by_distance(FOUR, ordinal_distance(FOUR)) == near(0.815388)
    assert krippendorff_by_distance(FOUR, interval_distance) == near(0.849107)
    assert krippendorff_by_distance(FOUR, ratio_distance) == near(0.797403)


def test_three_coders_with_much_missing() -> None:
    assert krippendorff(Sums.of(THREE)) == near(0.691358)
    assert krippendorff_by_distance(THREE, interval_distance) == near(0.810845)


@pytest.mark.parametrize(
    ("items", "alpha", "kappa"),
    [
        (rows("1100000000", "0110010100"), 0.095238, 0.090909),
        (rows("aabbbbbccccc", "abbbbbcccccc"), 0.734104, 0.724138),
        (rows("001111111100001111110000", "000011110000000110000000"), 0.328571, 0.384615),
    ],
    ids=["Krippendorff 2004 p. 224", "Krippendorff 2004 p. 227", "Krippendorff 1995 p. 57"],
)
def test_two_coders(items: Items, alpha: float, kappa: float) -> None:
    assert krippendorff(Sums.of(items)) == near(alpha)
    assert cohen(PairSums.of(items)) == near(kappa)
    assert krippendorff(PairSums.of(items).together()) == near(alpha)


def test_raw_agreement_of_krippendorff_2004() -> None:
    assert percent(Sums.of(rows("1100000000", "0110010100"))) == near(0.6)


def test_krippendorff_1980() -> None:
    units = "111 122 222 444 144 222 123 333 222".split()
    assert krippendorff(Sums.of(counted(units))) == near(0.641732)


@pytest.mark.parametrize(
    ("items", "kappa", "pi", "s", "alpha", "values"),
    [
        (table("20,10", "20,50", values="SI"), 0.347826, 0.340659, 0.400, 0.343956, 2),
        (table("46,0,0", "6,32,6", "0,0,10", values="SIC"), 0.801325, 0.799532, 0.820, 0.800535, 3),
    ],
    ids=["Artstein and Poesio 2008, 1", "Artstein and Poesio 2008, 2"],
)
def test_chance_for_two(items: Items, kappa: float, pi: float, s: float, alpha: float, values: int) -> None:
    sums = Sums.of(items)
    observed = percent(sums)
    assert observed is not None
    assert cohen(PairSums.of(items)) == near(kappa)
    assert fleiss(sums) == near(pi)  # of two people it is Scott's pi
    assert chance_corrected(observed, 1 / values) == near(s)
    assert krippendorff(sums) == near(alpha)


def test_cohen_1960() -> None:
    assert cohen(PairSums.of(table("88,14,18", "10,40,10", "2,6,12", values="123"))) == near(0.491525)


FLEISS = """
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
""".split()
"""The values that 30 patients were given by six people each, in the article of 1971."""


def test_fleiss_1971() -> None:
    sums = Sums.of(counted(FLEISS))
    assert fleiss(sums) == near(0.430245)
    observed = percent(sums)
    assert observed == pytest.approx(0.5556, abs=5e-5)
    expected = sum((count / sums.values.total()) ** 2 for count in sums.values.values())
    assert expected == pytest.approx(0.2199, abs=5e-5)


def test_values_that_stand_alone_change_nothing() -> None:
    disagreeing = counted([("YES", "NO", "NO"), ("YES", "NO", None), ("NO", None, None)])
    assert krippendorff(Sums.of(disagreeing)) == near(-0.333333)
    without = counted([("YES", "NO", "NO"), ("YES", "NO", None)])
    assert krippendorff(Sums.of(without)) == near(-0.333333)


def test_chance_that_explains_all_leaves_kappa_undefined() -> None:
    """One program prints 0.82 here, another 0: neither is so."""
    same = rows("00000", "00000")
    assert percent(Sums.of(same)) == 1
    assert cohen(PairSums.of(same)) is None
    assert fleiss(Sums.of(same)) is None
    assert krippendorff(Sums.of(same)) is None


def test_nothing_gives_nothing() -> None:
    alone = counted([("A", None), (None, "B")])
    assert percent(Sums.of(alone)) is None
    assert cohen(PairSums.of(alone)) is None
    assert fleiss(Sums.of(alone)) is None
    assert krippendorff(Sums.of(alone)) is None
    assert krippendorff_by_distance(alone, interval_distance) is None


Values = st.lists(st.tuples(*[st.sampled_from([None, 0, 1, 2])] * 3), min_size=1, max_size=30)


@given(Values)
def test_the_fast_way_is_the_one_by_distance(items: list[tuple[int | None, ...]]) -> None:
    there = counted(items)
    fast, slow = krippendorff(Sums.of(there)), krippendorff_by_distance(there, lambda one, other: one != other)
    assert fast == (slow if slow is None else pytest.approx(slow))


@given(Values)
def test_kappa_never_passes_one_and_knows_no_order_of_people(items: list[tuple[int | None, ...]]) -> None:
    there = counted(items)
    one, other = cohen(PairSums.of(there, 0, 1)), cohen(PairSums.of(there, 1, 0))
    assert one == (other if other is None else pytest.approx(other))
    assert one is None or -1 - 1e-9 <= one <= 1 + 1e-9
