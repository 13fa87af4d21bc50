"""What the right of reply reads, on either database."""

from annotator.operations import annotations, relations, sources
from annotator.store import queries, reply_rows
from tests.store.desk import Desk


def test_annotations_that_say_something_of_an_attribute(desk: Desk) -> None:
    article = desk.load()
    plain, said = desk.tag(article), desk.tag(article, 5, 9)
    annotations.set_attributes(desk.workspace, [said.id], {"accuses": "organisation"}, desk.ana)
    annotations.set_attributes(desk.workspace, [plain.id], {"polarity": "negative"}, desk.ana)
    with desk.workspace.reading() as connection:
        names = queries.annotator_names(connection)
        found = reply_rows.annotations_saying(connection, "accuses", ["claim"], names)
        everything = reply_rows.annotations_saying(connection, None, ["claim"], names)
        assert reply_rows.annotations_saying(connection, "accuses", ["quote"], names) == []
        called = reply_rows.annotations_called(connection, [plain.id])
        assert list(reply_rows.articles_called(connection, [article])) == [article]
    assert [one.id for one in found] == [said.id]
    assert [one.id for one in everything] == [plain.id, said.id]
    assert [one.id for one in called] == [plain.id]


def test_links_between_annotations_and_sources_by_annotation(desk: Desk) -> None:
    article = desk.load()
    claim, denial = desk.tag(article), desk.tag(article, 5, 9, "denial")
    made = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    source = sources.add_source(desk.workspace, "Rina", desk.ana)
    relations.set_sources(desk.workspace, [denial.id], "attributed_to", [source.id], desk.ana)
    with desk.workspace.reading() as connection:
        names = queries.annotator_names(connection)
        assert reply_rows.links_of_kinds(connection, ["denies", "attributed_to"], names) == [made]
        assert reply_rows.links_of_kinds(connection, ["same_as"], names) == []
        named = reply_rows.sources_named(connection, [claim.id, denial.id], ["attributed_to"])
    assert named == {denial.id: [source.id]}
