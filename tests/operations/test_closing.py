"""What was handed in is changed by no key, no undo and no redo; what is not of the reading goes on."""

from collections.abc import Callable
from uuid import UUID

import pytest

from annotator.core.spans import Span
from annotator.errors import Closed
from annotator.operations import annotations, history
from annotator.operations.contacts import add_contact
from annotator.operations.documents import remove_document
from annotator.operations.readings import put_reading, submit, take_back
from annotator.operations.relations import link, set_sources, unlink
from tests.store.desk import Desk

TEXT = "The mayor left. She denies it."


def closed(desk: Desk) -> tuple[UUID, UUID, UUID, UUID]:
    """An article that Ana has handed in: its key, those of a claim, a denial and the link between them."""
    document_id = desk.load(TEXT)
    claim, denial = desk.tag(document_id, 0, 15), desk.tag(document_id, 16, 29, label="denial")
    relation = link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    annotations.mark_nothing(desk.workspace, document_id, [Span(4, 9)], desk.ana)
    submit(desk.workspace, document_id, desk.ana, despite=True)
    return document_id, claim.id, denial.id, relation.id


CHANGES: dict[str, Callable[[Desk, UUID, UUID, UUID, UUID], object]] = {
    "tag": lambda desk, article, *_: desk.tag(article, 4, 9),
    "untag by the same key": lambda desk, article, *_: annotations.toggle_label(
        desk.workspace, article, [Span(0, 15)], "claim", desk.ana
    ),
    "remove": lambda desk, _, claim, *__: annotations.remove_annotations(desk.workspace, [claim], desk.ana),
    "note": lambda desk, _, claim, *__: annotations.set_note(desk.workspace, claim, "x", desk.ana),
    "attributes": lambda desk, _, claim, *__: annotations.set_attributes(
        desk.workspace, [claim], {"polarity": "negative"}, desk.ana
    ),
    "label": lambda desk, _, claim, *__: annotations.set_label(desk.workspace, claim, "quote", desk.ana),
    "stretch": lambda desk, _, claim, *__: annotations.set_segments(desk.workspace, claim, [Span(4, 9)], desk.ana),
    "mark": lambda desk, article, *_: annotations.mark_nothing(desk.workspace, article, [Span(16, 29)], desk.ana),
    "unmark": lambda desk, article, *_: annotations.clear_nothing(desk.workspace, article, [Span(4, 9)], desk.ana),
    "link": lambda desk, _, claim, denial, __: link(desk.workspace, denial, "denies", claim, desk.ana),
    "unlink": lambda desk, *keys: unlink(desk.workspace, [keys[3]], desk.ana),
    "source": lambda desk, _, claim, *__: set_sources(desk.workspace, [claim], "attributed_to", [], desk.ana),
    "undo": lambda desk, *_: history.undo(desk.workspace, desk.ana),
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_of_ones_own_changes(desk: Desk, name: str) -> None:
    keys = closed(desk)
    before = desk.rows()
    with pytest.raises(Closed) as caught:
        CHANGES[name](desk, *keys)
    assert (caught.value.state, caught.value.document_id) == ("submitted", keys[0])
    assert desk.rows() == before
    take_back(desk.workspace, keys[0], desk.ana)
    CHANGES[name](desk, *keys)


def test_an_approved_one_says_what_to_do(desk: Desk) -> None:
    document_id, *_ = closed(desk)
    with desk.workspace.edit("Approve", desk.ben, undoable=False) as session:
        put_reading(session, document_id, desk.ana).state = "approved"
    with pytest.raises(Closed, match="new version"):
        desk.tag(document_id, 4, 9)


def test_redo_reaches_nothing_that_is_handed_in(desk: Desk) -> None:
    document_id = desk.load(TEXT)
    desk.tag(document_id)
    history.undo(desk.workspace, desk.ana)
    submit(desk.workspace, document_id, desk.ana)
    with pytest.raises(Closed):
        history.redo(desk.workspace, desk.ana)


def test_undo_elsewhere_and_by_others_goes_on(desk: Desk) -> None:
    document_id, *_ = closed(desk)
    elsewhere = desk.load("Another article.")
    desk.tag(elsewhere)
    assert history.undo(desk.workspace, desk.ana) == "Tag claim"
    desk.tag(document_id, 4, 9, by=desk.ben)
    assert history.undo(desk.workspace, desk.ben) == "Tag claim"


def test_contacts_and_others_go_on(desk: Desk) -> None:
    document_id, claim, *_ = closed(desk)
    add_contact(desk.workspace, claim, desk.ana, at="2026-05-01", person="Rina")
    assert history.undo(desk.workspace, desk.ana)
    desk.tag(document_id, 4, 9, by=desk.ben)
    with desk.workspace.edit("Correct", desk.ana) as session:
        row = annotations.put_annotation(
            desk.workspace, session, document_id, [Span(4, 9)], "claim", desk.ana, corrects=True
        )
    annotations.set_note(desk.workspace, row.id, "as a reviewer", desk.ana)
    assert history.undo(desk.workspace, desk.ana) == "Change note"
    assert history.undo(desk.workspace, desk.ana) == "Correct"
    assert history.redo(desk.workspace, desk.ana) == "Correct"


def test_an_article_may_go_with_all_that_was_said_and_come_back(desk: Desk) -> None:
    document_id, *_ = closed(desk)
    before = desk.rows()
    remove_document(desk.workspace, document_id, desk.ana)
    assert not desk.rows()["reading"]
    assert not desk.rows()["submission"]
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    history.redo(desk.workspace, desk.ana)
    assert desk.problems() == []
