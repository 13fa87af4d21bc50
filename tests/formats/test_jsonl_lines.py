"""The keys of a line are those that the schema tells of, in one order, whatever is said of the article."""

from annotator.core.dataset import cut_furniture, whole_text
from annotator.formats.jsonl_lines import SCHEMA, line_of
from tests.formats.records import bare, framed, minister


def test_every_line_has_the_same_keys_in_the_same_order() -> None:
    lines = [line_of(record, whole_text(record), None) for record in (minister(), framed(), bare())]
    assert lines[0]["schema"] == SCHEMA == 1
    assert {tuple(line) for line in lines} == {tuple(lines[0])}


def test_places_are_those_of_what_is_shown() -> None:
    record = framed()
    shown = cut_furniture(record)
    (span,) = line_of(record, shown, None)["spans"]
    assert [shown.text[start:end] for start, end in span["segments"]] == span["texts"]
    assert span["document_segments"] != span["segments"]
