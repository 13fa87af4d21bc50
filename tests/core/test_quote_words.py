"""Words of a sentence, with a quotation as one of them."""

from annotator.core.languages import read_language
from annotator.core.quote_words import QUOTED, cut_words, word_pattern
from annotator.core.spans import Span


def keys(text: str, language: str, *quotations: Span) -> list[str]:
    return cut_words(text, 0, len(text), quotations, word_pattern(read_language(language).reporting)).keys


def test_a_quotation_is_one_word_and_everything_else_is_small() -> None:
    text = "Lim said “Go now” at 12:30."
    assert keys(text, "en", Span(9, 17)) == ["lim", "said", QUOTED, "at", "12:30", "."]


def test_apostrophes_join_words_and_are_written_alike() -> None:
    assert keys("L’été qu'il a dit-il", "fr") == ["l'été", "qu'il", "a", "dit-il"]


def test_a_stop_inside_of_a_sentence_belongs_to_the_word_before_it() -> None:
    assert keys("He met Dr. Lim, P.T. Tbk. Ltd., Mr. Ng.", "en") == [
        "he", "met", "dr.", "lim", ",", "p.t.", "tbk.", "ltd", ".", ",", "mr.", "ng", ".",
    ]  # fmt: skip


def test_vowel_signs_belong_to_their_word() -> None:
    assert keys("मंत्री ने कहा कि।", "hi") == ["मंत्री", "ने", "कहा", "कि", "।"]


def test_without_spaces_a_cue_is_a_word_and_a_word_that_holds_one_is_not() -> None:
    assert keys("他表示，小说", "zh") == ["他", "表示", "，", "小说"]


def test_a_verb_is_found_behind_a_hyphen_and_an_apostrophe() -> None:
    text = "dit-il qu’il"
    words = cut_words(text, 0, len(text), (), word_pattern(read_language("fr").reporting))
    assert words.is_in(0, {"dit"})
    assert words.is_in(1, {"qu'"})
    assert words.is_in(1, {"il"})
    assert not words.is_in(1, {"dit"})
    assert words.places(frozenset()) == [0, 1]
    assert words.span(0, 1) == Span(0, len(text))
    assert not words.capital(0)


def test_small_letters_that_are_longer_than_their_capital_move_nothing() -> None:
    text = "İ said"
    words = cut_words(text, 0, len(text), (), word_pattern(read_language("en").reporting))
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == ["İ", "said"]


def test_nothing_holds_no_words() -> None:
    assert keys("", "en") == []
