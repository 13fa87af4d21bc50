"""Phrases of language files are found where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.cue_phrases import Phrases, tokens_of
from annotator.core.spans import Span


def found(phrases: list[str], text: str, *proclitics: str) -> list[str]:
    tokens = tokens_of(text, Span(0, len(text)))
    return [text[slice(*one.span)] for one in Phrases(phrases, proclitics).find(tokens)]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("denied", "He denied it. DENIED. deniedx", ["denied", "DENIED"]),
        ("according to", "According  to her", ["According  to"]),
        ("опроверг*", "Он опровергает, она опровергла", ["опровергает", "опровергла"]),
        ("wies … zurück", "Er wies die Kritik zurück und wies weiter", ["wies die Kritik zurück"]),
        ("wies … zurück", "Er wies ihn ab, wich aber zurück", []),
        ("said that", "I never said, that day", []),
        ("aurait *é", "il aurait volé, elle aurait dû", ["aurait volé"]),
        ("19", "感染19人", ["19"]),
        ("wies … zurück", "Er wies a b c d e f g h i zurück", []),
        ("nicht …, sondern", "nicht 12, sondern 8", ["nicht 12, sondern"]),
        ("nicht …, sondern", "nicht 12 sondern 8", ["nicht 12 sondern"]),
        ("nicht …, sondern", "nicht 12, Lim zufolge, sondern 8", []),
        ("didn't deny", "She didn’t deny it", ["didn’t deny"]),
        ("否认", "他否认，不可否认", ["否认", "否认"]),
        ("इनकार किया", "मंत्री ने इनकार किया।", ["इनकार किया"]),
        ("نفى", "نفى الوزير", ["نفى"]),
        ("a … b … c", "a x b y c", ["a x b y c"]),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, places: list[str]) -> None:
    assert found([phrase], text) == places


def test_of_phrases_that_begin_together_the_longest_counts() -> None:
    assert found(["tidak", "tidak benar", "tidak*"], "Itu tidak benar") == ["tidak benar"]


def test_what_is_written_together_with_the_first_word_is_known() -> None:
    assert found(["نفى"], "ونفى الوزير") == []
    assert found(["نفى"], "ونفى الوزير", "و", "ف") == ["ونفى"]


def test_a_list_can_be_looked_for_in_a_part() -> None:
    text = "not he denied that"
    tokens = tokens_of(text, Span(0, len(text)))
    phrases = Phrases(["not", "that"])
    assert [one.first for one in phrases.find(tokens, 1)] == [3]
    assert phrases.first(tokens, 1, 3) is None
    assert phrases.first(tokens, -5, 99)
    assert not Phrases([])
    assert phrases


def test_tokens_are_words_in_small_letters_with_their_places() -> None:
    text = "Ia “Membantah” 3x."
    assert [(one.word, text[one.start : one.end]) for one in tokens_of(text, Span(3, len(text)))] == [
        ("membantah", "Membantah"),
        ("3x", "3x"),
    ]


@given(st.text(max_size=80), st.lists(st.sampled_from(["a", "a b", "a*", "a … b", "否认", "ß", "İ*"]), max_size=4))
def test_what_is_found_lies_in_the_text(text: str, phrases: list[str]) -> None:
    tokens = tokens_of(text, Span(0, len(text)))
    assert all(text[one.start : one.end].strip() for one in tokens)
    for one in Phrases(phrases).find(tokens):
        assert 0 <= one.first < one.last <= len(tokens)
        assert one.span == (tokens[one.first].start, tokens[one.last - 1].end)


def test_a_long_text_of_beginnings_costs_no_more_than_its_length() -> None:
    text = "wies " * 20_000
    assert found(["wies … zurück"], text) == []
