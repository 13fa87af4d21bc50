"""Names of other scripts are spelt as somebody would type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.transliteration import is_latin, romanised, skeleton


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("Tira", "tira"),
        ("Доброхотова", "dobrokhotova"),
        ("Джамшид", "jamshid"),
        ("Юлия", "yuliya"),
        ("Ґалаган", "galagan"),
        ("Νίκανδρος", "nikandros"),
        ("Μπούρα", "boura"),
        ("جابر", "jabr"),
        ("أَنيس", "anys"),
        ("ברקת", "brkt"),
        ("अनीशा", "anisha"),
        ("वर्धन", "vardhan"),
        ("चंपा", "champa"),
        ("অনীশা", "anisha"),  # Bengali stands in the same order
        ("林小舟", "林小舟"),
    ],
)
def test_a_word_in_latin_letters(word: str, spelt: str) -> None:
    assert romanised(word) == spelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohammed", "محمد"),
        ("muhammad", "محمد"),
        ("khaled", "خالد"),
        ("gamal", "جمال"),
        ("walid", "وليد"),
        ("schukow", "Жуков"),
        ("zhukov", "Жуков"),
        ("christos", "Χρήστος"),
        ("hristos", "Χρήστος"),
        ("devle", "देवले"),
        ("yonah", "יונה"),
    ],
)
def test_what_countries_spell_differently_is_alike(one: str, other: str) -> None:
    assert skeleton(one).removesuffix("h") == skeleton(romanised(other)).removesuffix("h")


def test_what_is_not_alike_stays_so() -> None:
    spelt = {skeleton(name) for name in ("mohammed", "madina", "boris", "carlos", "nadia", "linus")}
    assert len(spelt) == 6


def test_which_words_need_no_other_spelling() -> None:
    assert is_latin("Müllick O’Drannel")
    assert is_latin("林小舟")
    assert not is_latin("Мария")


@given(st.text(max_size=30))
def test_any_text_has_a_spelling(text: str) -> None:
    assert isinstance(skeleton(romanised(text)), str)
