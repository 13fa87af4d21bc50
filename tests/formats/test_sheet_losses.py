"""What a sheet leaves out is named, each thing by itself, and nothing that it has is."""

from dataclasses import replace

from annotator.core.spans import Span
from annotator.formats.sheet_losses import beside_label, cut_cells, passages_too_long, too_long
from tests.formats.records import annotation, document, minister
from tests.formats.sheets import argued


def test_other_labels_other_attributes_and_links_are_named() -> None:
    record = argued()[0]
    cue, quote, claim, denial = (str(one.id) for one in record.annotations)
    lost = list(beside_label(record, "quote", {"quote_type"}, {"attributed_to"}, "The sheet"))
    assert {loss.article for loss in lost} == {str(record.id)}
    assert [(loss.annotation, loss.what) for loss in lost] == [
        (cue, "span"),
        (quote, "attribute negated_report"),
        (quote, "attribute medium"),
        (claim, "span"),
        (denial, "span"),
        (quote, "attribute addressed_to"),
        (quote, "link cued_by"),
        (denial, "link denies"),
    ]
    assert lost[0].why == "The sheet has rows for “quote” only; this is a “cue”."


def test_a_passage_that_no_cell_can_hold_is_named() -> None:
    text = "a" * 40_000
    long, short = annotation(1, 1, "claim", (0, 40_000)), annotation(2, 1, "claim", (0, 30_000))
    record = document(1, text, [Span(0, len(text))], long, short)
    assert [too_long(record, one) for one in record.annotations] == [True, False]
    assert [(loss.annotation, loss.what) for loss in passages_too_long(record)] == [(str(long.id), "span")]
    strange = replace(minister(), text=minister().text.replace("Harga", "Harg\uffff"))
    assert [loss.annotation[-1] for loss in passages_too_long(strange)] == ["1", "2"]


def test_cells_that_are_cut_are_named_by_their_column() -> None:
    row = {"article_id": "a", "claim_id": "c", "note": "n" * 40_000, "sentence": "s" * 40_000, "title": "t"}
    assert [(loss.article, loss.annotation, loss.what) for loss in cut_cells(row, "claim_id")] == [
        ("a", "c", "note"),
        ("a", "c", "column sentence"),
    ]
