"""Common blocks: equal, in order, as many as the budget allows."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.alignment import Block, Budget, common_blocks

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)
PLENTY = 1_000_000


def length(blocks: list[Block]) -> int:
    return sum(block.length for block in blocks)


@given(WORDS, WORDS)
def test_blocks_are_equal_in_order_and_joined(old: list[str], new: list[str]) -> None:
    blocks = common_blocks(old, new, Budget(PLENTY))
    at_old = at_new = -1
    for i, j, size in blocks:
        assert size > 0
        assert old[i : i + size] == new[j : j + size]
        assert i > at_old or j > at_new
        assert i >= at_old
        assert j >= at_new
        at_old, at_new = i + size, j + size


def test_touching_blocks_are_one() -> None:
    assert common_blocks("abcdef", "abcdef", Budget(PLENTY)) == [Block(0, 0, 6)]
    assert common_blocks("aab", "aab", Budget(PLENTY)) == [Block(0, 0, 3)]


@given(WORDS)
def test_a_sequence_has_everything_in_common_with_itself(words: list[str]) -> None:
    assert length(common_blocks(words, words, Budget(PLENTY))) == len(words)


@given(WORDS, st.data())
def test_what_is_left_after_deleting_is_found(words: list[str], data: st.DataObject) -> None:
    """Without landmarks the shortest script of edits is found; here the words are too few for many landmarks."""
    kept = [word for word in words if data.draw(st.booleans())]
    blocks = common_blocks(words, kept, Budget(PLENTY))
    assert length(blocks) <= len(kept)
    if len(set(words)) == 1:
        assert length(blocks) == len(kept)


@pytest.mark.parametrize(
    ("old", "new", "common"),
    [
        ("", "abc", 0),
        ("abc", "", 0),
        ("abc", "xyz", 0),
        ("abcabba", "cbabac", 4),
        ("aaaa", "aa", 2),
        ("xaby", "xcdy", 2),
    ],
)
def test_known_pairs(old: str, new: str, common: int) -> None:
    assert length(common_blocks(old, new, Budget(PLENTY))) == common


def test_landmarks_survive_what_is_common_everywhere() -> None:
    """A moved line is one change; the lines around it stay paired though empty lines are everywhere."""
    old = ["", "one", "", "two", "", "three", ""]
    new = ["", "two", "", "three", "", "one", ""]
    blocks = common_blocks(old, new, Budget(PLENTY))
    assert {old[at] for block in blocks for at in range(block.old, block.old + block.length)} == {"", "two", "three"}


def test_a_spent_budget_ends_the_work() -> None:
    order = random.Random(4)
    old = [order.choice("ab") for _ in range(20_000)]
    new = [order.choice("ab") for _ in range(20_000)]
    assert length(common_blocks(old, new, Budget(10_000))) < 100


def test_without_a_budget_there_is_nothing() -> None:
    assert common_blocks("abc", "xbz", Budget(0)) == []
