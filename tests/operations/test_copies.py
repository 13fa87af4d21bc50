"""Which articles are copies of which, as the texts say and as people say."""

import random
from uuid import UUID

import pytest

from annotator.errors import EditConflict, NotFound
from annotator.operations import copies, documents, history
from annotator.operations.readings import put_reading, submit
from annotator.operations.verification import verify
from annotator.store.tables import Document
from tests.core.test_near_copies import edited, story
from tests.operations.copies_desk import arrive, groups_of
from tests.store.desk import Desk

WIRE = story(300, 1)
SHORT = "The bridge is closed."


def three_copies(desk: Desk) -> list[UUID]:
    """Three copies, and an article that is none."""
    return arrive(desk, WIRE, edited(WIRE, 1, 0.02), WIRE, story(300, 2))


def test_copies_are_told_with_how_like_they_are(desk: Desk) -> None:
    first, second, third, alone = three_copies(desk)
    found = copies.copies_of(desk.workspace, first)
    assert [copy.document.id for copy in found] == [second, third]
    assert found[1].likeness == 1.0
    assert 0.6 < found[0].likeness < 1.0
    assert [copy.document.id for copy in copies.copies_of(desk.workspace, third)] == [first, second]
    assert copies.copies_of(desk.workspace, alone) == []
    assert [[one.id for one in group] for group in copies.groups(desk.workspace)] == [[first, second, third]]


def test_short_texts_are_likened_by_what_they_say(desk: Desk) -> None:
    first, second = arrive(desk, "The bridge at Harrow is closed.", "The bridge at Harrow is open.")
    copies.join(desk.workspace, [first, second], desk.ana)
    (copy,) = copies.copies_of(desk.workspace, first)
    assert copy.likeness == 0.6  # three runs of three words of five


def test_an_article_that_is_gone_has_no_copies(desk: Desk) -> None:
    first, *_ = three_copies(desk)
    documents.remove_document(desk.workspace, first, desk.ana)
    for verb in (
        lambda: copies.copies_of(desk.workspace, first),
        lambda: copies.separate(desk.workspace, first, desk.ana),
    ):
        with pytest.raises(NotFound, match="no longer in the project"):
            verb()
    with pytest.raises(NotFound, match="No article was named"):
        copies.join(desk.workspace, [], desk.ana)


@pytest.mark.parametrize("leaving", [0, 1, 2])
def test_what_is_not_a_copy_leaves_the_others_together(desk: Desk, leaving: int) -> None:
    keys = three_copies(desk)
    assert copies.separate(desk.workspace, keys[leaving], desk.ana)
    groups = groups_of(desk, keys)
    staying = [at for at in range(3) if at != leaving]
    assert groups[staying[0]] == groups[staying[1]] != groups[leaving]
    assert copies.copies_of(desk.workspace, keys[leaving]) == []
    assert not copies.separate(desk.workspace, keys[leaving], desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert groups_of(desk, keys) == [0, 0, 0, 3]
    assert verify(desk.workspace).problems == []


def test_what_is_not_a_copy_stays_so_when_more_copies_come(desk: Desk) -> None:
    first, second, *_ = three_copies(desk)
    copies.separate(desk.workspace, second, desk.ana)
    (late,) = arrive(desk, WIRE + " The end of it.")
    assert copies.copies_of(desk.workspace, second) == []
    assert late in {copy.document.id for copy in copies.copies_of(desk.workspace, first)}


def test_articles_can_be_said_to_be_copies(desk: Desk) -> None:
    keys = three_copies(desk) + arrive(desk, SHORT)
    copies.join(desk.workspace, [keys[4], keys[1]], desk.ana)
    assert groups_of(desk, keys) == [0, 0, 0, 3, 0]
    copies.join(desk.workspace, [keys[3], keys[4]], desk.ana)
    assert groups_of(desk, keys) == [0, 0, 0, 0, 0]
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert groups_of(desk, keys) == [0, 0, 0, 3, 4]
    copies.join(desk.workspace, keys[:1], desk.ana)
    assert groups_of(desk, keys) == [0, 0, 0, 3, 4]


def test_older_versions_are_no_copies_and_are_not_touched(desk: Desk) -> None:
    first, second, third, newer = three_copies(desk)
    with desk.workspace.edit("Load corrected version", desk.ana) as session:
        session.get_one(Document, first).superseded_by = newer
        session.get_one(Document, newer).copy_group = first
    assert [copy.document.id for copy in copies.copies_of(desk.workspace, second)] == [third, newer]
    assert [copy.document.id for copy in copies.copies_of(desk.workspace, first)] == [second, third, newer]
    before = next(row for row in desk.rows()["document"] if row["id"] == first)
    copies.separate(desk.workspace, newer, desk.ana)
    copies.join(desk.workspace, [third, *arrive(desk, SHORT)], desk.ana)
    assert next(row for row in desk.rows()["document"] if row["id"] == first) == before
    assert [one.id for one in copies.groups(desk.workspace)[0]][:2] == [second, third]


def test_any_order_of_saying_so_leaves_groups_that_are_told_from_everywhere(desk: Desk) -> None:
    chosen = random.Random(7)
    keys = three_copies(desk) + arrive(desk, *(story(100, seed) for seed in range(20, 24)))
    for _ in range(40):
        if chosen.random() < 0.5:
            copies.separate(desk.workspace, chosen.choice(keys), desk.ana)
        else:
            copies.join(desk.workspace, chosen.sample(keys, chosen.randint(1, 3)), desk.ana)
        groups = groups_of(desk, keys)
        for at, key in enumerate(keys):
            told = {copy.document.id for copy in copies.copies_of(desk.workspace, key)}
            assert told == {other for to, other in enumerate(keys) if groups[to] == groups[at] and other != key}
    assert verify(desk.workspace).problems == []


def test_who_reads_a_copy_blind_does_not_say_what_is_a_copy(desk: Desk) -> None:
    first, second, third, alone = three_copies(desk)
    with desk.workspace.edit("Give", desk.ana) as session:
        put_reading(session, first, desk.ben).blind = True
    before = desk.rows(), desk.entries()
    for key in (first, second, third):
        with pytest.raises(EditConflict, match="You read a copy of this article blind; hand it in first"):
            copies.separate(desk.workspace, key, desk.ben)
        with pytest.raises(EditConflict, match="blind"):
            copies.join(desk.workspace, [alone, key], desk.ben)
    assert (desk.rows(), desk.entries()) == before
    assert not copies.separate(desk.workspace, alone, desk.ben)
    assert copies.separate(desk.workspace, third, desk.ana)
    submit(desk.workspace, first, desk.ben, despite=True)
    assert copies.separate(desk.workspace, second, desk.ben)
