"""Entries of the journal as people read them, in both databases."""

from datetime import timedelta

from annotator.operations import annotations
from annotator.store import trail
from annotator.store.journal import Kind
from annotator.store.trail import Wanted
from tests.store.desk import Desk


def test_entries_come_newest_first_and_go_on_where_one_stopped(desk: Desk) -> None:
    article = desk.load()
    tag = desk.tag(article)
    annotations.set_note(desk.workspace, tag.id, "so", desk.ana)
    with desk.workspace.reading() as connection:
        found = list(trail.newest_first(connection, Wanted(document_id=article)))
        assert [entry.title for entry in found] == ["Change note", "Tag claim", "Load article"]
        assert [entry.kind for entry in found[:2]] == [Kind.EDIT, Kind.EDIT]
        assert list(trail.newest_first(connection, Wanted(document_id=article), found[0].number)) == found[1:]
        assert trail.oldest_first(connection, article) == found[::-1]
        at = found[1].at
        assert list(
            trail.newest_first(connection, Wanted(article, since=at, until=at + timedelta(microseconds=1)))
        ) == [found[1]]
        assert list(trail.newest_first(connection, Wanted(annotator_id=desk.ben))) == []


def test_labels_of_what_is_there(desk: Desk) -> None:
    article = desk.load()
    tags = [desk.tag(article, at, at + 1, "quote").id for at in range(3)]
    annotations.remove_annotations(desk.workspace, tags[:1], desk.ana)
    with desk.workspace.reading() as connection:
        assert trail.labels_of(connection, tags) == dict.fromkeys(tags[1:], "quote")
        assert trail.labels_of(connection, []) == {}
