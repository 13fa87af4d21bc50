"""Sketches, bands and groups as both databases keep them."""

from hashlib import sha256
from uuid import UUID

from annotator.core.near_copies import bands, sketch
from annotator.store import copies
from annotator.store.tables import Document
from tests.store.desk import Desk

TEXT = " ".join(f"word{at}" for at in range(200))
OTHER = " ".join(f"other{at}" for at in range(200))


def key(text: str) -> bytes:
    return sha256(text.encode()).digest()


def keep(desk: Desk, *texts: str, crowded: tuple[int, ...] = ()) -> None:
    with desk.workspace.edit("Sketches", None) as session:
        copies.add_sketches(session.connection(), [(key(text), sketch(text)) for text in texts], crowded)


def put_in_group(desk: Desk, document_id: UUID, group: UUID) -> None:
    with desk.workspace.edit("Group", desk.ana) as session:
        session.get_one(Document, document_id).copy_group = group


def test_sketches_are_kept_with_their_bands_and_leave_no_entry(desk: Desk) -> None:
    before = desk.entries()
    keep(desk, TEXT, OTHER, "short")
    with desk.workspace.reading() as connection:
        found = copies.sketches(connection, [key(TEXT), key("short"), key("never seen")])
        assert found == {key(TEXT): sketch(TEXT), key("short"): b""}
        shared = copies.sharing(connection, bands(sketch(TEXT)))
        assert sorted(shared) == sorted((band, key(TEXT)) for band in bands(sketch(TEXT)))
        assert copies.sharing(connection, []) == []
        assert copies.sketches(connection, []) == {}
    assert desk.entries() == before


def test_a_crowded_band_takes_no_more(desk: Desk) -> None:
    crowded = bands(sketch(TEXT))[3]
    keep(desk, TEXT, crowded=(crowded,))
    with desk.workspace.reading() as connection:
        assert {band for band, _ in copies.sharing(connection, bands(sketch(TEXT)))} == {*bands(sketch(TEXT))} - {
            crowded
        }


def test_documents_are_found_by_their_text_in_the_order_of_loading(desk: Desk) -> None:
    first, _, third = desk.load(TEXT), desk.load(OTHER), desk.load("\ufeff" + TEXT)
    with desk.workspace.reading() as connection:
        (text,) = {sha for _, sha, _ in copies.texts_of(connection, [first])}
        found = copies.documents_with_texts(connection, [text])
        assert [member.id for member in found] == [first, third]
        assert copies.documents_with_texts(connection, []) == []


def test_members_of_a_group_are_the_first_and_those_that_have_its_key(desk: Desk) -> None:
    first, second, third = desk.load(TEXT), desk.load(OTHER), desk.load("Another article of its own.")
    put_in_group(desk, second, first)
    put_in_group(desk, first, third)  # it left the group that has its key
    with desk.workspace.reading() as connection:
        assert [member.id for member in copies.members(connection, [first])] == [second]
        assert [member.id for member in copies.members(connection, [third])] == [first, third]
        assert copies.members(connection, []) == []
        found = copies.member(connection, second)
        assert found is not None
        assert found.group == first
        assert copies.member(connection, UUID(int=0)) is None


def test_what_has_not_been_looked_at_is_told(desk: Desk) -> None:
    first, second = desk.load(TEXT), desk.load(OTHER)
    with desk.workspace.edit("As an older version left it", None) as session:
        for table in ("sketch_band", "text_sketch"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    with desk.workspace.reading() as connection:
        assert copies.not_looked_at(connection) == [first, second]
        texts = {document: text for document, _, text in copies.texts_of(connection, [first, second])}
    keep(desk, texts[first])
    with desk.workspace.reading() as connection:
        assert copies.not_looked_at(connection) == [second]
