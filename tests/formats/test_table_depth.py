"""What is said of an annotation beside its label, in cells."""

from dataclasses import replace
from uuid import UUID

from annotator import resources
from annotator.core.attributes import Defaults
from annotator.core.records import Provenance, RelationRecord, SourceRecord
from annotator.core.schema_file import read_label_set
from annotator.formats.table_depth import depth_cells, provenance_words
from tests.formats.records import document_id, minister

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
