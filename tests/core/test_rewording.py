"""How alike two wordings are, and where the most alike one stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.alignment import Budget
from annotator.core.rewording import Words, likeliest, likeness, word_likeness
from annotator.core.spans import Span

PLENTY = 1_000_000
TEXTS = st.lists(
    st.sampled_from(("tidak", "tahu", "kami", "200", "“", "市长", "否", "👩🏽\u200d🚒", "e\u0301")), max_size=20
)


@pytest.mark.parametrize(
    ("old", "new", "least", "most"),
    [
        ("government", "goverment", 0.9, 0.99),
        ("200", "250", 0.6, 0.7),
        ("Said", "said", 0.95, 0.95),
        ("minister", "council", 0, 0),
        ("a", "b", 0, 0),
        ("same", "same", 1, 1),
    ],
)
def test_words_are_alike_by_how_they_begin_and_end(old: str, new: str, least: float, most: float) -> None:
    assert least <= word_likeness(old, new) <= most


@given(TEXTS, TEXTS)
def test_likeness_is_a_share(old: list[str], new: list[str]) -> None:
    one, two = Words(" ".join(old)), Words(" ".join(new))
    assert 0 <= likeness(one, two) <= 1
    assert likeness(one, one) == 1


def test_a_longer_common_part_is_more_alike() -> None:
    said = Words("we did not know of this at all")
    rated = [likeness(said, Words(text)) for text in ("we did not know of it at all", "we knew of this", "never heard")]
    assert rated == sorted(rated, reverse=True)
    assert rated[0] > 0.8
    assert rated[2] < 0.3


def test_the_likeliest_stretch_is_found_among_others() -> None:
    text = "He came late. The council had not seen any letter, she told us. Then it rained on the council."
    found = likeliest(Words("The council has not seen a letter"), Words(text), text, Budget(PLENTY))
    assert found is not None
    assert text[slice(*found.span)] == "The council had not seen any letter"
    assert found.likeness > 0.8


def test_the_likeliest_stretch_is_found_in_a_long_text() -> None:
    text = "the rain in the plain is the same " * 3000 + "the mayor kept no receipts for taxis " + "the end " * 3000
    found = likeliest(Words("the mayor kept no receipt for a taxi"), Words(text), text, Budget(PLENTY))
    assert found is not None
    assert text[slice(*found.span)] == "the mayor kept no receipts for taxis"


def test_nothing_in_common_is_nothing() -> None:
    assert likeliest(Words("entirely other"), Words(""), "", Budget(PLENTY)) is None
    text = "zzz yyy xxx " * 200
    assert likeliest(Words("entirely other"), Words(text), text, Budget(PLENTY)) is None


def test_searching_is_bounded() -> None:
    text = "a b " * 20_000
    old, new = Words("a b " * 5000), Words(text)
    start = time.perf_counter()
    likeliest(old, new, text, Budget(PLENTY))
    assert time.perf_counter() - start < 2  # some 10 ms where nothing else runs


def test_a_spent_budget_finds_nothing() -> None:
    assert likeliest(Words("one two"), Words("one two"), "one two", Budget(3)) is None
    assert likeliest(Words("one two"), Words("one two"), "one two", Budget(4)) is not None


def test_further_words_are_of_the_same_text() -> None:
    text = "One two. Three four."
    words = Words(text, slice_of(text, "One two."))
    words.add(Words(text, slice_of(text, "Three four.")))
    assert [text[slice(*span)] for span in words.spans] == words.words == ["One", "two", ".", "Three", "four", "."]
    assert len(words) == 6


def slice_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
