"""The audit trail: who did what and when, narrowed to what somebody asks."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from annotator.operations import annotations, history
from annotator.operations.trail import Question, Trail, read_trail, whole_trail
from tests.store.desk import Desk


def told(trail: Trail) -> list[tuple[str, str]]:
    return [(entry.annotator, entry.title) for entry in trail.entries]


def test_the_newest_comes_first_with_who_and_where(desk: Desk) -> None:
    article = desk.load("Prices rise\n\nThe mayor denied it.")
    tag = desk.tag(article, 0, 6)
    annotations.set_note(desk.workspace, tag.id, "check", desk.ana)
    annotations.remove_annotations(desk.workspace, [tag.id], desk.ana)
    desk.tag(article, 13, 22, "denial", desk.ben)
    trail = read_trail(desk.workspace, Question(document_id=article))
    assert told(trail)[:4] == [
        ("Ben", "Tag denial"),
        ("Ana", "Remove tag"),
        ("Ana", "Change note"),
        ("Ana", "Tag claim"),
    ]
    assert trail.entries[0].article == "Prices rise"
    assert trail.entries[0].document_id == article
    assert trail.before is None
    (change,) = trail.entries[2].changes
    assert (change.table, change.before, change.after) == ("annotation", {"note": ""}, {"note": "check"})
    assert change.label == "claim"  # told by its removal, as the row is gone


def test_it_is_narrowed_to_a_person_a_label_an_annotation_and_a_time(desk: Desk) -> None:
    article, other = desk.load("Prices rise. They fall."), desk.load("Another article.")
    claim, _ = desk.tag(article, 0, 6), desk.tag(article, 7, 11, "quote", desk.ben)
    desk.tag(other, 0, 7, "claim", desk.ben)
    annotations.set_note(desk.workspace, claim.id, "sure?", desk.ana)
    assert told(read_trail(desk.workspace, Question(annotator_id=desk.ben))) == [
        ("Ben", "Tag claim"),
        ("Ben", "Tag quote"),
    ]
    assert told(read_trail(desk.workspace, Question(label="claim"))) == [
        ("Ana", "Change note"), ("Ben", "Tag claim"), ("Ana", "Tag claim"),
    ]  # fmt: skip
    assert told(read_trail(desk.workspace, Question(annotation_id=claim.id))) == [
        ("Ana", "Change note"), ("Ana", "Tag claim"),
    ]  # fmt: skip
    assert told(read_trail(desk.workspace, Question(label="claim", document_id=other))) == [("Ben", "Tag claim")]
    later = datetime.now(UTC) + timedelta(minutes=1)
    assert read_trail(desk.workspace, Question(since=later)).entries == ()
    assert len(read_trail(desk.workspace, Question(until=later)).entries) == desk.entries()


def test_what_was_undone_is_told_twice(desk: Desk) -> None:
    article = desk.load("Prices rise.")
    desk.tag(article, 0, 6)
    history.undo(desk.workspace, desk.ana)
    entries = read_trail(desk.workspace, Question(label="claim")).entries
    assert [(entry.kind, entry.title) for entry in entries] == [("undo", "Tag claim"), ("edit", "Tag claim")]


def test_pages_follow_each_other_without_a_gap(desk: Desk) -> None:
    article = desk.load("Prices rise.")
    for _ in range(230):
        annotations.toggle_label(desk.workspace, article, [(0, 6)], "claim", desk.ana)  # type: ignore[list-item]
    first = read_trail(desk.workspace, Question(), most=10)
    assert first.before is not None
    rest = read_trail(desk.workspace, Question(), before=first.before)
    numbers = [entry.number for entry in (*first.entries, *rest.entries)]
    assert numbers == list(range(desk.entries(), 0, -1))
    assert [entry.number for entry in whole_trail(desk.workspace, Question())] == numbers


def test_nobody_did_nothing(desk: Desk) -> None:
    assert read_trail(desk.workspace, Question(annotator_id=uuid4())) == Trail((), None)
