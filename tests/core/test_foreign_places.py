"""Places of another tool's text in ours."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.foreign_places import CUTS, EMPTY, NO_PLACE, OTHER_WORDS, OUTSIDE, OVERLAPS, Places, normalised
from annotator.core.spans import Span
from tests.formats.exchanged import TEXT, articles, minister


def one(*segments: tuple[int, int], texts: tuple[str, ...] = ()) -> ExchangedAnnotation:
    return ExchangedAnnotation("k", "claim", tuple(Span(*pair) for pair in segments), texts=texts)


@pytest.mark.parametrize(
    ("annotation", "why"),
    [
        (one((15, 99)), OUTSIDE),
        (one((-1, 4)), OUTSIDE),
        (one((4, 4)), EMPTY),
        (one(), EMPTY),
        (one((0, 6), (5, 9)), OVERLAPS),
        (one((5, 9), (0, 4)), OVERLAPS),
        (one((0, 4), texts=("Kota",)), OTHER_WORDS),
        (one((0, 4), texts=("Kata",)), ""),
        (one((0, 4), (5, 12), texts=("Kata  Menteri", "")), ""),
    ],
)
def test_in_the_same_text_a_place_is_kept_or_says_why_it_is_none(annotation: ExchangedAnnotation, why: str) -> None:
    placed = Places(ExchangedArticle("a", TEXT), TEXT).place(annotation)
    assert (placed.why, placed.segments) == (why, () if why else annotation.segments)


def test_a_character_is_not_cut() -> None:
    text = "Ini cafe\u0301 baru."
    assert Places(ExchangedArticle("a", text), text).place(one((4, 8))).why == CUTS


def test_what_was_cut_out_of_ours_leads_back_exactly() -> None:
    text = "IKLAN\nHarga naik. BACA JUGA Harga turun."
    cut = ExchangedArticle("a", "Harga naik. Harga turun.", kept=(Span(6, 18), Span(28, 40)))
    places = Places(cut, text)
    assert places.place(one((0, 5))).segments == ((6, 11),)
    assert places.place(one((12, 23))).segments == ((28, 39),)
    assert places.place(one((6, 17))).segments == ((12, 18), (28, 33)), "one that runs over a cut comes in pieces"
    assert places.likeness == 1
    assert places.mark(Span(0, 11)) == (6, 17)
    assert Places(replace(cut, kept=()), text, [cut.kept]).place(one((12, 23))).segments == ((28, 39),)


def test_a_blank_end_makes_no_other_text() -> None:
    ours = "Harga naik. Harga turun."
    places = Places(ExchangedArticle("a", f"{ours}\n \n"), ours)
    assert (places.is_exact, places.likeness) == (True, 1)
    placed = places.place(one((12, 27)))
    assert (placed.segments, placed.sure) == (((12, 24),), True)
    assert places.place(one((0, 5), (24, 26))).segments == ((0, 5),)
    assert places.place(one((24, 25))).why == NO_PLACE
    assert places.place(one((12, 28))).why == OUTSIDE
    assert (places.mark(Span(12, 25)), places.mark(Span(24, 27))) == ((12, 24), None)
    longer = Places(ExchangedArticle("a", f"{ours} Lagi."), ours)
    assert (longer.is_same, Places(ExchangedArticle("a", " "), "").is_same) == (False, False)


def test_another_text_is_anchored() -> None:
    old = "Harga beras turun sejak Januari, kata menteri. Pedagang membantah hal itu kemarin di pasar."
    new = "PEMBARUAN. Harga beras turun sejak Januari, kata menteri. Pedagang keras membantah hal itu di pasar Cirebon."
    places = Places(ExchangedArticle("a", old), new)
    kept = places.place(one((0, 31)))
    assert new[slice(*kept.segments[0])] == old[0:31]
    assert kept.sure
    reworded = places.place(one((47, 90)))
    assert reworded.segments
    assert not reworded.sure
    assert places.is_same_story
    assert places.mark(Span(0, 46)) is not None
    other = Places(ExchangedArticle("a", "Sepak bola: dua gol pada menit akhir."), new)
    assert not other.is_same_story
    assert other.place(one((0, 10))).why == NO_PLACE


def test_without_a_text_the_words_say_where() -> None:
    places = Places(ExchangedArticle("a", ""), TEXT)
    assert places.place(one((37, 55), texts=("Pedagang membantah",))).segments == ((37, 55),)
    assert places.place(one((38, 56), texts=("Pedagang membantah",))).segments == ((37, 55),)
    assert places.place(one((0, 5), texts=("Harga",))).segments == ((15, 20),)
    assert places.place(one((0, 4), texts=("Kota",))).why == NO_PLACE
    assert places.place(one((0, 4))).segments == ((0, 4),)
    assert not places.place(one((900, 901), texts=("a",))).sure, "it stands in several places"
    assert places.mark(Span(0, 4)) is None


def test_without_a_text_no_white_space_is_taken_that_the_words_do_not_have() -> None:
    """A place that counts an emoji as two characters ends in the space behind it."""
    places = Places(ExchangedArticle("a", ""), TEXT)
    assert places.place(one((35, 37), texts=("😀",))).segments == ((35, 36),)
    assert places.place(one((34, 37), texts=("😀",))).segments == ((35, 36),)
    assert places.place(one((35, 37), texts=("😀 ",))).segments == ((35, 37),)
    assert places.place(one((4, 5), (5, 12), texts=("", "Menteri"))).segments == ((4, 5), (5, 12))


def test_without_a_text_places_may_be_those_of_what_was_kept() -> None:
    article = ExchangedArticle("a", "", kept=(Span(6, 18), Span(28, 40)))
    text = "IKLAN\nHarga naik. BACA JUGA Harga turun."
    assert Places(article, text).place(one((12, 17), texts=("Harga",))).segments == ((28, 33),)


def test_line_ends_and_the_mark_of_the_byte_order_are_taken_out() -> None:
    article = ExchangedArticle(
        "a", "\ufeffSatu.\r\nDua.\rTiga \ud83d\ude00.", annotations=(one((8, 11), texts=("Dua",)),), marks=(Span(1, 6),)
    )
    clean = normalised(article)
    assert clean.text == "Satu.\nDua.\nTiga 😀."
    assert clean.annotations[0].segments == ((6, 9),)
    assert clean.marks == ((0, 5),)
    assert normalised(clean) is clean


@given(articles(), st.booleans())
def test_carriage_returns_move_no_word(article: ExchangedArticle, marked: bool) -> None:
    """Whatever an article is, with the line ends of Windows it comes back as it was."""
    before = "\ufeff" if marked else ""

    def moved(at: int) -> int:
        return len(before) + at + article.text.count("\n", 0, at)

    annotations = tuple(
        replace(each, segments=tuple(Span(moved(start), moved(end)) for start, end in each.segments))
        for each in article.annotations
    )
    text = before + article.text.replace("\n", "\r\n")
    back = normalised(replace(article, text=text, annotations=annotations, sentences=(), marks=()))
    assert back.text == article.text
    assert [each.segments for each in back.annotations] == [each.segments for each in article.annotations]


@given(articles())
def test_every_annotation_of_ours_is_placed_where_it_was(article: ExchangedArticle) -> None:
    places = Places(article, article.text)
    assert [places.place(each).segments for each in article.annotations] == [
        each.segments for each in article.annotations
    ]


def test_the_first_article_needs_nothing() -> None:
    assert normalised(minister()) == minister()
