"""Noting that others’ work was seen."""

from annotator.operations import comments, seeing
from annotator.operations.readings import submit
from tests.store.desk import Desk


def test_what_was_seen_is_noted_once_and_not_after_handing_in(desk: Desk) -> None:
    first, second = (desk.load(f"Article {at} here.\n") for at in range(2))
    assert not seeing.note_seen(desk.workspace, first, desk.ben)  # there is nothing to see
    for one in (first, second):
        desk.tag(one)
    assert seeing.note_seen(desk.workspace, first, desk.ben)
    assert not seeing.note_seen(desk.workspace, first, desk.ben)
    assert not submit(desk.workspace, first, desk.ben).independent
    assert submit(desk.workspace, second, desk.ben).independent
    assert not seeing.note_seen(desk.workspace, second, desk.ben)
    assert desk.problems() == []


def test_whether_anything_was_said(desk: Desk) -> None:
    document_id = desk.load()
    assert not seeing.has_comments(desk.workspace, document_id)
    comments.add_comment(desk.workspace, document_id, "Look", desk.ana)
    assert seeing.has_comments(desk.workspace, document_id)
