"""A project in which everything there is has been done, for tests of taking all of it out and in again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from annotator.core.identity import new_id, reading_id
from annotator.core.spans import Span
from annotator.operations import annotations, projects, relations, sentences, sources
from annotator.operations.exports import export_dataset
from annotator.operations.readings import put_submission
from annotator.store.changes import image_of
from annotator.store.review_tables import Comment, Reading, Ruling, SelfCheck, Verdict
from annotator.store.tables import (
    FACTS,
    Annotator,
    Contact,
    Document,
    LabelSetVersion,
    Mark,
    Original,
    Project,
    RejectedSuggestion,
    Text,
    table_of,
)
from annotator.store.workspace import Workspace
from tests.store.desk import Desk

TEXTS = (
    "Kata Menteri 😀: “Harga beras turun.” Pedagang membantah.\r\n\r\nPasar sepi sekali hari ini.\r\n",
    "قال الوزير: «انخفض سعر الأرز». ونفى التجار ذلك.\nانتهى الخبر هنا اليوم.\n",
    "10 hours ago\n\nThe mayor denies it. “We knew nothing,” said Rina.\n\nRead Entire Article\n",
)


@dataclass
class Everything:
    """Ana's and Ben's project; `articles` are the newest versions, `older` one that was replaced."""

    desk: Desk

    def __post_init__(self) -> None:
        self.articles = [self.desk.load(text) for text in TEXTS]
        self.said = [self.tag(article, who) for article in self.articles for who in (self.desk.ana, self.desk.ben)]
        self._tie()
        self._review()
        self._older()
        self._settle()

    @property
    def workspace(self) -> Workspace:
        """The project."""
        return self.desk.workspace

    def tag(self, article: UUID, by: UUID) -> UUID:
        """A nested and an overlapping annotation, and one in pieces; the key of the last."""
        for place, label in ((Span(0, 12), "claim"), (Span(5, 9), "denial"), (Span(7, 20), "quote")):
            made = annotations.add_annotation(self.workspace, article, [place], label, by)
        annotations.set_note(self.workspace, made.id, "cek ulang 😀", by)
        annotations.set_attributes(self.workspace, [made.id], {"quote_type": "indirect"}, by)
        pieces = [Span(0, 3), Span(21, 25)]
        return annotations.add_annotation(self.workspace, article, pieces, "claim", by).id

    def _tie(self) -> None:
        ana, workspace = self.desk.ana, self.workspace
        sources.add_source(workspace, "Nobody’s", ana)
        minister = sources.add_source(workspace, "Menteri", ana, aliases=("Pak Menteri",))
        for one in self.said[::2]:
            relations.set_sources(workspace, [one], "attributed_to", [minister.id], ana)
        relations.link(workspace, self.said[0], "same_as", self.said[2], ana)  # in the next article
        relations.link(workspace, self.said[4], "same_as", self.said[0], ana)  # in one before
        sentences.split_sentence(workspace, self.articles[2], 30, ana)

    def _review(self) -> None:
        ana, ben, first = self.desk.ana, self.desk.ben, self.articles[0]
        known: dict[str, Any] = {"document_id": first, "annotator_id": ben}
        with self.workspace.edit("Hand in", ana, undoable=False) as session:
            put_submission(session, first, ana)
            put_submission(session, self.articles[1], ben)
        with self.workspace.edit("Say", ben) as session:
            session.add(Verdict(**known, annotation_id=self.said[0], verdict="returned", reason="periksa"))
            thread = Comment(**known, annotation_id=self.said[0], words="Mengapa?", mentions=[str(ana)])
            session.add(thread)
            session.add(Comment(**known, thread_id=thread.id, words="Karena.", start_char=2, end_char=4))
            session.add(Ruling(**known, verdict="both", settles=[str(self.said[0]), str(self.said[1])], case_number=1))
            session.add(Contact(**known, annotation_id=self.said[0], at="2026-01-01", person="Budi", answer="Tidak."))
            session.add(Mark(**known, start_char=40, end_char=50))
            refused = {"label": "claim", "start_char": 0, "end_char": 4, "suggester": "cues"}
            session.add(RejectedSuggestion(**known, **refused))
            first_said = [{"label": "claim", "segments": [[0, 4]]}]
            moment = datetime(2026, 1, 2, 3, 4, 5, 6, UTC)
            session.add(SelfCheck(**known, start_char=0, end_char=4, first=first_said, answered_at=moment))
            key = reading_id(self.articles[2], ben)
            session.add(Reading(id=key, document_id=self.articles[2], annotator_id=ben, assigned_at=moment))

    def _older(self) -> None:
        """Two older versions of the last article, one of the other, with an annotation."""
        newer = self.articles[2]
        for number in range(2):
            with self.workspace.edit("New version", self.desk.ana) as session:
                key = new_id()
                there = session.get(Document, newer)
                assert there is not None
                old = {"id": key, "title": f"Old {number}", "superseded_by": newer, "foreign_key": f"brat:{number}"}
                session.add(Document(**image_of(there) | old))
                session.flush()
                mark = Mark(document_id=key, annotator_id=self.desk.ben, start_char=3, end_char=9)
                session.add(mark)
            newer = key

    def _settle(self) -> None:
        with self.workspace.edit("Settle", self.desk.ana) as session:
            project = session.get(Project, self.desk.rows()["project"][0]["id"])
            ana = session.get(Annotator, self.desk.ana)
            assert project is not None
            assert ana is not None
            project.name, project.quotes, project.review = "Berita", {"id": "whole"}, {"policy": "all"}
            project.exchange = {"recipes": {}}
            ana.role, ana.initials, ana.color = "lead", "AN", "rust"
            label_set = self.desk.rows()["project"][0]["label_set"]
            session.add(LabelSetVersion(version=1, label_set=label_set, annotator_id=self.desk.ana))


def exported(workspace: Workspace, path: Path, **choices: Any) -> bytes:
    """The bytes of an export of everything."""
    export_dataset(workspace, "jsonl", path, **choices)
    return path.read_bytes()


def all_rows(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Every fact there is, and the texts; without what the journal alone knows."""
    with workspace.reading(whole=True) as connection:
        tables = (*FACTS, Text)
        found = {}
        for table in tables:
            facts = table_of(table)
            key = facts.c.sha256 if table is Text else facts.c.id
            found[facts.name] = [dict(row) for row in connection.execute(select(facts).order_by(key)).mappings()]
        return found


def originals(workspace: Workspace) -> list[dict[str, Any]]:
    """What is known of the bytes that articles came as."""
    with workspace.reading(whole=True) as connection:
        return [dict(row) for row in connection.execute(select(table_of(Original))).mappings()]


def empty(path: str | Path) -> Workspace:
    """A project with nothing in it."""
    return projects.open_project(path, uuid4())
