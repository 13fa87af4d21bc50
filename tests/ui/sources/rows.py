"""Sources and statements, made up, for the tests of what shows them."""

from datetime import UTC, datetime
from typing import Any

from annotator import resources
from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.core.schema_file import read_label_set
from annotator.core.source_statements import Statement
from annotator.core.spans import Span
from annotator.ui.sources.source_model import SourceRow

LABELS = {
    label.key: label for label in read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml")).labels
}


def row(name: str, shown: str = "", alias: str = "", counts: dict[str, int] | None = None, **known: Any) -> SourceRow:
    return SourceRow(SourceRecord(new_id(), name, **known), shown or name, alias, counts or {})


def statement(day: str = "2025-07-04", label: str = "claim", kind: str = "attributed_to") -> Statement:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    article = "A title", "Daily", "", day, "en", at
    return Statement(new_id(), new_id(), kind, label, (Span(0, 4),), *article)
