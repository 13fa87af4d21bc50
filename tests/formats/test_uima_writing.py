"""A CAS says what the article says, as dkpro-cassis holds it."""

from dataclasses import replace
from typing import Any

from annotator.core.schema import Attribute, AttributeKind
from annotator.core.spans import Span
from annotator.formats.uima_types import ARTICLE, METADATA, RELATION, SENTENCE, SPAN
from annotator.formats.uima_writing import Types, cas_of
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import minister


def _made(article: Any = None) -> Any:
    given = article or minister()
    return cas_of(given, Types(None).of(given))


def test_spans_and_what_is_said_of_them() -> None:
    quote, claim, denial = _made().select(SPAN)
    assert (quote.get_covered_text(), quote.label, quote.annotator) == ('"Harga beras turun."', "quote", "Ana")
    assert (claim.get_covered_text(), claim.certainty) == ("Harga beras turun", "high")
    assert (denial.get_covered_text(), denial.note, denial.certainty) == ("Pedagang membantah", "cek ulang", None)


def test_a_relation_stands_where_its_second_end_does() -> None:
    """INCEpTION's doctor asks for that (RelationOffsetsCheck)."""
    (relation,) = _made().select(RELATION)
    assert (relation.Governor.label, relation.Dependent.label, relation.label) == ("denial", "claim", "denies")
    assert (relation.begin, relation.end) == (relation.Dependent.begin, relation.Dependent.end)


def test_the_article_and_its_sentences() -> None:
    cas = _made()
    (article,) = cas.select(ARTICLE)
    assert (article.title, article.outlet, article.byline) == ("Harga beras", "Kantor Berita", None)
    (metadata,) = cas.select(METADATA)
    assert (metadata.documentTitle, metadata.language) == ("Harga beras", "id")
    assert [one.get_covered_text() for one in cas.select(SENTENCE)] == [minister().text]


def test_an_annotation_of_several_pieces_is_several_spans_with_one_key() -> None:
    article = minister()
    claim = replace(article.annotations[1], segments=(Span(15, 20), Span(27, 32)))
    cas = _made(replace(article, annotations=(article.annotations[0], claim, article.annotations[2])))
    pieces = [one for one in cas.select(SPAN) if one.label == "claim"]
    assert [one.get_covered_text() for one in pieces] == ["Harga", "turun"]
    assert {one.key for one in pieces} == {claim.key}
    assert cas.select(RELATION)[0].Dependent is pieces[0]


def test_the_types_of_articles_alike_are_made_once_and_the_whole_has_all_attributes() -> None:
    article = minister()
    types = Types(None)
    assert types.of(article) is types.of(article)
    other = replace(article, annotations=(replace(article.annotations[0], attributes={"medium": "speech"}),), links=())
    types.of(other)
    names = {feature.name for feature in types.whole().get_type(SPAN).all_features}
    assert {"attributed_to", "certainty", "medium"} <= names


def test_the_attributes_of_the_label_set_are_features_though_nobody_used_them() -> None:
    label_set = replace(shipped_label_set("newsroom"), attributes=(Attribute("voice", "Voice", AttributeKind.TEXT),))
    assert "voice" in {feature.name for feature in Types(label_set).whole().get_type(SPAN).all_features}
