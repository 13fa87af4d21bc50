"""The gold readings of articles, made ready for a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from annotator.core.gold import GoldReading, GoldSpan
from annotator.core.identity import born_at
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord
from annotator.core.report import Part
from annotator.core.report_gold import GoldArticle, GoldReport
from annotator.operations.gold import gold_readings
from annotator.operations.report_reader import Made, Reader
from annotator.store import queries, relations, rulings


def gold_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    """The articles of which a reading is handed in."""
    read = set(rulings.documents_read(reader.connection, 1))
    wanted = reader.articles.newest() if ids is None else ids
    asked = reader.articles.asked_for([key for key in wanted if key in read])
    kind = GoldReport(reader.articles.label_set, reader.options, reader.words)
    return Made(
        _parts(reader, kind, asked.ids),
        len(asked.ids),
        sum(asked.held.values()),
        tuple(asked.notices(reader.words)),
        reader.words.gold_none,
    )


def _parts(reader: Reader, kind: GoldReport, ids: Sequence[UUID]) -> Iterator[Part]:
    names = {key: reader.articles.hidden(name) for key, name in reader.articles.names.items()}
    for key in ids:
        (record,) = queries.documents(reader.connection, [key])
        for gold in gold_readings(reader.connection, reader.articles.label_set, [key]):
            yield kind.part(_article(reader, record, gold, names))


def _article(reader: Reader, record: DocumentRecord, gold: GoldReading, names: dict[UUID, str]) -> GoldArticle:
    """The article with the spans of its gold reading for annotations. Off the record is what anybody said so of."""
    spans = {span.id: span for span in gold.spans}
    links = tuple(
        RelationRecord(link.from_id, record.id, link.kind, link.from_id, link.to_id, link.source_id, "")
        for link in gold.links
    )
    named = {link.source_id for link in links if link.source_id}
    others = (one for one in record.annotations if one.id not in spans)
    made = (_annotation(record.id, span, names) for span in gold.spans)
    article = reader.articles.article(
        replace(
            record,
            annotations=(*others, *made),
            relations=links,
            sources=tuple(relations.sources(reader.connection, sorted(named))),
        ),
        {},
    )
    kept = tuple(one for one in article.record.annotations if one.id in spans)
    readers = tuple(sorted(names.get(key, "") for key in gold.annotator_ids))
    shown = replace(article, record=replace(article.record, annotations=kept), readers=readers)
    hidden = reader.articles.hidden
    told = {key: replace(span, reason=hidden(span.reason)) for key, span in spans.items()}
    return GoldArticle(shown, told, names, len(gold.disputed), len(gold.returned))


def _annotation(document_id: UUID, span: GoldSpan, names: dict[UUID, str]) -> AnnotationRecord:
    who = ", ".join(names.get(key, "") for key in span.annotator_ids)
    return AnnotationRecord(
        span.id, document_id, span.label, span.segments, who, span.note, "gold", born_at(span.id), None, span.attributes
    )
