"""Another copy of a project, opened to be read only: it is a stranger's file until it has been checked."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, select, text

from annotator.errors import Locked, NotMergeable, ProjectTooNew
from annotator.store import database, locks, sqlite
from annotator.store.audit import audit
from annotator.store.failures import NOT_A_PROJECT, explained
from annotator.store.merging.chains import Chains
from annotator.store.tables import Project, table_of

_project = table_of(Project)
_SIGNS = frozenset(("alembic_version", "installation", "journal", "project"))

_UNSOUND = (
    "The other copy is not as the program left it ({problem}). Nothing was changed. Ask for the file again; "
    "“annotator verify” on it lists all that is wrong."
)
_TOO_NEW = "The other copy was written by a newer version of the program. Install that version to bring it in."
_NOTHING_THERE = "There is no file “{name}”."
_ANOTHER_PROJECT = "This file belongs to another project: nothing in it began here. Nothing was changed."
_NOT_HERE_YET = (
    "This packet was made from a copy of the project that has work which is not here yet. Bring that copy in first; "
    "nothing was changed."
)
_NO_PACKET = "What this packet says of itself cannot be read. Nothing was changed; ask for the file again."
_INTO_PACKET = (
    "This is a packet and not the whole project: work comes home into the project that the packet was made from. "
    "Nothing was changed."
)

LookedAt = Callable[[int], object]


@contextmanager
def opened(path: Path, passphrase: str | None = None) -> Iterator[Connection]:
    """A connection that reads another copy; one of an older version is upgraded in a copy of the file.

    Raises NotMergeable, Locked, ProjectTooNew, and other ProjectErrors.
    """
    if not path.is_file():
        raise NotMergeable(_NOTHING_THERE.format(name=path.name))
    with ExitStack() as stack:
        key = _key(path, passphrase)
        stack.enter_context(_left_alone(path, key))
        as_it_lies = not os.access(path, os.W_OK) and not any(_beside(path))
        engine = sqlite.engine_for(path, read_only=True, key=key, as_it_lies=as_it_lies)
        stack.callback(engine.dispose)
        with explained():
            version = _version(engine)
        if version < database.SCHEMA_VERSION:
            engine.dispose()
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="annotator-")))
            newer = folder / "copy.annotator"
            sqlite.copy(path, newer, key)
            upgraded = database.connect(newer, passphrase=passphrase)
            stack.callback(upgraded.engine.dispose)
            engine = upgraded.engine
        connection = stack.enter_context(engine.connect())
        with explained():
            connection.exec_driver_sql("PRAGMA trusted_schema = OFF")
            yield connection


@contextmanager
def _left_alone(path: Path, key: bytes | None) -> Iterator[None]:
    """Leaves nothing beside a file that nobody has open: who only reads makes a log there, and cannot remove it."""
    in_use = any(_beside(path))
    try:
        yield
    finally:
        if not in_use and any(_beside(path)):
            sqlite.tidy(path, key)


def _beside(path: Path) -> Iterator[bool]:
    """For each file that SQLite may put beside this one whether it is there."""
    real = path.resolve()
    return (real.with_name(f"{real.name}{end}").exists() for end in ("-wal", "-shm", "-journal"))


def _key(path: Path, passphrase: str | None) -> bytes | None:
    if not locks.is_locked(path):
        return None
    if passphrase is None:
        raise Locked(locks.NEEDED)
    return locks.key_of(path, passphrase)


def _version(engine: Engine) -> str:
    with engine.connect() as connection:
        names = set(connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).scalars())
        if not names >= _SIGNS:
            raise NotMergeable(NOT_A_PROJECT)
        version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if version > database.SCHEMA_VERSION:
        raise ProjectTooNew(_TOO_NEW)
    return version


def refuse_unsound(connection: Connection, looked_at: LookedAt | None = None) -> None:
    """Raise NotMergeable for a copy whose rows, journal and texts do not agree."""
    if problems := audit(connection, looked_at).problems:
        raise NotMergeable(_UNSOUND.format(problem=problems[0]))


def packet_of(connection: Connection) -> dict[str, Any] | None:
    """What a packet says of itself; None for a whole copy of a project."""
    found: dict[str, Any] | None = connection.execute(select(_project.c.packet)).scalar()
    return found


def known_there(here: Connection, ours: Chains, there: Connection, theirs: Chains) -> tuple[set[bytes], bool]:
    """Which of our entries the other copy knows, and whether it is a packet of ours. Raises NotMergeable.

    A packet's own first entries, which hold what it was given, are nobody's work.
    """
    packet = packet_of(there)
    shared = ours.numbers.keys() & theirs.numbers.keys()
    base = _given(packet, theirs)
    if not packet or base & ours.numbers.keys():
        if not shared:
            raise NotMergeable(_ANOTHER_PROJECT)
        return set(shared), False
    if packet_of(here) and not shared:
        raise NotMergeable(_INTO_PACKET)
    try:
        heads = {bytes.fromhex(head) for head in packet["known"]}
    except (KeyError, TypeError, ValueError) as error:
        raise NotMergeable(_NO_PACKET) from error
    same = here.execute(select(_project.c.id)).scalar() == there.execute(select(_project.c.id)).scalar()
    if not same or heads.isdisjoint(ours.numbers):
        raise NotMergeable(_ANOTHER_PROJECT)
    if heads - ours.numbers.keys():
        raise NotMergeable(_NOT_HERE_YET)
    return shared | ours.up_to(heads), True


def _given(packet: dict[str, Any] | None, theirs: Chains) -> set[bytes]:
    """The entries of a packet that hold what it was given; they are nobody's work."""
    if packet is None:
        return set()
    try:
        return theirs.of_chain(UUID(packet["id"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotMergeable(_NO_PACKET) from error


def unknown_here(ours: Chains, theirs: Chains, there: Connection) -> list[int]:
    """The numbers there of the entries that are not here, in their order."""
    base = _given(packet_of(there), theirs)
    if base & ours.numbers.keys():
        base = set()
    return sorted(number for key, number in theirs.numbers.items() if key not in ours.numbers and key not in base)
