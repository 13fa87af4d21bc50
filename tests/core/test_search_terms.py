"""Texts are cut into the terms they are found by, and spelt plainly without losing their places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_terms import indexed, is_of_word, is_single, spelling, terms

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NEWS_TEXT = st.text("aeEßæﬃÉé\u0301\u0308 -’.İIıŁσςΣمُـّأیに゙が北กิ\u200c정가\u00ad\n2½", max_size=40)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harga beras, naik", ["harga", "beras", "naik"]),
        ("Don’t re-open l’école_2", ["don", "t", "re", "open", "l", "ecole", "2"]),
        ("Łódź Straße Ærø Þór", ["lodz", "strasse", "aero", "thor"]),
        ("İSTANBUL Istanbul ıstanbul", ["istanbul"] * 3),
        ("e\u0301te\u0301 ﬁrst １２ co\u00adoperate", ["ete", "first", "12", "cooperate"]),
        ("ΟΔΌΣ οδός", ["οδοσ", "οδοσ"]),
        ("ёлка", ["елка"]),
        ("مُحَمَّد أحمد إلى مـــن گفتۀ کی", ["محمد", "احمد", "الي", "من", "گفته", "كي"]),
        ("می\u200cشود", ["ميشود"]),
        ("שָׁלוֹם", ["שלום"]),
        ("東京都の石破首相", list("東京都の石破首相")),
        ("ガが カ\u3099", ["ガ", "が", "ガ"]),
        ("ｶﾞ", ["カ", "゙"]),
        ("정부는", ["정", "부", "는"]),
        ("กินข้าว", list("กินข้าว")),
        ("कीर्ति का", ["कीर्ति", "का"]),
        ("…—“”?!", []),
    ],
)
def test_terms_are_what_people_search(text: str, found: list[str]) -> None:
    assert terms(text) == found


@given(ANY_TEXT)
def test_terms_hold_word_characters_only_and_fold_to_themselves(text: str) -> None:
    found = terms(text)
    assert all(is_of_word(letter) for term in found for letter in term)
    assert all(len(term) == 1 for term in found if any(map(is_single, term)))
    assert terms(" ".join(found)) == found


@given(ANY_TEXT, ANY_TEXT)
def test_a_space_parts_terms(one: str, other: str) -> None:
    assert terms(f"{one} {other}") == terms(one) + terms(other)


@given(st.text("áéíóúñçàèìòùâêîôûäëïöüÿžščćđ", max_size=30))
def test_accents_do_not_matter_to_terms_however_they_are_written(text: str) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("đ", "d")
    assert terms(text) == terms(unicodedata.normalize("NFD", text)) == terms(text.upper()) == terms(bare)


def test_many_different_letters_are_replaced_at_once() -> None:
    alphabet = "".join(chr(number) for number in range(0x3B1, 0x450))
    assert terms(" ".join(alphabet)) == [term for letter in alphabet for term in terms(letter)]
    assert spelling(alphabet.upper(), folded=False).letters == "".join(
        spelling(letter, folded=False).letters for letter in alphabet.upper()
    )


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Harga naik!", "harga naik "),
        ("Harga — naik", "harga   naik"),
        ("Café", "cafe é"),
        ("Cafe\u0301", "cafe é"),
        ("أخبار", "اخبار é"),
        ("خبر", "خبر"),
    ],
)
def test_the_index_is_told_where_accents_may_make_a_difference(text: str, given: str) -> None:
    assert indexed(text) == given


# Spelling


@pytest.mark.parametrize(
    ("text", "plain", "folded"),
    [
        ("Café Straße", "café straße", "cafe strasse"),
        ("CAFE\u0301", "café", "cafe"),
        ("ﬁRST — “İI”", "first — “ii”", "first — “ii”"),
        ("مُحَمَّد أ", "محمد أ", "محمد ا"),
        ("Łódź_1", "łódź_1", "lodz_1"),
    ],
)
def test_a_text_can_be_spelt_plainly_and_folded(text: str, plain: str, folded: str) -> None:
    assert spelling(text, folded=False).letters == plain
    assert spelling(text, folded=True).letters == folded


@given(NEWS_TEXT, st.booleans())
def test_stretches_lead_back_in_order_and_leave_nothing_out(text: str, folded: bool) -> None:
    spelt = spelling(text, folded=folded)
    spans = [spelt.span(at, at + 1) for at in range(len(spelt.letters))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spelt.span(len(spelt.letters), len(spelt.letters)).end_char == len(text)


@given(NEWS_TEXT, st.booleans(), st.data())
def test_a_stretch_is_spelt_as_the_letters_it_was_found_by(text: str, folded: bool, data: st.DataObject) -> None:
    spelt = spelling(text, folded=folded)
    if spelt.letters:
        start = data.draw(st.integers(0, len(spelt.letters) - 1))
        end = data.draw(st.integers(start + 1, len(spelt.letters)))
        first, last = spelt.span(start, end)
        assert spelt.letters[start:end] in spelling(text[first:last], folded=folded).letters


def test_a_stretch_inside_of_what_is_one_letter_is_that_letter() -> None:
    spelt = spelling("é½ﬃ!", folded=True)
    assert spelt.letters == "e1 2ffi!"
    assert spelt.span(3, 4) == (1, 2)
    assert spelt.span(5, 6) == (2, 3)
    assert spelt.span(5, 8) == (2, 4)
    assert spelt.span(0, 5) == (0, 3)


@given(NEWS_TEXT)
def test_what_is_the_same_plainly_has_the_same_terms(text: str) -> None:
    assert terms(spelling(text, folded=False).letters) == terms(text)
