"""The one door to a project's database: read, edit, undo, and be told what changed.

    with workspace.edit("Tag claim", annotator_id) as session:
        session.add(annotation)

Whatever happens inside an edit is one transaction: it is committed whole, together with the journal
entry that says what it did, or not at all. When the block has ended without an error the change is
on the disk.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.readings import refuse_closed
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set
from annotator.errors import Frozen, NotFound, NothingToUndo, ProjectError, ProjectReadOnly
from annotator.store import journal, label_sets, queries, replay, search_index
from annotator.store.blindness import Blindness, hidden_on
from annotator.store.changes import RowChange
from annotator.store.database import Database, wait_for_turn
from annotator.store.failures import explained
from annotator.store.journal import Entry, Heading, Kind
from annotator.store.recorder import RecordedSession, Recorder


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit, an undo or a colleague touched. Views decide whether they care."""

    tables: frozenset[str]
    document_ids: frozenset[UUID]
    rows: frozenset[tuple[str, UUID]]


@dataclass(slots=True)
class Step:
    """Several edits that undo takes back as one. Give the same Step to each `edit`.

    `newest` is the last entry of it: up to there nothing has taken it back.
    """

    head: int | None = None
    newest: int = 0


_TEXTS_REMEMBERED = 3
_MOVED = (
    "The project's file has been moved, replaced or deleted while it was open; the last edit was not made. "
    "Put the file back, or export what you need before you close the project."
)

_NOTHING_LEFT = {
    Kind.UNDO: "There was nothing left of it to take back.",
    Kind.REDO: "There was nothing left of it to do again.",
}

Subscriber = Callable[[Change], None]
Tell = Callable[[str], object]
Around = Callable[[RecordedSession, Sequence[Entry]], AbstractContextManager[None]]
"""What is done around the taking back of a step's entries, in the same transaction and the same undo entry."""


def _nothing_around(_session: RecordedSession, _entries: Sequence[Entry]) -> AbstractContextManager[None]:
    return nullcontext()


class Workspace:
    """An open project.

    Safe to use from several threads: every call has its own session, and edits wait for each other.
    `installation` is the chain of the journal that this copy of the program writes. `viewer` is the annotator who is
    looking: what is hidden from somebody who reads an article blind is hidden in every reading but a whole one.
    """

    viewer: UUID | None = None

    def __init__(self, database: Database, installation: UUID) -> None:
        self._database = database
        self._installation = installation
        self._writers = database.engine.execution_options(writes=True)
        self._readers = database.engine
        if self.engine_name == "postgresql":
            # As in SQLite, where whatever a transaction reads is of one moment.
            self._readers = database.engine.execution_options(isolation_level="REPEATABLE READ")
        self._blindness = Blindness(self._readers)
        self._path = database.path.absolute() if database.path else None
        self._file = _file_at(self._path)
        self._turn = Lock()
        self._subscribers: list[Subscriber] = []
        self._texts: dict[bytes, str] = {}
        self._label_set: LabelSet | None = None
        self._closed = False
        with self.reading(whole=True) as connection:
            self._seen = journal.last_number(connection)
        self._own: set[int] = set()  # entries after `_seen` that need no announcement: they have had theirs

    @property
    def address(self) -> str:
        """The path or the server's address, without a password."""
        return str(self._database.path or self._database.engine.url.render_as_string(hide_password=True))

    @property
    def read_only(self) -> bool:
        """True when the project can be read but not changed."""
        return self._database.read_only

    @property
    def engine_name(self) -> str:
        """Which database this is: sqlite or postgresql."""
        return self._database.engine.dialect.name

    def close(self) -> None:
        """Let go of every connection. Whoever uses the workspace afterwards gets a ProjectError."""
        self._closed = True
        self._subscribers.clear()
        self._blindness.close()
        self._database.engine.dispose()

    @contextmanager
    def reading(self, *, whole: bool = False) -> Iterator[Connection]:
        """A connection that sees one consistent state of the project and writes nothing.

        `whole`: with what is hidden from the `viewer`, too; for proofs, copies and figures, never for what is shown.
        """
        self._refuse_when_closed()
        seen = self._readers.connect() if whole or not self.viewer else self._blindness.seen_by(self.viewer)
        with explained(), seen as connection:
            yield connection

    def hidden(self) -> frozenset[UUID]:
        """The articles of which the others' work is hidden from the `viewer` now."""
        with self.reading() as connection:
            return hidden_on(connection)

    def text_of(
        self, connection: Connection, document_id: UUID, *, to_change: bool = False, by: UUID | None = None
    ) -> str:
        """A document's frozen text. Raises NotFound, and Frozen when something of an older version is `to_change`.

        `by`: whose reading of it is to be changed; raises Closed where that has been handed in.
        The last few are remembered: they cannot change, and an edit of a very long one is
        checked against it at every key press.
        """
        known = queries.text_key_of(connection, document_id, by)
        if known is None:
            raise NotFound("This article is no longer in the project.")
        sha256, newer, written = known
        if newer and to_change:
            raise Frozen(newer)
        refuse_closed(written, document_id, by)
        text = self._texts.pop(sha256, None)
        if text is None:
            text = queries.text_content(connection, sha256)
        self._texts[sha256] = text
        if len(self._texts) > _TEXTS_REMEMBERED:
            self._texts.pop(next(iter(self._texts)), None)
        return text

    def label_set(self, connection: Connection) -> LabelSet:
        """The project's label set. It is read once for each of its versions, of which no two have the same number."""
        known, version = self._label_set, label_sets.label_set_version(connection)
        if known is None or known.version != version:
            known = self._label_set = read_label_set(label_sets.project_label_set(connection))
        return known

    @contextmanager
    def edit(
        self, title: str, annotator_id: UUID | None, *, step: Step | None = None, undoable: bool = True
    ) -> Iterator[RecordedSession]:
        """One change of the project, to be made on the session that is given.

        `title` names it in menus and in history. Edits that share a `step` are undone together. Raises
        ProjectReadOnly, ProjectBusy, DiskFull, ...; then nothing has been changed.
        """
        kind = Kind.EDIT if undoable else Kind.SETTING_UP
        with self._writing() as session:
            yield session
            if step and step.head and journal.is_taken_back(session.connection(), step.head, step.newest):
                step.head = None  # undone while it went on: what follows is a step of its own
            heading = Heading(title, kind, annotator_id, datetime.now(UTC), step.head if step else None)
            numbers = self._commit(session, heading)
        if step and numbers:
            step.head, step.newest = step.head or numbers[0], numbers[-1]
        self._announce(session.info["recorder"])

    @contextmanager
    def take_in(self, title: str, annotator_id: UUID | None) -> Iterator[RecordedSession]:
        """One merge: entries of another copy are received and rows changed on the session that is given.

        `session.info["received"]` is to be the number of the first entry that was received; without it nothing is kept.
        """
        with self._writing() as session:
            yield session
            first = session.info.get("received")
            if first is None:
                return
            numbers = self._commit(session, Heading(title, Kind.MERGE, annotator_id, datetime.now(UTC), undoes=first))
            if self._seen == first - 1:
                self._seen = numbers[-1]
            else:
                self._own.update(range(first, numbers[0]))
        self._announce(session.info["recorder"])

    def undo(self, annotator_id: UUID, around: Around = _nothing_around, tell: Tell | None = None) -> str:
        """Take back this annotator's newest step; returns its title.

        `tell` is given what of it could not be taken back, as plain sentences, where there is something. Raises
        NothingToUndo, or EditConflict when something has been changed by others since.
        """
        return self._take_back(annotator_id, Kind.UNDO, around, tell)

    def redo(self, annotator_id: UUID, around: Around = _nothing_around, tell: Tell | None = None) -> str:
        """Do again what undo took back last, unless an edit came between. Tells and raises as `undo` does."""
        return self._take_back(annotator_id, Kind.REDO, around, tell)

    def undo_title(self, annotator_id: UUID) -> str | None:
        """The title of what `undo` would take back, None when there is nothing."""
        with self.reading() as connection:
            head = journal.undo_target(connection, annotator_id)
            return None if head is None else journal.title_of(connection, head)

    def redo_title(self, annotator_id: UUID) -> str | None:
        """The title of what `redo` would do again, None when there is nothing."""
        with self.reading() as connection:
            head = journal.redo_target(connection, annotator_id)
            return None if head is None else journal.title_of(connection, head)

    def undo_size(self, annotator_id: UUID) -> int:
        """How many articles `undo` would be about, 0 when there is nothing."""
        with self.reading() as connection:
            head = journal.undo_target(connection, annotator_id)
            return 0 if head is None else journal.size_of_step(connection, head)

    def redo_size(self, annotator_id: UUID) -> int:
        """How many articles `redo` would be about, 0 when there is nothing."""
        with self.reading() as connection:
            head = journal.redo_target(connection, annotator_id)
            return 0 if head is None else journal.size_of_step(connection, head)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call `subscriber` after each change, in the thread that made it; returns how to stop that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber) if subscriber in self._subscribers else None

    def catch_up(self) -> bool:
        """Announce what others have written since the last look. True when there was something.

        Waits for nobody: while another thread writes there is nothing to tell.
        """
        if not self._turn.acquire(blocking=False):
            return False
        try:
            with self.reading(whole=True) as connection:
                entries = [e for e in journal.entries_after(connection, self._seen) if e.number not in self._own]
                self._seen = max(self._seen, *self._own, *(entry.number for entry in entries), 0)
                self._own.clear()
        finally:
            self._turn.release()
        if not entries:
            return False
        documents = {entry.document_id for entry in entries}
        self._tell(documents, [change for entry in entries for change in entry.changes])
        return True

    def _take_back(self, annotator_id: UUID, kind: Kind, around: Around, tell: Tell | None) -> str:
        find = journal.undo_target if kind is Kind.UNDO else journal.redo_target
        with self._writing() as session:
            connection = session.connection()
            head = find(connection, annotator_id)
            if head is None:
                raise NothingToUndo(
                    "There is nothing left to undo." if kind is Kind.UNDO else "There is nothing to redo."
                )
            entries = journal.entries_of_step(connection, head)
            with around(session, entries):
                told = replay.take_back(session, entries)
            title = entries[0].title
            self._commit(session, Heading(title, kind, annotator_id, datetime.now(UTC), undoes=head))
        self._announce(session.info["recorder"])
        told = told or ("" if any(session.info["recorder"].by_document()) else _NOTHING_LEFT[kind])
        if tell and told:
            tell(told)
        return title

    @contextmanager
    def _writing(self) -> Iterator[RecordedSession]:
        self._refuse_when_closed()
        if self.read_only:
            raise ProjectReadOnly("This project can be read but not changed. Make a copy that you may write to.")
        with (
            self._turn,
            explained(),
            RecordedSession(self._writers, expire_on_commit=False, autoflush=False) as session,
        ):
            session.info["recorder"] = Recorder()
            wait_for_turn(session.connection())
            self._refuse_when_moved()
            yield session

    def _refuse_when_closed(self) -> None:
        # The engine would open the project once more, and a late edit would go where nobody looks.
        if self._closed:
            raise ProjectError("This project has been closed; nothing was changed. Open it again.")

    def _refuse_when_moved(self) -> None:
        # The system lets a program write on into a file that has no name any more; all of it would be gone at the end.
        if self._file != _file_at(self._path):
            raise ProjectError(_MOVED)

    def _commit(self, session: RecordedSession, heading: Heading) -> list[int]:
        session.flush()
        groups = list(session.info["recorder"].by_document())
        if heading.undoes and not groups:
            groups = [(None, [])]  # others have left nothing to take back; the undo list must go on from here
        search_index.follow(session.connection(), session.info["recorder"].rows())
        numbers = journal.Writer(session.connection(), self._installation).write(heading, groups) if groups else []
        session.commit()
        self._blindness.follow(numbers, {change.table for _, changes in groups for change in changes})
        if numbers and numbers[0] == self._seen + 1:
            self._seen = numbers[-1]
        else:
            self._own.update(numbers)
        return numbers

    def _announce(self, recorder: Recorder) -> None:
        groups = list(recorder.by_document())
        self._tell({document_id for document_id, _ in groups}, [change for _, changes in groups for change in changes])

    def _tell(self, documents: set[UUID | None], changes: list[RowChange]) -> None:
        if not changes:
            return
        if any(one.table == "project" for one in changes):
            self._label_set = None  # a project that was put in the place of another may have its version's number
        change = Change(
            tables=frozenset(change.table for change in changes),
            document_ids=frozenset(document_id for document_id in documents if document_id),
            rows=frozenset((change.table, change.id) for change in changes),
        )
        for subscriber in tuple(self._subscribers):
            subscriber(change)


def _file_at(path: Path | None) -> tuple[int, int] | None:
    """Which file lies at this path; None when there is none, or the project is on a server."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
