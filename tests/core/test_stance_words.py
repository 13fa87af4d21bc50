"""Languages list how they deny and claim."""

import pytest

from annotator.core.cue_phrases import tokens_of
from annotator.core.language_schema import CLAIMS, DENIALS
from annotator.core.spans import Span
from annotator.core.stance_words import ClaimWords, DenialWords, claim_words, denial_words

TWELVE = ("id", "en", "de", "fr", "es", "pt", "it", "ru", "uk", "ar", "zh", "hi")


def test_every_key_of_the_tables_is_read() -> None:
    assert {*DenialWords._fields, "proclitics"} == {*DENIALS}
    assert {*ClaimWords._fields, "proclitics"} == {*CLAIMS}


@pytest.mark.parametrize("language", TWELVE)
def test_twelve_languages_have_what_their_rules_need(language: str) -> None:
    denials, claims = denial_words(language), claim_words(language)
    # Hindi negates behind the verb; what stands beside a verb is of use only where the subject stands before it.
    needed = {*DenialWords._fields} - {"late_negations", "beside"}
    assert [key for key in needed if not getattr(denials, key)] == []
    assert [key for key in {*ClaimWords._fields} - {"exceptions"} if not getattr(claims, key)] == []


def test_a_language_without_lists_has_empty_ones() -> None:
    assert not any(denial_words("mt"))
    assert not any(claim_words("mt"))


def test_what_is_written_together_with_a_word_is_known() -> None:
    text = "ونفى"
    assert denial_words("ar").verbs.first(tokens_of(text, Span(0, len(text))))
