"""Rows as they may go into a packet: without the names of protected sources, wherever they stand.

A dataset hides them in what it writes of an article (core/masking.py); here it is done to the rows themselves, so that
what somebody gets is a project like any other. Offsets and lengths stay as they are.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from annotator.core.masking import Mask
from annotator.core.records import DocumentRecord, SourceRecord

Row = dict[str, Any]

_WORDS = {
    "comment": ("words",),
    "verdict": ("reason",),
    "ruling": ("reason", "case_title"),
    "reading": ("reason",),
    "contact": ("person", "answer", "note"),
    "project": ("name", "guideline", "review", "exchange"),
    "annotator": ("name", "initials"),
    "label_set_version": ("guideline",),
}
"""The columns in which a person writes, of the rows that no article's record holds."""
_DETAILS = ("title", "outlet", "byline", "published", "source_note", "url", "file_name")


@dataclass
class Masking:
    """Masks rows, and remembers which of them are no longer what they are at home (`touched`).

    `protects`: sources stay protected under their numbers, as a project that is made of the rows is to go on so.
    """

    mask: Mask
    touched: set[UUID] = field(default_factory=set)
    articles: set[UUID] = field(default_factory=set)
    sources: set[UUID] = field(default_factory=set)
    protects: bool = False

    def __post_init__(self) -> None:
        self._anywhere = self.mask.everywhere()

    def row(self, table: str, row: Row) -> Row:
        """A row of one of the tables that say something about an article, or of the project."""
        if not self.mask:
            return row
        shown = {name: self._value(row[name]) for name in _WORDS.get(table, ()) if name in row}
        if table == "ruling" and row["attributes"]:
            shown["attributes"] = self._anywhere.attributes(row["attributes"])
        elif table == "submission":
            annotations = [self._submitted(one) for one in row["content"]["annotations"]]
            shown["content"] = row["content"] | {"annotations": annotations}
        return self._put(row, shown)

    def source(self, row: Row, record: SourceRecord) -> Row:
        """A source; of a protected one nothing but a number, protected no more in a packet, where it hides nothing."""
        if not self.mask:
            return row
        masked = self.mask.source(record)
        shown: Row = {"name": masked.name, "aliases": list(masked.aliases) or None, "note": masked.note}
        if record.protected:
            self.sources.add(row["id"])
            shown |= {"gender": None, "protected": self.protects}
        return self._put(row, shown)

    def document(self, row: Row, record: DocumentRecord, masked: DocumentRecord) -> tuple[Row, str | None]:
        """The row of an article, and its text as it may leave; None for the text where it stays as it is.

        Where anything of it is hidden the original stays at home, and its place takes the text as it leaves.
        """
        changed = {name: getattr(masked, name) for name in _DETAILS if getattr(masked, name) != getattr(record, name)}
        if not changed and masked.text == record.text:
            return row, None
        self.articles.add(row["id"])
        sha256 = hashlib.sha256(masked.text.encode("utf-8", "surrogatepass")).digest()
        changed |= {"text_sha256": sha256, "original_sha256": sha256, "encoding": "utf-8"}
        return self._put(row, changed), masked.text

    def annotations(self, rows: Mapping[UUID, Row], masked: DocumentRecord) -> None:
        """Mask the annotations of an article, in place."""
        for one in masked.annotations:
            if one.id in rows:
                shown = {"note": one.note, "attributes": dict(one.attributes) or None}
                rows[one.id].update(self._put(rows[one.id], shown))

    def _submitted(self, annotation: Row) -> Row:
        shown: Row = {}
        if "note" in annotation:
            shown["note"] = self._anywhere.text(annotation["note"])
        if "attributes" in annotation:
            shown["attributes"] = self._anywhere.attributes(annotation["attributes"])
        return annotation | shown

    def _put(self, row: Row, columns: Row) -> Row:
        if all(row[name] == value for name, value in columns.items()):
            return row
        self.touched.add(row["id"])
        return row | columns

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._anywhere.text(value)
        if isinstance(value, list):
            return [self._value(one) for one in value]
        if isinstance(value, dict):
            return {key: self._value(one) for key, one in value.items()}
        return value
