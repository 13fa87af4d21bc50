"""Which rows of a project go into a packet: what its reader may see of the chosen articles, and nothing else."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import SQLModel

from annotator.core.packet_masking import Masking
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.release import Release
from annotator.core.submissions import read_content
from annotator.store import packets, queries, relations
from annotator.store.packets import Row
from annotator.store.review_tables import Comment, Reading, Ruling, SelfCheck, Submission, Verdict
from annotator.store.tables import (
    Annotation,
    Contact,
    Document,
    Mark,
    RejectedSuggestion,
    Relation,
    SentenceBreak,
    Source,
)

_SAID = (Annotation, Mark, RejectedSuggestion, Reading, Submission, Verdict, Comment, Ruling, SelfCheck)
"""What people say of an article, parents before what refers to them; links and contacts come after all articles."""
_OF_OTHERS = (Verdict, Ruling)
"""What is said of annotations by others than who made them."""

_AT_A_TIME = 500

Rows = dict[type[SQLModel], list[Row]]


@dataclass(slots=True)
class Articles:
    """Some of the articles as they go: rows by table, texts that differ from those at home (by their SHA-256)."""

    rows: Rows
    masked_texts: dict[bytes, str] = field(default_factory=dict)


@dataclass(slots=True)
class PacketRows:
    """Reads what goes into a packet, a few articles at a time.

    In articles that are `own_only` nothing but the recipient's own work is taken, and what is said of it. Annotations
    that the label set's rules hold back stay at home, unless the recipient made them or `with_held`. Without a
    recipient, everybody's work is taken.
    """

    connection: Connection
    recipient_id: UUID | None
    own_only: Collection[UUID]
    masking: Masking
    release: Release
    with_held: bool = False
    annotation_ids: set[UUID] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def articles(self, document_ids: Sequence[UUID]) -> Articles:
        """All but links and contacts of some articles."""
        rows: Rows = {Document: packets.rows_of(self.connection, Document, "id", document_ids)}
        rows[SentenceBreak] = packets.rows_of(self.connection, SentenceBreak, "document_id", document_ids)
        for table in _SAID:
            found = packets.rows_of(self.connection, table, "document_id", document_ids)
            rows[table] = [row for row in found if self._is_for_recipient(table, row)]
        articles = Articles(rows)
        self._take_records(articles, document_ids)
        self.annotation_ids.update(row["id"] for row in rows[Annotation])
        self._leave_out(rows)
        self.counts["articles"] += len(rows[Document])
        self.counts["annotations"] += len(rows[Annotation])
        return articles

    def ties(self, document_ids: Sequence[UUID], *, with_contacts: bool) -> Rows:
        """The links between what `articles` has given, the sources that they name, and contacts where wanted."""
        links = self._tied(Relation, document_ids, ("from_id", "to_id"))
        contacts = self._tied(Contact, document_ids, ("annotation_id",)) if with_contacts else []
        named = {row["source_id"] for row in links if row["source_id"]}
        self.counts["links"] += len(links)
        return {Source: self._sources(named), Relation: links, Contact: contacts}

    def _is_for_recipient(self, table: type[SQLModel], row: Row) -> bool:
        if self.recipient_id is None:
            return True
        if row["annotator_id"] == self.recipient_id and table not in _OF_OTHERS:
            return True
        return table is not SelfCheck and row["document_id"] not in self.own_only

    def _take_records(self, articles: Articles, document_ids: Sequence[UUID]) -> None:
        """Hide names, and leave out what never leaves: both are known of an article as a whole only."""
        nobody_else = all(self._is_own(row) for row in articles.rows[Annotation])
        if not self.masking.mask and (self.with_held or nobody_else):
            return
        documents = {row["id"]: row for row in articles.rows[Document]}
        annotations = {row["id"]: row for row in articles.rows[Annotation]}
        if self.masking.mask:
            for record in queries.documents(self.connection, document_ids):
                self._mask(articles, documents, annotations, record)
        held = set() if self.with_held else self._held(annotations)
        kept = [row for row in annotations.values() if row["id"] not in held or self._is_own(row)]
        self.counts["off_record"] += len(annotations) - len(kept)
        articles.rows[Document] = list(documents.values())
        articles.rows[Annotation] = kept

    def _held(self, annotations: Mapping[UUID, Row]) -> set[UUID]:
        """Which of these annotations never leave: the rules are asked article by article, of what is there."""
        ids, by_article = list(annotations), defaultdict[UUID, list[AnnotationRecord]](list)
        for start in range(0, len(ids), _AT_A_TIME):
            for record in queries.annotations(self.connection, ids[start : start + _AT_A_TIME]):
                by_article[record.document_id].append(record)
        return set[UUID]().union(*map(self.release.held_in, by_article.values()))

    def _mask(
        self, articles: Articles, documents: dict[UUID, Row], annotations: Mapping[UUID, Row], record: DocumentRecord
    ) -> None:
        masked = self.masking.mask.document(record)
        row, text = self.masking.document(documents[record.id], record, masked)
        documents[record.id] = row
        if text is not None:
            articles.masked_texts[row["text_sha256"]] = text
        self.masking.annotations(annotations, masked)

    def _is_own(self, row: Row) -> bool:
        return bool(row["annotator_id"] == self.recipient_id)

    def _leave_out(self, rows: Rows) -> None:
        """Leave out what is said of annotations that stay at home, and mask what goes."""
        here = self.annotation_ids
        rows[Verdict] = [row for row in rows[Verdict] if row["annotation_id"] in here]
        rows[Ruling] = [row for row in rows[Ruling] if {UUID(one) for one in row["settles"]} <= here]
        rows[Submission] = [self._submission(row) for row in rows[Submission]]
        rows[Comment] = _threads([row for row in rows[Comment] if (row["annotation_id"] or None) in {*here, None}])
        for table, found in rows.items():
            rows[table] = [self.masking.row(str(table.__tablename__), row) for row in found]

    def _submission(self, row: Row) -> Row:
        """A submission without the annotations that never leave."""
        content: dict[str, Any] = row["content"]
        if self.with_held or self._is_own(row):
            return row
        # What was handed in has all that the rules look at: label, places, attributes.
        annotations = cast(Sequence[AnnotationRecord], read_content(content)[0])
        held = {key.hex for key in self.release.held_in(annotations)}
        if not held:
            return row
        self.masking.touched.add(row["id"])
        wanted = [one for one in content["annotations"] if one["id"] not in held]
        links = [one for one in content["links"] if held.isdisjoint(one[1:3])]
        return row | {"content": content | {"annotations": wanted, "links": links}}

    def _tied(self, table: type[SQLModel], document_ids: Sequence[UUID], ends: Sequence[str]) -> list[Row]:
        found = packets.rows_of(self.connection, table, "document_id", document_ids)
        meant = [row for row in found if self._is_for_recipient(table, row)]
        whole = [row for row in meant if all(row[end] is None or row[end] in self.annotation_ids for end in ends)]
        self.counts["cut"] += len(meant) - len(whole) if table is Relation else 0
        return [self.masking.row(str(table.__tablename__), row) for row in whole]

    def _sources(self, ids: Collection[UUID]) -> list[Row]:
        records = {one.id: one for one in relations.sources(self.connection, list(ids))} if ids else {}
        rows = packets.rows_of(self.connection, Source, "id", ids)
        return [self.masking.source(row, records[row["id"]]) for row in rows]


def _threads(comments: Sequence[Row]) -> list[Row]:
    """The comments whose thread begins among them."""
    first = {row["id"] for row in comments}
    return [row for row in comments if row["thread_id"] is None or row["thread_id"] in first]
