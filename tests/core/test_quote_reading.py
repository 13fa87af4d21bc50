"""Where clauses end."""

import pytest

from annotator.core.languages import read_language
from annotator.core.quote_reading import Reading
from annotator.core.quote_words import cut_words, word_pattern


def reading(text: str, language: str = "en") -> Reading:
    cues = read_language(language).reporting
    return Reading(cut_words(text, 0, len(text), (), word_pattern(cues)), cues)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("she said it was late.", "it was late"),
        ("she said it was late, and added that he left.", "it was late"),
        ("she said it was late and added that he left.", "it was late"),
        ("she said it was late (she says) again.", "it was late (she says) again"),
        ("(she said it was late) and he left.", "it was late"),
        ("she said it was late; he left.", "it was late"),
        ("she said it was late and the claim was false.", "it was late and the claim was false"),
    ],
)
def test_a_clause_ends_with_the_sentence_or_before_another_verb_of_speech(text: str, expected: str) -> None:
    one = reading(text)
    start = one.keys.index("it")
    assert text[slice(*one.words.span(start, one.clause_end(start) - 1))] == expected


def test_times_after_a_verb_are_passed_over() -> None:
    one = reading("Lim said on Friday in Rome he was late.")
    assert one.keys[one.skip_times(1)] == "he"
    assert one.skip_times(6) == 7
    assert reading("he said on Friday.").skip_times(1) == 4


def test_signs_at_the_end_are_no_words() -> None:
    assert reading("Late, she said …").end == 4
    assert reading("...").end == 0


def test_a_report_needs_words() -> None:
    one = reading("Lim said that.")
    assert one.report(1, 2, 3, "that") is None
    assert one.report(1, 3, 3, "clause") is None
    assert one.report(1, 9, 12, "clause") is None
