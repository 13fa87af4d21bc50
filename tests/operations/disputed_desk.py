"""An article that Ana and Ben have read and handed in, with one dispute of each kind; Cleo rules."""

from typing import Any
from uuid import UUID

from annotator.core.identity import reading_id
from annotator.core.spans import Span
from annotator.operations import annotations, annotators, relations, sources
from annotator.operations.readings import put_submission
from annotator.store.review_tables import Reading
from tests.store.desk import Desk

TEXT = (
    "The mayor took the money, Rina said. The mayor denies it. “I was there,” she told us.\n"
    "Forty people came. Nobody was hurt, the police said. The square stayed closed on Monday.\n"
)


class Disputed:
    """What Ana and Ben say. `agreed` is what both tagged alike; the others are called by the kind of dispute."""

    def __init__(self, desk: Desk | Any) -> None:
        """`desk` may be anything with a workspace, the keys of `ana` and `ben`, and `load`."""
        self.desk, self.workspace = desk, desk.workspace
        self.cleo = annotators.find_or_add_annotator(desk.workspace, "Cleo")
        self.article = desk.load(TEXT)
        rina, ruth = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Rina", "Ruth"))
        self.ana: dict[str, UUID] = {}
        self.ben: dict[str, UUID] = {}
        self.tag("agreed", "took the money")
        self.tag("missed", "Forty people came", ben=False)
        self.tag("boundary", "The mayor denies it", ben_words="mayor denies it", label="denial")
        self.tag("label", "Nobody was hurt", ben_label="quote")
        self.tag("attribute", "The square stayed closed")
        self.tag("link", "“I was there,”", label="quote")
        annotations.set_attributes(self.workspace, [self.ben["attribute"]], {"voice": "outlet"}, desk.ben)
        relations.set_sources(self.workspace, [self.ana["link"]], "attributed_to", [rina], desk.ana)
        relations.set_sources(self.workspace, [self.ben["link"]], "attributed_to", [ruth], desk.ben)
        self.hand_in(desk.ana)
        self.hand_in(desk.ben)

    def tag(
        self, name: str, words: str, label: str = "claim", *, ben_label: str = "", ben_words: str = "", ben: bool = True
    ) -> None:
        self.ana[name] = self._tagged(words, label, self.desk.ana)
        if ben:
            self.ben[name] = self._tagged(ben_words or words, ben_label or label, self.desk.ben)

    def hand_in(self, who: UUID) -> None:
        with self.workspace.edit("Submit", who, undoable=False) as session:
            put_submission(session, self.article, who)

    def change(self, annotation_id: UUID, words: str, who: UUID) -> None:
        """Move an annotation in a reading that is taken back, and hand that in again."""
        self.open(who)
        annotations.set_segments(self.workspace, annotation_id, [self.place(words)], who)
        self.hand_in(who)

    def open(self, who: UUID) -> None:
        """Take a reading back."""
        with self.workspace.edit("Take back", who, undoable=False) as session:
            session.get_one(Reading, reading_id(self.article, who)).state = "open"

    def place(self, words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    def _tagged(self, words: str, label: str, who: UUID) -> UUID:
        return annotations.add_annotation(self.workspace, self.article, [self.place(words)], label, who).id
