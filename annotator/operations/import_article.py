"""One article of a file written inside an edit: its annotations, their links and sources, what was read in it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from annotator.core.exchange import ExchangedLink
from annotator.core.identity import new_id
from annotator.core.import_map import LEFT_OUT
from annotator.core.spans import Span
from annotator.errors import AnnotatorError
from annotator.operations.import_known import ArticleHere, FoundAnnotation, Known, own_key
from annotator.operations.import_links import End, FarLink, Links
from annotator.operations.import_planning import Plan, PlannedAnnotation, words_of
from annotator.operations.import_rows import NewRows, Row
from annotator.operations.import_session import ImportSession
from annotator.operations.import_sharing import Sharing
from annotator.store import readings
from annotator.store.columns import storable
from annotator.store.import_reads import AnnotationHome
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Document

IMPORTED = "imported"
"""The origin of an annotation that was made elsewhere."""
CHANGED_HERE = "annotation that is otherwise here than in the file, and stays as it is here"
CLOSED_READING = "annotation in a reading that is handed in already"
CLOSED_LINK = "relation in a reading that is handed in already"


@dataclass(slots=True)
class Beside:
    """What articles that are written together have in common.

    `names` are those of all annotators, `homes` the annotations with keys of ours that are here, `closed` the readings
    that take nothing more: (article, annotator). `rows` are what is to be added when all of them have been looked at.
    """

    names: Mapping[UUID, str]
    homes: Mapping[UUID, AnnotationHome]
    closed: Container[tuple[UUID, UUID]] = frozenset()
    rows: NewRows = field(default_factory=NewRows)


class ArticleWriter:
    """What is there of one article, and what is added.

    Attributes:
        links: those that go out from it.
        ends: annotations of the file as they are here, by their key in the file.

    """

    def __init__(
        self,
        sharing: Sharing,
        session: ImportSession,
        plan: Plan,
        record: ArticleHere,
        beside: Beside,
    ) -> None:
        self._sharing, self._session, self._plan, self._record = sharing, session, plan, record
        self._report, self._names = sharing.report, beside.names
        self._known, self._closed, self._rows = Known(record, beside.homes), beside.closed, beside.rows
        self.links = Links(sharing.label_set, record)
        self.ends: dict[str, End] = {}

    def write(self) -> None:
        """Say what is to be added of it, and add who comes with it."""
        self._note_foreign_key()
        rows = list[Row]()
        fresh: list[tuple[End, PlannedAnnotation]] = []
        for planned in self._plan.annotations:
            end = self._there(planned)
            if end is None and (end := self._new(planned, rows)):
                fresh.append((end, planned))
            if end:
                self.ends[planned.foreign.key] = end
                self._sharing.note_end(self._plan.article.key, planned.foreign.key, end)
        for who in dict.fromkeys(row["annotator_id"] for row in rows):
            self._sharing.admit(self._session, who)
        self._rows.annotations += rows
        self._report.annotations += len(rows)
        for end, planned in fresh:
            self._name_sources(end, planned)
        for link in self._plan.article.links:
            self._link(link)
        self._mark()
        if self._sharing.submit:
            self._note_readers()

    def _there(self, planned: PlannedAnnotation) -> End | None:
        """The annotation that is here already, counted as such."""
        who = self._sharing.who(planned.foreign.annotator)
        found = self._known.find(planned, self._names[who], self._foreign_key(planned.foreign.key))
        if found:
            self._count(planned, is_same=(found.label, found.segments) == (planned.label, planned.segments))
            return End(found.id, found.label, who, self._record.id)
        home = self._known.elsewhere(planned)
        if home:
            self._report.known += 1
            return End(home.id, home.label, home.annotator_id, home.document_id)
        return None

    def _count(self, planned: PlannedAnnotation, *, is_same: bool) -> None:
        if is_same or self._record.id in self._sharing.hidden:  # what is hidden from who imports is not told
            self._report.known += 1
            return
        self._report.changed += 1
        self._report.losses.add(self._plan.title, words_of(self._plan.article, planned.foreign), CHANGED_HERE)

    def _new(self, planned: PlannedAnnotation, rows: list[Row]) -> End | None:
        """An annotation that is new here, as a row; None where the reading takes none any more."""
        who, foreign = self._sharing.who(planned.foreign.annotator), planned.foreign
        if self._is_closed(who):
            self._report.losses.add(self._plan.title, words_of(self._plan.article, foreign), CLOSED_READING)
            return None
        row = self._row(planned, who)
        rows.append(row)
        found = FoundAnnotation(row["id"], planned.label, planned.segments)
        self._known.add(found, self._names[who], row["foreign_key"] or "")
        if not planned.sure:
            words = " … ".join(self._record.text[start:end] for start, end in planned.segments)
            self._report.unsure.add(self._plan.title, words_of(self._plan.article, foreign), f"here “{words[:200]}”")
        return End(row["id"], planned.label, who, self._record.id)

    def _row(self, planned: PlannedAnnotation, who: UUID) -> dict[str, Any]:
        return {
            "id": new_id(),
            "document_id": self._record.id,
            "annotator_id": who,
            "label": planned.label,
            **stretch_columns(planned.segments),
            "note": storable(planned.note).rstrip(),
            "origin": IMPORTED,
            "made_from": None,
            "attributes": dict(planned.attributes) or None,
            "guideline_version": None,
            "suggested_by": None,
            "foreign_key": self._foreign_key(planned.foreign.key) or None,
        }

    def _foreign_key(self, key: str) -> str:
        """What an annotation is called in the other tool, "" where that is for one file only."""
        lasts = key and (self._sharing.lasting_keys or own_key(key))
        return storable(f"{self._sharing.format_id}:{key}") if lasts else ""

    def _note_foreign_key(self) -> None:
        """Remember what the other tool calls an article that was here before it came from there."""
        key = self._plan.article.key
        if not self._sharing.lasting_keys or not key or self._record.foreign_key or key == str(self._record.id):
            return
        known = {"foreign_key": storable(f"{self._sharing.format_id}:{key}")}
        self._session.change_row(Document, {"id": self._record.id}, {"foreign_key": None}, known)

    def _name_sources(self, end: End, planned: PlannedAnnotation) -> None:
        for kind, names in planned.sources.items():
            for name in names:
                try:
                    source_id = self._sharing.source_id(self._session, name)
                except AnnotatorError as error:
                    self._report.losses.add(self._plan.title, name, str(error))
                else:
                    self.links.add_source(self._rows.links, kind, end, source_id)

    def _link(self, link: ExchangedLink) -> None:
        kind = self._sharing.names.relations.get(link.kind, LEFT_OUT)
        if kind == LEFT_OUT:
            self._lose(link, f"relation “{link.kind}”, which the label set does not have")
            return
        start = self.ends.get(link.from_key)
        is_far = bool(link.to_article) and link.to_article != self._plan.article.key
        end = None if is_far else self.ends.get(link.to_key)
        if start is None or (end is None and not is_far):
            self._lose(link, f"relation “{link.kind}” of which one end is not there")
            return
        if start.document_id != self._record.id:
            return  # of an older version, which stays as it was
        who = self._sharing.who(link.annotator) if link.annotator else start.annotator_id
        if end is None:
            to = (link.to_article, link.to_key)
            self._sharing.far_links.append(FarLink(self._plan.title, kind, start, who, to))
        elif self.links.has(kind, start, end):
            return
        elif why := CLOSED_LINK if self._is_closed(who) else self.links.why_not(kind, start, end):
            self._lose(link, why)
        else:
            self._sharing.admit(self._session, who)
            self.links.add(self._rows.links, kind, start, end, who)
            self._report.links += 1

    def _lose(self, link: ExchangedLink, why: str) -> None:
        self._report.losses.add(self._plan.title, link.kind, why)

    def _mark(self) -> None:
        """What was read and holds nothing: said by the one person who has worked on the article, or who imports."""
        people = {one.annotator for one in self._plan.article.annotations}
        who = self._sharing.who(next(iter(people)) if len(people) == 1 else "")
        if not self._plan.marks or self._is_closed(who):
            return
        there: Sequence[Span] = self._record.marks  # whose those of several people were, no file says
        if len(people) == 1:
            there = readings.own_marks(self._session.connection(), self._record.id, who)
        rows = [
            {"id": new_id(), "document_id": self._record.id, "annotator_id": who, "start_char": start, "end_char": end}
            for start, end in self._plan.marks
            if not any(one.start_char <= start and end <= one.end_char for one in there)
        ]
        if rows:
            self._sharing.admit(self._session, who)
        self._rows.marks += rows
        self._report.marks += len(rows)

    def _is_closed(self, who: UUID) -> bool:
        return (self._record.id, who) in self._closed

    def _note_readers(self) -> None:
        """Remember whose open readings are to be handed in when all links are there."""
        for who in dict.fromkeys(end.annotator_id for end in self.ends.values()):
            if who not in self._sharing.newcomers and not self._is_closed(who):
                self._sharing.to_submit[self._record.id, who] = None
