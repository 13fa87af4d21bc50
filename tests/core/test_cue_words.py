"""The words that report speech, read from a language's file."""

from annotator.core.cue_words import cue_words


def test_words_and_phrases_are_taken_apart() -> None:
    found = cue_words({"verbs": "says\n said", "before": ["according to"], "clause": "bare"})
    assert found.verbs == {"says", "said"}
    assert found.before == (("according", "to"),)
    assert found.clause == "bare"


def test_a_language_that_lists_none_has_none() -> None:
    found = cue_words({})
    assert not found.verbs
    assert not found.before
    assert found.clause == "that"
    assert found.spaced


def test_what_is_written_together_with_a_verb_is_known_with_and_without() -> None:
    found = cue_words({"verbs": "قال", "proclitics": "و ف"})
    assert found.verbs == {"قال", "وقال", "فقال"}
