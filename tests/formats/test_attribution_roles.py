"""What is an attribution goes out, what is none is named, and a source that is named is found in the text."""

from dataclasses import replace

from annotator.core.exchange import ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted
from annotator.core.spans import Span
from annotator.formats.attribution_roles import as_part, fit_roles
from tests.formats.attributed import CUE, DENIAL, QUOTE, SOURCE, said


def _fitted(article: ExchangedArticle) -> Fitted:
    return fit_roles(Fitted(article))


def _sources(article: ExchangedArticle) -> list[str]:
    return [link.to_key for link in _fitted(article).article.links if link.kind == "said_by"]


def test_what_is_no_part_of_one_is_named() -> None:
    fitted = _fitted(said())
    assert {(loss.annotation, loss.what) for loss in fitted.lost} == {(DENIAL, "span"), (DENIAL, "link responds_to")}
    assert {one.key for one in fitted.article.annotations} == {QUOTE, CUE, SOURCE}


def test_the_words_of_a_named_source_are_linked() -> None:
    links = _fitted(said()).article.links
    assert {(link.kind, link.to_key) for link in links} == {("cued_by", CUE), ("said_by", SOURCE)}
    assert fit_roles(_fitted(said())).article == _fitted(said()).article


def test_of_several_words_the_nearest_are_linked() -> None:
    near = replace(said().annotations[1], key="near", segments=(Span(5, 12),))
    far = replace(near, key="far", segments=(Span(40, 47),))
    article = replace(said(), text=said().text[:40] + "Menteri" + said().text[47:])
    article = replace(article, annotations=(near, said().annotations[2], far), links=())
    assert _sources(article) == ["near"]


def test_other_names_and_other_people_are_not_linked() -> None:
    cue, source, quote, denial = said().annotations
    other = replace(quote, attributes={"attributed_to": ["Presiden"]})
    assert _sources(replace(said(), annotations=(cue, source, other, denial))) == []
    theirs = replace(source, annotator="Ben")
    assert _sources(replace(said(), annotations=(cue, theirs, quote, denial))) == []


def test_a_source_that_is_linked_already_is_left_as_it_is() -> None:
    second = replace(said().annotations[1], key="second", segments=(Span(40, 47),))
    links = (ExchangedLink("said_by", QUOTE, "second"),)
    assert _sources(replace(said(), annotations=(*said().annotations, second), links=links)) == ["second"]


def test_links_that_bind_no_attribution_are_named() -> None:
    wrong = (
        ExchangedLink("cued_by", QUOTE, SOURCE),
        ExchangedLink("said_by", CUE, SOURCE),
        ExchangedLink("denies", QUOTE, CUE),
        ExchangedLink("cued_by", QUOTE, CUE),
        ExchangedLink("cued_by", QUOTE, CUE),
    )
    lost = [loss.what for loss in _fitted(replace(said(), links=wrong)).lost if loss.what.startswith("link")]
    assert lost == ["link cued_by", "link said_by", "link denies", "link cued_by"]


def test_a_label_that_its_part_does_not_tell_is_kept_beside() -> None:
    cue, _, quote, _ = said().annotations
    assert (as_part(cue, "own").label, dict(as_part(cue, "own").attributes)) == ("Cue", {})
    assert as_part(quote, "own").label == "Content"
    assert as_part(quote, "own").attributes["own"] == "quote"
