"""Made-up annotations for the inspector's tests."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from annotator import resources
from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.ui.inspector.described import Described

_DOCUMENT = new_id()
_BLANK = AnnotationRecord(_DOCUMENT, _DOCUMENT, "", (), "Ana", "", "manual", datetime(2025, 7, 4, tzinfo=UTC))


def tagged(start: int = 0, label: str = "claim", note: str = "", length: int = 40) -> AnnotationRecord:
    """An annotation that starts there."""
    return replace(_BLANK, id=new_id(), label=label, note=note, segments=(Span(start, start + length),))


def described(start: int = 0, label: str = "claim", **attributes: Any) -> Described:
    """An annotation that says so, with nothing else known of it."""
    return Described(replace(tagged(start, label), attributes=attributes))


def newsroom() -> LabelSet:
    """The label set that new projects start with."""
    return read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
