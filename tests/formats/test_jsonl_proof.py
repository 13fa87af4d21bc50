"""A line that says anything else of an article than the project does has another digest."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import given

from annotator.core.attributes import Defaults
from annotator.core.dataset import cut_furniture
from annotator.core.records import DocumentRecord, RelationRecord, SourceRecord
from annotator.formats.jsonl_lines import line_of
from annotator.formats.jsonl_proof import proof_of, proof_of_record
from tests.formats.records import framed, minister
from tests.formats.sheets import NEWSROOM
from tests.formats.strange import documents

SOURCE = SourceRecord(UUID(int=5), "Menteri")


def linked() -> DocumentRecord:
    """An article with a link to another annotation, and one to a source."""
    record = minister()
    one, other = record.annotations[0].id, UUID(int=9)
    links = (
        RelationRecord(UUID(int=1), record.id, "denies", one, other, None, "Ana"),
        RelationRecord(UUID(int=2), record.id, "attributed_to", one, None, SOURCE.id, "Ana"),
    )
    return replace(record, relations=links, sources=(SOURCE,))


def read_back(record: DocumentRecord, defaults: Defaults | None = None) -> dict[str, Any]:
    line: dict[str, Any] = orjson.loads(orjson.dumps(line_of(record, cut_furniture(record), defaults)))
    return line


@given(documents())
def test_any_line_says_what_its_record_does(record: DocumentRecord) -> None:
    for defaults in (None, Defaults(NEWSROOM)):
        assert proof_of(read_back(record, defaults), 1) == proof_of_record(record, defaults)


@pytest.mark.parametrize("record", [minister(), framed()], ids=["one piece", "two pieces"])
def test_a_word_that_differs_is_noticed(record: DocumentRecord) -> None:
    line = read_back(record)
    line["spans"][0]["texts"][0] += "x"
    with pytest.raises(ValueError, match=r"line 3: the text of .* is not what lies at its offsets"):
        proof_of(line, 3)


def _set(where: str, name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda line: (line[where][0] if where else line).update({name: value})


DAMAGES = {
    "label": _set("spans", "label", "denial"),
    "place": _set("spans", "document_segments", [[0, 2]]),
    "key": _set("spans", "id", str(UUID(int=1))),
    "attribute": _set("spans", "attributes", {"certainty": "low"}),
    "note": _set("spans", "note", "x"),
    "person": _set("spans", "annotator", "Budi"),
    "state": _set("spans", "review_state", "approved"),
    "guideline": _set("spans", "guideline_version", 99),
    "made from": _set("spans", "made_from", str(UUID(int=1))),
    "kind of link": _set("relations", "type", "supports"),
    "end of link": _set("relations", "to", None),
    "person of link": _set("relations", "annotator", "Budi"),
    "source": _set("sources", "name", "Orang lain"),
    "title": _set("", "title", "x"),
    "language": _set("", "language", "xx"),
    "no link": lambda line: line["relations"].pop(),
    "no span": lambda line: line["spans"].pop(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_whatever_else_it_says_gives_another_digest(damage: Callable[[dict[str, Any]], Any]) -> None:
    line, meant = read_back(linked()), proof_of_record(linked(), None)
    assert proof_of(line, 1) == meant
    damage(line)
    assert proof_of(line, 1) != meant
