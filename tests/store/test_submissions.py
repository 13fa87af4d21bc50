"""Which submissions count, on both databases."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from annotator.operations.readings import put_reading, submit, take_back
from annotator.store import submissions
from annotator.store.submissions import (
    all_submissions,
    first_submissions,
    newest_submissions,
    number_of_submissions,
)
from tests.store.desk import Desk

Read = Callable[..., Iterator[Any]]


def read(desk: Desk, which: Read, document_ids: list[UUID] | None = None) -> list[tuple[UUID, UUID, int]]:
    with desk.workspace.reading() as connection:
        return [(one.document_id, one.annotator_id, one.number) for one in which(connection, document_ids)]


def test_first_newest_and_all(desk: Desk) -> None:
    first, second = desk.load("The mayor left."), desk.load("She denies it.")
    submit(desk.workspace, first, desk.ana)
    take_back(desk.workspace, first, desk.ana)
    submit(desk.workspace, first, desk.ana)
    submit(desk.workspace, first, desk.ben)
    submit(desk.workspace, second, desk.ben)
    assert read(desk, first_submissions) == [(first, desk.ana, 1), (first, desk.ben, 1), (second, desk.ben, 1)]
    assert read(desk, newest_submissions) == [(first, desk.ana, 2), (first, desk.ben, 1), (second, desk.ben, 1)]
    assert read(desk, all_submissions, [first]) == [(first, desk.ana, 1), (first, desk.ana, 2), (first, desk.ben, 1)]
    assert read(desk, all_submissions, [first]) == [(first, desk.ana, 1), (first, desk.ana, 2), (first, desk.ben, 1)]
    assert read(desk, first_submissions, [second]) == [(second, desk.ben, 1)]
    assert read(desk, first_submissions, []) == []
    with desk.workspace.reading() as connection:
        assert number_of_submissions(connection, first, desk.ana) == 2
        assert number_of_submissions(connection, second, desk.ana) == 0


def test_only_what_is_handed_in_or_approved_takes_part(desk: Desk) -> None:
    document_id = desk.load()
    submit(desk.workspace, document_id, desk.ana)
    for state, number in (("approved", 1), ("returned", 0), ("open", 0), ("submitted", 1)):
        with desk.workspace.edit("Say", desk.ben, undoable=False) as session:
            put_reading(session, document_id, desk.ana).state = state
        assert len(read(desk, newest_submissions)) == number
        assert len(read(desk, first_submissions)) == 1


def test_more_articles_than_are_read_at_a_time(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setattr(submissions, "BATCH", 2)
    ids = [desk.load(f"Article {n}.") for n in range(5)]
    for document_id in ids:
        submit(desk.workspace, document_id, desk.ana)
    assert [one for one, *_ in read(desk, first_submissions, ids)] == sorted(ids)
