"""Where an annotation stands, in words: its passage and the sentence that it begins in."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.progress import sentence_at
from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span, trim


class Place(NamedTuple):
    """Where an annotation stands: its words, segments joined by " … ", and its first sentence, counted from 0."""

    passage: str
    sentence: int
    sentence_text: str


def place_in(text: str, sentences: Sequence[Span], annotation: AnnotationRecord) -> Place:
    """Where an annotation stands in a text that is cut into these sentences."""
    index = sentence_at(sentences, annotation.extent.start_char)
    start, end = trim(text, sentences[index]) if index >= 0 else Span(0, 0)
    return Place(passage_in(text, annotation), index, text[start:end])


def passage_in(text: str, annotation: AnnotationRecord) -> str:
    """The words of an annotation's segments."""
    return " … ".join(text[start:end] for start, end in annotation.segments)
