"""The audit names whatever was changed behind the program's back."""

import tracemalloc
from typing import Any

import pytest
from sqlalchemy import select

from annotator.core.spans import Span
from annotator.operations import annotations, documents, history, sentences
from annotator.operations.loading import load_content
from annotator.operations.verification import verify
from annotator.store.audit import audit
from annotator.store.changes import pack, unpack
from annotator.store.tables import JournalEntry, table_of
from tests.store.desk import ARTICLE, Desk

OTHER_KEY = b"\x01" * 16


@pytest.fixture
def busy_desk(desk: Desk) -> Desk:
    """A desk with some of everything in its journal: two people, an undo, a redo, a removal."""
    first, second = desk.load(), desk.load(ARTICLE + " Lagi.")
    tagged = desk.tag(first)
    annotations.set_note(desk.workspace, tagged.id, "call back", desk.ana)
    desk.tag(first, 5, 9, "quote", by=desk.ben)
    annotations.add_annotation(desk.workspace, first, [Span(0, 4), Span(5, 9)], "denial", desk.ana)
    annotations.mark_nothing(desk.workspace, first, [Span(51, 67)], desk.ana)
    sentences.split_sentence(desk.workspace, first, 5, desk.ana)
    history.undo(desk.workspace, desk.ana)
    history.redo(desk.workspace, desk.ana)
    documents.remove_document(desk.workspace, second, desk.ben)
    return desk


def entries(desk: Desk) -> list[Any]:
    with desk.workspace.reading() as connection:
        return list(connection.execute(select(table_of(JournalEntry)).order_by(table_of(JournalEntry).c.number)))


def test_a_sound_project_has_no_problems(busy_desk: Desk) -> None:
    found = verify(busy_desk.workspace)
    assert found.problems == []
    assert found.chains == 1
    assert found.entries == len(entries(busy_desk))
    assert found.rows == sum(map(len, busy_desk.rows().values()))
    assert found.texts == 2


FORGERIES = {
    "number": "number + 1000",
    "installation": "installation + 1",
    "sequence": "sequence + 1000",
    "previous_hash": ":bytes",
    "at": {"sqlite": "at + 1", "postgresql": "at + interval '1 second'"},
    "annotator_id": {"sqlite": ":key", "postgresql": "gen_random_uuid()"},
    "document_id": {"sqlite": ":key", "postgresql": "gen_random_uuid()"},
    "title": "title || '!'",
    "kind": "(kind + 1) % 4",
    "step": "coalesce(step, number - 1) + 1",
    "undoes": "coalesce(undoes, 0) + 1",
    "changes": ":bytes",
    "received": "NOT received",
}


def test_there_is_a_forgery_for_every_column() -> None:
    assert set(FORGERIES) == {column.name for column in table_of(JournalEntry).columns}


@pytest.mark.parametrize("column", FORGERIES)
def test_any_column_of_any_entry(busy_desk: Desk, column: str) -> None:
    forgery = FORGERIES[column]
    value = forgery[busy_desk.workspace.engine_name] if isinstance(forgery, dict) else forgery
    values = {key: known for key, known in (("bytes", b"\x07" * 32), ("key", OTHER_KEY)) if f":{key}" in value}
    rows = entries(busy_desk)
    if busy_desk.workspace.engine_name == "postgresql":
        rows = [rows[0], rows[len(rows) // 2], rows[-1]]  # the rule is the same, the server slower
    for row in rows:
        busy_desk.sql(f"UPDATE journal SET {column} = {value} WHERE sequence = :it", it=row.sequence, **values)
        problems = busy_desk.problems()
        signs = [f"journal entry {number}:" for number in (row.number, row.number + 1, row.number + 1000)]
        assert any(sign in problem for sign in (*signs, "journal of ins") for problem in problems), row.number
        _put_back(busy_desk, row)
    assert busy_desk.problems() == []


def _put_back(desk: Desk, row: Any) -> None:
    table = table_of(JournalEntry)
    with desk.behind() as connection:
        connection.execute(table.delete().where(table.c.number.in_((row.number, row.number + 1000))))
        connection.execute(table.insert(), dict(row._mapping))


def test_the_last_entry_taken_away(busy_desk: Desk) -> None:
    last = entries(busy_desk)[-1].number
    busy_desk.sql("DELETE FROM journal WHERE number = :last", last=last)
    assert any("its last entries are not those it ended with" in problem for problem in busy_desk.problems())


def test_an_entry_in_the_middle_taken_away(busy_desk: Desk) -> None:
    middle = entries(busy_desk)[4].number
    busy_desk.sql("DELETE FROM journal WHERE number = :middle", middle=middle)
    assert any(problem.startswith(f"journal entry {middle + 1}: does not follow") for problem in busy_desk.problems())


def test_a_forged_head(busy_desk: Desk) -> None:
    busy_desk.sql("UPDATE installation SET head_sequence = head_sequence - 1")
    assert any("journal of installation" in problem for problem in busy_desk.problems())


def test_changes_that_were_written_anew(busy_desk: Desk) -> None:
    """Even well-formed changes, with the rows made to fit them."""
    row = next(row for row in entries(busy_desk) if row.title == "Tag claim")
    keys = row.document_id, row.annotator_id
    change = unpack(row.changes, *keys)[0]
    assert change.after is not None
    change.after["label"] = "denial"
    busy_desk.sql("UPDATE journal SET changes = :new WHERE number = :n", new=pack([change], *keys), n=row.number)
    busy_desk.sql("UPDATE annotation SET label = 'denial' WHERE label = 'claim'")
    assert busy_desk.problems() == [f"journal entry {row.number + 1}: does not follow the entry before it in its chain"]


@pytest.mark.parametrize("place", range(0, 60, 3))
def test_any_byte_of_an_entry_s_changes(file_desk: Desk, place: int) -> None:
    file_desk.tag(file_desk.load())
    row = entries(file_desk)[-1]
    broken = bytearray(row.changes)
    broken[place % len(broken)] ^= 0x41
    file_desk.sql("UPDATE journal SET changes = :new WHERE number = :n", new=bytes(broken), n=row.number)
    assert file_desk.problems() != []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("project", "name", "'another'"),
        ("annotator", "name", "name || 'x'"),
        ("document", "title", "'another'"),
        ("document", "language", "'xx'"),
        ("document", "length", "length + 1"),
        ("document", "sentence_ends", "'[3]'"),
        ("document", "furniture", "'[[0,1,\"x\"]]'"),
        ("document", "file_name", "'b.txt'"),
        ("annotation", "label", "'denial'"),
        ("annotation", "start_char", "start_char + 1"),
        ("annotation", "end_char", "1000"),
        ("annotation", "note", "'never written'"),
        ("annotation", "segments", "'[[0,1]]'"),
        ("mark", "end_char", "end_char - 1"),
        ("sentence_break", "position", "position + 1"),
    ],
)
def test_a_fact_changed_with_plain_sql(busy_desk: Desk, table: str, column: str, value: str) -> None:
    keys = [row["id"] for row in busy_desk.rows()[table]]
    busy_desk.sql(f"UPDATE {table} SET {column} = {value}")
    problems = busy_desk.problems()
    assert any(str(key) in problem and column in problem for key in keys for problem in problems), problems


def test_a_fact_added_or_taken_away_with_plain_sql(busy_desk: Desk) -> None:
    kept = busy_desk.rows()["mark"][0]["id"]
    busy_desk.sql("DELETE FROM mark")
    assert busy_desk.problems() == [f"mark {kept}: is in the journal, but its row is gone"]
    new = {"sqlite": "x'00000000000000000000000000000007'", "postgresql": "gen_random_uuid()"}
    key = new[busy_desk.workspace.engine_name]
    busy_desk.sql(f"INSERT INTO mark SELECT {key}, document_id, annotator_id, 0, 4 FROM annotation LIMIT 1")
    assert any(problem.endswith("is not in the journal") for problem in busy_desk.problems())


def test_a_text_that_was_changed(busy_desk: Desk) -> None:
    busy_desk.sql("UPDATE text SET content = :new", new=ARTICLE.replace("Rina", "Rani").encode())
    problems = busy_desk.problems()
    assert sum(problem.startswith("text ") for problem in problems) == 2
    assert sum(problem.startswith("original ") for problem in problems) == 2


def test_an_original_that_was_changed(desk: Desk) -> None:
    load_content(desk.workspace, "Ça coûte cinq euros, dit-il.\r\n".encode("cp1252"), "a.txt", desk.ana)
    assert desk.problems() == []
    desk.sql("UPDATE original SET content = :new", new=b"Something else.")
    assert any(problem.startswith("original ") for problem in desk.problems())


def test_a_sound_index_is_not_found_fault_with(file_desk: Desk) -> None:
    """A connection that has checked before sees what another one has written to the index since."""
    file_desk.load(ARTICLE)
    file_desk.load("Menteri diam saja. Tunggu dulu.")
    with file_desk.workspace.reading() as one:
        one.exec_driver_sql("PRAGMA integrity_check").all()
        with file_desk.behind() as other:
            other.exec_driver_sql("DELETE FROM search_about WHERE rowid = 2")
            other.exec_driver_sql("INSERT INTO search_about (rowid, title) VALUES (2, 'satu dua tiga')")
        one.rollback()
        assert audit(one).problems == []


def test_the_texts_are_not_all_in_memory_at_once(file_desk: Desk) -> None:
    texts = ["word " * 100_000 + str(number) for number in range(40)]
    for text in texts:
        file_desk.load(text)
    tracemalloc.start()
    assert file_desk.problems() == []
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < sum(map(len, texts)) / 2


@pytest.mark.parametrize("encoding", ["no-such-codec", "ascii"])
def test_an_encoding_that_was_changed(desk: Desk, encoding: str) -> None:
    desk.load()
    desk.sql("UPDATE original SET encoding = :new", new=encoding)
    assert any(problem.startswith("original ") for problem in desk.problems())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET furniture = 'not json'",
        "UPDATE annotation SET id = x'00'",
        "UPDATE document SET loaded_at = 9000000000000000000",
        "UPDATE journal SET at = 9000000000000000000 WHERE number = 4",
        "UPDATE journal SET annotator_id = x'00' WHERE number = 4",
        "UPDATE journal SET kind = 'x' WHERE number = 4",
        "UPDATE journal SET changes = x'' WHERE number = 4",
    ],
)
def test_values_that_cannot_even_be_read(file_desk: Desk, statement: str) -> None:
    file_desk.tag(file_desk.load())
    file_desk.sql(statement)
    assert file_desk.problems() != []


def test_a_row_that_refers_to_nothing_is_named(file_desk: Desk) -> None:
    file_desk.load()
    file_desk.sql("DELETE FROM text")
    assert any("refers to a text that is not there" in problem for problem in file_desk.problems())
