"""Articles out of feature structures as INCEpTION, DKPro and others write them."""

from pathlib import Path
from typing import Any

import orjson

from annotator.core.exchange import ExchangedArticle, slices, unfaithful
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.formats.uima_reading import annotator_of, articles_of
from annotator.formats.uima_structures import from_json
from tests.formats.exchanged import TEXT

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."


def _read(*structures: dict[str, Any], text: str = TEXT) -> list[ExchangedArticle | Unread]:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text}
    content = orjson.dumps({"%FEATURE_STRUCTURES": [sofa, *structures]})
    return list(articles_of(from_json(content, "“a”"), Path("berita.json")))


def _span(key: int, begin: int, end: int, kind: str = "custom.Span", /, **features: Any) -> dict[str, Any]:
    return {"%ID": key, "%TYPE": kind, "@sofa": 1, "begin": begin, "end": end, **features}


def _one(*structures: dict[str, Any], text: str = TEXT) -> ExchangedArticle:
    (article,) = _read(*structures, text=text)
    assert isinstance(article, ExchangedArticle)
    assert unfaithful(article) is None
    return article


def test_places_count_utf16_in_the_file_and_code_points_here() -> None:
    article = _one(_span(2, 15, 32, label="claim"), _span(3, 38, 56, label="denial"))
    assert [slices(article, one) for one in article.annotations] == [("Harga beras turun",), ("Pedagang membantah",)]
    assert [one.segments for one in article.annotations] == [(Span(15, 32),), (Span(37, 55),)]


def test_a_value_is_a_label_and_a_type_without_one_is_its_own() -> None:
    named = _span(2, 15, 32, f"{DKPRO}ner.type.NamedEntity", value="ORG", identifier="q1")
    plain = _span(3, 38, 56, "webanno.custom.Claim", kind="event", sure=True, rank=2)
    article = _one(named, plain)
    assert [(one.label, one.attributes) for one in article.annotations] == [
        ("ORG", {"identifier": "q1"}),
        ("Claim", {"kind": "event", "sure": "true", "rank": "2"}),
    ]


def test_what_a_text_is_built_of_is_no_annotation() -> None:
    kinds = ("Token", "Lemma")
    built = [_span(2 + at, 0, 4, f"{DKPRO}segmentation.type.{kind}", value="kata") for at, kind in enumerate(kinds)]
    sentence = _span(8, 0, 57, f"{DKPRO}segmentation.type.Sentence")
    metadata = _span(9, 0, 57, f"{DKPRO}metadata.type.DocumentMetaData", documentTitle="berita.txt", language="id")
    article = _one(*built, sentence, metadata)
    assert article.annotations == ()
    assert article.sentences == (Span(0, 56),)
    assert (article.key, article.title, article.language) == ("berita.txt", "berita.txt", "id")


def test_the_grammar_of_words_is_told_and_left_out() -> None:
    nouns = [_span(2 + at, 0, 4, f"{DKPRO}lexmorph.type.pos.POS", PosValue="NN") for at in range(2)]
    told, article = _read(*nouns, _span(9, 15, 32, label="claim"))
    assert isinstance(told, Unread)
    assert told.reason == f"2 × {DKPRO}lexmorph.type.pos.POS of words’ grammar: left out."
    assert isinstance(article, ExchangedArticle)
    assert [one.label for one in article.annotations] == ["claim"]


def test_a_relation_has_a_governor_and_a_dependent() -> None:
    relation = _span(4, 38, 56, "custom.Relation", label="denies", **{"@Governor": 3, "@Dependent": 2})
    stray = _span(5, 38, 56, "custom.Relation", label="denies", **{"@Governor": 3, "@Dependent": 77})
    told, article = _read(_span(2, 15, 32, label="claim"), _span(3, 38, 56, label="denial"), relation, stray)
    assert told == Unread("berita", "1 × relation of custom.Relation without both its ends: left out.")
    assert isinstance(article, ExchangedArticle)
    (link,) = article.links
    assert (link.kind, link.from_key, link.to_key) == ("denies", "3", "2")


def test_slots_and_chains_are_told_and_what_they_lead_to_is_taken() -> None:
    slots = [{"%ID": 20 + at, "%TYPE": "custom.EventLink", "role": "who", "@target": 2} for at in range(2)]
    chain = {"%ID": 30, "%TYPE": f"{DKPRO}coref.type.CoreferenceChain", "@first": 3}
    mention = _span(3, 38, 56, f"{DKPRO}coref.type.CoreferenceLink", referenceType="name")
    *told, article = _read(_span(2, 15, 32, label="event", target="a word"), mention, *slots, chain)
    assert [one.reason for one in told if isinstance(one, Unread)] == [
        f"1 × chain of {DKPRO}coref.type.CoreferenceChain: left out.",
        "2 × slot of custom.EventLink: left out.",
    ]
    assert isinstance(article, ExchangedArticle)
    assert [one.label for one in article.annotations] == ["event", "CoreferenceLink"]


def test_references_are_no_attributes() -> None:
    article = _one(_span(2, 15, 32, label="claim", **{"@identifier": 9, "kind": "event"}))
    assert article.annotations[0].attributes == {"kind": "event"}


def test_pieces_with_one_key_are_one_annotation() -> None:
    pieces = [_span(2, 27, 32, label="claim", key="k"), _span(3, 15, 20, label="claim", key="k")]
    (one,) = _one(*pieces).annotations
    assert (one.key, one.segments) == ("k", (Span(15, 20), Span(27, 32)))


def test_copies_of_one_annotation_are_several() -> None:
    copies = [_span(2, 15, 32, label="claim", key="k"), _span(3, 15, 20, label="claim", key="k")]
    other = _span(4, 21, 26, label="quote", key="k")
    found = _one(*copies, other).annotations
    assert sorted(one.key for one in found) == ["k", "k-2", "k-3"]


def test_line_ends_of_two_characters_are_one_here() -> None:
    article = _one(_span(2, 7, 13, label="claim"), text="Harga\r\nberas 😀\r\n")
    assert article.text == "Harga\nberas 😀\n"
    assert slices(article, article.annotations[0]) == ("beras ",)


def test_what_lies_outside_the_text_is_named() -> None:
    unread, article = _read(_span(2, 50, 99, label="claim"), _span(3, 7, 7, label="claim"), _span(4, -2, 3, label="a"))
    assert isinstance(unread, Unread)
    assert "3 annotations lie outside" in unread.reason
    assert isinstance(article, ExchangedArticle)


def test_each_view_with_a_text_is_an_article() -> None:
    second = {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaID": "English", "sofaString": "Rice is cheaper."}
    there = {"%ID": 10, "%TYPE": "custom.Span", "@sofa": 9, "begin": 0, "end": 4, "label": "claim"}
    first, other = _read(_span(2, 15, 32, label="claim"), second, there)
    assert isinstance(first, ExchangedArticle)
    assert isinstance(other, ExchangedArticle)
    assert (first.key, other.key) == ("berita", "berita#English")
    assert slices(other, other.annotations[0]) == ("Rice",)


def test_a_cas_without_a_text_is_named() -> None:
    content = orjson.dumps({"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaURI": "file:a"}]})
    assert list(articles_of(from_json(content, "“a”"), Path("berita.json"))) == [Unread("berita", "It has no text.")]


def test_the_files_of_a_project_of_inception_are_of_the_people_they_are_named_for() -> None:
    folder = Path("project", "annotation", "berita.txt")
    assert annotator_of(folder / "ana.xmi") == "ana"
    assert annotator_of(folder / "INITIAL_CAS.xmi") == ""
    assert annotator_of(Path("berita", "ana.xmi")) == ""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT}
    spans = [_span(2, 15, 32, label="claim"), _span(3, 38, 56, label="denial", annotator="Ben")]
    content = orjson.dumps({"%FEATURE_STRUCTURES": [sofa, *spans]})
    (article,) = articles_of(from_json(content, "“a”"), folder / "ana.json")
    assert isinstance(article, ExchangedArticle)
    assert [one.annotator for one in article.annotations] == ["ana", "Ben"]
