"""A table of comma-separated values: one annotation a row, to work from in a spreadsheet.

A spreadsheet takes a cell that begins with "=", "+", "-", "@" or a tab for a formula, or may, even
after spaces; such a cell is written with an apostrophe before it. One that has apostrophes there
already gets one more, so that reading takes exactly one away.
"""

import csv
import io
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import BinaryIO

from annotator.core.attributes import Defaults
from annotator.core.progress import sentence_at
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.schema import LabelSet
from annotator.core.spans import Span, is_boundary, trim
from annotator.formats.base import Passage, WriteOptions
from annotator.formats.table_depth import depth_cells, provenance_words

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
)
_CONTEXT = 32
_LONGEST_CELL = 2**31 - 1
_told = itemgetter(*map(COLUMNS.index, ("annotation_id", "article_id", "label", "text", "segments", "start", "end")))
_FORMULA = re.compile("'*[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """One annotation a row; write only. Offsets count code points of the article's frozen text."""

    id: str = "csv"
    title: str = "Table (CSV)"
    extensions: tuple[str, ...] = (".csv",)
    losses: tuple[str, ...] = (
        "Articles without annotations are not in it.",
        "The text of an article is not in it, only the sentences with annotations.",
        "Sentences and which of them were read, and page furniture, are not in it.",
        "The original bytes of an article are not in it.",
        "Which articles are copies of each other, and which annotation came from which, are not in it.",
        "Who changed what and when is not in it; the history stays in the project.",
    )

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write a row of headings, then one row an annotation, in UTF-8 with rows that end in CR LF."""
        encoding = "utf-8-sig" if options.bom else "utf-8"
        lines = io.TextIOWrapper(stream, encoding, newline="", write_through=False)
        try:
            writer = csv.writer(lines)
            writer.writerow(COLUMNS)
            defaults = Defaults(options.label_set) if options.label_set else None
            for record in records:
                writer.writerows(_rows(record, options.label_set, defaults))
        finally:
            lines.detach()

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """Every row's annotation. Raises ValueError when its text has another length than its segments."""
        csv.field_size_limit(_LONGEST_CELL)
        lines = io.TextIOWrapper(stream, "utf-8-sig", newline="")
        try:
            reader = csv.reader(lines, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                raise ValueError("the first row is not the row of headings")
            for row in reader:
                if len(row) != len(COLUMNS):
                    raise ValueError(f"row {reader.line_num} has {len(row)} cells instead of {len(COLUMNS)}")
                yield _passage(*_told(row))
        except csv.Error as error:
            raise ValueError(f"row {reader.line_num}: {error}") from error
        finally:
            lines.detach()


def protected(cell: str) -> str:
    """The cell as a spreadsheet can open it without taking it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """The cell that `protected` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def _rows(record: DocumentRecord, label_set: LabelSet | None, defaults: Defaults | None) -> Iterator[tuple[str, ...]]:
    """One row an annotation; the cells whose words are not ours are protected."""
    article = (str(record.id), *map(protected, (record.title, record.outlet, record.published, record.language)))
    file = (protected(record.file_name), record.text_sha256)
    # Later columns stand behind the older ones, for whoever counts them.
    details = (record.byline, record.published_at, record.url, record.status, record.embargo_until, record.source_note)
    later = tuple(map(protected, details))
    for annotation in record.annotations:
        text, (start, end) = record.text, annotation.extent
        index, sentence = _sentence(record, annotation.extent)
        yield (
            str(annotation.id),
            *article,
            protected(annotation.label),
            protected(" ".join(text[begin:finish] for begin, finish in annotation.segments)),
            protected(text[_context_start(text, start) : start]),
            protected(text[end : _context_end(text, end)]),
            str(start),
            str(end),
            _segment_words(annotation),
            str(index),
            protected(sentence),
            protected(annotation.note),
            protected(annotation.annotator),
            protected(annotation.origin),
            _time_words(annotation.created_at),
            *file,
            *later,
            *map(protected, depth_cells(record, annotation, label_set, defaults)),
            protected(provenance_words(annotation.provenance)),
            annotation.review_state,
            protected(annotation.reviewer),
        )


def _segment_words(annotation: AnnotationRecord) -> str:
    """The stretches as "12..40 52..60": a spreadsheet would make a date of 1-12 and a time of 1:12."""
    return " ".join(f"{start}..{end}" for start, end in annotation.segments)


def _time_words(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _sentence(record: DocumentRecord, extent: Span) -> tuple[int, str]:
    """The number of the first sentence that an annotation touches, and the text of all it touches."""
    sentences = record.sentences
    first = sentence_at(sentences, extent.start_char)
    last = bisect_left(sentences, extent.end_char, key=lambda sentence: sentence.end_char)
    start, end = trim(record.text, Span(sentences[first].start_char, sentences[last].end_char))
    return first, record.text[start:end]


def _context_start(text: str, at: int) -> int:
    start = max(0, at - _CONTEXT)
    while start < at and not is_boundary(text, start):
        start += 1
    return start


def _context_end(text: str, at: int) -> int:
    end = min(len(text), at + _CONTEXT)
    while end > at and not is_boundary(text, end):
        end -= 1
    return end


def _passage(key: str, document_id: str, label: str, text: str, places: str, start: str, end: str) -> Passage:
    """An annotation from its cells; its stretches are as long as they say and a space apart."""
    segments = tuple(_segment(place) for place in places.split(" "))
    text, texts, at = unprotected(text), [], 0
    for begin, finish in segments:
        texts.append(text[at : at + finish - begin])
        at += finish - begin + 1
    if at - 1 != len(text) or " ".join(texts) != text or (int(start), int(end)) != (segments[0][0], segments[-1][1]):
        raise ValueError(f"the text of {key} is not as long as its segments")
    return Passage(key, document_id, unprotected(label), segments, tuple(texts))


def _segment(place: str) -> tuple[int, int]:
    start, _, end = place.partition("..")
    return int(start), int(end)
