"""SQLite as this program uses it."""

import contextlib
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import create_engine, text

from annotator.errors import ProjectBusy
from annotator.store import sqlite
from tests.store.desk import Desk


def test_what_was_acknowledged_outlives_a_power_cut(file_desk: Desk) -> None:
    with file_desk.workspace._database.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_every_connection_of_the_pool_is_set_up(file_desk: Desk) -> None:
    engine = file_desk.workspace._database.engine
    with contextlib.ExitStack() as stack:
        for _ in range(4):
            connection = stack.enter_context(engine.connect())
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_reader_is_not_held_up_by_a_writer(file_desk: Desk) -> None:
    document_id = file_desk.load()
    with file_desk.workspace.edit("Long", file_desk.ana):
        answered: list[int] = []
        thread = Thread(target=lambda: answered.append(len(file_desk.rows()["document"])))
        thread.start()
        thread.join(5)
        assert answered == [1]
    assert document_id


def test_a_lock_held_too_long_is_said(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document_id = file_desk.load()
    file_desk.workspace.close()
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    file_desk.reopen()
    before = file_desk.rows()
    with file_desk.behind() as other:
        other.execute(text("BEGIN IMMEDIATE"))
        with pytest.raises(ProjectBusy, match="Try again"):
            file_desk.tag(document_id)
    assert file_desk.rows() == before
    file_desk.tag(document_id)


def test_a_copy_holds_what_is_still_in_the_log(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.tag(file_desk.load())
    sqlite.copy(Path(file_desk.address), tmp_path / "copy.annotator")
    copied = Desk(tmp_path / "copy.annotator")
    assert copied.rows() == file_desk.rows()
    assert copied.problems() == []
    copied.workspace.close()


def test_another_program_s_database_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    before = path.read_bytes()
    engine = sqlite.engine_for(path, read_only=False)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM recipe")).scalar() == 0
    engine.dispose()
    assert path.read_bytes() == before


def test_json_is_kept_without_spaces() -> None:
    assert sqlite.json_text([[0, 4, "caption"], {"a": "é"}]) == '[[0,4,"caption"],{"a":"é"}]'
