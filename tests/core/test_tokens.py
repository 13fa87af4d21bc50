"""Words and marks: nothing is lost between them but white space, and what is labelled can be told in them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, has_word_spaces, is_boundary
from annotator.core.tokens import tokens, tokens_within

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
_LETTERS = st.sampled_from("ab1.,-'’_ \n\t\r\u00a0\u0301\u200d😀👩🏽🇮🇩米价ราคาगेहूँسعر\u0600\u1100\u1161“”[]")
texts = st.one_of(st.text(), st.text(_LETTERS))


def said(text: str, edges: tuple[int, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in tokens(text, edges)]


def test_the_first_article() -> None:
    assert said(TEXT) == 'Kata Menteri : " Harga beras turun . " 😀 Pedagang membantah .'.split()
    assert tokens_within(tokens(TEXT), Span(15, 32)) == range(4, 7)
    assert tokens_within(tokens(TEXT), Span(37, 55)) == range(10, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("orang-orang O’Neil don't", ["orang-orang", "O’Neil", "don't"]),
        ("Rp1.000,50, ya.", ["Rp1.000,50", ",", "ya", "."]),
        ("米价下跌abc", ["米", "价", "下", "跌", "abc"]),
        ("ราคา", ["ร", "า", "ค", "า"]),
        ("गेहूँ सस्ता", ["गेहूँ", "सस्ता"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("👩‍👩‍👧🇮🇩👍🏽", ["👩‍👩‍👧", "🇮🇩", "👍🏽"]),
        ("سعر الأرز،", ["سعر", "الأرز", "،"]),
        ("a\u00a0b\u2028c", ["a", "b", "c"]),
        ("- 'a' -", ["-", "'", "a", "'", "-"]),
        (" \u0301a", ["\u0301a"]),
        ("", []),
        (" \n", []),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_edges_cut() -> None:
    assert said("Hargaberas", (5, 0, 10, 99, -1)) == ["Harga", "beras"]
    assert said("米 😀", (1, 2)) == ["米", "😀"]
    assert said("x-a 1.5", (1, 5)) == ["x", "-", "a", "1", ".", "5"]


@given(texts, st.lists(st.integers(0, 30)))
def test_tokens_are_all_of_the_text_but_its_white_space(text: str, edges: list[int]) -> None:
    found = tokens(text, edges)
    assert all(before.end_char <= after.start_char for before, after in pairwise(found))
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(start < end and len(text[start:end].split()) == 1 for start, end in found)
    inside = {edge for edge in edges if 0 < edge < len(text)}
    assert not any(start < edge < end for start, end in found for edge in inside)


@given(texts, st.lists(st.integers(0, 30)))
def test_a_token_by_itself_is_one_token(text: str, edges: list[int]) -> None:
    parts = said(text, tuple(edges))
    assert said(" ".join(parts)) == parts


@given(texts)
def test_no_token_cuts_a_character(text: str) -> None:
    for start, end in tokens(text):
        assert is_boundary(text, start) or text[start - 1].isspace()
        assert is_boundary(text, end) or text[end : end + 1].isspace()


@given(st.text(st.sampled_from("米价ราคา ၀ကខ ខ្មែ abc。")))
def test_where_words_have_no_spaces_each_character_is_a_token(text: str) -> None:
    for start, end in tokens(text):
        characters = [at for at in range(start, end) if is_boundary(text, at)]
        assert len(characters) <= 1 or all(has_word_spaces(text[at]) for at in characters)


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_is_told_in_tokens(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    found = tokens(text, span)
    numbers = tokens_within(found, span)
    assert [at for at, one in enumerate(found) if length and one.overlaps(span)] == list(numbers)
    assert "".join(text[slice(*found[at])] for at in numbers) == "".join(text[start : start + length].split())


def test_a_long_text_costs_little() -> None:
    started = time.process_time()
    for text in ("a-" * 50_000, "\u0301" * 100_000, "1." * 50_000, "🇮" * 100_000, "a\u200d" * 50_000):
        tokens(text, range(0, len(text), 3))
    assert time.process_time() - started < 5
