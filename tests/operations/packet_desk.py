"""A newsroom of three and its articles, for tests of what is given away: every word of which can be looked for."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlmodel import SQLModel

from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.operations import annotations, annotators, packets, projects, readings, relations, sources
from annotator.operations.packets import PacketReport, PacketWish
from annotator.store import locks, sqlite
from annotator.store.changes import image_of, unpack
from annotator.store.review_tables import Comment, Ruling, Verdict
from annotator.store.tables import FACTS, Document, JournalEntry, Original, Text, table_of
from annotator.store.workspace import Workspace
from tests.store.desk import Desk

GIVEN = "Gubernur membantah kabar zamrud. Polisi diam."
KEPT = "Hakim mengaku soal pirus. Jaksa bicara."


@dataclass
class Newsroom:
    """Ana's project. She, Cem and Dee have worked on both articles; Ben has worked on none."""

    desk: Desk

    def __post_init__(self) -> None:
        desk = self.desk
        self.cem = annotators.find_or_add_annotator(desk.workspace, "Cem")
        self.given, self.kept = desk.load(GIVEN), desk.load(KEPT)
        self.ana_s = self.tag(self.given, desk.ana, "anasnote")
        self.cem_s = self.tag(self.given, self.cem, "cemsnote")
        self.kept_s = self.tag(self.kept, desk.ana, "keptnote")
        self.police = self.name(self.ana_s, "Polisi Utara")
        self.judge = self.name(self.kept_s, "Hakim Selatan")

    @property
    def workspace(self) -> Workspace:
        """The project."""
        return self.desk.workspace

    def tag(self, document_id: UUID, by: UUID, note: str = "", start: int = 0, label: str = "claim") -> UUID:
        """An annotation with a note."""
        made = annotations.add_annotation(self.workspace, document_id, [Span(start, start + 8)], label, by)
        if note:
            annotations.set_note(self.workspace, made.id, note, by)
        return made.id

    def newer(self, title: str) -> UUID:
        """A new version of the article that is given away, to which nothing is carried over."""
        with self.workspace.edit("New version", self.desk.ana) as session:
            key = new_id()
            old = session.get(Document, self.given)
            assert old is not None
            session.add(Document(**image_of(old) | {"id": key, "title": title}))
            old.superseded_by = key
        return key

    def name(self, annotation_id: UUID, name: str, by: UUID | None = None) -> UUID:
        """The source of an annotation, made for it."""
        by = by or self.desk.ana
        source = sources.add_source(self.workspace, name, by)
        relations.set_sources(self.workspace, [annotation_id], "attributed_to", [source.id], by)
        return source.id

    def say(self) -> None:
        """What reviewers say of Ana's and Cem's work on the article that is given away, all on the record."""
        for annotator_id in (self.desk.ana, self.cem):
            with self.workspace.edit("Submit", annotator_id, undoable=False) as session:
                readings.put_submission(session, self.given, annotator_id)
        known = {"document_id": self.given, "annotator_id": self.cem}
        with self.workspace.edit("Review", self.cem) as session:
            session.add(Verdict(**known, annotation_id=self.ana_s, verdict="returned", reason="verdictword"))
            session.add(Comment(**known, annotation_id=self.ana_s, words="commentword"))
            ruling = Ruling(
                **known, verdict="both", settles=[str(self.ana_s), str(self.cem_s)], keeps=[], reason="rulingword"
            )
            session.add(ruling)

    def give(self, path: Path, **wish: object) -> PacketReport:
        """A packet for Ben with the one article, or with others."""
        whole = {"document_ids": [self.given], "recipient": "Ben", **wish}
        return packets.make_packet(self.workspace, path, PacketWish(**whole), self.desk.ana)  # type: ignore[arg-type]


@contextlib.contextmanager
def opened(path: Path, passphrase: str | None = None) -> Iterator[Workspace]:
    """A packet, as somebody else opens it."""
    workspace = projects.open_project(path, uuid4(), passphrase=passphrase)
    try:
        yield workspace
    finally:
        workspace.close()


def rows_in(workspace: Workspace, table: type[SQLModel]) -> list[dict[str, object]]:
    """The rows of one table."""
    with workspace.reading(whole=True) as connection:
        return [dict(row) for row in connection.execute(select(table_of(table))).mappings()]


def every_word(path: Path, passphrase: str | None = None) -> bytes:
    """All that a file holds: its bytes as they lie there, and what is packed in them."""
    key = locks.key_of(path, passphrase) if passphrase else None
    engine = sqlite.engine_for(path, read_only=True, key=key)
    told = [path.read_bytes()]
    with engine.connect() as connection:
        for entry in connection.execute(select(table_of(JournalEntry))):
            told.append(repr(unpack(entry.changes, entry.document_id, entry.annotator_id)).encode())
            told.append(entry.title.encode())
        for table in (*FACTS, Text, Original):
            told += [repr(dict(row)).encode() for row in connection.execute(select(table_of(table))).mappings()]
    engine.dispose()
    return b"\n".join(told)
