"""What people say to each other about an article."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from annotator.core.comments import Thread
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, EditConflict, InvalidSpan, NotFound
from annotator.formats.base import WriteOptions
from annotator.operations import annotations, assignments, comments, exports, history
from annotator.operations.readings import submit
from tests.store.desk import Desk


def threads(desk: Desk, document_id: UUID) -> list[Thread]:
    return comments.threads_of(desk.workspace, document_id)


def test_comments_stand_on_the_article_a_stretch_and_an_annotation(desk: Desk) -> None:
    document_id = desk.load()
    tag = desk.tag(document_id, 10, 19)
    places: tuple[dict[str, Any], ...] = ({"annotation_id": tag.id}, {"span": Span(0, 9)}, {})
    for where in places:
        comments.add_comment(desk.workspace, document_id, " Why? ", desk.ben, **where)
    found = threads(desk, document_id)
    assert [one.first.span for one in found] == [None, Span(0, 9), Span(10, 19)]
    assert [one.first.annotation_id for one in found] == [None, None, tag.id]
    assert {(one.first.words, one.first.annotator) for one in found} == {("Why?", "Ben")}
    assert desk.problems() == []


def test_a_thread_is_answered_settled_and_opened_again(desk: Desk) -> None:
    document_id = desk.load()
    first = comments.add_comment(desk.workspace, document_id, "Why?", desk.ben, span=Span(0, 9))
    answer = comments.reply(desk.workspace, first.id, "Because.", desk.ana)
    comments.set_resolved(desk.workspace, answer.id, True, desk.ana)
    (thread,) = threads(desk, document_id)
    assert ([one.words for one in thread.comments], thread.is_open) == (["Why?", "Because."], False)
    again = comments.reply(desk.workspace, answer.id, "No.", desk.ben)
    assert again.thread_id == first.id
    assert threads(desk, document_id)[0].is_open
    assert again.span == Span(0, 9)


def test_it_follows_its_annotation_and_stays_when_that_goes(desk: Desk) -> None:
    document_id = desk.load()
    tag = desk.tag(document_id, 0, 4)
    comments.add_comment(desk.workspace, document_id, "Why?", desk.ben, annotation_id=tag.id)
    annotations.set_segments(desk.workspace, tag.id, [Span(0, 9)], desk.ana)
    assert threads(desk, document_id)[0].first.span == Span(0, 9)
    annotations.remove_annotations(desk.workspace, [tag.id], desk.ana)
    assert threads(desk, document_id)[0].first.span == Span(0, 4)
    assert desk.problems() == []


def test_undo_takes_it_back_and_redo_brings_it(desk: Desk) -> None:
    document_id = desk.load()
    first = comments.add_comment(desk.workspace, document_id, "Why?", desk.ben)
    assert history.undo(desk.workspace, desk.ben) == "Comment"
    assert threads(desk, document_id) == []
    history.redo(desk.workspace, desk.ben)
    comments.reply(desk.workspace, first.id, "Because.", desk.ana)
    history.undo(desk.workspace, desk.ben)
    (thread,) = threads(desk, document_id)
    assert [one.words for one in thread.comments] == ["Because."]
    comments.set_resolved(desk.workspace, thread.first.id, True, desk.ana)
    assert not threads(desk, document_id)[0].is_open


def test_only_one_s_own_is_removed_and_none_that_was_answered(desk: Desk) -> None:
    document_id = desk.load()
    first = comments.add_comment(desk.workspace, document_id, "Why?", desk.ben)
    answer = comments.reply(desk.workspace, first.id, "Because.", desk.ana)
    with pytest.raises(EditConflict, match="Ben wrote this comment"):
        comments.remove_comment(desk.workspace, first.id, desk.ana)
    with pytest.raises(EditConflict, match="answered"):
        comments.remove_comment(desk.workspace, first.id, desk.ben)
    comments.remove_comment(desk.workspace, answer.id, desk.ana)
    comments.remove_comment(desk.workspace, first.id, desk.ben)
    assert threads(desk, document_id) == []


def test_mentions_are_kept_as_keys(desk: Desk) -> None:
    document_id = desk.load()
    made = comments.add_comment(desk.workspace, document_id, "@ana and @Ben, look", desk.ben)
    assert made.mentions == (desk.ana, desk.ben)
    assert threads(desk, document_id)[0].first.mentions == (desk.ana, desk.ben)


def test_one_may_comment_on_what_is_handed_in(desk: Desk) -> None:
    document_id = desk.load()
    tag = desk.tag(document_id)
    submit(desk.workspace, document_id, desk.ana, despite=True)
    comments.add_comment(desk.workspace, document_id, "Why?", desk.ana, annotation_id=tag.id)
    assert len(threads(desk, document_id)) == 1


def test_comments_of_others_are_hidden_in_a_blind_reading(desk: Desk) -> None:
    document_id = desk.load()
    comments.add_comment(desk.workspace, document_id, "Ana’s", desk.ana)
    assignments.assign(desk.workspace, [(document_id, desk.ben)], desk.ana)
    desk.workspace.viewer = desk.ben
    comments.add_comment(desk.workspace, document_id, "Ben’s", desk.ben)
    assert [one.first.words for one in threads(desk, document_id)] == ["Ben’s"]
    submit(desk.workspace, document_id, desk.ben, despite=True)
    assert len(threads(desk, document_id)) == 2


def test_they_leave_with_the_whole_project_and_in_no_dataset(desk: Desk, project_path: Path) -> None:
    document_id = desk.load()
    comments.add_comment(desk.workspace, document_id, "zanzibar", desk.ana)
    target = project_path.with_name("out.jsonl")
    for format_id, lean in (("jsonl", True), ("csv", False), ("doccano", False)):
        exports.export_dataset(desk.workspace, format_id, target, options=WriteOptions(lean=lean))
        assert "zanzibar" not in target.read_text(encoding="utf-8")
    exports.export_dataset(desk.workspace, "jsonl", target)
    assert "zanzibar" in target.read_text(encoding="utf-8")


def test_what_cannot_be_is_said(desk: Desk) -> None:
    document_id, other = desk.load(), desk.load("Another one.\n")
    tag = desk.tag(other)
    for words in ("", " \n "):
        with pytest.raises(AnnotatorError, match="needs words"):
            comments.add_comment(desk.workspace, document_id, words, desk.ana)
    with pytest.raises(AnnotatorError, match="10,000"):
        comments.add_comment(desk.workspace, document_id, "x" * 10_001, desk.ana)
    with pytest.raises(InvalidSpan):
        comments.add_comment(desk.workspace, document_id, "x", desk.ana, span=Span(0, 9999))
    with pytest.raises(NotFound):
        comments.add_comment(desk.workspace, document_id, "x", desk.ana, annotation_id=tag.id)
    with pytest.raises(NotFound):
        comments.reply(desk.workspace, UUID(int=5), "x", desk.ana)
    with pytest.raises(NotFound):
        comments.find_comment(desk.workspace, "abc")
