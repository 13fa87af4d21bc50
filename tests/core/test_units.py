"""Articles in parts: every annotation whole, its words as they were, and a way back home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, slices, unfaithful
from annotator.core.losses import Fitted, Loss
from annotator.core.selection import Unit
from annotator.core.spans import Span
from annotator.core.units import parts
from tests.formats.exchanged import articles

TEXT = "Satu dua. 😀 Tiga empat. Lima enam. Tujuh."
SENTENCES = (Span(0, 9), Span(10, 23), Span(24, 34), Span(35, 41))


def article(*spans: tuple[int, int], links: tuple[ExchangedLink, ...] = ()) -> ExchangedArticle:
    annotations = tuple(ExchangedAnnotation(str(at), "claim", (Span(*one),)) for at, one in enumerate(spans))
    return ExchangedArticle("art", TEXT, sentences=SENTENCES, annotations=annotations, links=links)


def test_a_sentence_stands_with_those_around_it() -> None:
    found = list(parts(article((12, 16)), Unit.SENTENCE, 1))
    assert [one.article.key for one in found] == ["art#s1", "art#s2", "art#s3", "art#s4"]
    assert [one.article.text for one in found] == [TEXT[:23], TEXT[:34], TEXT[10:], TEXT[24:]]
    assert [one.own for one in found] == [frozenset(), frozenset({"0"}), frozenset(), frozenset()]
    assert [len(one.article.annotations) for one in found] == [1, 1, 1, 0]
    assert [one.article.sentences for one in found][3] == (Span(0, 10), Span(11, 17))


def test_without_negatives_only_sentences_with_something_are_there() -> None:
    (one,) = parts(article((12, 16)), Unit.SENTENCE, 0, negatives=False)
    assert (one.article.key, one.article.text, slices(one.article, one.article.annotations[0])) == (
        "art#s2",
        TEXT[10:23],
        ("Tiga",),
    )


def test_what_runs_across_sentences_keeps_them_together() -> None:
    found = list(parts(article((12, 28), (35, 40)), Unit.SENTENCE, 0))
    assert [(one.article.key, one.article.text) for one in found] == [
        ("art#s1", TEXT[:9]),
        ("art#s2", TEXT[10:34]),
        ("art#s4", TEXT[35:]),
    ]


def test_a_span_stands_alone_with_what_lies_in_it() -> None:
    found = list(parts(article((10, 23), (12, 16), (35, 40)), Unit.SPAN, 3))
    assert [one.article.key for one in found] == ["art#a0", "art#a1", "art#a2"]
    assert [one.article.text for one in found] == [TEXT[10:23], "Tiga", "Tujuh"]
    assert [len(one.article.annotations) for one in found] == [2, 1, 1]


def test_links_lead_to_the_part_that_the_other_end_is_in_and_nowhere_else() -> None:
    links = (
        ExchangedLink("denies", "0", "1"),
        ExchangedLink("denies", "0", "2"),
        ExchangedLink("denies", "0", "9", to_article="other"),
    )
    there = article((0, 4), (5, 8), (35, 40), links=links)
    found = list(parts(there, Unit.SENTENCE, 1))
    assert [(one.to_key, one.to_article) for one in found[0].article.links] == [("1", ""), ("2", "art#s4")]
    assert [(one.to_key, one.to_article) for one in found[1].article.links] == [("1", "")]
    assert [one.lost for one in found] == [
        (Loss("art", "0", "link denies", "It leads to another article, and of articles only parts go out."),),
        (),
        (),
        (),
    ]


def test_what_a_format_loses_is_said_once_and_of_the_article() -> None:
    middle = list(parts(article((0, 4), (12, 16)), Unit.SENTENCE, 1))[1]
    lost = (Loss("art#s2", "0", "note", ""), Loss("art#s2", "1", "note", ""), Loss("art#s2", "", "text", ""))
    told = middle.told_of(Fitted(middle.article, lost)).lost
    assert [(one.article, one.annotation) for one in told] == [("art", "1"), ("art", "")]


def test_a_piece_that_is_left_out_is_told_of_its_annotation() -> None:
    whole = ExchangedArticle("art", "abcdef", annotations=(ExchangedAnnotation("a-1", "claim", (Span(0, 1),)),))
    (part,) = parts(whole, Unit.ARTICLE)
    lost = (Loss("art", "a-1", "note", ""), Loss("art", "a-1-2", "note", ""), Loss("art", "a-1-2", "span", "why"))
    assert part.told_of(Fitted(whole, lost)).lost == (Loss("art", "a-1", "note", ""), Loss("art", "a-1", "span", "why"))
    assert part.told_of(Fitted(whole, (Loss("art", "b-2", "span", ""),))).lost == ()


def test_the_way_home_goes_through_what_was_cut_before() -> None:
    cut = ExchangedArticle(
        "art", "abc\ndef", sentences=(Span(0, 3), Span(4, 7)), kept=(Span(5, 8), Span(10, 14)), text_sha256="x"
    )
    assert [one.article.kept for one in parts(cut, Unit.SENTENCE, 0)] == [(Span(5, 8),), (Span(11, 14),)]
    assert next(one.article.kept for one in parts(cut, Unit.SENTENCE, 1)) == (Span(5, 8), Span(10, 14))


@pytest.mark.parametrize("unit", Unit)
@given(articles(), st.integers(0, 3))
def test_every_annotation_is_the_own_one_of_a_part_and_whole(unit: Unit, there: ExchangedArticle, context: int) -> None:
    own: list[str] = []
    for part in parts(there, unit, context):
        assert unfaithful(part.article) is None
        own += part.own
        known = {one.key: slices(there, one) for one in there.annotations}
        assert all(slices(part.article, one) == known[one.key] for one in part.article.annotations)
        assert part.own <= {one.key for one in part.article.annotations}
        if not there.kept and unit is not Unit.ARTICLE:
            assert "".join(there.text[slice(*stretch)] for stretch in part.article.kept) == part.article.text
        assert len({one.key for one in part.article.annotations}) == len(part.article.annotations)
    assert sorted(own) == sorted(one.key for one in there.annotations)
