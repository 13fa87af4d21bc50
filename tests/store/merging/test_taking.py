"""Two copies come together: what each has done is there, in whichever direction, and only once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.spans import Span
from annotator.operations import annotations, annotators, documents, history, loading, sentences, sources
from annotator.operations.merging import MergeReport, merge
from tests.operations.packet_desk import Newsroom, opened
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, copy_of, facts, in_both_directions


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    """A project with nothing in it."""
    desk = Desk(tmp_path / "home.annotator")
    yield desk
    desk.workspace.close()


def test_a_packet_comes_home_into_either_database(desk: Desk, tmp_path: Path) -> None:
    room, path = Newsroom(desk), tmp_path / "ben.packet.annotator"
    room.give(path, with_readings=True)
    with opened(path) as workspace:
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        made = annotations.add_annotation(workspace, room.given, [Span(9, 18)], "claim", ben, "benswords")
        second = annotations.add_annotation(workspace, room.given, [Span(0, 8)], "quote", ben)
        new = loading.load_content(workspace, b"Satu dua. Tiga.", "b.txt", ben, detect_language=False)
        sentences.split_sentence(workspace, room.given, 9, ben)
        documents.rename_document(workspace, room.given, "Theirs", ben)
        annotations.remove_annotations(workspace, [second.id], ben)
    sentences.split_sentence(desk.workspace, room.given, 9, desk.ana)
    documents.rename_document(desk.workspace, room.given, "Ours", desk.ana)
    report = merge(desk.workspace, path, desk.ana)
    assert (report.documents, report.added, report.removed, report.conflicts) == (1, 1, 0, 1)
    rows = facts(desk)
    assert {made.id: "benswords"}.items() <= {row["id"]: row["note"] for row in rows["annotation"]}.items()
    assert {row["title"] for row in rows["document"] if row["id"] == room.given} == {"Ours"}
    assert [row["field"] for row in rows["merge_conflict"]] == ["title"]
    assert len(rows["sentence_break"]) == 1
    assert documents.read_document(desk.workspace, new.id).text == "Satu dua. Tiga."
    assert desk.problems() == []
    entries = desk.entries()
    assert merge(desk.workspace, path, desk.ana).nothing_new
    assert (facts(desk), desk.entries()) == (rows, entries)


def test_names_that_were_blacked_out_are_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    room, path = Newsroom(desk), tmp_path / "ben.packet.annotator"
    sources.set_source_details(desk.workspace, room.police, desk.ana, protected=True)
    documents.rename_document(desk.workspace, room.given, "Polisi Utara membantah", desk.ana)
    room.give(path, with_readings=True)
    with opened(path) as workspace:
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        assert "█" in documents.read_document(workspace, room.given).title
        documents.rename_document(workspace, room.given, "████ membantah kabar", ben)
    assert merge(desk.workspace, path, desk.ana).conflicts == 1
    rows = facts(desk)
    assert {row["title"] for row in rows["document"] if row["id"] == room.given} == {"Polisi Utara membantah"}
    (row,) = rows["merge_conflict"]
    assert row["kept"]["values"] == {"title": "Polisi Utara membantah"}
    assert row["other"]["values"] == {"title": "████ membantah kabar"}
    assert desk.problems() == []


def test_what_each_has_done_is_in_both(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator")
    ours = home.tag(article)
    theirs = away.tag(article, 5, 9, "quote", by=away.ben)
    new = away.load("Another article. It has two sentences.", away.ben)
    report = bring(home, away)
    assert (report.entries, report.documents, report.added, report.conflicts) == (2, 1, 1, 0)
    assert {row["id"] for row in home.rows()["annotation"]} == {ours.id, theirs.id}
    assert documents.read_document(home.workspace, new).text == "Another article. It has two sentences."
    assert home.problems() == []
    bring(away, home)
    assert facts(away) == facts(home)
    assert away.problems() == []


def test_twice_changes_nothing(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator")
    away.tag(article)
    bring(home, away)
    before = facts(home), home.entries()
    report = bring(home, away)
    assert report.nothing_new
    assert report == MergeReport()
    assert (facts(home), home.entries()) == before
    bring(away, home)
    assert bring(home, away).nothing_new
    assert bring(away, home).nothing_new


def test_one_installation_that_forked(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator", home.installation)
    home.tag(article)
    away.tag(article, 5, 9)
    away.tag(article, 10, 20)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert left.problems() == right.problems() == []
    left.tag(article, 22, 26)
    right.tag(article, 27, 30)
    bring(left, right)
    bring(right, left)
    assert facts(left) == facts(right)
    assert left.problems() == right.problems() == []
    assert bring(left, home).nothing_new
    assert bring(left, away).nothing_new


def test_both_changed_one_note(home: Desk) -> None:
    article = home.load()
    tagged = home.tag(article)
    away = copy_of(home, "away.annotator")
    annotations.set_note(home.workspace, tagged.id, "call back", home.ana)
    annotations.set_note(away.workspace, tagged.id, "called", away.ana)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    (row,) = facts(left)["merge_conflict"]
    assert (row["kind"], row["field"], row["row_id"]) == ("changed", "note", tagged.id)
    assert row["kept"]["values"] == {"note": "called"}
    assert row["other"]["values"] == {"note": "call back"}
    assert facts(left)["annotation"][0]["note"] == "called"
    assert left.problems() == right.problems() == []


def test_what_was_brought_in_and_removed_then_goes_where_it_came_from(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator")
    away.tag(article)
    bring(home, away)
    documents.remove_document(home.workspace, article, home.ana)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert facts(left)["document"] == facts(left)["merge_conflict"] == []


def test_an_article_removed_in_one_and_worked_on_in_the_other(home: Desk) -> None:
    article = home.load()
    first = home.tag(article)
    away = copy_of(home, "away.annotator")
    documents.remove_document(home.workspace, article, home.ana)
    second = away.tag(article, 5, 9, by=away.ben)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert {row["id"] for row in facts(left)["annotation"]} == {first.id, second.id}
    (row,) = facts(left)["merge_conflict"]
    assert (row["kind"], row["table_name"], row["row_id"]) == ("removed", "document", article)
    assert left.problems() == right.problems() == []


def test_work_of_another_copy_can_be_undone_by_who_did_it(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator")
    away.tag(article, by=away.ben)
    away.tag(article, 5, 9, by=away.ben)
    history.undo(away.workspace, away.ben)
    bring(home, away)
    assert history.redo_title(home.workspace, home.ben) == "Tag claim"
    assert history.undo(home.workspace, home.ben) == "Tag claim"
    assert home.rows()["annotation"] == []
    assert history.undo_title(home.workspace, home.ben) is None
    assert history.undo_title(home.workspace, home.ana) == "Load article"
    assert home.problems() == []


def test_three_copies_that_take_each_other_in_come_to_rest(home: Desk) -> None:
    tagged = home.tag(home.load())
    removed = [copy_of(home, f"removed{place}.annotator") for place in range(3)]
    for desk in removed:
        annotations.remove_annotations(desk.workspace, [tagged.id], desk.ana)
    annotations.set_note(home.workspace, tagged.id, "call back", home.ana)
    circle = [copy_of(home, f"copy{place}.annotator") for place in range(3)]
    for here, there in zip(circle, removed, strict=True):
        assert bring(here, there).conflicts == 1
    round_about = [(circle[place], circle[(place + 1) % 3]) for place in range(3)]
    for _ in range(4):
        new = [not bring(here, there).nothing_new for here, there in round_about]
    assert new == [False, False, False]
    first, *others = (facts(desk) for desk in circle)
    assert len(first["merge_conflict"]) == 1
    assert all(other == first for other in others)
    for desk in (*circle, *removed):
        assert desk.problems() == []
        desk.workspace.close()
