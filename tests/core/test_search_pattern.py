"""Expressions find what they say, and none of them takes for ever."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_pattern import LONGEST_PATTERN, SECONDS_AN_ARTICLE, search_pattern
from annotator.errors import PatternTooSlow, UnusablePattern

TEXT = "Harga naik 12 persen.\nMenteri berkata: “Harga turun 7,5 %”, ujarnya.\nקמץ ГОРОД 北京市\n"


def found(pattern: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in search_pattern(pattern).places(text)]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("harga", ["Harga", "Harga"]),
        (r"\d+(?:,\d+)? (?:persen|%)", ["12 persen", "7,5 %"]),
        (r"“[^”]+”", ["“Harga turun 7,5 %”"]),
        (r"^\w+", ["Harga", "Menteri", "קמץ"]),
        (r"(naik|turun) (?=7)", ["turun "]),
        (r"(?-i:h)arga", []),
        ("город", ["ГОРОД"]),
        ("北.", ["北京"]),
        (r"\p{Lu}{7,}", ["Menteri", "berkata", "ujarnya"]),
        (r"[א-ת]{2,}", ["קמץ"]),
        (r"[]\[]", []),
        ("x*", []),
        (r"r+?g?", ["rg", "r", "r", "r", "rg", "r", "r"]),
        (r"nai?k{1}", ["naik"]),
    ],
)
def test_what_is_found(pattern: str, words: list[str]) -> None:
    assert found(pattern) == words


def test_no_more_than_is_asked_for() -> None:
    assert len(search_pattern("a").places("a" * 100, most=7)) == 7


@pytest.mark.parametrize(
    "pattern",
    [
        "", "   ", "(", ")", "a)", "(a", "[a", "*a", "a**", "a++", "a{2}{3}", "a{", "a{x}", "a{e<=2}", "|*", "(?P<n>a)",
        "(?>a)", "(?R)", "(?1)", "(a)\\1", "(?(1)a|b)", "(?|a|b)", "(*FAIL)", "(?#x)a", "\\L<n>", "\\K", "\\g<1>",
        "[\\1]", "\\N{DIGIT ONE}", "[[:alpha:]]", "\\", "[z-a]", "\\p{Nosuch}", "a{3,2}",
        "a" * (LONGEST_PATTERN + 1), "(" * 30 + "a" + ")" * 30,
        "(?:a{1000}){1000}", "(?:(?:(?:a?){500}){500}){500}b", "(?:.?){9999}", "x{0,9999}", "(?i)a",
    ],
)  # fmt: skip
def test_what_is_refused_in_a_sentence(pattern: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(UnusablePattern, match=r"^[A-Z“].*[.*]$"):
        search_pattern(pattern)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize("pattern", [r"(?:a|aa)+$", r"(?:\w|\s)*(?<!\s)Q", r"\bq?(?:[^ ]+ )+zzz"])
def test_an_article_costs_no_more_than_its_time(pattern: str) -> None:
    text = "a" * 60 + "b" + "the minister said " * 20_000 + " Q"
    begun = time.perf_counter()
    with pytest.raises(PatternTooSlow, match="takes too long"):
        search_pattern(pattern).places(text)
    assert time.perf_counter() - begun < 6 * SECONDS_AN_ARTICLE


@given(st.text("ab(|)*+?{}12,[]^$\\.wdb:=!-<i ", max_size=40))
def test_whatever_is_typed_is_searched_with_or_refused(written: str) -> None:
    try:
        places = search_pattern(written).places("abba ab1 {2}\n(b)")
    except UnusablePattern:
        return
    assert all(start < end for start, end in places)
    assert places == sorted(places)
