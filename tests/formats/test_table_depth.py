"""What is said of an annotation beside its label, in cells."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.attributes import Defaults
from annotator.core.records import Provenance, RelationRecord, SourceRecord
from annotator.core.schema_file import read_label_set
from annotator.formats.table_depth import attributes_in, depth_cells, joined, links_in, main_source, provenance_words
from tests.formats.records import document_id, minister
from tests.formats.strange import TEXTS

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
RINA, DEWAN = SourceRecord(UUID(int=1), "Rina Wati"), SourceRecord(UUID(int=2), "Dewan Kota")


def test_sources_and_links_are_told_by_name() -> None:
    record = minister()
    quote, claim, _ = record.annotations
    said = replace(quote, attributes={"quote_type": "direct"}, guideline_version=3, suggested_by="cues")
    links = (
        RelationRecord(UUID(int=7), document_id(1), "attributed_to", quote.id, None, RINA.id, "Ana"),
        RelationRecord(UUID(int=8), document_id(1), "addressed_to", quote.id, None, DEWAN.id, "Ana"),
        RelationRecord(UUID(int=9), document_id(1), "contains", quote.id, claim.id, None, "Ana"),
    )
    record = replace(record, annotations=(said, claim), relations=links, sources=(RINA, DEWAN))
    source, attributes, told, version, suggester = depth_cells(record, said, NEWSROOM, Defaults(NEWSROOM))
    assert source == "Rina Wati"
    assert attributes.split("; ")[0] == "quote_type=direct"
    assert "negated_report=no" in attributes.split("; ")
    assert told == f"addressed_to Dewan Kota; contains {claim.id}"
    assert (version, suggester) == ("3", "cues")
    assert depth_cells(record, said, None, None)[:2] == ("Rina Wati", "quote_type=direct")


def test_an_annotation_of_which_nothing_is_said_has_empty_cells() -> None:
    record = minister()
    assert depth_cells(record, record.annotations[0], None, None) == ("", "", "", "", "")


def test_how_an_annotation_got_into_the_gold_reading() -> None:
    both = Provenance("agreed", ("Ana", "Ben"))
    assert provenance_words(None) == ""
    assert provenance_words(both) == "agreed by Ana, Ben"
    assert provenance_words(replace(both, decided_by="Cleo")) == "agreed by Ana, Ben; approved by Cleo"
    assert provenance_words(Provenance("only_reader", ("Ana",))) == "only reader Ana"
    assert provenance_words(Provenance("ruled", ("Ana",), "Cleo", "Rule 8", 7)) == "ruled by Cleo (case 7): Rule 8"


@given(st.dictionaries(st.sampled_from(["quote_type", "denied_text", "negated_report"]), TEXTS))
def test_attributes_come_back_whatever_is_said(said: dict[str, str]) -> None:
    record = minister()
    quote = replace(record.annotations[0], attributes=said)
    assert attributes_in(depth_cells(record, quote, None, None)[1]) == said


@given(st.lists(TEXTS.filter(bool), max_size=3))
def test_links_and_names_come_back_whatever_they_are(names: list[str]) -> None:
    record = minister()
    quote, claim, _ = record.annotations
    sources = tuple(SourceRecord(UUID(int=20 + at), name) for at, name in enumerate(names))
    links = [RelationRecord(UUID(int=1), document_id(1), "contains", quote.id, claim.id, None, "Ana")]
    links += [RelationRecord(UUID(int=2), document_id(1), "said_to", quote.id, None, one.id, "Ana") for one in sources]
    record = replace(record, relations=tuple(links), sources=sources)
    cell = depth_cells(record, quote, NEWSROOM, None)[2]
    assert links_in(cell) == ([("contains", str(claim.id))], {"said_to": names} if names else {})


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", {}),
        ("quote_type = direct ;medium=speech;", {"quote_type": "direct", "medium": "speech"}),
        ("no mark; medium=speech; ; =; x", {"medium": "speech", "": ""}),
        ('denied_text="a; b"; medium=speech', {"denied_text": "a; b", "medium": "speech"}),
        ('denied_text="cut; medium=speech', {"denied_text": '"cut', "medium": "speech"}),
    ],
)
def test_cells_that_a_person_has_written_are_understood(cell: str, found: dict[str, str]) -> None:
    assert attributes_in(cell) == found


def test_a_cell_of_any_length_is_read_in_one_pass() -> None:
    for part in (";", "a", " ", 'a="', "a=;", '"', "="):
        assert len(attributes_in(part * 300_000)) <= 2


def test_the_main_source_is_the_label_sets_or_the_first_that_is_named() -> None:
    record = minister()
    link = RelationRecord(UUID(int=7), document_id(1), "said_to", record.annotations[0].id, None, RINA.id, "Ana")
    record = replace(record, relations=(link,), sources=(RINA,))
    assert main_source(record, record.annotations[0], None) == "said_to"
    assert main_source(record, record.annotations[0], NEWSROOM) == "attributed_to"
    assert main_source(record, record.annotations[1], None) == ""
    assert joined(["a", "b", "a"]) == "a; b"
