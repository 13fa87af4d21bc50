"""What is said of passphrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.passphrases import Strength, strength_of

_ORDER = list(Strength)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", Strength.WEAK),
        ("a", Strength.WEAK),
        ("password", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("abcdefghijklmnopqrstuvwxyz", Strength.WEAK),
        ("bear bear bear bear bear", Strength.WEAK),
        ("three bears", Strength.WEAK),
        ("three bears wood", Strength.FAIR),
        ("three bears wood lantern", Strength.STRONG),
        ("tiga beruang hutan lampu sore", Strength.STRONG),
        ("森林里有三只大熊", Strength.STRONG),
        ("xK9!vQ2@pL7#", Strength.STRONG),
    ],
)
def test_words_that_do_not_belong_together_hold(typed: str, said: Strength) -> None:
    assert strength_of(typed) is said


@given(st.text(max_size=20), st.sampled_from(["lantern", "qzx", "橋"]))
def test_a_further_word_never_weakens(typed: str, word: str) -> None:
    assert _ORDER.index(strength_of(f"{typed} {word}")) >= _ORDER.index(strength_of(typed))
