"""What a format cannot hold is left out and named."""

from dataclasses import replace

import pytest

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Flat, Holds, Loss, Reach, as_words, fit, names_in, saying
from annotator.core.spans import Span
from tests.formats.exchanged import key, minister

EVERYTHING = Holds.everything({"title"})


def lost(article: ExchangedArticle, holds: Holds, flat: Flat = Flat.OUTERMOST) -> list[tuple[str, str]]:
    return [(loss.annotation[-1:], loss.what) for loss in fit(article, holds, "It", flat).lost]


def test_a_format_that_holds_everything_loses_nothing() -> None:
    fitted = fit(minister(), EVERYTHING, "It")
    assert fitted.lost == ()
    assert fitted.article.annotations == minister().annotations
    assert (fitted.article.title, fitted.article.outlet) == (minister().title, "")


def test_each_thing_is_named() -> None:
    assert lost(minister(), Holds()) == [
        ("1", "attribute attributed_to"),
        ("1", "annotator"),
        ("2", "attribute certainty"),
        ("2", "annotator"),
        ("3", "note"),
        ("3", "annotator"),
        ("3", "link denies"),
    ]


def test_one_layer_keeps_the_outermost_or_the_innermost() -> None:
    holds = replace(EVERYTHING, overlaps=False)
    outer, inner = (fit(minister(), holds, "It", flat) for flat in (Flat.OUTERMOST, Flat.INNERMOST))
    assert [one.label for one in outer.article.annotations] == ["quote", "denial"]
    assert [one.label for one in inner.article.annotations] == ["claim", "denial"]
    assert outer.lost == (
        Loss(key(100), key(2), "span", "It holds one layer, and “quote” 14–34 is in the way."),
        Loss(key(100), key(3), "link denies", "One of its ends is not in the file."),
    )
    assert [loss.what for loss in inner.lost] == ["span"]
    assert outer.lost[0].as_row() == {
        "article": key(100), "annotation": key(2), "what": "span", "why": outer.lost[0].why,
    }  # fmt: skip


def test_with_a_layer_a_label_only_those_of_one_label_stand_in_each_others_way() -> None:
    holds = replace(EVERYTHING, overlaps=False)
    assert fit(minister(), holds, "It", Flat.LAYERS).lost == ()
    inside = ExchangedAnnotation("inside", "quote", (Span(15, 32),))
    article = replace(minister(), annotations=(*minister().annotations, inside))
    (loss,) = fit(article, holds, "It", Flat.LAYERS).lost
    assert loss == Loss(key(100), "inside", "span", "It holds one layer a label, and “quote” 14–34 is in the way.")


def test_far_apart_stretches_do_not_stand_in_each_others_way() -> None:
    ones = [ExchangedAnnotation(str(at), "claim", (Span(at * 300, at * 300 + 299),)) for at in range(9)]
    article = ExchangedArticle("a", "x" * 3000, annotations=tuple(ones))
    holds = replace(EVERYTHING, overlaps=False)
    assert fit(article, holds, "It").article.annotations == tuple(ones)
    long = ExchangedAnnotation("long", "claim", (Span(0, 3000),))
    assert fit(replace(article, annotations=(long, *ones)), holds, "It").article.annotations == (long,)


def test_pieces_become_annotations_of_their_own() -> None:
    one = ExchangedAnnotation("a", "claim", (Span(0, 4), Span(6, 9)))
    article = ExchangedArticle("x", "x" * 9, annotations=(one,), links=(ExchangedLink("denies", "a", "a"),))
    fitted = fit(article, replace(EVERYTHING, pieces=False), "It")
    assert [(there.key, there.segments) for there in fitted.article.annotations] == [
        ("a", (Span(0, 4),)),
        ("a-2", (Span(6, 9),)),
    ]
    assert [(loss.annotation, loss.what) for loss in fitted.lost] == [("a", "gap")]
    assert fitted.article.links == article.links


def test_links_to_other_articles_need_a_format_that_reaches_there() -> None:
    far = replace(minister(), links=(ExchangedLink("denies", key(3), "far", to_article="other"),))
    assert lost(far, EVERYTHING) == []
    assert lost(far, replace(EVERYTHING, links=Reach.ARTICLE)) == [("3", "link denies")]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("high", "high"),
        (True, "true"),
        (0.5, "0.5"),
        (["Rina", "Ben"], "Rina; Ben"),
        (["A; B"], '["A; B"]'),
        (["[C]"], '["[C]"]'),
        ([""], '[""]'),
    ],
)
def test_values_as_words(value: object, words: str) -> None:
    assert as_words(value) == words
    if isinstance(value, list):
        assert names_in(words) == value


def test_names_that_were_never_written_by_us() -> None:
    assert names_in("[Rina") == ["[Rina"]
    assert names_in(" Rina ;; Ben ") == ["Rina", "Ben"]


def test_what_is_said_does_not_hang_on_keys_that_a_format_does_not_hold() -> None:
    article = minister()
    other = {one.key: f"T{at}" for at, one in enumerate(article.annotations)}
    again = replace(
        article,
        annotations=tuple(replace(one, key=other[one.key]) for one in reversed(article.annotations)),
        links=tuple(
            replace(one, key="R1", from_key=other[one.from_key], to_key=other[one.to_key]) for one in article.links
        ),
    )
    loose = replace(EVERYTHING, keys=False)
    assert saying(article, loose) == saying(again, loose)
    assert saying(article, EVERYTHING) != saying(again, EVERYTHING)
    swapped = replace(
        article, links=tuple(replace(one, from_key=one.to_key, to_key=one.from_key) for one in article.links)
    )
    assert saying(swapped, loose) != saying(article, loose)
