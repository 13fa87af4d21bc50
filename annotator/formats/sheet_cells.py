"""The words of a sheet's cells: places, times, passages, and what a spreadsheet could take for a formula.

A spreadsheet takes a cell that begins with "=", "+", "-", "@" or a tab for a formula, or may, even
after spaces; in a text file such a cell is written with an apostrophe before it. One that has apostrophes there
already gets one more, so that reading takes exactly one away. The cells of a workbook say that they are text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from annotator.core.progress import sentence_at
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.spans import Span, is_boundary, trim

_CONTEXT = 32
_FORMULA = re.compile("'*[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@\t\r\n＝＋－＠]")
_PLACE = re.compile(r"(\d{1,12})\s*\.\.\s*(\d{1,12})")


def protected(cell: str) -> str:
    """The cell as a spreadsheet can open it without taking it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """The cell that `protected` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def value_words(value: Any) -> str:
    """The value of an attribute as a cell: yes and no for true and false, nothing for none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def segment_words(annotation: AnnotationRecord) -> str:
    """The stretches as "12..40 52..60": a spreadsheet would make a date of 1-12 and a time of 1:12."""
    return " ".join(f"{start}..{end}" for start, end in annotation.segments)


def segments_in(cell: str) -> tuple[Span, ...]:
    """The stretches that `segment_words` has written. Raises ValueError for a cell that holds anything else."""
    found = tuple(Span(int(start), int(end)) for start, end in _PLACE.findall(cell))
    if not found or _PLACE.sub("", cell).strip():
        raise ValueError(f"“{cell[:40]}” is no place")
    return found


def passage_words(text: str, annotation: AnnotationRecord) -> str:
    """The text of an annotation's stretches, a space between them."""
    return " ".join(text[start:end] for start, end in annotation.segments)


def texts_in(passage: str, segments: Sequence[tuple[int, int]]) -> tuple[str, ...] | None:
    """The text of each stretch, out of what `passage_words` has written; None where it is not as long as they are."""
    texts, at = [], 0
    for start, end in segments:
        texts.append(passage[at : at + end - start])
        at += end - start + 1
    return tuple(texts) if at - 1 == len(passage) and " ".join(texts) == passage else None


def time_words(moment: datetime) -> str:
    """A moment in ISO 8601, of Greenwich, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def sentence_of(record: DocumentRecord, extent: Span) -> tuple[int, str]:
    """The number of the first sentence that an annotation touches, and the text of all it touches."""
    sentences = record.sentences
    first = sentence_at(sentences, extent.start_char)
    last = bisect_left(sentences, extent.end_char, key=lambda sentence: sentence.end_char)
    start, end = trim(record.text, Span(sentences[first].start_char, sentences[last].end_char))
    return first, record.text[start:end]


def words_before(text: str, at: int) -> str:
    """Some characters before a place; none of them is cut."""
    start = max(0, at - _CONTEXT)
    while start < at and not is_boundary(text, start):
        start += 1
    return text[start:at]


def words_after(text: str, at: int) -> str:
    """Some characters after a place; none of them is cut."""
    end = min(len(text), at + _CONTEXT)
    while end > at and not is_boundary(text, end):
        end -= 1
    return text[at:end]
