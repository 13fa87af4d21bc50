"""Choices that would change nothing are named, with what they need; all others go through."""

from dataclasses import replace
from typing import Any

import pytest

from annotator import formats
from annotator.core.losses import Flat
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection, Unit
from annotator.formats.base import HeedsChoices, WriteOptions, Writer
from annotator.formats.exchange import Exchange
from annotator.operations.heeding import as_heeded, heeded_by, heeding, makes_folder, options_of, unheeded

CHOSEN: dict[str, Any] = {
    "with_furniture": True,
    "flat": Flat.INNERMOST,
    "lean": True,
    "bom": True,
    "parquet": True,
    "partition_by": ("month",),
    "licence": "CC-BY-4.0",
    "splits": "earlier/splits.json",
    "seed": 3,
    "shares": (50, 25, 25),
}
HEEDED = {
    "jsonl": {"with_furniture", "lean", "bom"},
    "csv": {"bom"},
    "quotes": {"bom"},
    "xlsx": set(),
    "claimreview": set(),
    "refi-codebook": set(),
    "brat": {"with_furniture", "splits", "seed", "shares"},
    "iob2": {"with_furniture", "flat"},
    "dataset": {"with_furniture", "parquet", "licence", "splits", "seed", "shares"},
    "parquet": {"with_furniture", "partition_by", "splits", "seed", "shares"},
}


@pytest.mark.parametrize("format_id", HEEDED)
def test_every_choice_is_heeded_or_named(format_id: str) -> None:
    request = ExportRequest(format_id, **CHOSEN)
    assert CHOSEN.keys() - unheeded(request).keys() == HEEDED[format_id]
    assert not unheeded(as_heeded(request))
    assert not unheeded(ExportRequest(format_id))
    assert not unheeded(replace(request, format_id="gone"))


def test_the_sentence_names_the_formats_that_heed_it() -> None:
    assert unheeded(ExportRequest("conll2003", bom=True)) == {
        "bom": "“--bom” changes nothing of CoNLL-2003; leave it out, or write jsonl or csv or tsv or quotes or claims."
    }
    assert heeding("flat") == ["conll2003", "iob2", "bilou"]
    assert "say “--split”, too, or write dataset." in unheeded(ExportRequest("csv", seed=3))["seed"]


def test_what_a_choice_needs_besides_may_be_there() -> None:
    asked = ExportRequest("csv", Selection(split="train", context=3), seed=3)
    assert unheeded(asked) == {
        "context": "“--context” counts the sentences around a sentence; say “--unit sentence”, too."
    }
    assert not unheeded(ExportRequest("brat", Selection(unit=Unit.SENTENCE, context=3)))
    assert unheeded(ExportRequest("brat", Selection(unit=Unit.SPAN, context=3))).keys() == {"context"}


def test_the_same_format_may_heed_a_choice_or_not() -> None:
    assert not unheeded(ExportRequest("claims", bom=True), ".csv")
    assert "as it is chosen here; leave it out." in unheeded(ExportRequest("claims", bom=True), ".xlsx")["bom"]
    dataset = ExportRequest("dataset", parquet=True)
    assert not unheeded(dataset)
    (said,) = unheeded(replace(dataset, without_text=True)).values()
    assert said.startswith("“--parquet” does not go with “--without-text”: the program that puts")
    assert said.endswith("leave one of the two out, or write parquet, which holds places alone, too.")
    assert not unheeded(ExportRequest("parquet", without_text=True))


def test_what_is_chosen_of_a_format_may_make_a_folder_of_it() -> None:
    assert makes_folder(ExportRequest("brat"))
    assert makes_folder(ExportRequest("iob2", flat=Flat.LAYERS))
    assert makes_folder(ExportRequest("parquet", partition_by=("month",)))
    for request in (ExportRequest("iob2"), ExportRequest("parquet"), ExportRequest("csv", flat=Flat.LAYERS)):
        assert not makes_folder(request)
    assert not makes_folder(ExportRequest("gone"))


@pytest.mark.parametrize("writer", formats.exporters(), ids=lambda writer: writer.id)
def test_what_a_format_heeds_are_choices_that_there_are(writer: Writer | Exchange) -> None:
    there = {"unit", "with_furniture", "flat", "lean", "bom", "parquet", "partition_by", "licence", "without_text"}
    assert heeded_by(writer, WriteOptions()) <= there | {"splits"}
    assert isinstance(writer, HeedsChoices) or writer.id in ("claimreview", "refi-codebook")


def test_what_concerns_the_format_reaches_it() -> None:
    asked = ExportRequest("csv", bom=True, flat=Flat.INNERMOST, licence="CC-BY", splits="file", lean=True)
    options = options_of(asked)
    assert (options.bom, options.flat, options.licence, options.lean) == (True, Flat.INNERMOST, "CC-BY", True)
    assert options.splits == {}
