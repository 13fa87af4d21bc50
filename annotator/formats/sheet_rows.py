"""The rows of a table of annotations, one annotation a row, whatever kind of file they go to."""

from collections.abc import Iterator

from annotator.core.attributes import Defaults
from annotator.core.records import DocumentRecord
from annotator.core.schema import LabelSet
from annotator.formats.sheet_cells import (
    passage_words,
    segment_words,
    sentence_of,
    time_words,
    words_after,
    words_before,
)
from annotator.formats.table_depth import depth_cells, main_source, provenance_words

COLUMNS = (
    "annotation_id",
    "article_id",
    "title",
    "outlet",
    "published",
    "language",
    "label",
    "text",
    "before",
    "after",
    "start",
    "end",
    "segments",
    "sentence_index",
    "sentence",
    "note",
    "annotator",
    "origin",
    "created_at",
    "file_name",
    "text_sha256",
    "byline",
    "published_at",
    "url",
    "status",
    "embargo_until",
    "source_note",
    "source",
    "attributes",
    "links",
    "guideline_version",
    "suggested_by",
    "how",
    "review_state",
    "reviewer",
    "source_key",
)
"""What a column is called; a later one stands behind the older ones, for whoever counts them."""


def annotation_rows(
    record: DocumentRecord, label_set: LabelSet | None, defaults: Defaults | None
) -> Iterator[tuple[str, ...]]:
    """One row an annotation, as many cells as there are COLUMNS. Offsets count code points of the frozen text."""
    article = (str(record.id), record.title, record.outlet, record.published, record.language)
    file = (record.file_name, record.text_sha256)
    details = (record.byline, record.published_at, record.url, record.status, record.embargo_until, record.source_note)
    for annotation in record.annotations:
        text, (start, end) = record.text, annotation.extent
        index, sentence = sentence_of(record, annotation.extent)
        yield (
            str(annotation.id),
            *article,
            annotation.label,
            passage_words(text, annotation),
            words_before(text, start),
            words_after(text, end),
            str(start),
            str(end),
            segment_words(annotation),
            str(index),
            sentence,
            annotation.note,
            annotation.annotator,
            annotation.origin,
            time_words(annotation.created_at),
            *file,
            *details,
            *depth_cells(record, annotation, label_set, defaults),
            provenance_words(annotation.provenance),
            annotation.review_state,
            annotation.reviewer,
            main_source(record, annotation, label_set),
        )
