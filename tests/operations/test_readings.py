"""Handing in, taking back, taking up again; what stands against it, and what is kept of it."""

from uuid import UUID, uuid4

import pytest

from annotator.core.readings import State
from annotator.core.spans import Span
from annotator.errors import Closed, EditConflict, Incomplete, NotFound, Unexplained
from annotator.operations import history
from annotator.operations.annotations import mark_nothing, set_attributes
from annotator.operations.readings import (
    put_reading,
    put_submission,
    reading_of,
    readings_in,
    readings_of,
    submit,
    take_back,
    take_up_again,
    what_is_missing,
)
from annotator.operations.relations import set_sources
from annotator.operations.sources import add_source
from annotator.store.submissions import first_submissions, newest_submissions
from tests.store.desk import Desk

TEXT = "The mayor left. “I was there,” she said."
QUOTE = Span(16, 30)


def approve(desk: Desk, document_id: UUID) -> None:
    with desk.workspace.edit("Approve", desk.ben, undoable=False) as session:
        put_reading(session, document_id, desk.ana).state = "approved"


def test_states_from_the_first_look_to_approval(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    seen = [reading_of(desk.workspace, document_id, desk.ana).state]
    desk.tag(document_id)
    seen.append(reading_of(desk.workspace, document_id, desk.ana).state)
    submit(desk.workspace, document_id, desk.ana)
    seen.append(reading_of(desk.workspace, document_id, desk.ana).state)
    take_back(desk.workspace, document_id, desk.ana)
    seen.append(reading_of(desk.workspace, document_id, desk.ana).state)
    submit(desk.workspace, document_id, desk.ana)
    approve(desk, document_id)
    seen.append(reading_of(desk.workspace, document_id, desk.ana).state)
    assert seen == ["unread", "in_progress", "submitted", "in_progress", "approved"]
    assert readings_of(desk.workspace, desk.ben) == {}
    assert [one.state for one in readings_in(desk.workspace, document_id)] == [State.APPROVED]


def test_a_hard_rule_stands_against_it_and_says_where(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    quote = desk.tag(document_id, *QUOTE, label="quote")
    with pytest.raises(Incomplete) as caught:
        submit(desk.workspace, document_id, desk.ana)
    (finding,) = [one for one in caught.value.missing.findings if one.problem.severity == "hard"]  # type: ignore[attr-defined]
    assert (finding.annotation.id, finding.problem.rule) == (quote.id, "quote_has_a_source")
    assert finding.problem.message in str(caught.value)
    assert reading_of(desk.workspace, document_id, desk.ana).state is State.IN_PROGRESS
    source = add_source(desk.workspace, "Rina", desk.ana)
    set_sources(desk.workspace, [quote.id], finding.problem.field, [source.id], desk.ana)
    submit(desk.workspace, document_id, desk.ana)
    assert reading_of(desk.workspace, document_id, desk.ana).state is State.SUBMITTED


def test_it_can_be_handed_in_despite_that(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    desk.tag(document_id, *QUOTE, label="quote")
    assert submit(desk.workspace, document_id, desk.ana, despite=True).number == 1


def test_what_others_have_left_out_stands_against_nobody(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    desk.tag(document_id, *QUOTE, label="quote", by=desk.ben)
    mark_nothing(desk.workspace, document_id, [Span(0, 15)], desk.ana)
    missing = what_is_missing(desk.workspace, document_id, desk.ana)
    assert (missing.findings, missing.undecided) == ((), 1)
    assert what_is_missing(desk.workspace, document_id, desk.ben).undecided == 1
    assert submit(desk.workspace, document_id, desk.ana).content == {"annotations": [], "links": []}


def test_what_was_handed_in_stays_as_it_was(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    claim = desk.tag(document_id, 0, 9)
    desk.tag(document_id, 4, 9, by=desk.ben)
    submit(desk.workspace, document_id, desk.ana)
    take_back(desk.workspace, document_id, desk.ana, " not yet ")
    assert reading_of(desk.workspace, document_id, desk.ana).reason == "not yet"
    set_attributes(desk.workspace, [claim.id], {"polarity": "negative"}, desk.ana)
    with desk.workspace.reading() as connection:
        assert list(newest_submissions(connection)) == []
        (first,) = first_submissions(connection)
    assert [(one.id, dict(one.attributes)) for one in first.annotations] == [(claim.id, {})]
    second = submit(desk.workspace, document_id, desk.ana)
    with desk.workspace.reading() as connection:
        (newest,) = newest_submissions(connection)
    assert (second.number, second.independent, newest.number) == (2, False, 2)
    assert dict(newest.annotations[0].attributes) == {"polarity": "negative"}
    assert desk.problems() == []


def test_the_first_moment_stays(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    submit(desk.workspace, document_id, desk.ana)
    at = reading_of(desk.workspace, document_id, desk.ana).submitted_at
    take_back(desk.workspace, document_id, desk.ana)
    submit(desk.workspace, document_id, desk.ana)
    assert reading_of(desk.workspace, document_id, desk.ana).submitted_at == at


def test_a_reading_that_saw_others_is_not_independent(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    with desk.workspace.edit("See", desk.ana, undoable=False) as session:
        put_reading(session, document_id, desk.ana).saw_others = True
    assert not submit(desk.workspace, document_id, desk.ana).independent


def test_what_is_handed_in_is_not_handed_in_again(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    submit(desk.workspace, document_id, desk.ana)
    with pytest.raises(Closed):
        submit(desk.workspace, document_id, desk.ana, despite=True)
    assert submit(desk.workspace, document_id, desk.ben).number == 1


def test_taking_back_is_for_what_is_handed_in(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    with pytest.raises(EditConflict):
        take_back(desk.workspace, document_id, desk.ana)
    submit(desk.workspace, document_id, desk.ana)
    approve(desk, document_id)
    with pytest.raises(Closed) as caught:
        take_back(desk.workspace, document_id, desk.ana)
    assert caught.value.state == "approved"


def test_an_approved_reading_is_taken_up_again_with_a_reason(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    with pytest.raises(EditConflict):
        take_up_again(desk.workspace, document_id, desk.ana, "because")
    submit(desk.workspace, document_id, desk.ana)
    approve(desk, document_id)
    with pytest.raises(Unexplained):
        take_up_again(desk.workspace, document_id, desk.ana, " \n")
    again = take_up_again(desk.workspace, document_id, desk.ana, "the claim was wrong\x00")
    assert (again.state, again.version, again.reason) == (State.UNREAD, 2, "the claim was wrong")
    desk.tag(document_id)
    assert submit(desk.workspace, document_id, desk.ana).number == 2
    assert reading_of(desk.workspace, document_id, desk.ana).version == 2


def test_nothing_of_it_is_on_the_undo_list(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    submit(desk.workspace, document_id, desk.ana)
    take_back(desk.workspace, document_id, desk.ana)
    assert history.undo_title(desk.workspace, desk.ana) == "Load article"


def test_an_article_that_is_gone(desk: Desk) -> None:
    with pytest.raises(NotFound):
        submit(desk.workspace, uuid4(), desk.ana)
    assert reading_of(desk.workspace, uuid4(), desk.ana).state is State.UNREAD


def test_a_submission_can_be_put_inside_any_edit(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    desk.tag(document_id, *QUOTE, label="quote")
    with desk.workspace.edit("All at once", desk.ana, undoable=False) as session:
        put_submission(session, document_id, desk.ana)
    assert reading_of(desk.workspace, document_id, desk.ana).state is State.SUBMITTED
