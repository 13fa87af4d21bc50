"""Words and letters are counted for the languages that they speak for."""

import pytest

from annotator.core.language_evidence import HAN, KANA, is_latin, unknown_to_langdetect, weigh
from annotator.core.languages import known_languages, read_language


def test_a_common_word_counts_for_each_language_that_has_it() -> None:
    evidence = weigh("bahwa kerana yang yang")
    assert evidence.words == 4
    assert evidence.words_of["id"] == 3
    assert evidence.words_of["ms"] == 3
    assert evidence.beside("id")["ms"] == 1
    assert evidence.beside("ms")["id"] == 1


@pytest.mark.parametrize("text", ["“bahwa”, (karena)", "bahwa—karena", "bahwa… karena!", "12bahwa34karena"])
def test_words_end_at_punctuation_and_digits(text: str) -> None:
    assert weigh(text).words_of["id"] == 2


def test_indian_words_keep_their_vowel_signs() -> None:
    assert weigh("में की है।").words_of["hi"] == 3


def test_letters_count_for_who_alone_writes_them() -> None:
    evidence = weigh("한국 漢字 かな ไทย abc")
    assert evidence.letters_of == {"ko": 2, HAN: 2, KANA: 2, "th": 3}
    assert evidence.letters == 12
    assert evidence.not_latin == 9


def test_nothing_is_counted_in_nothing() -> None:
    evidence = weigh("")
    assert (evidence.words, evidence.letters, evidence.words_of, evidence.letters_of) == (0, 0, {}, {})


@pytest.mark.parametrize(
    ("language", "latin"),
    [("id", True), ("vi", True), ("ru", False), ("ar", False), ("th", False), ("zh", False), ("ja", False)],
)
def test_who_writes_latin_letters(language: str, latin: bool) -> None:
    assert is_latin(language) is latin


def test_what_langdetect_takes_its_unknowns_for() -> None:
    assert "id" in unknown_to_langdetect()["ms"]
    assert "id" not in unknown_to_langdetect()


def test_common_words_are_in_small_letters_and_whole() -> None:
    for code in known_languages():
        words = read_language(code).identification.words
        assert all(word == word.lower() for word in words), code
        # What is written with an apostrophe in the text is two words when it is counted.
        assert all(weigh(word).words == 1 for word in words if "'" not in word and "-" not in word), code


def test_no_two_languages_claim_the_same_letters() -> None:
    claimed: dict[str, str] = {}
    for code in known_languages():
        letters = read_language(code).identification.letters
        for first, last in (letters[i : i + 3].split("-") for i in range(0, len(letters), 3)):
            for point in range(ord(first), ord(last) + 1):
                assert claimed.setdefault(chr(point), code) == code
