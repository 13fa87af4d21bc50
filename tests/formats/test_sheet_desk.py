"""What a sheet for the desk tells of an annotation."""

from dataclasses import replace

from annotator.core.schema import LabelSet
from annotator.formats.base import WriteOptions
from annotator.formats.sheet_desk import PLACE, WHERE, WHO, Told, source_of
from tests.formats.sheets import NEWSROOM, OPTIONS, SITI, argued


def test_sources_with_their_roles_and_cues_are_found() -> None:
    told = Told.of(argued()[0], OPTIONS)
    cue, quote, _, denial = told.record.annotations
    assert (told.names(quote, "attributed_to"), told.roles(quote, "attributed_to")) == ("Menteri", "official_political")
    assert (told.names(denial, "attributed_to"), told.roles(denial, "attributed_to")) == ('["Siti; Pasar Baru"]', "")
    assert told.sources(denial, "attributed_to") == [SITI]
    assert list(told.linked(quote, "cued_by")) == [cue]
    assert list(told.linked(denial, "cued_by")) == []


def test_values_are_told_with_their_defaults_where_they_are_known() -> None:
    record = argued()[0]
    quote = record.annotations[1]
    assert Told.of(record, OPTIONS).values(quote)["record_status"] == "unknown"
    assert Told.of(record, WriteOptions()).values(quote) == {
        "quote_type": "direct",
        "negated_report": "yes",
        "medium": "speech",
    }


def test_where_and_who_are_told_by_heading() -> None:
    told = Told.of(argued()[0], OPTIONS)
    assert set(told.article_cells()) == set(WHERE)
    assert set(told.place_cells(told.record.annotations[1])) == {"sentence", *PLACE, *WHO}
    assert told.place_cells(told.record.annotations[1])["segments"] == "14..34"


def test_the_source_is_what_the_label_set_says() -> None:
    assert source_of(NEWSROOM, "quote") == source_of(None, "quote") == "attributed_to"
    renamed = tuple(replace(one, key="speaker") if one.key == "attributed_to" else one for one in NEWSROOM.attributes)
    assert source_of(replace(NEWSROOM, attributes=renamed), "quote") == "speaker"
    assert source_of(LabelSet("bare", "Bare", 1, NEWSROOM.labels), "quote") == "attributed_to"
