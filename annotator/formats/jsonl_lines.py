"""What a line of our own JSON Lines says of an article, as plain values, each span with its text beside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.core.attributes import Defaults
from annotator.core.dataset import ExportText
from annotator.core.progress import extent_states
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, RelationRecord, SourceRecord
from annotator.core.spans import Span, trim

SCHEMA = 1
"""Which JSON Schema a line keeps to: resources/formats/annotator-jsonl-1.schema.json."""


def line_of(record: DocumentRecord, shown: ExportText, defaults: Defaults | None) -> dict[str, Any]:
    """The line of an article. `shown` is what of its text goes out; without `defaults`, spans say what they say."""
    segments = [segment for annotation in record.annotations for segment in annotation.segments]
    spans = [_span(annotation, shown, defaults) for annotation in record.annotations]
    return article_line(record, shown, segments, spans)


def article_line(
    record: DocumentRecord, shown: ExportText, segments: Sequence[Span], spans: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The line of an article whose spans are there already; `segments` are their places in the frozen text."""
    return {
        "schema": SCHEMA,
        "id": record.id,
        "title": record.title,
        "outlet": record.outlet,
        "byline": record.byline,
        "published": record.published,
        "published_at": record.published_at,
        "url": record.url,
        "language": record.language,
        "language_confidence": record.language_confidence,
        "language_by_hand": record.language_by_hand,
        "also_in": list(record.also_in),
        "status": record.status,
        "embargo_until": record.embargo_until,
        "source_note": record.source_note,
        "format": record.format_id,
        "copy_group": record.copy_group or record.id,
        "superseded_by": record.superseded_by,
        "file_name": record.file_name,
        "encoding": record.encoding,
        "loaded_at": record.loaded_at,
        "original_sha256": record.original_sha256,
        "text_sha256": record.text_sha256,
        "text": shown.text,
        "kept": [list(stretch) for stretch in shown.kept],
        "furniture": list(_furniture(record, shown)),
        "sentences": list(_sentences(record, shown, segments)),
        "spans": spans,
        "relations": [_relation(relation) for relation in record.relations],
        "sources": [_source(source) for source in record.sources],
        "rejected": list(_rejected(record, shown)),
    }


def _furniture(record: DocumentRecord, shown: ExportText) -> Iterator[dict[str, Any]]:
    for start, end, kind in record.furniture:
        place = shown.span(Span(start, end))
        if place.start_char < place.end_char:
            yield {"start": place.start_char, "end": place.end_char, "kind": kind}


def _sentences(record: DocumentRecord, shown: ExportText, segments: Sequence[Span]) -> Iterator[dict[str, Any]]:
    """The sentences of which something is shown, by their number in the project."""
    extents = [trim(record.text, sentence) for sentence in record.sentences]
    states = extent_states(record.text, extents, record.furniture, segments, record.marks)
    for index, (extent, state) in enumerate(zip(extents, states, strict=True)):
        place = shown.span(extent)
        start, end = place if place is extent else trim(shown.text, place)
        if start < end:
            yield {"index": index, "start": start, "end": end, "state": state}


def _relation(relation: RelationRecord) -> dict[str, Any]:
    """A link; `to` is a span, maybe one of another line, or None where it leads to a source."""
    return {
        "id": relation.id,
        "type": relation.kind,
        "from": relation.from_id,
        "to": relation.to_id,
        "source": relation.source_id,
        "annotator": relation.annotator,
    }


def _source(source: SourceRecord) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "aliases": list(source.aliases),
        "kind": source.kind,
        "naming": source.naming,
        "role": source.role,
        "gender": source.gender,
        "protected": source.protected,
    }


def _rejected(record: DocumentRecord, shown: ExportText) -> Iterator[dict[str, Any]]:
    """The suggestions that were rejected, where anything of them is shown."""
    for one in record.rejected:
        places = [shown.span(segment) for segment in one.segments]
        if all(start < end for start, end in places):
            yield {
                "label": one.label,
                "segments": [list(place) for place in places],
                "annotator": one.annotator,
                "suggester": one.suggester,
            }


def _span(annotation: AnnotationRecord, shown: ExportText, defaults: Defaults | None) -> dict[str, Any]:
    places = [shown.span(segment) for segment in annotation.segments]
    texts = [shown.text[start:end] for start, end in places]
    attributes = annotation.attributes
    return {
        "id": annotation.id,
        "label": annotation.label,
        "attributes": defaults.complete(annotation.label, attributes) if defaults else dict(attributes),
        "start": places[0].start_char,
        "end": places[-1].end_char,
        "segments": [list(place) for place in places],
        "text": " ".join(texts),
        "texts": texts,
        "note": annotation.note,
        "annotator": annotation.annotator,
        "origin": annotation.origin,
        "review_state": annotation.review_state,
        "reviewer": annotation.reviewer,
        "suggested_by": annotation.suggested_by,
        "guideline_version": annotation.guideline_version,
        "made_from": annotation.made_from,
        "created_at": annotation.created_at,
        "document_segments": [list(segment) for segment in annotation.segments],
        **({"gold": _provenance(annotation.provenance)} if annotation.provenance else {}),
    }


def _provenance(said: Provenance) -> dict[str, Any]:
    return {
        "how": said.how,
        "by": list(said.by),
        "decided_by": said.decided_by,
        "reason": said.reason,
        "case": said.case_number,
        "from": list(said.came_from),
    }
