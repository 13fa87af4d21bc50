"""The lines of an export of everything: what each article says, and, unless it is lean, the rows it is made of again.

Most articles need nothing special: their spans are made from the rows straight away. Where names are hidden, something
never leaves, or reviewers have said something, an article goes the way that every selection goes (choosing.py). Both
ways give the same bytes where both can be gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.attributes import Defaults
from annotator.core.dataset import cut_furniture, cut_text, whole_text
from annotator.core.readings import CORRECTED, State
from annotator.core.records import DocumentRecord
from annotator.core.release import Release, hold_of
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.jsonl_lines import article_line, line_of
from annotator.formats.jsonl_plain import DRAFT, PlainWriter, plain_key
from annotator.formats.jsonl_proof import proof_of_article, proof_of_record
from annotator.formats.jsonl_rows import CUT, OLDER, PROJECT, ROWS, cut_pieces
from annotator.operations.choosing import Chosen
from annotator.operations.protection import mask_in
from annotator.operations.whole_rows import Tables, WholeRows, blackened
from annotator.store import queries, relations, reviews
from annotator.store.plain_rows import plain_annotations, rows_by_article
from annotator.store.queries import BATCH
from annotator.store.review_tables import Ruling, Verdict
from annotator.store.tables import Relation

_LABEL, _ATTRIBUTES, _ORIGIN = 3, 10, 8
"""Where these columns stand in the table of annotations."""


class Line(NamedTuple):
    """A line, the digest of what must come back of it, and how many annotations it has."""

    fields: dict[str, Any]
    proof: int
    annotations: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What the rules of a label set look at."""

    label: str
    attributes: Mapping[str, Any]


class WholeLines:
    """Makes the lines of all articles that `chosen` takes."""

    def __init__(self, chosen: Chosen, options: WriteOptions) -> None:
        self._chosen, self._options = chosen, options
        self._defaults = Defaults(chosen.label_set)
        self._release = Release(chosen.label_set)
        self._with_rows = not options.lean
        self._is_first = True

    def lines(self) -> Iterator[Line]:
        """One line an article, of one consistent state of the project. Raises Cancelled, NotFound."""
        with self._chosen.taking() as (connection, ids):
            wanted = self._chosen.selection
            mask = mask_in(self._chosen.workspace, connection)
            self._rows = WholeRows(connection, mask, self._release, wanted.with_held, wanted.with_off_record)
            self._plain = PlainWriter(self._defaults, _people(connection), plain_key, self._with_rows)
            for start in range(0, len(ids), BATCH):
                yield from self._batch(connection, list(ids[start : start + BATCH]))

    def _batch(self, connection: Connection, ids: list[UUID]) -> Iterator[Line]:
        found = plain_annotations(connection, ids)
        special = self._special(connection, ids, found)
        plain = self._plain_batch(connection, [key for key in ids if key not in special], found)
        leaving = self._rows.not_held([key for key in ids if key in special]) if self._with_rows else ()
        rows = self._rows.careful(leaving) if leaving else {}
        for key in ids:
            lines = self._careful_lines(key, rows) if key in special else (next(plain),)
            for line in lines:
                if line is not None:
                    yield self._with_project(line)

    def _special(self, connection: Connection, ids: Sequence[UUID], found: Mapping[UUID, Sequence[Any]]) -> set[UUID]:
        """The articles of which not simply everything leaves as it is."""
        if self._rows.mask:
            return set(ids)
        special = {key for key, rows in found.items() if self._is_special(rows)}
        for table in (Verdict, Ruling):
            if table in self._rows.in_use:
                special.update(rows_by_article(connection, table, ids))
        if Relation in self._rows.in_use:
            special.update(relations.documents_leading_elsewhere(connection, ids))
        return special

    def _is_special(self, rows: Sequence[Any]) -> bool:
        if any(row[_ORIGIN] == CORRECTED for row in rows):
            return True
        if self._chosen.selection.with_off_record:
            return False
        return any(self._release.is_held(_Said(row[_LABEL], row[_ATTRIBUTES] or {})) for row in rows)

    def _plain_batch(
        self, connection: Connection, ids: list[UUID], found: Mapping[UUID, Sequence[Any]]
    ) -> Iterator[Line | None]:
        """A line for each of these articles, None for one that is held back."""
        readings = reviews.readings_by_document(connection, ids)
        made: list[tuple[DocumentRecord, Line]] = []
        told: dict[UUID, list[dict[str, Any]]] = {}
        for record in queries.documents(connection, ids, bare=True):
            said = {one.annotator: _state(one.state, one.reviewer) for one in readings.get(record.id, ())}
            rows = found.get(record.id, ())
            segments = [Span(*place) for row in rows for place in row[6] or ((row[4], row[5]),)]
            with_all = self._options.with_furniture or not record.furniture
            shown = whole_text(record) if with_all else cut_text(record.text, record.furniture, segments)
            spans = self._plain.spans(rows, record.text, shown, said)
            line = article_line(record, shown, segments, spans.spans)
            if self._with_rows:
                line[CUT] = cut_pieces(record.text, shown.kept)
            told[record.id] = spans.rows
            made.append((record, Line(line, proof_of_article(record, spans.proof), len(spans.spans))))
        tables = self._rows.plain(ids, told) if self._with_rows else {}
        for record, alone in made:
            held = not self._chosen.selection.with_held and hold_of(record)
            self._chosen.count(alone.annotations, held=bool(held))
            yield None if held else self._completed(alone, record.id, tables)

    def _careful_lines(self, document_id: UUID, rows: Mapping[UUID, Tables]) -> Iterator[Line]:
        for record in self._chosen.as_they_leave([document_id]):
            shown = whole_text(record) if self._options.with_furniture else cut_furniture(record)
            line = line_of(record, shown, self._defaults)
            if self._with_rows:
                line[CUT] = cut_pieces(record.text, shown.kept)
                if not record.original_sha256:  # of what is hidden; a project made of the rows has the text alone
                    line |= {"original_sha256": record.text_sha256, "encoding": "utf-8"}
            told = {document_id: blackened(rows[document_id], record)} if self._with_rows else rows
            alone = Line(line, proof_of_record(record, self._defaults), len(record.annotations))
            yield self._completed(alone, document_id, told)

    def _completed(self, line: Line, document_id: UUID, rows: Mapping[UUID, Tables]) -> Line:
        if self._with_rows:
            line.fields[ROWS] = rows[document_id]
            line.fields[OLDER] = older = self._rows.older(document_id)
            self._chosen.counts.older -= len(older)  # they are in it after all
        return line

    def _with_project(self, line: Line) -> Line:
        """The first line says what is no article's."""
        if self._with_rows:
            line.fields[PROJECT] = self._rows.project() if self._is_first else None
            self._is_first = False
        return line


def _people(connection: Connection) -> dict[Any, tuple[str, str]]:
    """Each annotator's name and key, by the key as the driver gives it."""
    names = queries.annotator_names(connection)
    is_file = connection.dialect.name == "sqlite"
    return {key.bytes if is_file else key: (name, str(key)) for key, name in names.items()}


def _state(state: str, reviewer: str) -> tuple[str, str]:
    """The review state of annotations of which nobody has said anything, by the reading that they are part of."""
    if state == State.APPROVED:
        return "approved", reviewer
    return ("submitted", "") if state == State.SUBMITTED else DRAFT
