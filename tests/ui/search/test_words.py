"""An answer is told as what it is: all there is, or the first of more."""

import pytest

from annotator.core.concordance import Order
from annotator.core.search_filters import Filters
from annotator.ui.search.ask import Answer, Ask
from annotator.ui.search.words import count_words, nothing_words, picked_words
from tests.ui.search.found import hit, line

HIT, LINE = hit("rice", (0, 4)), line("the rice", 4, 8)


@pytest.mark.parametrize(
    ("ask", "answer", "words"),
    [
        (Ask("x"), Answer(), ""),
        (Ask("x"), Answer((HIT,)), "1 article"),
        (Ask("x"), Answer((HIT, HIT), True), "The first 2 articles"),
        (Ask("x"), Answer((HIT, HIT), True, 7), "The first 2 of 7 articles"),
        (Ask("x", order=Order.LEFT), Answer((LINE, LINE)), "2 places"),
        (Ask("x", order=Order.LEFT), Answer((LINE, LINE), True), "The first 2 places"),
    ],
)
def test_how_much_was_found(ask: Ask, answer: Answer, words: str) -> None:
    assert count_words(ask, answer) == words


def test_nothing_was_found_and_what_may_help() -> None:
    assert "add *" in nothing_words(Ask("rice"))
    assert nothing_words(Ask("rice", by_pattern=True)).endswith("rice\u2069.")
    assert "filters" in nothing_words(Ask("rice", Filters(languages=frozenset({"id"}))))


def test_what_is_picked() -> None:
    assert picked_words("3 places", 2) == "3 places · 2 picked"
