"""Entries are known by their hashes, and stand here as they stood there."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from annotator.operations import history
from annotator.store.merging.chains import NO_HASH, read_chains
from annotator.store.tables import Installation, JournalEntry, table_of
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, copy_of


def rows(desk: Desk, table: Any) -> list[dict[str, Any]]:
    with desk.workspace.reading() as connection:
        found = connection.execute(select(table_of(table)).order_by(table_of(table).c.number)).mappings()
        return [dict(row) for row in found]


def article(desk: Desk) -> UUID:
    key: UUID = desk.rows()["document"][0]["id"]
    return key


def test_two_copies_share_what_they_have_in_common(home: Desk, away: Desk) -> None:
    shared = home.entries()
    home.tag(article(home))
    away.tag(article(away), 5, 9)
    with home.workspace.reading() as here, away.workspace.reading() as there:
        ours, theirs = read_chains(here), read_chains(there)
    assert len(ours.numbers.keys() & theirs.numbers.keys()) == shared
    assert len(ours.numbers) == home.entries()
    (head,) = (chain.head_hash for chain in ours.rows.values())
    assert ours.up_to([head]) == ours.numbers.keys()
    assert ours.of_chain(home.installation) == ours.numbers.keys()
    assert ours.previous[ours.hashes[1]] == NO_HASH


def test_what_is_received_stands_as_it_stood(home: Desk, away: Desk) -> None:
    tagged = away.tag(article(away), by=away.ben)
    away.tag(article(away), 5, 9, by=away.ben)
    history.undo(away.workspace, away.ben)
    history.redo(away.workspace, away.ben)
    home.tag(article(home))
    bring(home, away)
    same = ("sequence", "previous_hash", "at", "annotator_id", "document_id", "title", "kind", "changes")
    sent = [row for row in rows(away, JournalEntry) if row["annotator_id"] == away.ben]
    came = [row for row in rows(home, JournalEntry) if row["received"]]
    assert [[row[name] for name in same] for row in came] == [[row[name] for name in same] for row in sent]
    undo = next(row for row in came if row["title"] == "Tag claim" and row["kind"] == 1)
    assert next(row for row in came if row["number"] == undo["undoes"])["kind"] == 0
    merge = rows(home, JournalEntry)[-1]
    assert (merge["kind"], merge["undoes"], merge["received"]) == (4, came[0]["number"], False)
    assert tagged.id in {row["id"] for row in home.rows()["annotation"]}


def test_a_fork_of_one_installation_becomes_a_branch(home: Desk) -> None:
    twin = copy_of(home, "twin.annotator", home.installation)
    home.tag(article(home))
    twin.tag(article(twin), 5, 9)
    twin.tag(article(twin), 10, 12)
    begins = rows(twin, Installation)[0]["head_sequence"] - 2
    bring(home, twin)
    own, branch = rows(home, Installation)
    assert (own["id"], own["branch_of"]) == (home.installation, None)
    assert (branch["branch_of"], branch["begins"], branch["head_sequence"]) == (home.installation, begins, begins + 2)
    twin.tag(article(twin), 13, 15)
    bring(home, twin)
    assert [row["head_sequence"] for row in rows(home, Installation)][1] == begins + 3
    assert len(rows(home, Installation)) == 2
    assert home.problems() == []
    twin.workspace.close()


def test_a_copy_that_only_went_on_is_no_branch(home: Desk) -> None:
    twin = copy_of(home, "twin.annotator", home.installation)
    twin.tag(article(twin), 5, 9)
    bring(home, twin)
    home.tag(article(home))
    assert len(rows(home, Installation)) == 1
    assert home.problems() == []
    twin.workspace.close()


def test_three_copies_in_a_round(home: Desk, away: Desk) -> None:
    third = copy_of(away, "third.annotator", home.installation)
    for start, desk in enumerate((home, away, third)):
        desk.tag(article(desk), start * 5, start * 5 + 3)
    bring(home, away)
    bring(third, home)
    bring(away, third)
    assert home.rows()["annotation"] != away.rows()["annotation"] == third.rows()["annotation"]
    bring(home, away)
    assert home.rows() == away.rows() == third.rows()
    for desk in (home, away, third):
        assert desk.problems() == []
    assert bring(home, away).nothing_new
    assert bring(home, third).nothing_new
    third.workspace.close()
