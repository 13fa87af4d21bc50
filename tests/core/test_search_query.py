"""What is typed to search is understood, however little of it makes sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_query import LONGEST_QUERY, MOST_PARTS, Field, Part, Query, every_part, parse
from annotator.core.search_terms import terms


def words(query: Query) -> list[list[str]]:
    return [[" ".join(part.terms) + "*" * part.is_beginning for part in group] for group in query.wanted]


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("harga beras", [["harga"], ["beras"]]),
        ('"harga beras" naik', [["harga beras"], ["naik"]]),
        ("“harga beras” «naik lagi»", [["harga beras"], ["naik lagi"]]),
        ('"harga ber', [["harga ber"]]),
        ("ber*", [["ber*"]]),
        ('"harga ber"*', [["harga ber*"]]),
        ("harga OR beras naik", [["harga", "beras"], ["naik"]]),
        ("a|b | c", [["a", "b", "c"]]),
        ("harga or beras", [["harga"], ["or"], ["beras"]]),
        ("harga OR", [["harga"]]),
        ("OR harga", [["harga"]]),
        ("Oregon ORB", [["oregon"], ["orb"]]),
        ("well-known don't", [["well known"], ["don t"]]),
        ("https://a.example/b?c", [["https a example b c"]]),
        ("NEAR(a b) AND ^x {y}:z", [["near a"], ["b"], ["and"], ["x"], ["y z"]]),
        ("北京* 東京", [["北 京"], ["東 京"]]),
        ("… — !", []),
        ("", []),
        ('"', []),
        ("-", []),
        ("*", []),
    ],
)
def test_it_means_something(typed: str, understood: list[list[str]]) -> None:
    assert words(parse(typed)) == understood


def test_a_minus_leaves_out() -> None:
    query = parse('harga -beras -"naik lagi" – -')
    assert words(query) == [["harga"]]
    assert [part.terms for part in query.unwanted] == [("beras",), ("naik", "lagi")]
    assert parse("-beras").is_empty


def test_a_field_can_be_named() -> None:
    query = parse('title:harga source:"Koran Kita" NOTE:cek* -title:opini page:3')
    assert [(part.field, part.terms) for part in every_part(query)] == [
        (Field.TITLE, ("harga",)),
        (Field.SOURCE, ("koran", "kita")),
        (Field.NOTE, ("cek",)),
        (Field.ANYWHERE, ("page", "3")),
    ]
    assert query.unwanted == (Part("opini", ("opini",), Field.TITLE),)
    assert [group[0].terms for group in query.in_fields] == [("harga",), ("koran", "kita"), ("cek",)]
    assert [group[0].terms for group in query.anywhere] == [("page", "3")]
    assert parse("title:a OR b").anywhere == parse("title:a OR b").wanted


def test_what_was_typed_is_kept_for_comparing_with_the_text() -> None:
    assert [part.written for part in every_part(parse("Café “L’été”"))] == ["Café", "L’été"]


@given(st.text() | st.text('ab "“-*|:OR title北é', max_size=60))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    query = parse(typed)
    for part in (*every_part(query), *query.unwanted):
        assert part.terms == tuple(terms(part.written))
        assert part.terms
    assert len(query.wanted) <= MOST_PARTS


def test_a_query_that_is_a_whole_article_ends_somewhere() -> None:
    query = parse("kata lain " * 10_000)
    assert len(query.wanted) == MOST_PARTS
    assert len("".join(part.written for part in every_part(parse('"' + "kata lain " * 10_000)))) < LONGEST_QUERY
