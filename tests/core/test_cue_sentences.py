"""Sentences as the rules for denials and claims read them."""

import pytest

from annotator.core.cue_phrases import Phrases
from annotator.core.cue_sentences import CueSentence, clause_around, cue_sentences, part_around
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion


def the(text: str) -> CueSentence:
    (sentence,) = cue_sentences(text, "en", ())
    return sentence


def test_a_sentence_knows_who_is_reported_in_it() -> None:
    text = "Rain fell. “We saw it,” said Lim. “Wet.”"
    lim = Suggestion("quote", (Span(11, 23), Span(34, 40)), "cues", "marks", source=Span(29, 32))
    scare = Suggestion("quote", (Span(34, 40),), "cues", "marks")
    rain, lims, wet = cue_sentences(text, "en", [lim, scare])
    assert not rain.is_said
    assert lims.report is wet.report is lim
    assert [token.word for token in rain.tokens] == ["rain", "fell"]
    assert not any(one.is_said for one in cue_sentences(text, "en", [scare]))


def test_what_has_no_words_or_far_too_many_is_left_out() -> None:
    assert cue_sentences("…\n\n", "en", ()) == []
    assert cue_sentences("word " * 2000, "en", ()) == []


def test_a_clause_ends_at_commas() -> None:
    sentence = the("In May, she denied it, he said.")
    assert clause_around(sentence, 3, 4) == (2, 5)
    assert clause_around(sentence, 0, 1) == (0, 2)


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("She denied it.", "denied", "She denied it."),
        ("He denied the theft but admitted the visit.", "denied", "He denied the theft"),
        ("He admitted the visit, but denied the theft.", "denied", "but denied the theft."),
        ("But he denied it.", "denied", "But he denied it."),
        ("Prices rose; she denied it; nobody cared.", "denied", "she denied it"),
        ("Prices rose – she denied it.", "denied", "she denied it."),
        ("He denied “theft, but not fraud” but left.", "denied", "He denied “theft, but not fraud” but left."),
    ],
)
def test_a_part_ends_where_something_else_begins(text: str, word: str, part: str) -> None:
    sentence = the(text)
    at = [token.word for token in sentence.tokens].index(word)
    assert text[slice(*part_around(text, sentence, at, at + 1, Phrases(["but"])))] == part
