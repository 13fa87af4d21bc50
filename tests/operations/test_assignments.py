"""Articles given to annotators, and taken away again."""

import time
from io import BytesIO
from uuid import UUID

import pytest
from sqlmodel import select

from annotator.core.assigning import Plan
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, NotFound
from annotator.operations import annotations, annotators, assignments, comments, documents, exports
from annotator.operations.readings import submit
from annotator.operations.seeing import note_seen
from annotator.store.review_tables import Reading
from annotator.store.tables import Document
from tests.store.desk import Desk


def articles(desk: Desk, number: int) -> list[UUID]:
    return [desk.load(f"Article {at} says something else about harbour {at}.\n") for at in range(number)]


def give(desk: Desk, *ids: UUID, blind: bool = True) -> Plan:
    plan = assignments.plan_articles(desk.workspace, ids, [desk.ben])
    assignments.assign(desk.workspace, plan.pairs, desk.ana, blind=blind)
    return plan


def test_an_article_is_given_blind_and_hides_what_was_done(desk: Desk) -> None:
    (document_id,) = articles(desk, 1)
    desk.tag(document_id)
    assert give(desk, document_id).pairs == ((document_id, desk.ben),)
    (told,) = assignments.read_assignments(desk.workspace)
    assert (told.annotator, told.assigned_by, told.blind, told.state, told.begun) == ("Ben", "Ana", True, "open", False)
    desk.workspace.viewer = desk.ben
    assert documents.read_document(desk.workspace, document_id).annotations == ()
    assert desk.problems() == []


def test_an_open_one_hides_nothing(desk: Desk) -> None:
    (document_id,) = articles(desk, 1)
    desk.tag(document_id)
    give(desk, document_id, blind=False)
    desk.workspace.viewer = desk.ben
    assert len(documents.read_document(desk.workspace, document_id).annotations) == 1


def test_who_has_worked_on_it_gets_it_only_again(desk: Desk) -> None:
    tagged, marked, new = articles(desk, 3)
    desk.tag(tagged, by=desk.ben)
    annotations.mark_nothing(desk.workspace, marked, [Span(0, 9)], desk.ben)
    ids = [tagged, marked, new]
    plan = assignments.plan_articles(desk.workspace, ids, [desk.ben])
    assert (plan.pairs, plan.passed_over) == (((new, desk.ben),), 2)
    again = assignments.plan_articles(desk.workspace, ids, [desk.ben], again=True)
    assert (again.articles, again.passed_over) == (3, 0)


def test_nobody_gets_an_article_twice(desk: Desk) -> None:
    (document_id,) = articles(desk, 1)
    give(desk, document_id)
    assert assignments.plan_articles(desk.workspace, [document_id], [desk.ben], again=True).pairs == ()
    assert assignments.assign(desk.workspace, [(document_id, desk.ben)], desk.ana, blind=False) == 0
    assert assignments.read_assignments(desk.workspace)[0].blind


def test_a_share_is_drawn_alike_for_a_seed(desk: Desk) -> None:
    ids = articles(desk, 10)
    first = assignments.plan_at_random(desk.workspace, [desk.ben], percent=30, seed=5)
    assert first == assignments.plan_at_random(desk.workspace, [desk.ben], percent=30, seed=5)
    assert first.articles == 3
    assert {document_id for document_id, _ in first.pairs} <= set(ids)
    others = [assignments.plan_at_random(desk.workspace, [desk.ben], number=3, seed=seed) for seed in range(4)]
    assert len({plan.pairs for plan in others}) > 1


def test_older_versions_are_not_drawn(desk: Desk) -> None:
    older, newer = articles(desk, 2)
    with desk.workspace.edit("Supersede", desk.ana) as session:
        row = session.get(Document, older)
        assert row
        row.superseded_by = newer
    plan = assignments.plan_at_random(desk.workspace, [desk.ben], percent=100, seed=1)
    assert plan.pairs == ((newer, desk.ben),)


def test_only_what_somebody_has_handed_in(desk: Desk) -> None:
    first, *_ = articles(desk, 3)
    submit(desk.workspace, first, desk.ana)
    plan = assignments.plan_at_random(desk.workspace, [desk.ana, desk.ben], number=5, seed=1, only_handed_in=True)
    assert plan.pairs == ((first, desk.ben),)


def test_those_the_suggester_is_unsure_of_come_first(desk: Desk) -> None:
    articles(desk, 3)
    plan = assignments.plan_unsure(desk.workspace, [desk.ben], 2)
    assert plan.articles == 2


def test_several_people_in_turn_or_all_of_it_each(desk: Desk) -> None:
    articles(desk, 4)
    can = annotators.find_or_add_annotator(desk.workspace, "Can")
    people = [desk.ben, can]
    assert len(assignments.plan_at_random(desk.workspace, people, number=4, seed=1).pairs) == 8
    assert len(assignments.plan_at_random(desk.workspace, people, number=4, seed=1, in_turn=True).pairs) == 4


def test_what_was_not_begun_can_be_taken_away(desk: Desk) -> None:
    unread, begun, seen = articles(desk, 3)
    give(desk, unread, begun, seen)
    desk.tag(begun, by=desk.ben)
    comments.add_comment(desk.workspace, seen, "Look", desk.ana)
    note_seen(desk.workspace, seen, desk.ben)
    pairs = [(one, desk.ben) for one in (unread, begun, seen)]
    assert assignments.unassign(desk.workspace, pairs, desk.ana) == 2
    assert [one.document_id for one in assignments.read_assignments(desk.workspace)] == [begun]
    with desk.workspace.edit("Look", desk.ana) as session:
        rows = {row.document_id: row for row in session.exec(select(Reading))}
    assert rows.keys() == {begun, seen}
    assert rows[seen].saw_others
    assert not rows[seen].blind
    assert desk.problems() == []


def test_it_is_not_on_the_undo_list(desk: Desk) -> None:
    (document_id,) = articles(desk, 1)
    desk.tag(document_id)
    give(desk, document_id)
    assert desk.workspace.undo_title(desk.ana) == "Tag claim"


def test_an_export_says_what_it_lacks_for_a_blind_reader(desk: Desk) -> None:
    first, second = articles(desk, 2)
    for one in (first, second):
        desk.tag(one)
    give(desk, first)
    desk.workspace.viewer = desk.ben
    target = BytesIO()
    report = exports.export_dataset(desk.workspace, "jsonl", target)
    assert (report.documents, report.annotations, report.one_sided) == (2, 1, 1)
    assert exports.export_dataset(desk.workspace, "jsonl", BytesIO(), document_ids=[second]).one_sided == 0


def test_what_cannot_be_is_said(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="who is to read"):
        assignments.plan_articles(desk.workspace, articles(desk, 1), [])
    with pytest.raises(AnnotatorError, match="one at least"):
        assignments.plan_at_random(desk.workspace, [desk.ben], number=0, seed=1)
    with pytest.raises(NotFound):
        assignments.assign(desk.workspace, [(UUID(int=1), desk.ben)], desk.ana)


def test_many_are_one_step(desk: Desk) -> None:
    ids = articles(desk, 60)
    before = desk.entries()
    began = time.perf_counter()
    plan = assignments.plan_articles(desk.workspace, ids, [desk.ben])
    assert assignments.assign(desk.workspace, plan.pairs, desk.ana) == 60
    assert time.perf_counter() - began < 2
    assert desk.entries() - before == 60  # one for each article, all of one step
