"""A few letters find a name, the likeliest first, and say which letters they were."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.fuzzy import best, fold

COMMANDS = ("Export…", "Next undecided sentence", "Next article", "Text larger", "Load files…", "To the text")


def found(typed: str, texts: tuple[str, ...] = COMMANDS, most: int = 10) -> list[str]:
    return [texts[index] for index, _ in best(typed, [fold(text) for text in texts], most)]


def marked(typed: str, text: str) -> list[str]:
    ((_, match),) = best(typed, [fold(text)], 1)
    return [text[start:end] for start, end in match.marks]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("next", ["Next article", "Next undecided sentence"]),
        ("text", ["Text larger", "To the text"]),
        ("undec", ["Next undecided sentence"]),
        ("nus", ["Next undecided sentence"]),
        ("nexar", ["Next article"]),
        ("article next", ["Next article"]),
        ("expt", ["Export…"]),
        ("lf", ["Load files…"]),
        ("xq", []),
        ("", []),
        ("zzz", []),
    ],
)
def test_what_is_found(typed: str, titles: list[str]) -> None:
    assert found(typed)[: len(titles) or None] == titles


@pytest.mark.parametrize(
    ("typed", "text", "letters"),
    [
        ("larg", "Text larger", ["larg"]),
        ("nexar", "Next article", ["Nex", "ar"]),
        ("expt", "Export…", ["Exp", "t"]),
        ("te la", "Text larger", ["Te", "la"]),
        ("lodz", "Eine Reise nach Łódź und Lódź", ["Lódź"]),
        ("äpfel", "Neue Apfelernte", ["Apfel"]),
        ("北京", "北京市政府", ["北京"]),
        ("МОСК", "Мэр Москвы", ["Моск"]),
    ],
)
def test_which_letters_they_were(typed: str, text: str, letters: list[str]) -> None:
    assert marked(typed, text) == letters


def test_the_start_of_a_word_comes_before_its_inside_and_the_first_given_among_equals() -> None:
    assert found("ice", ("price of rice", "Ice on the lake", "the ice melts")) == [
        "Ice on the lake", "the ice melts", "price of rice",
    ]  # fmt: skip
    assert found("a", ("a one", "a two", "a six"), most=2) == ["a one", "a two"]


@given(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=8))
def test_whatever_is_typed_and_there(typed: str, texts: list[str]) -> None:
    assert [len(fold(text)) for text in texts] == [len(text) for text in texts]
    for index, match in best(typed, [fold(text) for text in texts], 5):
        letters = "".join(fold(texts[index])[start:end] for start, end in match.marks)
        assert set(letters) <= set(fold(typed))


def test_ten_thousand_titles_are_looked_through_in_a_moment() -> None:
    texts = [
        fold(f"The minister of region {n} denies that prices rise again after the flood {n}") for n in range(10_000)
    ]
    for typed in ("m", "minister 77", "tmor", "zzzzz", "aaaaaaaaaaaaaaaaaaaa", "prices 9"):
        begun = time.perf_counter()
        best(typed, texts, 20)
        assert time.perf_counter() - begun < 0.25, typed
