"""What was typed is found in the text as it is, and nothing else is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_match import by_part, holds, stretches
from annotator.core.search_query import every_part, parse
from annotator.core.search_terms import spelling, terms
from annotator.core.spans import is_boundary


def found(typed: str, text: str, folded: bool = False) -> list[str]:
    return [text[start:end] for start, end in stretches(text, every_part(parse(typed)), folded=folded)]


@pytest.mark.parametrize(
    ("typed", "text", "there"),
    [
        ("harga", "Harga, hargai HARGA-nya seharga", ["Harga", "HARGA"]),
        ("harg*", "Harga, hargai seharga", ["Harga", "hargai"]),
        ('"harga beras"', "harga beras; Harga\nBeras, harga: “beras” hargaberas harga x beras", None),
        ("don't", "Don’t, dont, don t", ["Don’t", "don t"]),
        ("u.s.", "the U.S. and us", ["U.S"]),
        ("1,200", "1.200 or 1,200 or 11,200", ["1.200", "1,200"]),
        ("café", "Cafe\u0301 CAFÉ cafe", ["Cafe\u0301", "CAFÉ"]),
        ("cafe", "Cafe\u0301 CAFÉ cafe", ["cafe"]),
        ("straße", "Straße STRASSE", ["Straße"]),
        ("istanbul", "İSTANBUL Istanbul", ["İSTANBUL", "Istanbul"]),
        ("ΟΔΟΣ", "οδοσ οδος οδός", ["οδοσ", "οδος"]),
        ("محمد", "قال مُحَمَّد.", ["مُحَمَّد"]),
        ("北京", "在北京市, 北\n京, 北、京, 京北", ["北京", "北\n京"]),
        ("covid疫情", "新COVID疫情", ["COVID疫情"]),
        ("疫情", "COVID疫情", ["疫情"]),
        ("정부", "정부는 새정부", ["정부", "정부"]),
        ("กิน", "ไปกินข้าว", ["กิน"]),
        ("ก", "กิน กน", ["ก"]),
        ("क", "की क", ["क"]),
        ('"क और"', "कि और, क और", ["क और"]),
        ("co-operate", "co\u00adoperate co-operate", ["co-operate"]),
        ("cooperate", "co\u00adoperate co-operate", ["co\u00adoperate"]),
        ("first", "The ﬁrst 2", ["ﬁrst"]),
        ("harga OR beras", "harga, beras", ["harga", "beras"]),
    ],
)
def test_what_stands_there_is_found(typed: str, text: str, there: list[str] | None) -> None:
    assert found(typed, text) == (there or ["harga beras", "Harga\nBeras", "harga: “beras"])


@pytest.mark.parametrize(
    ("typed", "text", "there"),
    [
        ("cafe", "Cafe\u0301 CAFÉ cafe", ["Cafe\u0301", "CAFÉ", "cafe"]),
        ("Café", "cafe", ["cafe"]),
        ("strasse", "die Straße", ["Straße"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("احمد", "أحمد", ["أحمد"]),
        ("ha", "ﬁha hé", []),
    ],
)
def test_accents_do_not_matter_when_asked(typed: str, text: str, there: list[str]) -> None:
    assert found(typed, text, folded=True) == there


def test_overlapping_finds_are_one_and_each_part_has_its_own() -> None:
    text, parts = "harga beras naik", list(every_part(parse('"harga beras" "beras naik"')))
    assert stretches(text, parts, folded=False) == [(0, 16)]
    assert by_part(spelling(text, folded=False), parts, folded=False) == [[(0, 11)], [(6, 16)]]


def test_only_as_many_as_are_asked_for() -> None:
    assert len(stretches("harga " * 9, every_part(parse("harga")), folded=False, most=4)) == 4


def test_there_or_not() -> None:
    (part,) = every_part(parse("cafe"))
    assert holds(spelling("Café", folded=True), part, folded=True)
    assert not holds(spelling("Café", folded=False), part, folded=False)


LETTERS = st.text("abéÉe\u0301ßﬃİ -’.\n北กิ्कयिमُأ", max_size=30)


@given(LETTERS, LETTERS, LETTERS, st.booleans())
def test_what_is_found_has_the_terms_that_the_index_is_asked_for(
    before: str, typed: str, after: str, folded: bool
) -> None:
    text = f"{before} {typed} {after}"
    for part in every_part(parse(f'"{typed}"')):
        for start, end in stretches(text, [part], folded=folded):
            inside = terms(unicodedata.normalize("NFC", text[start:end]))
            assert all(term in " ".join(inside) for term in part.terms)
            assert 0 <= start < end <= len(text)


@given(st.lists(st.text("abcdé", min_size=1, max_size=4), min_size=1, max_size=8, unique=True), st.data())
def test_every_word_and_every_run_of_words_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    start = len(" ".join(words[:first])) + (first > 0)
    typed = " ".join(words[first:last])
    spans = stretches(text, every_part(parse(f'"{typed}"')), folded=False)
    assert any(span[0] <= start and start + len(typed) <= span[1] for span in spans)
    assert all(is_boundary(text, at) for span in spans for at in span)
