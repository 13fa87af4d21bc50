"""What is rarer while much is read is as before afterwards, however that ended."""

import gc

import pytest

from annotator.operations.collecting import seldom_collecting


def stopped(before: tuple[int, int, int]) -> None:
    with seldom_collecting():
        assert gc.get_threshold()[0] > before[0]
        assert gc.isenabled()
        raise ValueError("stop")


def test_it_is_rarer_inside_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"):
        stopped(before)
    assert gc.get_threshold() == before


def test_of_two_that_overlap_neither_leaves_it_rarer() -> None:
    before = gc.get_threshold()
    first, second = seldom_collecting(), seldom_collecting()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before
