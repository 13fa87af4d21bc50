"""Negations near a word, in its clause."""

import pytest

from annotator.core.cue_negation import is_negated
from annotator.core.cue_phrases import tokens_of
from annotator.core.spans import Span
from annotator.core.stance_words import denial_words


@pytest.mark.parametrize(
    ("language", "text", "word", "negated"),
    [
        ("en", "he did not deny it", "deny", True),
        ("en", "he did not at once deny it", "deny", True),
        ("en", "he did not so much as think to deny it", "deny", False),
        ("en", "he is not guilty and denied it", "denied", False),
        ("en", "he was not there, denied it", "denied", False),
        ("en", "refused to confirm or deny it", "deny", True),
        ("en", "he denied it, not her", "denied", False),
        ("de", "er bestritt das nicht", "bestritt", True),
        ("de", "er bestritt, dass er nicht kam", "bestritt", False),
        ("id", "ia tidak membantah", "membantah", True),
        ("hi", "उन्होंने खंडन नहीं किया", "खंडन", True),
        ("mt", "he did not deny it", "deny", False),
    ],
)
def test_a_word_is_negated_in_its_clause(language: str, text: str, word: str, negated: bool) -> None:
    tokens = tokens_of(text, Span(0, len(text)))
    at = [token.word for token in tokens].index(word)
    assert is_negated(tokens, at, at + 1, denial_words(language)) is negated
