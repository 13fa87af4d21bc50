"""What goes into rows: all of it, or all but the words of texts that stay at home, and everything left out is named."""

from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.row_fitting import fit_row
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import key, minister

LABELS = shipped_label_set("newsroom")
BARE = WriteOptions(without_text=True, label_set=LABELS)


def test_everything_fits() -> None:
    fitted = fit_row(minister(), "Parquet", WriteOptions())
    assert fitted.article == minister()
    assert fitted.lost == ()


def test_an_article_gets_its_part_and_so_do_parts_of_it() -> None:
    options = WriteOptions(splits={key(100): "test"})
    assert fit_row(minister(), "Parquet", options).article.split == "test"
    assert fit_row(replace(minister(), key=f"{key(100)}#s3"), "Parquet", options).article.split == "test"
    assert fit_row(replace(minister(), key=key(7), split="dev"), "Parquet", options).article.split == "dev"


def test_without_words_places_and_closed_values_stay() -> None:
    fitted = fit_row(minister(), "Parquet", BARE)
    there = fitted.article
    assert (there.text, there.title, there.file_name) == ("", "", "")
    assert (there.url, there.text_sha256, there.language) == (minister().url, "0" * 64, "id")
    assert [one.segments for one in there.annotations] == [one.segments for one in minister().annotations]
    assert [dict(one.attributes) for one in there.annotations] == [
        {"attributed_to": ["Menteri"]},
        {"certainty": "high"},
        {},
    ]
    assert [(loss.annotation, loss.what) for loss in fitted.lost] == [(key(3), "note")]
    assert fit_row(there, "Parquet", BARE).article == there
    assert fit_row(there, "Parquet", BARE).lost == ()


def test_what_somebody_has_typed_may_quote_the_text() -> None:
    typed = {"denied_text": "Harga turun", "unheard_of": "Harga", "negated_report": True, "certainty": "unsure"}
    one = ExchangedAnnotation("1", "denial", (Span(0, 4),), typed, texts=("Kata",))
    fitted = fit_row(ExchangedArticle("a", "Kata Menteri", annotations=(one,)), "Parquet", BARE)
    (left,) = fitted.article.annotations
    assert dict(left.attributes) == {"negated_report": True, "certainty": "unsure"}
    assert left.texts == ()
    assert {loss.what for loss in fitted.lost} == {"attribute denied_text", "attribute unheard_of"}
    unknown = fit_row(ExchangedArticle("a", "Kata Menteri", annotations=(one,)), "P", WriteOptions(without_text=True))
    assert dict(unknown.article.annotations[0].attributes) == {"negated_report": True}
