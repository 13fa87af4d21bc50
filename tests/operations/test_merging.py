"""Work comes home: from packets and from full copies, once, whole, and only when nobody has tampered with it."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from annotator.core.spans import Span
from annotator.errors import Locked, NotMergeable, ProjectError
from annotator.operations import annotations, annotators, documents, history, search
from annotator.operations.merging import MergeReport, merge
from annotator.operations.readings import put_submission
from annotator.store import sqlite
from tests.operations.packet_desk import Newsroom, opened
from tests.store.desk import Desk
from tests.store.merging.two_copies import copy_of


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    return Newsroom(desk)


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return tmp_path / "ben.packet.annotator"


def work(path: Path, article: UUID, start: int = 0, note: str = "", passphrase: str | None = None) -> UUID:
    """Ben tags something in his packet."""
    with opened(path, passphrase) as workspace:
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        made = annotations.add_annotation(workspace, article, [Span(start, start + 5)], "claim", ben, note)
    return made.id


def hand_in(path: Path, article: UUID) -> None:
    with opened(path) as workspace:
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        with workspace.edit("Submit", ben, undoable=False) as session:
            put_submission(session, article, ben)


def state(desk: Desk) -> object:
    return desk.rows(), desk.entries()


def test_a_packet_comes_home_and_comes_again(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    other = packet.with_name("other.packet.annotator")
    shutil.copy(packet, other)
    before = {row["id"] for row in room.desk.rows()["annotation"]}
    first = work(packet, room.given, note="benswords")
    hand_in(packet, room.given)
    room.desk.tag(room.given, 0, 8)
    report = merge(room.workspace, packet, room.desk.ana)
    assert (report.entries, report.documents, report.added, report.conflicts) == (2, 0, 1, 0)
    rows = room.desk.rows()
    assert {row["id"] for row in rows["annotation"]} - before >= {first}
    assert [row["state"] for row in rows["reading"] if row["annotator_id"] == room.desk.ben] == ["submitted"]
    assert [row["number"] for row in rows["submission"] if row["annotator_id"] == room.desk.ben] == [1]
    assert rows["project"][0]["packet"] is None
    assert room.desk.problems() == []
    kept = state(room.desk)
    assert merge(room.workspace, packet, room.desk.ana) == MergeReport()
    assert state(room.desk) == kept
    second = work(other, room.given, 9)
    assert merge(room.workspace, other, room.desk.ana).added == 1
    assert {first, second} <= {row["id"] for row in room.desk.rows()["annotation"]}
    assert room.desk.problems() == []


def test_two_packets_of_one_machine(room: Newsroom, tmp_path: Path) -> None:
    for number in range(2):
        path = tmp_path / f"{number}.packet.annotator"
        room.give(path)
        work(path, room.given, number * 9)
        assert merge(room.workspace, path, room.desk.ana).added == 1
    assert room.desk.problems() == []
    assert history.undo_title(room.workspace, room.desk.ben) == "Tag claim"


def test_an_article_removed_at_home_comes_back_with_ben_s_work(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    made = work(packet, room.given)
    there = room.desk.rows()
    documents.remove_document(room.workspace, room.given, room.desk.ana)
    report = merge(room.workspace, packet, room.desk.ana)
    rows = room.desk.rows()
    assert report.conflicts == 1
    assert [row["kind"] for row in rows["merge_conflict"]] == ["removed"]
    assert {row["id"] for row in rows["annotation"]} == {row["id"] for row in there["annotation"]} | {made}
    assert [row for row in rows["document"] if row["id"] == room.given] == [
        row for row in there["document"] if row["id"] == room.given
    ]
    assert room.desk.problems() == []


def test_what_was_removed_in_the_packet_stays_where_home_needs_it(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    with opened(packet) as workspace:
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        documents.remove_document(workspace, room.given, ben)
    before = room.desk.rows()
    merge(room.workspace, packet, room.desk.ana)
    rows = room.desk.rows()
    assert rows["document"] == before["document"]
    assert rows["annotation"] == before["annotation"]
    assert [row["kind"] for row in rows["merge_conflict"]] == ["removed"]
    assert room.desk.problems() == []


def test_a_locked_packet(room: Newsroom, packet: Path) -> None:
    room.give(packet, passphrase="two words")
    work(packet, room.given, passphrase="two words")
    before = state(room.desk)
    with pytest.raises(Locked, match="This file is locked"):
        merge(room.workspace, packet, room.desk.ana)
    with pytest.raises(Locked):
        merge(room.workspace, packet, room.desk.ana, "three words")
    assert state(room.desk) == before
    assert merge(room.workspace, packet, room.desk.ana, "two words").added == 1


FORGERIES = (
    "UPDATE annotation SET note = 'forged'",
    "DELETE FROM annotation",
    "UPDATE journal SET title = 'forged' WHERE number = (SELECT max(number) FROM journal)",
    "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
    "UPDATE journal SET received = 1 WHERE number = (SELECT max(number) FROM journal)",
    "UPDATE text SET content = x'41'",
    "UPDATE installation SET head_sequence = head_sequence + 1",
)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_was_tampered_with_is_refused(desk: Desk, tmp_path: Path, forgery: str) -> None:
    room, path = Newsroom(desk), tmp_path / "ben.packet.annotator"
    room.give(path)
    work(path, room.given)
    forged = sqlite.driver().connect(path)
    forged.execute(forgery)
    forged.commit()
    forged.close()
    before = state(desk)
    with pytest.raises(NotMergeable, match="not as the program left it"):
        merge(desk.workspace, path, desk.ana)
    assert state(desk) == before


def test_bytes_of_the_file_that_were_changed(desk: Desk, tmp_path: Path) -> None:
    room, path = Newsroom(desk), tmp_path / "ben.packet.annotator"
    room.give(path)
    work(path, room.given, note="benswords")
    content = path.read_bytes()
    assert b"benswords" in content
    path.write_bytes(content.replace(b"benswords", b"annswords"))
    before = state(desk)
    with pytest.raises(NotMergeable):
        merge(desk.workspace, path, desk.ana)
    assert state(desk) == before


def test_files_that_are_no_copies(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other.annotator")
    other.load()
    text, empty = tmp_path / "a.txt", tmp_path / "empty"
    text.write_text("Words.")
    empty.write_bytes(b"")
    before = state(desk)
    for path in (tmp_path / "other.annotator", text, empty, tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ProjectError):
            merge(desk.workspace, path, desk.ana)
    with pytest.raises(NotMergeable, match="another project"):
        merge(desk.workspace, other.workspace, desk.ana)
    other.workspace.close()
    assert state(desk) == before


def test_the_project_into_a_packet_and_packets_of_what_is_not_here(
    room: Newsroom, packet: Path, tmp_path: Path
) -> None:
    room.give(packet)
    with opened(packet) as workspace, pytest.raises(NotMergeable):
        merge(workspace, room.workspace, room.desk.ben)


def test_a_packet_of_a_copy_that_has_more(desk: Desk, tmp_path: Path) -> None:
    desk.load()
    away = copy_of(desk, "away.annotator")
    room, path = Newsroom(away), tmp_path / "ben.packet.annotator"
    room.give(path)
    work(path, room.given)
    with pytest.raises(NotMergeable, match="not here yet"):
        merge(desk.workspace, path, desk.ana)
    merge(desk.workspace, away.workspace, desk.ana)
    assert merge(desk.workspace, path, desk.ana).added == 1
    assert desk.problems() == []
    away.workspace.close()


def test_what_came_is_found(desk: Desk) -> None:
    desk.load()
    away = copy_of(desk, "away.annotator")
    new = away.load("Pirus dan zamrud ada di sini.")
    merge(desk.workspace, away.workspace, desk.ana)
    assert [hit.document.id for hit in search.search(desk.workspace, "zamrud").hits] == [new]
    away.workspace.close()


def test_stopped_in_the_middle_nothing_has_changed(desk: Desk) -> None:
    article = desk.load()
    away = copy_of(desk, "away.annotator")
    for start in range(40):
        away.tag(article, start, start + 4, by=away.ben)
        away.tag(article, start, start + 5, "quote", by=away.ben)
        away.tag(article, start, start + 6, "denial", by=away.ben)
    before = state(desk)
    for patience in range(4):
        asked = iter([False] * patience + [True] * 100)
        report = merge(desk.workspace, away.workspace, desk.ana, cancelled=asked.__next__)
        if report.cancelled:
            assert state(desk) == before
            assert not report.nothing_new
        else:
            break
    seen: list[tuple[int, int]] = []
    merge(desk.workspace, away.workspace, desk.ana, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert all(0 <= done <= total for done, total in seen)
    away.workspace.close()


def test_a_window_is_told_what_came(desk: Desk) -> None:
    article = desk.load()
    away = copy_of(desk, "away.annotator")
    away.tag(article)
    told: list[object] = []
    desk.workspace.subscribe(told.append)
    other = desk.open()
    merge(desk.workspace, away.workspace, desk.ana)
    assert len(told) == 1
    assert not desk.workspace.catch_up()
    assert other.catch_up()
    other.close()
    away.workspace.close()
