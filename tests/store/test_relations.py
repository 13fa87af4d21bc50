"""Links and sources are read with the documents whose annotations they go out from."""

from annotator.operations import relations as linking
from annotator.operations.documents import read_document
from annotator.operations.sources import add_source
from annotator.store import queries, relations
from tests.store.desk import Desk


def test_a_document_comes_with_its_links_and_the_sources_it_names(desk: Desk) -> None:
    key = desk.load()
    claim, denial = desk.tag(key, 0, 4), desk.tag(key, 5, 20, "denial")
    rina = add_source(desk.workspace, "Rina", desk.ana)
    add_source(desk.workspace, "Nobody names her", desk.ana)
    made = linking.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    linking.set_sources(desk.workspace, [denial.id], "attributed_to", [rina.id], desk.ana)
    record = read_document(desk.workspace, key)
    assert record.sources == (rina,)
    assert made in record.relations
    assert {(one.kind, one.to_id, one.source_id) for one in record.relations} == {
        ("denies", claim.id, None),
        ("attributed_to", None, rina.id),
    }


def test_links_are_found_from_both_ends(desk: Desk) -> None:
    key, other = desk.load(), desk.load("Menteri: itu bohong. Harga turun.")
    claim, denial = desk.tag(key, 0, 4), desk.tag(other, 9, 19, "denial")
    made = linking.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    with desk.workspace.reading() as connection:
        names = queries.annotator_names(connection)
        assert relations.relations_of(connection, [claim.id], names) == [made]
        assert relations.relations_of(connection, [denial.id], names) == [made]
    assert read_document(desk.workspace, key).relations == ()
