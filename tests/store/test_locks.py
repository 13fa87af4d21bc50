"""Files under a passphrase: told from others, opened by nothing else, and silent about what is in them."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from annotator.errors import Locked, ProjectDamaged, ProjectError
from annotator.store import database, locks, sqlite
from tests.store.desk import ARTICLE, Desk

WORDS = "drei Bären im Wald"
OLD = Path(__file__).parent.parent / "old_databases"


@pytest.fixture
def locked(project_path: Path) -> Path:
    """A locked project with a table of words in it, closed."""
    made = database.connect(project_path, passphrase=WORDS)
    with made.engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT)"))
        connection.execute(text("INSERT INTO note VALUES ('sebelas sapi')"))
    made.engine.dispose()
    return project_path


def test_nothing_in_the_file_can_be_read(locked: Path) -> None:
    content = locked.read_bytes()
    for plain in (b"sebelas", b"CREATE TABLE", b"SQLite format", b"annotator"):
        assert plain not in content


def test_nor_in_what_lies_beside_it_while_it_is_open(locked: Path) -> None:
    opened = database.connect(locked, passphrase=WORDS)
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO note VALUES ('dua belas kuda')"))
    log = locked.with_name(f"{locked.name}-wal").read_bytes()
    opened.engine.dispose()
    assert len(log) > 4096
    assert b"belas" not in log


def test_the_right_words_open_it(locked: Path) -> None:
    opened = database.connect(locked, passphrase=WORDS)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT words FROM note")).scalar() == "sebelas sapi"
    assert not opened.is_new
    opened.engine.dispose()


def test_words_that_look_the_same_are_the_same(locked: Path) -> None:
    opened = database.connect(locked, passphrase="drei Ba\u0308ren im Wald")
    opened.engine.dispose()


@pytest.mark.parametrize("given", [None, "", "drei bären im wald", f"{WORDS} ", "' OR 1=1 --"])
def test_nothing_else_does_and_the_file_stays_as_it_is(locked: Path, given: str | None) -> None:
    before = locked.read_bytes()
    with pytest.raises(Locked) as told:
        database.connect(locked, passphrase=given)
    assert given is None or not given.strip() or given not in str(told.value)
    assert locked.read_bytes() == before


def test_a_wrong_passphrase_writes_nothing_on_standard_error(locked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Locked, match="does not open"):
        database.connect(locked, passphrase="falsch")
    assert capfd.readouterr() == ("", "")


def test_a_locked_file_that_may_only_be_read(locked: Path) -> None:
    engine = sqlite.engine_for(locked, read_only=True, key=locks.key_of(locked, WORDS))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT words FROM note")).scalar() == "sebelas sapi"
        with pytest.raises(Exception, match="readonly"):
            connection.execute(text("DELETE FROM note"))
    engine.dispose()


def test_the_key_is_worked_out_once_for_all_connections(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = locks.key_of
    monkeypatch.setattr(locks, "key_of", lambda path, words: asked.append(words) or real(path, words))
    opened = database.connect(locked, passphrase=WORDS)
    with contextlib.ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(opened.engine.connect())
    opened.engine.dispose()
    assert asked == [WORDS]


def test_a_copy_is_locked_by_the_same_words(locked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.annotator"
    sqlite.copy(locked, copy, locks.key_of(locked, WORDS))
    assert b"sebelas" not in copy.read_bytes()
    opened = database.connect(copy, passphrase=WORDS)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT words FROM note")).scalar() == "sebelas sapi"
    opened.engine.dispose()


def test_another_program_opens_it_with_the_passphrase(locked: Path) -> None:
    """The key is what SQLCipher itself makes of a passphrase, so nobody is bound to this program."""
    with contextlib.closing(sqlite.driver().connect(str(locked))) as connection:
        connection.execute(f"PRAGMA key = '{WORDS}'")
        assert connection.execute("SELECT words FROM note").fetchone() == ("sebelas sapi",)


def test_a_project_that_is_not_locked_is_not_taken_for_one(project_path: Path) -> None:
    desk = Desk(project_path)
    desk.load(ARTICLE)
    desk.workspace.close()
    assert not locks.is_locked(project_path)
    database.connect(project_path, passphrase="not needed").engine.dispose()


@pytest.mark.parametrize(
    "content", [b"", b"x" * 4096, bytes(8192), b"Kata Menteri. " * 4096, bytes(range(256)) * 15], ids=len
)
def test_what_is_no_locked_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert not locks.is_locked(path)
    assert not locks.is_locked(tmp_path / "none")
    assert not locks.is_locked(tmp_path)


def test_a_locked_file_that_was_cut_is_no_project(locked: Path) -> None:
    locked.write_bytes(locked.read_bytes()[:-100])
    with pytest.raises(ProjectDamaged):
        database.connect(locked, passphrase=WORDS)


def test_a_changed_byte_is_noticed(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    content[200] ^= 1
    locked.write_bytes(content)
    with pytest.raises(Locked, match="or the file is damaged"):
        database.connect(locked, passphrase=WORDS)


def test_without_the_driver_nothing_is_locked(project_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own SQLite takes a key without a word and writes plainly."""
    monkeypatch.setattr(sqlite, "driver", lambda: sqlite3)
    with pytest.raises(ProjectError, match="can neither lock"):
        database.connect(project_path, passphrase=WORDS)


def test_a_locked_project_of_an_older_version_is_upgraded_and_its_copy_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "old.annotator"
    _lock(OLD / "0004.annotator", path)
    opened = database.connect(path, passphrase=WORDS)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == database.SCHEMA_VERSION
        assert connection.execute(text("SELECT count(*) FROM document")).scalar()
    opened.engine.dispose()
    (backup,) = tmp_path.glob("*.backup")
    for file in (path, backup):
        assert locks.is_locked(file)
        assert b"CREATE TABLE" not in file.read_bytes()


def _lock(source: Path, target: Path) -> None:
    """A locked copy of a project that is not locked."""
    key = locks.key_of(target, WORDS)
    with contextlib.closing(sqlite.driver().connect(str(source))) as connection:
        connection.execute(f"ATTACH ? AS locked KEY \"x'{key.hex()}'\"", (str(target),))
        connection.execute("SELECT sqlcipher_export('locked')")
        connection.execute(f"PRAGMA locked.application_id = {sqlite.APPLICATION_ID}")
