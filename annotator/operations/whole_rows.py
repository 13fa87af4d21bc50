"""The rows that go beside an article's line where everything goes out, as they may leave the newsroom.

What never leaves a project leaves in no row either: names of protected sources are hidden, annotations off the record
are left out with all that is said of them, their words are blacked out, and a blind reader's connection shows what
that reader may see.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import SQLModel

from annotator.core.masking import Mask
from annotator.core.packet_masking import Masking
from annotator.core.records import DocumentRecord
from annotator.core.release import Release, hold_of
from annotator.formats.jsonl_rows import ROWS
from annotator.operations.packet_rows import PacketRows
from annotator.store import packets, plain_rows, queries
from annotator.store.plain_rows import OF_ARTICLES, Row, name_of, rows_by_article, written
from annotator.store.relations import source_record
from annotator.store.tables import (
    Annotation,
    Annotator,
    Contact,
    Document,
    LabelSetVersion,
    Project,
    Relation,
    Source,
)

Tables = dict[str, list[Row]]
"""Rows as they are written down, by table; tables without a row are not in it."""

_ORDER: tuple[type[SQLModel], ...] = (*(table for table in OF_ARTICLES if table is not Source), Source)
"""Sources last: which they are, the links say."""


@dataclass(slots=True)
class WholeRows:
    """Reads rows of articles and of the project, on one connection."""

    connection: Connection
    mask: Mask
    release: Release
    with_held: bool = False
    with_off_record: bool = False
    in_use: frozenset[type[SQLModel]] = frozenset()
    _older: Mapping[UUID, list[UUID]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.in_use = plain_rows.tables_in_use(self.connection)
        self._older = plain_rows.older_versions(self.connection)

    def plain(self, ids: Sequence[UUID], annotations: Mapping[UUID, list[Row]]) -> dict[UUID, Tables]:
        """The rows of articles of which everything may leave; `annotations` are written down already."""
        documents = {row["id"]: row for row in packets.rows_of(self.connection, Document, "id", ids)}
        found: dict[UUID, Tables] = {key: {name_of(Document): [written(Document, documents[key])]} for key in ids}
        for table in _ORDER:
            if table is Annotation:
                there = annotations
            elif table is Source:
                there = self._sources(found)
            elif table in self.in_use and table is not Document:
                rows = rows_by_article(self.connection, table, ids)
                there = {key: [written(table, row, key) for row in of_one] for key, of_one in rows.items()}
            else:
                continue
            for key, of_one in there.items():
                if of_one:
                    found[key][name_of(table)] = of_one
        return found

    def careful(self, ids: Sequence[UUID]) -> dict[UUID, Tables]:
        """The rows of articles with all that must not leave taken out of them; give none that is held back."""
        masking = Masking(self.mask)
        going = PacketRows(self.connection, None, (), masking, self.release, self.with_off_record)
        kept: dict[type[SQLModel], list[Row]] = dict(going.articles(ids).rows)
        kept[Annotation].sort(key=lambda row: (row["start_char"], row["id"]))
        kept[Relation] = [row for row in self._of(Relation, ids) if self._leaves(row, ids, going.annotation_ids)]
        contacts = [row for row in self._of(Contact, ids) if row["annotation_id"] in going.annotation_ids]
        kept[Contact] = [masking.row(name_of(Contact), row) for row in contacts]
        found: dict[UUID, Tables] = {key: {} for key in ids}
        for table in _ORDER:
            if table is Source:
                for key, rows in self._sources(found).items():
                    found[key][name_of(Source)] = rows
                continue
            for row in kept.get(table, ()):
                home = row["id"] if table is Document else row["document_id"]
                found[home].setdefault(name_of(table), []).append(written(table, row, home))
        return found

    def older(self, document_id: UUID) -> list[dict[str, Any]]:
        """The older versions of an article, the newest of them first, each with its text and its rows.

        One that is held back stays, and so does what it has replaced.
        """
        if document_id not in self._older:
            return []
        found: list[dict[str, Any]] = []
        waiting, seen = [document_id], {document_id}
        while waiting:
            ids = [key for key in self._older.get(waiting.pop(0), ()) if key not in seen]
            ids = self.not_held(ids)
            seen.update(ids)
            waiting += ids
            found += self._versions(ids)
        return found

    def not_held(self, ids: Sequence[UUID]) -> list[UUID]:
        """Those of these articles that are not held back."""
        if self.with_held or not ids:
            return list(ids)
        now = datetime.now(UTC)
        held = {one.id for one in queries.document_summaries(self.connection, ids) if hold_of(one, now)}
        return [key for key in ids if key not in held]

    def project(self) -> dict[str, Any]:
        """What is no article's: the project with its label set, the people, and the sources that nothing names."""
        masking = Masking(self.mask)
        (row,) = packets.all_rows(self.connection, Project)
        project = masking.row(name_of(Project), row) | {"packet": None}
        people = [masking.row(name_of(Annotator), one) for one in packets.all_rows(self.connection, Annotator)]
        versions = packets.all_rows(self.connection, LabelSetVersion)
        told = [masking.row(name_of(LabelSetVersion), one) for one in versions]
        unnamed = plain_rows.sources_of_no_link(self.connection)
        return {
            name_of(Project): [written(Project, project)],
            name_of(Annotator): [written(Annotator, one) for one in people],
            name_of(LabelSetVersion): [written(LabelSetVersion, one) for one in told],
            name_of(Source): self._source_rows(unnamed),
        }

    def _versions(self, ids: Sequence[UUID]) -> list[dict[str, Any]]:
        if not ids:
            return []
        rows, found = self.careful(ids), []
        texts = {one.id: self.mask.document(one) for one in queries.documents(self.connection, ids)}
        for key in ids:
            if key in texts:
                shown = texts[key] if self.with_off_record else self.release.let_out(texts[key])
                found.append({"text": shown.text, ROWS: blackened(rows[key], shown)})
        return found

    def _of(self, table: type[SQLModel], ids: Sequence[UUID]) -> list[Row]:
        return packets.rows_of(self.connection, table, "document_id", ids) if table in self.in_use else []

    def _leaves(self, row: Row, ids: Sequence[UUID], here: set[UUID]) -> bool:
        """True for a link whose ends both leave, maybe in another article."""
        end = row["to_id"]
        if row["from_id"] not in here or end is None or end in here:
            return row["from_id"] in here
        home = queries.document_of_annotation(self.connection, end)
        return home is not None and home not in ids and end in self._leaving(home)

    def _leaving(self, document_id: UUID) -> set[UUID]:
        """The annotations of an article that may leave."""
        if not self.not_held([document_id]):
            return set()
        annotations = [
            one for record in queries.documents(self.connection, [document_id]) for one in record.annotations
        ]
        held = set() if self.with_off_record else self.release.held_in(annotations)
        return {one.id for one in annotations if one.id not in held}

    def _sources(self, found: Mapping[UUID, Tables]) -> dict[UUID, list[Row]]:
        """The sources that the links of each article name."""
        named: dict[UUID, list[UUID]] = defaultdict(list)
        for key, tables in found.items():
            links = tables.get(name_of(Relation), ())
            named[key] = list(dict.fromkeys(one["source_id"] for one in links if "source_id" in one))
        wanted = set[UUID]().union(*named.values())
        rows = {one["id"]: one for one in self._source_rows(sorted(wanted))}
        return {key: [rows[one] for one in ids if one in rows] for key, ids in named.items() if ids}

    def _source_rows(self, ids: Sequence[UUID]) -> list[Row]:
        if not ids:
            return []
        masking, found = Masking(self.mask, protects=True), []
        for row in packets.rows_of(self.connection, Source, "id", ids):
            found.append(written(Source, masking.source(row, source_record(SimpleNamespace(**row)))))
        return found


def blackened(rows: Tables, record: DocumentRecord) -> Tables:
    """The rows of an article whose text leaves as `record` has it, where words off the record are blacked out."""
    (row,) = rows[name_of(Document)]
    if row["text_sha256"] == record.text_sha256:
        return rows
    names = {"text_sha256": record.text_sha256, "original_sha256": record.text_sha256, "encoding": "utf-8"}
    return rows | {name_of(Document): [row | names | {"title": record.title}]}
