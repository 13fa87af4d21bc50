"""What is handed in is written as plain JSON, and read back as it was."""

import json
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink, read_content, submission_content

HERE, NOW = UUID(int=7), datetime(2026, 5, 1, tzinfo=UTC)


@st.composite
def annotations(draw: st.DrawFn) -> AnnotationRecord:
    ends = sorted(draw(st.sets(st.integers(0, 500), min_size=2, max_size=6)))
    segments = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    return AnnotationRecord(
        id=draw(st.uuids()),
        document_id=HERE,
        label=draw(st.sampled_from(["claim", "denial", "quote"])),
        segments=segments,
        annotator="Ana",
        note=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
        origin="manual",
        created_at=NOW,
        attributes=draw(st.dictionaries(st.sampled_from(["voice", "polarity"]), st.text("ab", min_size=1), max_size=2)),
    )


@given(st.lists(annotations(), max_size=6))
def test_annotations_come_back_in_the_order_of_the_text(records: list[AnnotationRecord]) -> None:
    found, _ = read_content(json.loads(json.dumps(submission_content(records, []))))
    expected = [SubmittedAnnotation(one.id, one.label, one.segments, one.attributes, one.note) for one in records]
    assert sorted(found, key=lambda one: one.id) == sorted(expected, key=lambda one: one.id)
    assert [one.segments for one in found] == sorted(one.segments for one in records)
    assert all(one.extent == Span(one.segments[0][0], one.segments[-1][1]) for one in found)


@given(st.uuids(), st.one_of(st.none(), st.uuids()), st.one_of(st.none(), st.uuids()))
def test_links_come_back(from_id: UUID, to_id: UUID | None, source_id: UUID | None) -> None:
    link = RelationRecord(UUID(int=1), HERE, "denies", from_id, to_id, source_id, "Ana")
    _, found = read_content(json.loads(json.dumps(submission_content([], [link]))))
    assert found == (SubmittedLink("denies", from_id, to_id, source_id),)


def test_what_is_not_said_takes_no_room() -> None:
    record = AnnotationRecord(UUID(int=1), HERE, "claim", (Span(0, 4),), "Ana", "", "manual", NOW)
    assert submission_content([record], [])["annotations"] == [
        {"id": UUID(int=1).hex, "label": "claim", "segments": [[0, 4]]}
    ]
