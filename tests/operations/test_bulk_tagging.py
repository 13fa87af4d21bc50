"""Places that were found are tagged as one step; what cannot be is told."""

import pytest

from annotator.core import label_changes
from annotator.core.found_places import Extent, Standing, proposals
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import Cancelled, InvalidLabelSet
from annotator.operations import annotations, bulk_tagging, documents, finding, history
from annotator.operations.bulk_tagging import Place, look_at_places, tag_places
from annotator.operations.label_sets import change_label_set, project_labels
from annotator.operations.readings import submit
from annotator.store.tables import Document
from tests.store.desk import Desk

TEXT = "Wali kota membantah.\n\nMenteri membantah, pedagang tidak. Rina tidak membantah.\n"


def found(desk: Desk) -> list[Place]:
    lines = finding.find_lines(desk.workspace, Sought("membantah", by_pattern=True)).lines
    return [(line.document_id, line.context.span) for line in lines]


def test_what_is_looked_at_is_what_is_tagged(desk: Desk) -> None:
    key = desk.load(TEXT)
    places = look_at_places(desk.workspace, found(desk), desk.ana)
    chosen = [(key, one.stretch) for one in proposals(places, Extent.SENTENCE, "denial")]
    report = tag_places(desk.workspace, chosen, "denial", desk.ana, {"denial_scope": "partial"})
    assert (report.tagged, report.articles, report.left) == (3, 1, [])
    record = documents.read_document(desk.workspace, key)
    assert [record.text[slice(*one.segments[0])] for one in record.annotations] == [
        "Wali kota membantah.", "Menteri membantah, pedagang tidak.", "Rina tidak membantah.",
    ]  # fmt: skip
    assert {one.label for one in record.annotations} == {"denial"}
    assert {one.attributes["denial_scope"] for one in record.annotations} == {"partial"}
    assert {one.guideline_version for one in record.annotations} == {project_labels(desk.workspace).version}
    again = look_at_places(desk.workspace, found(desk), desk.ana)
    assert {one.standing for one in proposals(again, Extent.SENTENCE, "denial")} == {Standing.TAGGED}


def test_many_places_in_many_articles_are_one_step(desk: Desk) -> None:
    keys = [desk.load(TEXT.replace("Rina", f"Rina {number}")) for number in range(30)]
    places = found(desk)
    assert len(places) == 90
    told: list[tuple[int, int]] = []
    report = tag_places(desk.workspace, places, "denial", desk.ana, progress=lambda *how_far: told.append(how_far))
    assert (report.tagged, report.articles) == (90, 30)
    assert told[-1] == (90, 90)
    assert "90 places" in (history.undo_title(desk.workspace, desk.ana) or "")
    history.undo(desk.workspace, desk.ana)
    assert not any(documents.read_document(desk.workspace, key).annotations for key in keys)
    history.redo(desk.workspace, desk.ana)
    assert sum(len(documents.read_document(desk.workspace, key).annotations) for key in keys) == 90
    assert desk.problems() == []


def test_what_has_changed_since_is_left_and_told(desk: Desk) -> None:
    frozen, gone, there = desk.load(TEXT), desk.load(TEXT + "2"), desk.load(TEXT + "3")
    places = found(desk)
    annotations.add_annotation(desk.workspace, there, [Span(10, 19)], "denial", desk.ana)
    annotations.add_annotation(desk.workspace, there, [Span(30, 39)], "denial", desk.ben)
    documents.remove_document(desk.workspace, gone, desk.ana)
    with desk.workspace.edit("Newer", desk.ana) as session:
        document = session.get(Document, frozen)
        assert document is not None
        document.superseded_by = there
    report = tag_places(desk.workspace, [*places, (there, Span(0, 10_000))], "denial", desk.ana)
    assert report.tagged == 2, "Ben's does not stand in Ana's way"
    reasons = [reason for *_, reason in report.left]
    assert len(reasons) == 3 + 3 + 1 + 1
    assert {reason.split()[0] for reason in reasons} == {"The", "This", "It", "0–10000"}
    assert look_at_places(desk.workspace, [(gone, Span(0, 4))], desk.ana) == []


def test_nothing_is_written_for_a_label_or_value_that_there_is_not(desk: Desk) -> None:
    key = desk.load(TEXT)
    before = desk.rows()
    for label, said in (("rumour", {}), ("denial", {"denial_scope": "loud"})):
        with pytest.raises(InvalidLabelSet):
            tag_places(desk.workspace, [(key, Span(0, 4))], label, desk.ana, said)
    assert desk.rows() == before


def test_a_label_that_is_retired_meanwhile_leaves_the_rest_untagged(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.load(TEXT)
    places = found(desk)
    monkeypatch.setattr(bulk_tagging, "_WRITTEN_AT_A_TIME", 1)

    def retire(done: int, _total: int) -> None:
        if done == 1:
            label_set = label_changes.retire(project_labels(desk.workspace), "labels", "denial")
            change_label_set(desk.workspace, label_set, desk.ben)

    report = tag_places(desk.workspace, places, "denial", desk.ana, progress=retire)
    assert (report.tagged, len(report.left)) == (1, len(places) - 1)
    assert "retired" in report.left[0][2]
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["annotation"] == []
    assert desk.problems() == []


def test_it_can_be_stopped(desk: Desk) -> None:
    for number in range(20):
        desk.load(TEXT + str(number))
    places = found(desk)
    with pytest.raises(Cancelled):
        look_at_places(desk.workspace, places, desk.ana, cancelled=lambda: True)
    calls: list[int] = []

    def third_time() -> bool:
        calls.append(1)
        return len(calls) > 2

    report = bulk_tagging.tag_places(desk.workspace, places, "denial", desk.ana, cancelled=third_time)
    assert report.cancelled
    assert 0 < report.tagged < len(places)
    history.undo(desk.workspace, desk.ana)
    again = look_at_places(desk.workspace, places, desk.ana)
    assert {one.standing for one in proposals(again, Extent.EXACT, "denial")} == {Standing.READY}


def test_what_is_handed_in_is_left_and_told(desk: Desk) -> None:
    closed, other = desk.load(TEXT), desk.load("Bupati membantah.")
    submit(desk.workspace, closed, desk.ana)
    report = tag_places(desk.workspace, found(desk), "denial", desk.ana)
    assert (report.tagged, report.articles) == (1, 1)
    assert {(document_id, reason) for document_id, _, reason in report.left} == {
        (closed, "You have handed this article in, so nothing of yours in it can be changed. Take it back first.")
    }
    assert [one.label for one in documents.read_document(desk.workspace, other).annotations] == ["denial"]
