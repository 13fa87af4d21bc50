"""Reads about sources, the same on both databases."""

from uuid import uuid4

from annotator.operations import relations, sources
from annotator.store import journal, source_reads
from tests.store.desk import Desk


def test_what_is_read_of_sources(desk: Desk) -> None:
    one = sources.add_source(desk.workspace, "Rina", desk.ana, protected=True).id
    other = sources.add_source(desk.workspace, "Belvane", desk.ben).id
    sources.set_source_details(desk.workspace, other, desk.ben, protected=True)
    sources.set_source_details(desk.workspace, one, desk.ana, protected=False)
    article = desk.load()
    tags = [desk.tag(article, start, start + 4, label).id for start, label in ((0, "quote"), (5, "claim"))]
    relations.set_sources(desk.workspace, tags, "attributed_to", [one], desk.ana)
    relations.set_sources(desk.workspace, tags[:1], "addressed_to", [one, other], desk.ana)
    with desk.workspace.reading() as connection:
        assert [source.name for source in source_reads.protected(connection)] == ["Belvane"]
        assert list(source_reads.protections(connection, 0)) == [(one, "Rina"), (other, "")]
        assert list(source_reads.protections(connection, journal.last_number(connection))) == []
        assert source_reads.times_named(connection, [one, other, uuid4()]) == {one: 3, other: 1}
        # An annotation that names a source twice counts once.
        assert source_reads.counts_by_label(connection, {"addressed_to"}) == {one: {"quote": 1}, other: {"quote": 1}}
        assert source_reads.counts_by_label(connection, {"addressed_to", "attributed_to"}) == {
            one: {"quote": 1, "claim": 1},
            other: {"quote": 1},
        }
        said = source_reads.statements(connection, one)
    assert [(one.label, one.kind) for one in said] == [
        ("quote", "attributed_to"),
        ("quote", "addressed_to"),
        ("claim", "attributed_to"),
    ]
