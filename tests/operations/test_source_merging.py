"""Merging: names become aliases, everything that named one names the other, and it is one step."""

from uuid import UUID, uuid4

import pytest

from annotator.core.records import SourceRecord
from annotator.errors import AnnotatorError, NotFound
from annotator.operations import history, relations, sources
from annotator.operations.source_merging import merge_sources
from annotator.store.queries import documents
from tests.operations.test_freezing import correct
from tests.store.desk import Desk

KIND = "attributed_to"


def named(desk: Desk, document_id: UUID) -> list[str]:
    with desk.workspace.reading() as connection:
        record = next(iter(documents(connection, [document_id])))
    by_id = {source.id: source.name for source in record.sources}
    return [by_id[link.source_id] for link in record.relations if link.source_id]


def two(desk: Desk) -> tuple[SourceRecord, SourceRecord]:
    kept = sources.add_source(desk.workspace, "Tira Wulandani", desk.ana, aliases=["Tira"], role="private", note="A")
    more = {"aliases": ["Kenari", "Tira"], "kind": "person", "role": "media", "note": "B", "protected": True}
    return kept, sources.add_source(desk.workspace, "T. Wulandani", desk.ana, **more)  # type: ignore[arg-type]


def test_two_become_one(desk: Desk) -> None:
    kept, other = two(desk)
    article = desk.load()
    mine, both = desk.tag(article, 0, 4, "quote").id, desk.tag(article, 5, 9, "quote").id
    others = desk.tag(article, 10, 14, "quote", desk.ben).id
    for tag, who, by in ((mine, [other.id], desk.ana), (both, [kept.id], desk.ana), (others, [other.id], desk.ben)):
        relations.set_sources(desk.workspace, [tag], KIND, who, by)
    desk.tag(article, 10, 20, "quote")
    relations.set_sources(desk.workspace, [both], "addressed_to", [kept.id, other.id], desk.ana)
    before = desk.rows()

    merged = merge_sources(desk.workspace, kept.id, [other.id], desk.ben)
    assert merged.aliases == ("Tira", "T. Wulandani", "Kenari")
    assert (merged.name, merged.kind, merged.role) == ("Tira Wulandani", "person", "private")
    assert (merged.note, merged.protected) == ("A\nB", True)
    assert sources.read_sources(desk.workspace) == [merged]
    assert named(desk, article) == ["Tira Wulandani"] * 4  # what named both of them names it once
    assert [found.source.id for found in sources.find_sources(desk.workspace, "kenari")] == [kept.id]
    after = desk.rows()

    history.undo(desk.workspace, desk.ben)
    assert desk.rows() == before
    history.redo(desk.workspace, desk.ben)
    assert desk.rows() == after
    assert desk.problems() == []


def test_older_versions_follow_and_merging_can_still_be_undone(desk: Desk) -> None:
    kept, other = two(desk)
    old = desk.load()
    tags = [desk.tag(old, start, start + 4, "quote").id for start in (0, 5)]
    relations.set_sources(desk.workspace, tags[:1], KIND, [other.id], desk.ana)
    relations.set_sources(desk.workspace, tags[1:], "addressed_to", [kept.id, other.id], desk.ana)
    correct(desk, old, desk.ana)
    before = desk.rows()
    merge_sources(desk.workspace, kept.id, [other.id], desk.ana)
    assert set(named(desk, old)) == {"Tira Wulandani"}
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before


def test_several_at_once(desk: Desk) -> None:
    made = [sources.add_source(desk.workspace, name, desk.ana).id for name in "ABC"]
    merged = merge_sources(desk.workspace, made[1], made, desk.ana)
    assert (merged.name, merged.aliases) == ("B", ("A", "C"))
    assert sources.read_sources(desk.workspace) == [merged]


def test_what_cannot_be_merged(desk: Desk) -> None:
    kept, _ = two(desk)
    with pytest.raises(AnnotatorError, match="another source"):
        merge_sources(desk.workspace, kept.id, [kept.id], desk.ana)
    with pytest.raises(NotFound):
        merge_sources(desk.workspace, kept.id, [uuid4()], desk.ana)
    assert len(sources.read_sources(desk.workspace)) == 2
