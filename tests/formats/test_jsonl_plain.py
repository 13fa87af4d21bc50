"""What is made of rows straight away is what is made of records, and its digest is that of what comes back."""

from typing import Any
from uuid import UUID

import orjson
from hypothesis import given

from annotator.core.dataset import cut_furniture
from annotator.core.identity import born_at
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.formats.jsonl_lines import article_line, line_of
from annotator.formats.jsonl_plain import PlainWriter, plain_key
from annotator.formats.jsonl_proof import proof_of, proof_of_article, proof_of_record
from tests.formats.strange import documents

ANA = UUID(int=7)


def row_of(one: AnnotationRecord) -> tuple[Any, ...]:
    """An annotation as a driver gives it."""
    start, end = one.extent
    pieces = [list(piece) for piece in one.segments] if len(one.segments) > 1 else None
    known = one.id.bytes, one.document_id.bytes, one.annotator, one.label, start, end, pieces, one.note, one.origin
    return (*known, None, dict(one.attributes) or None, one.guideline_version, None, None)


def plain_line(record: DocumentRecord) -> tuple[dict[str, Any], int]:
    people = {one.annotator: (one.annotator, str(ANA)) for one in record.annotations}
    shown = cut_furniture(record)
    writer = PlainWriter(None, people, plain_key, with_rows=True)
    made = writer.spans([row_of(one) for one in record.annotations], record.text, shown, {})
    segments = [piece for one in record.annotations for piece in one.segments]
    assert [row["id"] for row in made.rows] == [str(one.id) for one in record.annotations]
    return article_line(record, shown, segments, made.spans), proof_of_article(record, made.proof)


@given(documents())
def test_both_ways_give_the_same(record: DocumentRecord) -> None:
    line, proof = plain_line(record)
    meant = line_of(record, cut_furniture(record), None)
    for span, one in zip(meant["spans"], record.annotations, strict=True):
        span["created_at"] = born_at(one.id)
    assert orjson.dumps(line) == orjson.dumps(meant)
    assert proof == proof_of_record(record, None) == proof_of(orjson.loads(orjson.dumps(line)), 1)


def test_keys_of_either_driver_are_the_same_words() -> None:
    assert plain_key(ANA.bytes) == plain_key(ANA) == str(ANA)
