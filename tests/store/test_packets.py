"""Whole rows out of a project and into a packet's file."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import update

from annotator.errors import ProjectDamaged
from annotator.store import database, packets
from annotator.store.tables import STAYED, Annotation, Document, Original, Project, Text, table_of
from tests.store.desk import ARTICLE, Desk


def test_rows_come_whole_and_in_the_order_of_making(desk: Desk) -> None:
    article = desk.load()
    made = [desk.tag(article, at, at + 4).id for at in (5, 0)]
    with desk.workspace.reading() as connection:
        rows = packets.rows_of(connection, Annotation, "document_id", [article])
    assert [row["id"] for row in rows] == made
    assert rows[0].keys() == {column.name for column in table_of(Annotation).columns}
    with desk.workspace.reading() as connection:
        assert packets.rows_of(connection, Annotation, "document_id", []) == []
        assert len(packets.all_rows(connection, Project)) == 1


def test_heads_are_what_the_chains_end_with(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        before = packets.heads(connection)
    desk.load()
    with desk.workspace.reading() as connection:
        assert len(packets.heads(connection)) == len(before) == 1
        assert packets.heads(connection) != before


def test_what_a_packet_says_of_itself_must_be_readable(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert packets.note_of(connection) is None
    with desk.behind() as connection:
        connection.execute(update(table_of(Project)).values(packet={"id": "nonsense"}))
    with desk.workspace.reading() as connection, pytest.raises(ProjectDamaged, match="Ask for a new one"):
        packets.note_of(connection)


def test_only_what_is_there_and_newest(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Lain.")
    with desk.workspace.edit("Newer", desk.ana) as session:
        row = session.get(Document, first)
        assert row is not None
        row.superseded_by = second
    with desk.workspace.reading() as connection:
        assert packets.newest_of(connection, [second, first, second, desk.ana]) == [second]


def test_texts_and_originals_are_brought_once(desk: Desk, tmp_path: Path) -> None:
    desk.load("Satu.\r\nDua.")
    desk.load(ARTICLE)
    target = database.connect(tmp_path / "target.annotator")
    with desk.workspace.reading() as home, target.engine.begin() as there:
        documents = packets.all_rows(home, Document)
        texts = {row["text_sha256"] for row in documents}
        originals = {row["original_sha256"] for row in documents}
        for _ in range(2):
            packets.copy_texts(home, there, texts)
            packets.copy_originals(home, there, originals, whole=False)
        assert {row["sha256"] for row in packets.rows_of(there, Text, "sha256", texts)} == texts
        kept = {row["encoding"]: row["content"] for row in packets.rows_of(there, Original, "sha256", originals)}
        assert kept == {STAYED: None, "utf-8": None}, "one gives its bytes again from the text; the other stayed"
    target.engine.dispose()


def test_a_text_of_the_packet_s_own(tmp_path: Path) -> None:
    sha256 = hashlib.sha256("█ membantah".encode()).digest()
    target = database.connect(tmp_path / "target.annotator")
    with target.engine.begin() as there:
        for _ in range(2):
            packets.add_text(there, sha256, "█ membantah")
        assert len(packets.rows_of(there, Text, "sha256", [sha256])) == 1
        assert packets.rows_of(there, Original, "sha256", [sha256])[0]["encoding"] == "utf-8"
    target.engine.dispose()


def test_settled_it_is_one_file_without_gaps(tmp_path: Path) -> None:
    path = tmp_path / "target.annotator"
    desk = Desk(path)
    desk.load("Rahasia besar. " * 2000)
    with desk.behind() as connection:
        for table in ("document", "original", "text"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    desk.workspace.close()
    opened = database.connect(path)
    packets.settle(opened.engine)
    opened.engine.dispose()
    assert b"Rahasia besar" not in path.read_bytes()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("target")] == ["target.annotator"]
