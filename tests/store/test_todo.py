"""What waits, on both databases."""

from uuid import UUID

from annotator.operations.comments import add_comment, reply, set_resolved
from annotator.operations.readings import submit, take_back
from annotator.operations.review import approve, return_annotations, return_reading
from annotator.store import todo
from annotator.store.review_tables import SelfCheck
from tests.store.desk import Desk


def returned(desk: Desk, document_id: UUID | None = None) -> list[tuple[UUID, str]]:
    with desk.workspace.reading() as connection:
        return [(one.annotation_id, one.reason) for one in todo.returned_annotations(connection, desk.ana, document_id)]


def asked(desk: Desk, who: UUID) -> list[tuple[str, bool]]:
    with desk.workspace.reading() as connection:
        return [(one.words, one.mentions) for one in todo.open_comments(connection, who)]


def test_returned_annotations_until_they_are_handed_in_again(desk: Desk) -> None:
    document_id = desk.load()
    first, second = desk.tag(document_id, 0, 4), desk.tag(document_id, 5, 9)
    submit(desk.workspace, document_id, desk.ana)
    return_annotations(desk.workspace, [first.id, second.id], "which one", desk.ben)
    approve(desk.workspace, [first.id], desk.ben)
    assert returned(desk) == []
    return_reading(desk.workspace, document_id, desk.ana, "look again", desk.ben)
    assert returned(desk) == returned(desk, document_id) == [(second.id, "which one")]
    assert returned(desk, desk.load("Another one.")) == []
    submit(desk.workspace, document_id, desk.ana)
    assert returned(desk) == []
    take_back(desk.workspace, document_id, desk.ana)
    assert returned(desk) == [(second.id, "which one")]


def test_threads_wait_for_who_is_meant_until_they_answer_or_it_is_settled(desk: Desk) -> None:
    document_id = desk.load()
    claim = desk.tag(document_id)
    mention = add_comment(desk.workspace, document_id, "Is it so, @Ana?", desk.ben)
    about = add_comment(desk.workspace, document_id, "Too long.", desk.ben, annotation_id=claim.id)
    add_comment(desk.workspace, document_id, "Nobody is meant.", desk.ben)
    add_comment(desk.workspace, document_id, "My own, @Ben.", desk.ana)
    assert asked(desk, desk.ana) == [("Is it so, @Ana?", True), ("Too long.", False)]
    assert asked(desk, desk.ben) == [("My own, @Ben.", True)]
    reply(desk.workspace, mention.id, "It is, @Ben.", desk.ana)
    assert asked(desk, desk.ana) == [("Too long.", False)]
    assert asked(desk, desk.ben) == [("It is, @Ben.", True), ("My own, @Ben.", True)]
    set_resolved(desk.workspace, about.id, True, desk.ben)
    assert asked(desk, desk.ana) == []


def test_sentences_to_be_asked_again(desk: Desk) -> None:
    document_id = desk.load()
    with desk.workspace.edit("Ask again", desk.ana, undoable=False) as session:
        session.add(SelfCheck(document_id=document_id, annotator_id=desk.ana, start_char=0, end_char=4, first=[]))
    with desk.workspace.reading() as connection:
        assert [todo.self_checks_due(connection, who) for who in (desk.ana, desk.ben)] == [1, 0]
