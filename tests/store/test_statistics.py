"""Counting by the database: each article once, each annotation once."""

from annotator.operations import relations, sources
from annotator.operations.versions import load_version
from annotator.store import statistics
from tests.operations.test_versions import NEW, OLD, all_of, plan, tag
from tests.store.desk import Desk


def test_annotations_are_counted_by_column_and_label(desk: Desk) -> None:
    key = desk.load()
    desk.tag(key)
    desk.tag(key, 5, 20, "denial", by=desk.ben)
    with desk.workspace.reading() as connection:
        assert statistics.counts_by(connection, "labels") == {("claim", "claim"): 1, ("denial", "denial"): 1}
        assert statistics.counts_by(connection, "months") == {("", "claim"): 1, ("", "denial"): 1}
        by_person = statistics.counts_by(connection, "annotators")
    assert by_person == {(desk.ana, "claim"): 1, (desk.ben, "denial"): 1}


def test_an_annotation_that_names_a_source_twice_counts_once(desk: Desk) -> None:
    key = desk.load()
    quote = desk.tag(key, 21, 36, "quote")
    rina = sources.add_source(desk.workspace, "Rina", desk.ana)
    for kind in ("attributed_to", "addressed_to"):
        relations.set_sources(desk.workspace, [quote.id], kind, [rina.id], desk.ana)
    with desk.workspace.reading() as connection:
        assert statistics.counts_by_source(connection) == {(rina.id, "quote"): 1}
        assert statistics.annotation_ids(connection, "sources", rina.id, "quote", 9) == [quote.id]
        assert statistics.annotation_ids(connection, "sources", rina.id, "claim", 9) == []


def test_older_versions_count_for_nothing(desk: Desk) -> None:
    old = desk.load(OLD)
    tag(desk, old, "bridge is open")
    made = plan(desk, old, NEW)
    load_version(desk.workspace, made, all_of(made), desk.ana)
    with desk.workspace.reading() as connection:
        assert statistics.counts_by(connection, "labels") == {("claim", "claim"): 1}
        (found,) = statistics.annotation_ids(connection, "labels", "claim", "", 9)
        assert len(statistics.annotation_ids(connection, "languages", desk_language(desk), "claim", 9)) == 1
    assert found not in [one.annotation.id for one in made.carried]


def test_the_times_of_decisions_leave_loading_out(desk: Desk) -> None:
    key = desk.load()
    with desk.workspace.reading() as connection:
        assert list(statistics.decision_times(connection)) == []
    desk.tag(key)
    with desk.workspace.reading() as connection:
        ((who, what, _),) = statistics.decision_times(connection)
    assert (who, what) == (desk.ana, key)


def desk_language(desk: Desk) -> str:
    with desk.workspace.reading() as connection:
        ((language, _),) = statistics.counts_by(connection, "languages")
    return str(language)
