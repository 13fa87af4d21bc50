"""What the journal says was done to a row, and rows as they are."""

from annotator.core.merging import BY_EDIT, BY_MERGE
from annotator.operations import annotations, documents
from annotator.store import journal
from annotator.store.merging.chains import read_chains
from annotator.store.merging.rows import images, in_parts, parents, touched_by
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring


def test_what_was_done_to_a_row(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    tagged = home.tag(article)
    since = home.entries()
    annotations.set_note(home.workspace, tagged.id, "a", home.ana)
    annotations.set_attributes(home.workspace, [tagged.id], {"medium": None, "voice": "outlet"}, home.ana)
    new = home.tag(article, 5, 9)
    documents.remove_document(home.workspace, article, home.ben)
    with home.workspace.reading() as connection:
        chains = read_chains(connection)
        numbers = [number for number in chains.numbers.values() if number > since]
        looks: list[int] = []
        found = touched_by(connection, chains, numbers, lambda: looks.append(1))
        newest = journal.entries_after(connection, 0)[-1]
    assert len(looks) == len(numbers)
    row = found["annotation", tagged.id]
    assert row.existed
    assert (row.cells["note"].base, row.cells["note"].rank) == ("", BY_EDIT)
    assert row.cells["attributes.voice"].base is None
    assert "attributes.medium" not in row.cells
    assert row.gone is not None
    assert (row.gone.at, row.gone.annotator_id, row.article) == (newest.at, home.ben, article)
    assert row.left["note"] == "a"
    assert not found["annotation", new.id].existed
    assert found["document", article].article == article


def test_what_a_merge_wrote_counts_less(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    since = home.entries()
    tagged = away.tag(article)
    bring(home, away)
    with home.workspace.reading() as connection:
        chains = read_chains(connection)
        found = touched_by(connection, chains, [since + 1])["annotation", tagged.id]
        again = touched_by(connection, chains, [since + 2])["annotation", tagged.id]
        assert images(connection, [("annotation", tagged.id)])["annotation", tagged.id]["label"] == "claim"
    assert {cell.rank for cell in found.cells.values()} == {BY_EDIT}
    assert {cell.rank for cell in again.cells.values()} == {BY_MERGE}


def test_who_refers_to_whom() -> None:
    found = parents()
    assert ("from_id", "annotation") in found["relation"]
    assert ("document_id", "document") in found["annotation"]
    assert found["project"] == []
    assert [len(part) for part in in_parts(range(1001))] == [500, 500, 1]
