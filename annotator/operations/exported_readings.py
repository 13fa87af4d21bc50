"""Whose work an export holds: everybody's, one person's reading, or the gold reading with how each span got there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from uuid import UUID, uuid5

from sqlalchemy import Connection

from annotator.core.gold import GoldReading, GoldSpan
from annotator.core.identity import born_at
from annotator.core.readings import own_work
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, RelationRecord
from annotator.core.schema import LabelSet
from annotator.core.selection import ALL, GOLD
from annotator.core.submissions import SubmittedLink
from annotator.operations.gold import gold_readings
from annotator.operations.people import person_called
from annotator.store import queries, relations, rulings
from annotator.store.readings import own_marks
from annotator.store.workspace import Workspace

RULED = "ruled"
"""The origin of a span that a ruling has made."""

_AT_A_TIME = 50


class ReadingChoice:
    """What of documents is exported, and what was left out of those that have passed.

    `unread`: articles without any reading handed in; `disputed` and `returned`: what is no part of the gold reading.
    `beside`: what of the document that passed last is not exported and not decided against, so that its words may have
    to stay in.
    """

    def __init__(self, workspace: Workspace, wanted: str = ALL) -> None:
        """`wanted`: ALL, GOLD, or somebody's name. Raises NotFound, naming who there is."""
        self._workspace, self._wanted = workspace, wanted
        self._person = person_called(workspace, wanted) if wanted not in (ALL, GOLD) else None
        self.unread = self.disputed = self.returned = 0
        self.beside: tuple[AnnotationRecord, ...] = ()

    @property
    def is_everybodys(self) -> bool:
        """True where everybody's work is exported, as it stands after review."""
        return self._wanted == ALL

    def ids_of(self, connection: Connection, ids: Sequence[UUID]) -> list[UUID]:
        """Those of these articles that are in the export."""
        if self._wanted != GOLD:
            return list(ids)
        read = set(rulings.documents_read(connection, 1, newest=False))
        kept = [key for key in ids if key in read]
        self.unread = len(ids) - len(kept)
        return kept

    def of(self, connection: Connection, records: Iterator[DocumentRecord]) -> Iterator[DocumentRecord]:
        """The documents with what is wanted of them."""
        if self._wanted == GOLD:
            yield from self._gold(connection, records)
        elif self._person:
            for record in records:
                own = _of_person(connection, record, self._person.id, self._person.name)
                kept = {one.id for one in own.annotations}
                self.beside = tuple(one for one in record.annotations if one.id not in kept)
                yield own
        else:
            yield from records

    def losses(self) -> tuple[str, ...]:
        """What is left out, each as a plain sentence."""
        if self._person:
            return (f"Only what {self._person.name} said is in it.",)
        if self._wanted != GOLD:
            return ()
        told = (
            (self.unread, "1 article is left out, as nobody has submitted a reading of it.",
             "{n:,} articles are left out, as nobody has submitted a reading of them."),
            (self.disputed, "1 open dispute is left out; settle it to have it in.",
             "{n:,} open disputes are left out; settle them to have them in."),
            (self.returned, "1 annotation is left out, as a reviewer has returned it.",
             "{n:,} annotations are left out, as a reviewer has returned them."),
        )  # fmt: skip
        counted = tuple((one if count == 1 else many).format(n=count) for count, one, many in told if count)
        return (*counted, "Marks of labels that are helpers are not in the gold reading.")

    def _gold(self, connection: Connection, records: Iterator[DocumentRecord]) -> Iterator[DocumentRecord]:
        label_set, names = self._workspace.label_set(connection), queries.annotator_names(connection)
        while batch := list(islice(records, _AT_A_TIME)):
            found = _readings(connection, label_set, [record.id for record in batch])
            for record in batch:
                gold = found.get(record.id) or GoldReading(record.id, ())
                self.disputed += len(gold.disputed)
                self.returned += len(gold.returned)
                decided = {key for span in gold.spans for key in span.came_from} | gold.decided_against
                self.beside = tuple(one for one in record.annotations if one.id not in decided)
                yield gold_document(connection, record, gold, names)


def gold_document(
    connection: Connection, record: DocumentRecord, gold: GoldReading, names: dict[UUID, str]
) -> DocumentRecord:
    """A document with its gold reading in place of all readings; each annotation says how it got there."""
    known = {one.id: one for one in record.annotations}
    annotations = tuple(_annotation(span, known.get(span.id), record.id, names) for span in gold.spans)
    whose = {one.id: one.annotator for one in annotations}
    links = tuple(_relation(link, record, whose[link.from_id]) for link in gold.links)
    there = {source.id: source for source in record.sources}
    wanted = [key for key in dict.fromkeys(link.source_id for link in links) if key]
    missing = [key for key in wanted if key not in there]
    there |= {source.id: source for source in relations.sources(connection, missing)} if missing else {}
    named = tuple(there[key] for key in wanted if key in there)
    return replace(record, annotations=annotations, relations=links, sources=named, rejected=())


def _readings(connection: Connection, label_set: LabelSet, ids: Sequence[UUID]) -> dict[UUID, GoldReading]:
    return {gold.document_id: gold for gold in gold_readings(connection, label_set, ids)}


def _annotation(
    span: GoldSpan, known: AnnotationRecord | None, document_id: UUID, names: dict[UUID, str]
) -> AnnotationRecord:
    provenance = Provenance(
        how=span.how.value,
        by=tuple(names.get(key, "") for key in span.annotator_ids),
        decided_by=names.get(span.decided_by, "") if span.decided_by else "",
        reason=span.reason,
        case_number=span.case_number,
        came_from=tuple(sorted(span.came_from)),
    )
    if known is None:
        who = names.get(span.decided_by, "") if span.decided_by else ""
        known = AnnotationRecord(
            span.id, document_id, span.label, span.segments, who, span.note, RULED, born_at(span.id)
        )
    said = {"label": span.label, "segments": span.segments, "attributes": span.attributes, "note": span.note}
    return replace(known, provenance=provenance, **said)  # type: ignore[arg-type]  # by name, as the fields are


def _relation(link: SubmittedLink, record: DocumentRecord, annotator: str) -> RelationRecord:
    """The link as its row has it where there is one; else with a key worked out from what it ties."""
    ends = (link.kind, link.from_id, link.to_id, link.source_id)
    for one in record.relations:
        if (one.kind, one.from_id, one.to_id, one.source_id) == ends:
            return one
    key = uuid5(link.from_id, f"{link.kind} {link.to_id or link.source_id}")
    return RelationRecord(key, record.id, *ends, annotator)


def _of_person(connection: Connection, record: DocumentRecord, annotator_id: UUID, name: str) -> DocumentRecord:
    """What one person has said of a document; what they corrected as a reviewer is no part of their reading."""
    own = own_work(record, name)
    named = {one.source_id for one in own.relations}
    return replace(
        own,
        sources=tuple(source for source in record.sources if source.id in named),
        rejected=tuple(one for one in record.rejected if one.annotator == name),
        marks=tuple(own_marks(connection, record.id, annotator_id)),
    )
