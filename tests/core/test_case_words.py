"""What two passages have in common that makes the one a case for the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.case_words import case_words, search_words, sentences_around
from annotator.core.languages import known_languages
from annotator.core.spans import Span


def words(text: str, language: str) -> dict[str, float]:
    return dict(case_words(text, Span(0, len(text)), language).weights)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Bank tidak menampik adanya kerugian.", "id", "tidak menampik"),
        ("Wali kota membantah tuduhan itu.", "id", "membantah"),
        ("The bank did not deny the losses.", "en", "not deny"),
        ("The mayor denied the report.", "en", "denied"),
        ("Der Minister bestreitet den Vorwurf.", "de", "bestreitet"),
    ],
)
def test_what_denies_is_found_with_what_turns_it_round(text: str, language: str, word: str) -> None:
    assert max(words(text, language), key=lambda one: words(text, language)[one]) == word


def test_a_hedge_says_more_than_a_verb_of_speech() -> None:
    found = words("The driver allegedly fled, police said.", "en")
    assert found["allegedly"] > found["said"]


def test_a_denial_and_its_negation_are_not_the_same_cue() -> None:
    one, other = (case_words(text, Span(0, len(text)), "id") for text in ("Ia menampik.", "Ia tidak menampik."))
    assert one.shared(other) == {}
    assert search_words(one) == search_words(other) == ["menampik"]


def test_without_cues_the_words_that_tell_most_count() -> None:
    found = case_words("The bridge of the old town has a new bridge toll.", Span(0, 49), "en")
    assert not found.cues
    assert "toll" in found.weights
    assert "the" not in found.weights
    assert found.weights["bridge"] < found.weights["toll"]


def test_cues_are_not_held_against_other_words() -> None:
    one, other = (case_words(text, Span(0, len(text)), "en") for text in ("The toll rises.", "The mayor denied it."))
    assert one.cues != other.cues
    assert one.shared(other) == other.shared(one) == {}


def test_the_sentences_that_a_passage_touches() -> None:
    tiles = [Span(0, 10), Span(10, 20), Span(20, 30)]
    assert sentences_around(tiles, Span(12, 14)) == Span(10, 20)
    assert sentences_around(tiles, Span(9, 21)) == Span(0, 30)
    assert sentences_around([], Span(3, 4)) == Span(3, 4)


@given(st.text(max_size=200), st.sampled_from(["", "xx", *known_languages()]))
def test_any_text_has_words_that_can_be_looked_for(text: str, language: str) -> None:
    found = case_words(text, Span(0, len(text)), language)
    assert len(search_words(found)) <= 12
    assert all(weight > 0 for weight in found.weights.values())
    assert found.shared(found) == found.weights
