"""A text of words alone, and labels laid on it."""

from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, slices
from annotator.core.losses import Fitted
from annotator.core.spans import Span
from annotator.formats.conll_laying import fit_words, lay


def annotation(key: str, start: int, end: int) -> ExchangedAnnotation:
    return ExchangedAnnotation(key, "claim", (Span(start, end),))


def test_words_put_together() -> None:
    laid = lay([["Satu", "."], ["😀"]])
    assert laid.text == "Satu .\n😀"
    assert laid.places == ((Span(0, 4), Span(5, 6)), (Span(7, 8),))
    assert laid.sentences == (Span(0, 6), Span(7, 8))
    assert lay([]).text == ""


def test_labels_go_where_their_words_are() -> None:
    article = ExchangedArticle("a", "Hargaberas\tturun.", annotations=(annotation("k", 5, 16),))
    found = fit_words(Fitted(article), "It")
    assert found.article.text == "Harga beras turun ."
    assert slices(found.article, found.article.annotations[0]) == ("beras turun",)
    assert [(loss.annotation, loss.what) for loss in found.lost] == [("", "text")]
    assert fit_words(Fitted(found.article), "It") == Fitted(found.article)


def test_nothing_is_said_of_a_text_that_is_as_its_words_give_it() -> None:
    assert fit_words(Fitted(ExchangedArticle("a", "Satu dua\ntiga")), "It").lost == ()


def test_a_label_over_two_sentences_is_two() -> None:
    sentences = (Span(0, 4), Span(5, 9), Span(10, 15))
    article = ExchangedArticle("a", "Satu dua. tiga.", sentences=sentences, annotations=(annotation("k", 0, 14),))
    found = fit_words(Fitted(article), "It")
    assert [(one.key, *slices(found.article, one)) for one in found.article.annotations] == [
        ("k", "Satu"),
        ("k.2", "dua ."),
        ("k.3", "tiga"),
    ]
    assert [(loss.annotation, loss.what) for loss in found.lost] == [("", "text"), ("k", "gap")]


def test_white_space_alone_has_no_word() -> None:
    article = ExchangedArticle("a", "Satu dua", annotations=(annotation("k", 4, 5),))
    found = fit_words(Fitted(article), "It")
    assert (found.article.annotations, [loss.what for loss in found.lost]) == ((), ["span"])
    assert fit_words(Fitted(replace(article, text=" \n", annotations=())), "It").article.text == ""
