"""Articles given away in a file of their own, for somebody who does not have the project.

A packet is a project: it opens in the window and at a prompt, and comes home by being merged. Everything in its file
was written into it; nothing was taken out of a copy.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import select

from annotator.core.identity import new_id, reading_id
from annotator.core.masking import Mask
from annotator.core.packet_masking import Masking
from annotator.core.packets import PacketNote, written_note
from annotator.core.release import Release, hold_of
from annotator.errors import Cancelled, DiskFull, EditConflict, ExportFailed, NotFound
from annotator.operations import placing
from annotator.operations.annotators import find_annotator, find_or_add_annotator
from annotator.operations.packet_rows import Articles, PacketRows
from annotator.operations.protection import mask_in
from annotator.store import audit, blindness, database, packets, queries
from annotator.store.recorder import RecordedSession
from annotator.store.review_tables import Reading
from annotator.store.tables import Annotator, Document, LabelSetVersion, Project
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 100
_COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class PacketWish:
    """What is to go into a packet, and for whom.

    Without `with_readings` it is blind: the recipient sees nobody else's work, in the packet and at home, until the
    article is handed in. `with_held`: with what is withheld, cancelled, under an embargo or off the record.
    """

    document_ids: Sequence[UUID]
    recipient: str
    with_readings: bool = False
    with_contacts: bool = False
    with_originals: bool = False
    with_protected: bool = False
    with_held: bool = False
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PacketReport:
    """What went into a packet; `notices` say what did not, in plain sentences."""

    path: Path
    id: UUID
    recipient: str
    blind: bool
    locked: bool
    articles: int
    annotations: int
    links: int
    notices: tuple[str, ...]


def make_packet(
    workspace: Workspace,
    target: Path,
    wish: PacketWish,
    annotator_id: UUID,
    *,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> PacketReport:
    """Write a packet to a file that is not there yet; the recipient is an annotator of this project from then on.

    It is written beside, read back, and only then gets its name. Raises NotFound where no article is left to give,
    EditConflict where it would hold what is hidden from the viewer, ExportFailed, Cancelled.
    """
    if target.exists():
        raise ExportFailed(f"“{target}” is there already, and may hold somebody’s work; choose another name.")
    if not target.parent.is_dir():
        raise ExportFailed(f"There is no folder “{target.parent}”; make it first or choose another place.")
    with workspace.reading(whole=True) as connection:
        chosen, notices = _to_give(connection, wish)
    if wish.with_readings and not workspace.hidden().isdisjoint(chosen):
        raise EditConflict("You read some of these articles blind; hand them in first, or let somebody else give them.")
    recipient_id = find_or_add_annotator(workspace, wish.recipient)
    former = {} if wish.with_readings else _assign(workspace, chosen, recipient_id, annotator_id)
    making = _Making(workspace, wish, recipient_id, annotator_id, chosen, progress, cancelled)
    try:
        placing.write_file(workspace, target, lambda stream: making.fill(Path(stream.name)))
    except BaseException:
        _release(workspace, former, annotator_id)
        raise
    return making.report(target, notices)


def articles_assigned_to(workspace: Workspace, name: str) -> list[UUID]:
    """The articles that somebody was asked to read and has not handed in yet. Raises NotFound for a stranger."""
    annotator_id = find_annotator(workspace, name)
    if annotator_id is None:
        raise NotFound(f"Nobody in this project is called “{name}”.")
    with workspace.reading(whole=True) as connection:
        return packets.assigned_to(connection, annotator_id)


def _to_give(connection: Connection, wish: PacketWish) -> tuple[list[UUID], list[str]]:
    """The articles that may go, and what is said of the others."""
    asked = list(dict.fromkeys(wish.document_ids))
    newest = packets.newest_of(connection, asked)
    held = {one.id for one in queries.documents_to_hold(connection) if hold_of(one)} if not wish.with_held else set()
    chosen = [key for key in newest if key not in held]
    notices = []
    if older := len(asked) - len(newest):
        notices.append(f"{_counted(older, 'older version')} left out: a newer one can be given.")
    if kept := len(newest) - len(chosen):
        notices.append(f"{_counted(kept, 'article')} withheld, cancelled or under an embargo left out.")
    if not chosen:
        raise NotFound(" ".join(["No article is left to give away.", *notices]))
    return chosen, notices


_Former = dict[UUID, tuple[bool, UUID | None, datetime | None] | None]
"""What a reading said before it was changed, by its key; None where there was none."""


def _assign(workspace: Workspace, chosen: Sequence[UUID], recipient_id: UUID, annotator_id: UUID) -> _Former:
    """Have the recipient read these articles blind, at home as well, where nothing has been handed in."""
    former: _Former = {}
    with workspace.edit("Give articles away", annotator_id, undoable=False) as session:
        there = {row.document_id: row for row in session.exec(select(Reading).filter_by(annotator_id=recipient_id))}
        for document_id in chosen:
            reading = there.get(document_id)
            if reading is None:
                key = reading_id(document_id, recipient_id)
                reading = Reading(id=key, document_id=document_id, annotator_id=recipient_id)
                session.add(reading)
                former[key] = None
            else:
                former[reading.id] = reading.blind, reading.assigned_by, reading.assigned_at
            if reading.submitted_at is None:
                reading.blind = True
            if reading.assigned_at is None:
                reading.assigned_by, reading.assigned_at = annotator_id, datetime.now(UTC)
    return former


def _release(workspace: Workspace, former: _Former, annotator_id: UUID) -> None:
    """Take back what was assigned for a packet that could not be made."""
    with workspace.edit("Give no articles away", annotator_id, undoable=False) as session:
        for key, said in former.items():
            reading = session.get(Reading, key)
            if reading and said:
                reading.blind, reading.assigned_by, reading.assigned_at = said
            elif reading:
                session.delete(reading)


class _Making:
    """One packet in the making."""

    def __init__(
        self,
        workspace: Workspace,
        wish: PacketWish,
        recipient_id: UUID,
        annotator_id: UUID,
        chosen: Sequence[UUID],
        progress: Progressed | None,
        cancelled: IsCancelled | None,
    ) -> None:
        self.id = new_id()
        self._workspace, self._wish, self._chosen = workspace, wish, chosen
        self._recipient_id, self._annotator_id = recipient_id, annotator_id
        self._progress, self._cancelled = progress, cancelled
        self._notices: list[str] = []
        self._rows: PacketRows

    def report(self, target: Path, notices: Sequence[str]) -> PacketReport:
        """What was written."""
        wish, counts = self._wish, self._rows.counts
        return PacketReport(
            path=target,
            id=self.id,
            recipient=wish.recipient,
            blind=not wish.with_readings,
            locked=wish.passphrase is not None,
            articles=counts["articles"],
            annotations=counts["annotations"],
            links=counts["links"],
            notices=(*notices, *self._notices),
        )

    def fill(self, part: Path) -> None:
        """Write the packet's database into an empty file. Raises OSError when the disk is full."""
        try:
            packet = Workspace(database.connect(part, passphrase=self._wish.passphrase), self.id)
            try:
                with self._workspace.reading(whole=True) as home:
                    self._write(home, packet)
            finally:
                packet.close()
            self._finish(part)
        except DiskFull as error:
            raise OSError(ENOSPC, str(error)) from error
        finally:
            for companion in _COMPANIONS:
                with suppress(OSError):
                    part.with_name(part.name + companion).unlink(missing_ok=True)

    def _write(self, home: Connection, packet: Workspace) -> None:
        wish = self._wish
        masking = Masking(Mask() if wish.with_protected else mask_in(self._workspace, home))
        own_only = frozenset(self._chosen)
        if wish.with_readings:
            own_only &= blindness.hidden_documents(home, self._recipient_id)
        release = Release(self._workspace.label_set(home))
        self._rows = PacketRows(home, self._recipient_id, own_only, masking, release, wish.with_held)
        with packet.edit("Make packet", None, undoable=False) as session:
            self._write_project(home, session, masking)
        for batch in self._batches():
            articles = self._rows.articles(batch)
            with packet.edit("Make packet", None, undoable=False) as session:
                self._write_articles(home, session, articles)
        ties = self._rows.ties(self._chosen, with_contacts=wish.with_contacts)
        with packet.edit("Make packet", None, undoable=False) as session:
            for table, rows in ties.items():
                session.add_rows(table, rows)
            self._write_note(home, session, masking)
        self._tell_of(masking, own_only)

    def _batches(self) -> Iterator[Sequence[UUID]]:
        for start in range(0, len(self._chosen), _BATCH):
            if self._cancelled and self._cancelled():
                raise Cancelled("The packet was stopped; no file was written.")
            yield self._chosen[start : start + _BATCH]
            if self._progress:
                self._progress(min(start + _BATCH, len(self._chosen)), len(self._chosen))

    def _write_project(self, home: Connection, session: RecordedSession, masking: Masking) -> None:
        project = masking.row("project", packets.all_rows(home, Project)[0])
        session.add_rows(Project, [project | {"packet": None, "exchange": None}])
        session.add_rows(Annotator, packets.all_rows(home, Annotator))
        versions = packets.all_rows(home, LabelSetVersion)
        session.add_rows(LabelSetVersion, [masking.row("label_set_version", row) for row in versions])

    def _write_articles(self, home: Connection, session: RecordedSession, articles: Articles) -> None:
        connection = session.connection()
        documents = articles.rows[Document]
        for sha256, text in articles.masked_texts.items():
            packets.add_text(connection, sha256, text)
        as_they_are = [row for row in documents if row["text_sha256"] not in articles.masked_texts]
        packets.copy_texts(home, connection, {row["text_sha256"] for row in as_they_are})
        originals = {row["original_sha256"] for row in as_they_are}
        packets.copy_originals(home, connection, originals, whole=self._wish.with_originals)
        for table, rows in articles.rows.items():
            session.add_rows(table, rows)

    def _write_note(self, home: Connection, session: RecordedSession, masking: Masking) -> None:
        names = queries.annotator_names(home)
        note = PacketNote(
            id=self.id,
            made_at=datetime.now(UTC),
            made_by=names.get(self._annotator_id, ""),
            made_by_id=self._annotator_id,
            recipient=names[self._recipient_id],
            recipient_id=self._recipient_id,
            blind=not self._wish.with_readings,
            known=packets.heads(home),
            documents=tuple(self._chosen),
            masked=tuple(sorted(masking.touched)),
        )
        (project,) = session.exec(select(Project)).all()
        project.packet = written_note(note)

    def _tell_of(self, masking: Masking, own_only: frozenset[UUID]) -> None:
        counts = self._rows.counts
        if own_only and self._wish.with_readings:
            words = f"{self._wish.recipient} reads {_counted(len(own_only), 'article')} blind: nobody else’s work on "
            self._notices.append(f"{words}{'it' if len(own_only) == 1 else 'them'} was taken in.")
        if counts["off_record"]:
            self._notices.append(f"{_counted(counts['off_record'], 'annotation')} off the record left out.")
        if counts["cut"]:
            self._notices.append(f"{_counted(counts['cut'], 'link')} to what is not in the packet left out.")
        if masking.sources:
            self._notices.append(f"{_counted(len(masking.sources), 'protected source')} named by a number only.")
        if masking.articles:
            self._notices.append(
                f"In {_counted(len(masking.articles), 'article')} names of protected sources are blacked out."
            )

    def _finish(self, part: Path) -> None:
        """Leave one file with nothing but its rows in it, and hold these against their journal."""
        opened = database.connect(part, passphrase=self._wish.passphrase)
        try:
            with opened.engine.connect() as connection:
                problems = audit.audit(connection).problems
            packets.settle(opened.engine)
        finally:
            opened.engine.dispose()
        if problems:
            raise ExportFailed(f"The packet did not read back as it was written ({problems[0]}); no file was left.")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
