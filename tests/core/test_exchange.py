"""Documents as they go to other tools."""

from dataclasses import replace
from uuid import UUID, uuid4

from annotator import resources
from annotator.core.exchange import exchanged, slices, source_attributes, unfaithful
from annotator.core.records import Furniture, RelationRecord, SourceRecord
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from tests.formats.exchanged import TEXT
from tests.formats.records import annotation, document

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
ELSEWHERE, HOME = uuid4(), uuid4()


def home_of(key: UUID) -> UUID | None:
    return HOME if key == ELSEWHERE else None


def test_sources_are_attributes_and_links_know_where_they_lead() -> None:
    quote, claim = annotation(1, 7, "quote", (14, 34)), annotation(2, 7, "claim", (15, 32))
    rina = SourceRecord(uuid4(), "Rina")
    links = tuple(
        RelationRecord(uuid4(), quote.document_id, kind, quote.id, to, source, "Ana")
        for kind, to, source in (
            ("contains", claim.id, None),
            ("repeats", ELSEWHERE, None),
            ("repeats", uuid4(), None),
            ("attributed_to", None, rina.id),
        )
    )
    record = replace(document(7, TEXT, [Span(0, 56)], claim, quote), relations=links, sources=(rina,))
    article = exchanged(record, home_of)
    assert [one.label for one in article.annotations] == ["quote", "claim"]
    assert article.annotations[0].attributes == {"attributed_to": ["Rina"]}
    assert [(one.kind, one.to_article) for one in article.links] == [("contains", ""), ("repeats", str(HOME))]
    assert len(exchanged(record).links) == 1


def test_furniture_stays_at_home_unless_it_is_wanted() -> None:
    text = "Baca juga\nHarga turun."
    record = document(
        7, text, [Span(0, 10), Span(10, 22)], annotation(1, 7, "claim", (10, 15)), furniture=(Furniture(0, 9, "link"),)
    )
    cut, whole = exchanged(record), exchanged(record, with_furniture=True)
    assert (cut.text, cut.kept) == ("Harga turun.", (Span(10, 22),))
    assert (whole.text, whole.kept) == (text, ())
    assert [slices(one, one.annotations[0]) for one in (cut, whole)] == [("Harga",), ("Harga",)]
    assert cut.sentences == (Span(0, 12),)


def test_words_that_are_not_at_their_place_are_found() -> None:
    article = exchanged(document(7, TEXT, [Span(0, 56)], annotation(1, 7, "claim", (15, 20), (26, 31))))
    (one,) = article.annotations
    assert unfaithful(article) is None
    assert unfaithful(replace(article, annotations=(replace(one, texts=slices(article, one)),))) is None
    for wrong in (
        replace(one, texts=("Harga", "beras")),
        replace(one, segments=(Span(15, 70),)),
        replace(one, segments=(Span(20, 20),)),
        replace(one, segments=(Span(15, 20), Span(18, 22))),
    ):
        assert unfaithful(replace(article, annotations=(wrong,))) is wrong


def test_places_of_a_text_that_lies_elsewhere_are_looked_at_alone() -> None:
    article = replace(exchanged(document(7, TEXT, [Span(0, 56)], annotation(1, 7, "claim", (15, 20)))), text="")
    assert unfaithful(article) is None
    wrong = replace(article.annotations[0], segments=(Span(20, 20),))
    assert unfaithful(replace(article, annotations=(wrong,))) is wrong


def test_the_attributes_that_name_sources() -> None:
    assert source_attributes(NEWSROOM) == {"attributed_to", "addressed_to"}
