"""Every read that has a name. Each gives records or plain values, never rows that hang on a session."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, select

from annotator.core.identity import born_at, reading_id
from annotator.core.progress import corrected_ends, tiles
from annotator.core.records import (
    AnnotationRecord,
    DocumentRecord,
    DocumentSummary,
    Furniture,
    RejectedRecord,
    RelationRecord,
    SourceRecord,
    Status,
)
from annotator.core.spans import Span
from annotator.store import rejections, relations
from annotator.store.review_tables import Reading
from annotator.store.stretches import stretches_of
from annotator.store.tables import (
    STAYED,
    Annotation,
    Annotator,
    Document,
    Mark,
    Original,
    Project,
    SentenceBreak,
    Text,
    table_of,
)

_annotation = table_of(Annotation)
_annotator = table_of(Annotator)
_document = table_of(Document)
_mark = table_of(Mark)
_break = table_of(SentenceBreak)
_text = table_of(Text)
_original = table_of(Original)
_project = table_of(Project)
_reading = table_of(Reading)
_Records = Iterator[DocumentRecord]

# Statements of every key press are made once: putting one together costs as much as running it.
_TEXT_KEY = select(_document.c.text_sha256, _document.c.superseded_by).where(_document.c.id == bindparam("document"))
_TEXT_KEY_OF = (
    select(_document.c.text_sha256, _document.c.superseded_by, _reading.c.state)
    .outerjoin(_reading, _reading.c.id == bindparam("reading"))
    .where(_document.c.id == bindparam("document"))
)
_QUOTES = select(_project.c.quotes)
_NAME = select(_annotator.c.name).where(_annotator.c.id == bindparam("annotator"))
_NAMES = select(_annotator.c.id, _annotator.c.name)
_SEGMENTS_AT = select(_annotation.c.id, _annotation.c.start_char, _annotation.c.end_char, _annotation.c.segments).where(
    _annotation.c.document_id == bindparam("document"),
    _annotation.c.start_char == bindparam("start"),
    _annotation.c.label == bindparam("label"),
    _annotation.c.annotator_id == bindparam("annotator"),
)

BATCH = 200
"""How many documents a streaming read holds at a time."""


def project_name(connection: Connection) -> str | None:
    """The project's name, None in a database that has just been made."""
    return connection.execute(select(_project.c.name)).scalar()


def quote_policy(connection: Connection) -> dict[str, str]:
    """How quotations of several sentences are cut in this project (core/quote_policy.py)."""
    return dict(connection.execute(_QUOTES).scalar() or {})


def annotator_by_name(connection: Connection, name: str) -> UUID | None:
    """The key of the annotator with this name."""
    return connection.execute(select(_annotator.c.id).where(_annotator.c.name == name)).scalar()


def annotator_name(connection: Connection, annotator_id: UUID) -> str:
    """The name of one annotator."""
    return str(connection.execute(_NAME, {"annotator": annotator_id}).scalar_one())


def annotator_names(connection: Connection) -> dict[UUID, str]:
    """Every annotator's name by key."""
    return {row.id: row.name for row in connection.execute(_NAMES)}


def document_summaries(connection: Connection, ids: Sequence[UUID] | None = None) -> list[DocumentSummary]:
    """The library: every document (or those of `ids`), the newest first, without its text."""
    c = _document.c
    columns = (c.id, c.title, c.outlet, c.published, c.language, c.language_confidence, c.loaded_at, c.length)
    later = (c.also_in, c.published_at, c.embargo_until, c.status, c.copy_group, c.superseded_by)
    query = select(*columns, *later).order_by(c.id.desc())
    if ids is not None:
        query = query.where(c.id.in_(list(ids)))
    return [_summary(row) for row in connection.execute(query)]


def documents_to_hold(connection: Connection) -> list[DocumentSummary]:
    """The newest versions with a status other than usable, or an embargo, whether it has ended or not."""
    c = _document.c
    held = select(c.id).where(c.status.is_not(None) | c.embargo_until.is_not(None), c.superseded_by.is_(None))
    ids = list(connection.execute(held).scalars())
    return [found for at in range(0, len(ids), BATCH) for found in document_summaries(connection, ids[at : at + BATCH])]


def _summary(row: Any) -> DocumentSummary:
    # By position, as all that is read ten thousand times.
    *known, also_in, published_at, embargo_until, status, copy_group, superseded_by = row
    later = (tuple(also_in) if also_in else (), published_at or "", embargo_until or "")
    state = Status(status) if status else Status.USABLE
    return DocumentSummary(*[*known, *later, state, copy_group, superseded_by])


def document_ids(connection: Connection, language: str | None = None) -> list[UUID]:
    """The key of every document (of one language, when it is given), in the order of loading."""
    query = select(_document.c.id).order_by(_document.c.id)
    if language is not None:
        query = query.where(_document.c.language == language)
    return list(connection.execute(query).scalars())


def newest_ids(connection: Connection) -> list[UUID]:
    """The key of every document that no newer version has replaced, in the order of loading."""
    query = select(_document.c.id).where(_document.c.superseded_by.is_(None)).order_by(_document.c.id)
    return list(connection.execute(query).scalars())


def number_of_older_versions(connection: Connection) -> int:
    """How many documents a newer version has replaced."""
    query = select(func.count()).where(_document.c.superseded_by.is_not(None))
    return int(connection.execute(query).scalar_one())


def documents_by_url(connection: Connection) -> dict[str, UUID]:
    """The newest article of each address, for those that have one."""
    query = select(_document.c.url, _document.c.id).where(_document.c.url != "").order_by(_document.c.id)
    return {row.url: row.id for row in connection.execute(query)}


def language_counts(connection: Connection) -> dict[str, int]:
    """How many documents each language has."""
    query = select(_document.c.language, func.count().label("number")).group_by(_document.c.language)
    return {row.language: row.number for row in connection.execute(query)}


def document_keys_by_original(connection: Connection, sha256s: Iterable[bytes]) -> dict[bytes, UUID]:
    """Which of these originals are documents already: SHA-256 -> document."""
    wanted = list(sha256s)
    query = select(_document.c.original_sha256, _document.c.id).where(_document.c.original_sha256.in_(wanted))
    return {row.original_sha256: row.id for row in connection.execute(query)}


def known_texts(connection: Connection, sha256s: Iterable[bytes]) -> set[bytes]:
    """Which of these texts are kept already."""
    return set(connection.execute(select(_text.c.sha256).where(_text.c.sha256.in_(list(sha256s)))).scalars())


def known_originals(connection: Connection, sha256s: Iterable[bytes]) -> set[bytes]:
    """Which of these originals are kept already."""
    return set(connection.execute(select(_original.c.sha256).where(_original.c.sha256.in_(list(sha256s)))).scalars())


def text_key_of(
    connection: Connection, document_id: UUID, annotator_id: UUID | None = None
) -> tuple[bytes, UUID | None, str | None] | None:
    """The SHA-256 of a document's text, its newer version, and what is written down of this annotator's reading of it.

    None when there is no such document.
    """
    if annotator_id is None:
        found = connection.execute(_TEXT_KEY, {"document": document_id}).one_or_none()
        return (found[0], found[1], None) if found else None
    wanted = {"document": document_id, "reading": reading_id(document_id, annotator_id)}
    of = connection.execute(_TEXT_KEY_OF, wanted).one_or_none()
    return (of[0], of[1], of[2]) if of else None


def text_content(connection: Connection, sha256: bytes) -> str:
    """The text with this SHA-256."""
    return str(connection.execute(select(_text.c.content).where(_text.c.sha256 == sha256)).scalar_one(), "utf-8")


def original_of(connection: Connection, document_id: UUID) -> bytes | None:
    """The bytes that a document was loaded from; None when there is no such document, or they stayed elsewhere."""
    query = (
        select(_original.c.content, _original.c.encoding, _text.c.content.label("text"))
        .join(_document, _document.c.original_sha256 == _original.c.sha256)
        .join(_text, _original.c.text_sha256 == _text.c.sha256)
    )
    row = connection.execute(query.where(_document.c.id == document_id)).one_or_none()
    if row is None or (row.content is None and row.encoding == STAYED):
        return None
    return bytes(row.content) if row.content is not None else str(row.text, "utf-8").encode(row.encoding)


def documents(connection: Connection, ids: Sequence[UUID] | None = None, bare: bool = False) -> _Records:
    """Whole documents (`bare`: but annotations), in the order of `ids` (None: all, as loaded), a batch at a time."""
    wanted = document_ids(connection) if ids is None else list(ids)
    names = annotator_names(connection)
    for start in range(0, len(wanted), BATCH):
        yield from _document_batch(connection, wanted[start : start + BATCH], names, bare)


def _document_batch(connection: Connection, ids: list[UUID], names: dict[UUID, str], bare: bool) -> _Records:
    query = select(_document, _text.c.content).join(_text, _document.c.text_sha256 == _text.c.sha256)
    rows = {row.id: row for row in connection.execute(query.where(_document.c.id.in_(ids)))}
    annotations = {} if bare else _annotations_by_document(connection, ids, names)
    marks = marks_of(connection, ids)
    breaks = _breaks_of(connection, ids)
    links = relations.relations_by_document(connection, ids, names)
    named = relations.sources_of(connection, links)
    refused = rejections.rejections_by_document(connection, ids, names)
    for document_id in ids:
        if document_id in rows:
            row = rows[document_id]
            ends = corrected_ends(row.sentence_ends, breaks.get(document_id, ()))
            said = _Said(
                marks.get(document_id, []),
                annotations.get(document_id, []),
                links.get(document_id, []),
                refused.get(document_id, []),
            )
            yield _record(row, ends, said, named)


def cuts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, tuple[str, list[int]]]:
    """The language of each of these documents that there are, and where the segmenter ended its sentences."""
    c = _document.c
    found: dict[UUID, tuple[str, list[int]]] = {}
    for start in range(0, len(ids), BATCH):
        query = select(c.id, c.language, c.sentence_ends).where(c.id.in_(list(ids[start : start + BATCH])))
        found |= {key: (language, ends) for key, language, ends in connection.execute(query)}
    return found


class CutText(NamedTuple):
    """A document's text and how it is cut: by the segmenter at `ends`, by hand at `breaks` (position, joined)."""

    id: UUID
    language: str
    text: str
    ends: list[int]
    breaks: list[tuple[int, bool]]


def cut_texts(connection: Connection, ids: Sequence[UUID]) -> list[CutText]:
    """The texts of those of these documents that there are, each with how it is cut; ask for a few at a time."""
    c = _document.c
    query = select(c.id, c.language, _text.c.content, c.sentence_ends).join(_text, c.text_sha256 == _text.c.sha256)
    breaks = _breaks_of(connection, ids)
    return [
        CutText(key, language, str(content, "utf-8"), ends, breaks.get(key, []))
        for key, language, content, ends in connection.execute(query.where(c.id.in_(list(ids))))
    ]


class _Said(NamedTuple):
    """All that annotators have said of a document."""

    marks: Sequence[Span]
    annotations: Sequence[AnnotationRecord]
    links: Sequence[RelationRecord]
    refused: Sequence[RejectedRecord]


def _record(row: Row[Any], ends: list[int], said: _Said, named: Mapping[UUID, SourceRecord]) -> DocumentRecord:
    return DocumentRecord(
        id=row.id,
        title=row.title,
        outlet=row.outlet,
        byline=row.byline,
        published=row.published,
        url=row.url,
        language=row.language,
        language_confidence=row.language_confidence,
        language_by_hand=row.language_by_hand,
        text=str(row.content, "utf-8"),
        text_sha256=row.text_sha256.hex(),
        original_sha256=row.original_sha256.hex(),
        encoding=row.encoding,
        file_name=row.file_name,
        loaded_at=row.loaded_at,
        furniture=tuple(Furniture(*piece) for piece in row.furniture),
        sentences=tiles(ends),
        marks=tuple(said.marks),
        annotations=tuple(said.annotations),
        also_in=tuple(row.also_in or ()),
        published_at=row.published_at or "",
        embargo_until=row.embargo_until or "",
        status=Status(row.status) if row.status else Status.USABLE,
        source_note=row.source_note or "",
        format_id=row.format or "",
        copy_group=row.copy_group,
        superseded_by=row.superseded_by,
        foreign_key=row.foreign_key or "",
        relations=tuple(said.links),
        sources=tuple(named[key] for key in dict.fromkeys(link.source_id for link in said.links) if key),
        rejected=tuple(said.refused),
    )


def annotations(connection: Connection, ids: Sequence[UUID]) -> list[AnnotationRecord]:
    """The annotations with these keys that there are, in any order."""
    names = annotator_names(connection)
    query = select(_annotation).where(_annotation.c.id.in_(list(ids)))
    return [_annotation_record(row, names) for row in connection.execute(query)]


def segments_at(
    connection: Connection, document_id: UUID, start_char: int, label: str, annotator_id: UUID
) -> list[tuple[UUID, tuple[Span, ...]]]:
    """An annotator's annotations with this label that begin at this place: key and segments."""
    wanted = {"document": document_id, "start": start_char, "label": label, "annotator": annotator_id}
    return [(row.id, stretches_of(row)) for row in connection.execute(_SEGMENTS_AT, wanted)]


def document_of_annotation(connection: Connection, annotation_id: UUID) -> UUID | None:
    """The document of an annotation, None when the annotation is gone."""
    query = select(_annotation.c.document_id).where(_annotation.c.id == annotation_id)
    return connection.execute(query).scalar()


def annotation_ids_beginning(connection: Connection, first: UUID, last: UUID) -> list[UUID]:
    """At most two keys of annotations within a range of keys."""
    query = select(_annotation.c.id).where(_annotation.c.id.between(first, last)).limit(2)
    return list(connection.execute(query).scalars())


def document_ids_beginning(connection: Connection, first: UUID, last: UUID) -> list[UUID]:
    """At most two keys of documents within a range of keys."""
    query = select(_document.c.id).where(_document.c.id.between(first, last)).limit(2)
    return list(connection.execute(query).scalars())


def marks_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Span]]:
    """The stretches read and found empty, by document."""
    c = _mark.c
    query = select(c.document_id, c.start_char, c.end_char).where(c.document_id.in_(list(ids)))
    found: dict[UUID, list[Span]] = defaultdict(list)
    for document_id, start, end in connection.execute(query.order_by(c.document_id, c.start_char)):
        found[document_id].append(Span(start, end))
    return found


def _breaks_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[tuple[int, bool]]]:
    c = _break.c
    query = select(c.document_id, c.position, c.joined).where(c.document_id.in_(list(ids)))
    found: dict[UUID, list[tuple[int, bool]]] = defaultdict(list)
    for document_id, position, joined in connection.execute(query):
        found[document_id].append((position, joined))
    return found


def _annotations_by_document(
    connection: Connection, ids: Sequence[UUID], names: dict[UUID, str]
) -> dict[UUID, list[AnnotationRecord]]:
    c = _annotation.c
    query = select(_annotation).where(c.document_id.in_(list(ids))).order_by(c.document_id, c.start_char, c.id)
    found: dict[UUID, list[AnnotationRecord]] = defaultdict(list)
    for row in connection.execute(query):
        record = _annotation_record(row, names)
        found[record.document_id].append(record)
    return found


def _annotation_record(row: Any, names: dict[UUID, str]) -> AnnotationRecord:
    # In the table's order: at 100,000 rows, naming each column costs as much as reading it.
    key, document_id, annotator_id, label, start, end, segments, note, origin, made_from, *depth = row
    attributes, guideline_version, suggested_by, foreign_key = depth
    return AnnotationRecord(
        id=key,
        document_id=document_id,
        label=label,
        segments=tuple(Span(*segment) for segment in segments) if segments else (Span(start, end),),
        annotator=names[annotator_id],
        note=note,
        origin=origin,
        created_at=born_at(key),
        made_from=made_from,
        attributes=attributes or {},
        guideline_version=guideline_version,
        suggested_by=suggested_by or "",
        foreign_key=foreign_key or "",
    )


def annotation_record(row: Annotation, name: str) -> AnnotationRecord:
    """What a row says, given its annotator's name."""
    known = row.id, row.document_id, row.label, stretches_of(row), name, row.note, row.origin, born_at(row.id)
    depth = row.made_from, row.attributes or {}, row.guideline_version, row.suggested_by or "", row.foreign_key or ""
    return AnnotationRecord(*known, *depth)
