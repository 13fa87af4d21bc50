"""Articles for the reader's tests, made from text, and a reader on a screen to show them."""

import itertools
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from annotator import resources
from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord, Furniture
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span

ENGLISH = (
    "Prices rise\n\n10 hours ago 4\nThe minister said “prices will fall”, she added, “by spring”. Critics denied it."
    "\n\nA third sentence stands here. And a fourth."
)
NOW = datetime(2025, 7, 4, tzinfo=UTC)


def tiles(text: str) -> list[Span]:
    """Sentences that tile a text: each ends after a full stop or line break and its white space."""
    ends = [match.end() for match in re.finditer(r"(?:[.!?](?=\s)|\n)\s*", text)]
    ends = [end for end in ends if text[:end].strip() and text[end:].strip()]
    bounds = [0, *sorted(set(ends)), len(text)]
    return [Span(a, b) for a, b in itertools.pairwise(bounds) if b > a]


def annotation(label: str, *segments: tuple[int, int], note: str = "") -> AnnotationRecord:
    """An annotation of nobody in particular."""
    return AnnotationRecord(new_id(), new_id(), label, tuple(Span(*s) for s in segments), "Rina", note, "manual", NOW)


def document(
    text: str = ENGLISH,
    title: str = "",
    annotations: Iterable[AnnotationRecord] = (),
    furniture: Iterable[Furniture] = (),
    marks: Iterable[Span] = (),
    sentences: Sequence[Span] | None = None,
) -> DocumentRecord:
    """A document with this text."""
    split = tiles(text) if sentences is None else sentences
    return DocumentRecord(
        new_id(), title, "", "", "", "", "en", 1.0, False, text, "", "", "utf-8", "a.txt", NOW,
        tuple(furniture), split, tuple(marks), tuple(annotations),
    )  # fmt: skip


def newsroom() -> LabelSet:
    """The label set that projects start with."""
    return read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def place(text: str, part: str) -> tuple[int, int]:
    """Start and end of a part of a text."""
    start = text.index(part)
    return start, start + len(part)
