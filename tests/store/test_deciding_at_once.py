"""Two windows of the same person decide on the same suggestion: it is decided on once, in either database."""

from collections.abc import Callable
from threading import Thread
from time import sleep
from uuid import UUID

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.operations import history, suggestions
from annotator.operations.documents import read_document
from annotator.store.tables import Annotation, RejectedSuggestion
from tests.store.desk import Desk

PROPOSED = Suggestion("quote", (Span(21, 38),), "marks", "marks")
PLACE = {"label": "quote", "start_char": 21, "end_char": 38}


def while_another_writes(desk: Desk, row: Annotation | RejectedSuggestion, decide: Callable[[Desk], object]) -> None:
    """The decision is begun in a second window after this one has begun to write, and before it has written."""
    other = Desk(desk.address, desk.installation)
    waiting = Thread(target=decide, args=(other,))
    with desk.workspace.edit("Decide", desk.ana) as session:
        waiting.start()
        sleep(0.3)  # for a look that is taken before its turn
        session.add(row)
    waiting.join()
    other.workspace.close()


def whose(desk: Desk, key: UUID) -> dict[str, UUID]:
    return {"document_id": key, "annotator_id": desk.ana}


def test_what_is_accepted_twice_at_once_is_one_annotation(desk: Desk) -> None:
    key = desk.load()
    row = Annotation(**whose(desk, key), **PLACE, origin="accepted", suggested_by="marks")
    while_another_writes(desk, row, lambda other: suggestions.accept(other.workspace, key, PROPOSED, other.ana))
    assert [one.id for one in read_document(desk.workspace, key).annotations] == [row.id]
    assert desk.problems() == []


def test_what_is_rejected_twice_at_once_is_one_rejection(desk: Desk) -> None:
    key = desk.load()
    row = RejectedSuggestion(**whose(desk, key), **PLACE, suggester="marks")
    while_another_writes(desk, row, lambda other: suggestions.reject(other.workspace, key, PROPOSED, other.ana))
    assert [one.id for one in suggestions.rejected_in(desk.workspace, key)] == [row.id]
    assert desk.problems() == []


def test_what_is_rejected_once_more_is_no_step_of_its_own(desk: Desk) -> None:
    key = desk.load()
    parts = Suggestion("quote", (Span(0, 4), Span(21, 38)), "marks", "marks")
    made = [suggestions.reject(desk.workspace, key, one, desk.ana) for one in (PROPOSED, parts)]
    entries = desk.entries()
    assert [suggestions.reject(desk.workspace, key, one, desk.ana) for one in (PROPOSED, parts)] == made
    assert desk.entries() == entries
    suggestions.reject(desk.workspace, key, PROPOSED, desk.ben)
    assert [one.annotator for one in suggestions.rejected_in(desk.workspace, key)] == ["Ana", "Ana", "Ben"]
    for person in (desk.ben, desk.ana, desk.ana):
        history.undo(desk.workspace, person)
    assert suggestions.rejected_in(desk.workspace, key) == []
