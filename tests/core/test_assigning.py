"""The lot, and who gets what."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.assigning import drawn, number_of_share, plan_of
from annotator.errors import AnnotatorError

IDS = [UUID(int=number) for number in range(1, 41)]
ANA, BEN, CAN = (UUID(int=number) for number in (101, 102, 103))


@pytest.mark.parametrize(("percent", "total", "number"), [(20, 50, 10), (20, 51, 11), (0.1, 40, 1), (5, 0, 0)])
def test_a_share_is_rounded_up(percent: float, total: int, number: int) -> None:
    assert number_of_share(percent, total) == number


@pytest.mark.parametrize("percent", [0, -1, 100.5])
def test_no_share_is_less_than_something_or_more_than_all(percent: float) -> None:
    with pytest.raises(AnnotatorError, match="share"):
        number_of_share(percent, 10)


@given(st.sets(st.sampled_from(IDS)), st.integers(0, 999_999))
def test_the_lot_falls_alike_for_a_seed_whatever_the_order(ids: set[UUID], seed: int) -> None:
    assert drawn(sorted(ids), seed) == drawn(sorted(ids, reverse=True), seed)
    assert set(drawn(ids, seed)) == ids


def test_another_seed_draws_others() -> None:
    assert drawn(IDS, 1)[:10] != drawn(IDS, 2)[:10]


def test_one_article_more_moves_no_other() -> None:
    without = drawn(IDS[:-1], 7)
    assert [one for one in drawn(IDS, 7) if one != IDS[-1]] == without


def test_everybody_gets_each_article_but_whoever_worked_on_it() -> None:
    plan = plan_of(IDS[:3], [ANA, BEN], {IDS[1]: {ANA}})
    assert plan.pairs == ((IDS[0], ANA), (IDS[0], BEN), (IDS[1], BEN), (IDS[2], ANA), (IDS[2], BEN))
    assert (plan.articles, plan.passed_over) == (3, 1)


def test_in_turn_each_article_goes_to_one_who_has_fewest() -> None:
    plan = plan_of(IDS[:6], [ANA, BEN, CAN], {IDS[0]: {ANA}, IDS[1]: {ANA, BEN, CAN}}, in_turn=True)
    assert plan.passed_over == 1
    numbers = [sum(one == person for _, one in plan.pairs) for person in (ANA, BEN, CAN)]
    assert sorted(numbers) == [1, 2, 2]
    assert plan.pairs[0] == (IDS[0], BEN)


def test_as_many_are_taken_as_are_wanted_and_somebody_can_have() -> None:
    plan = plan_of(IDS, [BEN], {IDS[0]: {BEN}, IDS[2]: {BEN}}, number=3)
    assert [document_id for document_id, _ in plan.pairs] == [IDS[1], IDS[3], IDS[4]]


@given(
    st.lists(st.sampled_from(IDS)),
    st.lists(st.sampled_from([ANA, BEN, CAN]), min_size=1),
    st.dictionaries(st.sampled_from(IDS), st.sets(st.sampled_from([ANA, BEN, CAN]))),
    st.one_of(st.none(), st.integers(1, 40)),
    st.booleans(),
)
def test_nobody_gets_anything_twice_or_again(
    ids: list[UUID], people: list[UUID], known: dict[UUID, set[UUID]], number: int | None, in_turn: bool
) -> None:
    plan = plan_of(ids, people, known, number=number, in_turn=in_turn)
    assert len(set(plan.pairs)) == len(plan.pairs)
    assert all(person not in known.get(document_id, ()) for document_id, person in plan.pairs)
    assert number is None or plan.articles <= number
    if in_turn:
        assert len(plan.pairs) == plan.articles
