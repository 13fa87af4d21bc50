"""One decision for all copies: proposed, chosen, applied, taken back."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.anchoring import Fate
from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span, snap_to_words
from annotator.errors import Cancelled
from annotator.operations import annotations, applying, copies, documents, history
from annotator.operations.readings import submit
from annotator.operations.verification import verify
from annotator.store.tables import Document
from tests.core.test_near_copies import edited, story
from tests.operations.copies_desk import arrive
from tests.store.desk import Desk

WIRE = (
    "The old bridge at Harrow will be closed for two years.\n\n"
    "“Nobody told us anything,” said Mira Olsen, who sells fish beside it. “We read it in the paper.”\n\n"
    "The council denies that. It wrote to every shop in March, a spokesman said on Friday evening.\n\n"
    "Repairs will cost eleven million crowns, twice as much as was said in the spring.\n"
)
OURS = (
    "Harrow loses its bridge\n\nRIVERTON (Agency) – The old bridge at Harrow will be closed for two years.\n\n"
    "“Nobody told us anything at all,” said Mira Olsen, who sells fish beside it. “We read it in the paper.”\n\n"
    "Repairs will cost eleven million crowns, twice as much as was said in the spring.\n"
)


def stretch(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def pair(desk: Desk) -> tuple[UUID, UUID, list[AnnotationRecord]]:
    """A wire story with four annotations of Ana's and one of Ben's, and its copy."""
    wire, ours = arrive(desk, WIRE, OURS)
    spans = [
        ("claim", [stretch(WIRE, "Repairs will cost eleven million crowns")]),
        ("denial", [stretch(WIRE, "The council denies that.")]),
        ("quote", [stretch(WIRE, "“Nobody told us anything,”"), stretch(WIRE, "“We read it in the paper.”")]),
        ("claim", [stretch(WIRE, "closed for two years")]),
    ]
    made = [
        annotations.add_annotation(desk.workspace, wire, segments, label, desk.ana, note=f"note {at}")
        for at, (label, segments) in enumerate(spans)
    ]
    desk.tag(wire, 0, 7, "claim", by=desk.ben)
    return wire, ours, made


def words_of(text: str, segments: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in segments]


def test_ones_own_annotations_are_proposed_where_they_would_be(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, ours, made = pair
    before = desk.rows()
    found = applying.propose(desk.workspace, wire, desk.ana)
    by_id = {application.annotation.id: application for application in found}
    assert set(by_id) == {record.id for record in made}
    assert {application.copy_id for application in found} == {ours}
    kinds = [by_id[record.id].anchored.fate for record in made]
    assert kinds[:3] == [Fate.KEPT, Fate.GONE, Fate.REWORDED]
    assert kinds[3] in (Fate.KEPT, Fate.MOVED)
    assert words_of(OURS, by_id[made[3].id].anchored.segments) == ["closed for two years"]
    first, second = words_of(OURS, by_id[made[2].id].anchored.segments)
    assert "Nobody told us anything at all" in first
    assert second == "“We read it in the paper.”"
    assert [by_id[record.id].can_be_applied for record in made] == [True, False, True, True]
    assert desk.rows() == before


def test_applied_ones_say_what_they_were_made_from_and_are_one_step(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, ours, made = pair
    before = desk.rows()
    chosen = [one for one in applying.propose(desk.workspace, wire, desk.ana) if one.can_be_applied]
    report = applying.apply_to_copies(desk.workspace, chosen, desk.ana)
    assert report.left == []
    there = documents.read_document(desk.workspace, ours).annotations
    assert set(there) == set(report.made)
    assert {record.made_from for record in there} == {made[0].id, made[2].id, made[3].id}
    assert {(record.origin, record.annotator) for record in there} == {("copied", "Ana")}
    assert {record.note for record in there} == {"note 0", "note 2", "note 3"}
    assert all(len(record.segments) == (2 if record.made_from == made[2].id else 1) for record in there)
    assert verify(desk.workspace).problems == []
    assert history.undo(desk.workspace, desk.ana) == "Apply to a copy"
    assert desk.rows() == before


def test_a_copied_one_knows_the_title_of_its_source_while_that_is_there(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, _, made = pair
    proposed = applying.propose(desk.workspace, wire, desk.ana, [made[0].id])
    (copied,) = applying.apply_to_copies(desk.workspace, proposed, desk.ana).made
    assert applying.source_title(desk.workspace, copied) == WIRE[:40]
    assert applying.source_title(desk.workspace, made[0]) == ""
    annotations.remove_annotations(desk.workspace, [made[0].id], desk.ana)
    assert applying.source_title(desk.workspace, copied) == ""


def test_what_is_there_is_not_doubled(desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]) -> None:
    wire, ours, made = pair
    same = annotations.add_annotation(desk.workspace, ours, [stretch(OURS, "closed for two years")], "claim", desk.ana)
    proposed = applying.propose(desk.workspace, wire, desk.ana)
    assert {one.annotation.id for one in proposed if one.is_there} == {made[3].id}
    report = applying.apply_to_copies(desk.workspace, proposed, desk.ana)
    assert len(report.made) == 2
    assert sorted(reason for _, reason in report.left) == ["Its text is not in the copy.", "The copy has it already."]
    again = applying.apply_to_copies(desk.workspace, proposed + proposed, desk.ana)
    assert again.made == []
    assert same in documents.read_document(desk.workspace, ours).annotations


def test_one_that_was_changed_in_the_copy_is_not_applied_again(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, ours, made = pair
    chosen = [one for one in applying.propose(desk.workspace, wire, desk.ana) if one.annotation.id == made[0].id]
    (copied,) = applying.apply_to_copies(desk.workspace, chosen, desk.ana).made
    annotations.set_label(desk.workspace, copied.id, "denial", desk.ana)
    assert all(one.is_there for one in applying.propose(desk.workspace, wire, desk.ana, [made[0].id]))
    # Nor is it carried back to where it came from, by whoever.
    assert all(one.is_there for one in applying.propose(desk.workspace, ours, desk.ben, [copied.id]))


def test_copies_of_a_copy_know_each_other(desk: Desk) -> None:
    first, _, third = arrive(desk, WIRE, OURS, WIRE + "\nMore is not known.\n")
    made = desk.tag(first, 0, 14)
    applied = applying.apply_to_copies(desk.workspace, applying.propose(desk.workspace, first, desk.ana), desk.ana)
    assert len(applied.made) == 2
    of_second = next(record for record in applied.made if record.document_id != third)
    assert [one.is_there for one in applying.propose(desk.workspace, of_second.document_id, desk.ana)] == [True, True]
    assert history.undo_title(desk.workspace, desk.ana) == "Apply to 2 copies"
    assert made.made_from is None


def test_what_has_changed_since_it_was_proposed_is_left_and_told(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, ours, made = pair
    (later,) = arrive(desk, OURS + "\nMore is not known.\n")
    proposed = [
        one for one in applying.propose(desk.workspace, wire, desk.ana, [made[0].id, made[3].id]) if one.can_be_applied
    ]
    assert len(proposed) == 4
    annotations.set_note(desk.workspace, made[0].id, "another", desk.ana)
    documents.remove_document(desk.workspace, later, desk.ana)
    with desk.workspace.edit("Load corrected version", desk.ana) as session:
        session.get_one(Document, ours).superseded_by = wire
    report = applying.apply_to_copies(desk.workspace, proposed, desk.ana)
    assert report.made == []
    assert {reason for _, reason in report.left} == {
        "The copy is no longer in the project.",
        "The copy has been replaced by a newer version.",
    }
    history.undo(desk.workspace, desk.ana)
    assert {reason for _, reason in applying.apply_to_copies(desk.workspace, proposed, desk.ana).left} == {
        "The copy is no longer in the project.",
        "The annotation has been changed meanwhile.",
    }


def test_an_article_without_copies_or_annotations_has_nothing_to_propose(desk: Desk) -> None:
    alone, wire, _ = arrive(desk, "The ferry is late.", WIRE, OURS)
    desk.tag(alone)
    assert applying.propose(desk.workspace, alone, desk.ana) == []
    assert applying.propose(desk.workspace, wire, desk.ana) == []
    assert applying.apply_to_copies(desk.workspace, [], desk.ana).made == []


def test_proposing_tells_how_far_it_is_and_stops(desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]) -> None:
    wire, _, _ = pair
    told: list[tuple[int, int]] = []
    applying.propose(desk.workspace, wire, desk.ana, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    with pytest.raises(Cancelled):
        applying.propose(desk.workspace, wire, desk.ana, cancelled=lambda: True)
    copies.separate(desk.workspace, wire, desk.ana)
    assert applying.propose(desk.workspace, wire, desk.ana, cancelled=lambda: True) == []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_applied_fits_its_copy_is_there_afterwards_and_can_be_taken_back(
    desk: Desk, data: st.DataObject
) -> None:
    seed = data.draw(st.integers(0, 1000))
    text = story(120, seed) + "\n\nقال الوزير إن السعر ارتفع 👩‍👩‍👧 أمس.\n\n东京的桥关闭了两年。\n"
    first, *others = arrive(desk, text, edited(text, seed, 0.05), text + "\nMore.")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text) - 2))
        span = snap_to_words(text, Span(at, min(len(text), at + data.draw(st.integers(1, 60)))))
        if span.start_char < span.end_char:
            desk.tag(first, *span, label=data.draw(st.sampled_from(["claim", "denial", "quote"])))
    before = desk.rows()
    chosen = [one for one in applying.propose(desk.workspace, first, desk.ana) if one.can_be_applied]
    report = applying.apply_to_copies(desk.workspace, chosen, desk.ana)
    there = [record for key in others for record in documents.read_document(desk.workspace, key).annotations]
    assert {record.id for record in there} == {record.id for record in report.made}
    again = applying.propose(desk.workspace, first, desk.ana)
    assert not any(one.can_be_applied for one in again if one.annotation.id in {made.made_from for made in there})
    assert verify(desk.workspace).problems == []
    if report.made:
        history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    for key in (first, *others):
        documents.remove_document(desk.workspace, key, desk.ana)


def test_nothing_comes_into_a_copy_that_is_handed_in(
    desk: Desk, pair: tuple[UUID, UUID, list[AnnotationRecord]]
) -> None:
    wire, ours, _ = pair
    proposed = applying.propose(desk.workspace, wire, desk.ana)
    submit(desk.workspace, ours, desk.ana)
    report = applying.apply_to_copies(desk.workspace, proposed, desk.ana)
    assert report.made == []
    assert "You have handed the copy in." in {reason for _, reason in report.left}
