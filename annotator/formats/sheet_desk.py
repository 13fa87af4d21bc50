"""What a sheet for the desk tells of an annotation: who said it, what holds of it, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord, SourceRecord
from annotator.core.schema import LabelSet
from annotator.core.sources import Role
from annotator.formats.base import WriteOptions
from annotator.formats.sheet_cells import segment_words, sentence_of, value_words
from annotator.formats.table_depth import joined

SOURCE = "attributed_to"
"""The attribute that names the source where a label set does not say which one does."""
WHERE = ("title", "outlet", "published", "published_at", "url", "language")
PLACE = ("article_id", "segments", "text_sha256")
WHO = ("review_state", "reviewer", "annotator")


def source_of(label_set: LabelSet | None, label: str) -> str:
    """The key of the attribute whose names are the source of annotations with this label."""
    main = label_set.source_of(label) if label_set else None
    return main.key if main else SOURCE


@dataclass(slots=True)
class Told:
    """An article's annotations with what is linked to them, ready to be asked for cells."""

    record: DocumentRecord
    label_set: LabelSet | None
    _links: dict[UUID, list[RelationRecord]] = field(default_factory=dict)
    _sources: dict[UUID, SourceRecord] = field(default_factory=dict)
    _here: dict[UUID, AnnotationRecord] = field(default_factory=dict)
    _defaults: Defaults | None = None

    @classmethod
    def of(cls, record: DocumentRecord, options: WriteOptions) -> "Told":
        """An article as an export with these options tells it."""
        told = cls(record, options.label_set)
        told._defaults = Defaults(options.label_set) if options.label_set else None
        told._sources = {one.id: one for one in record.sources}
        told._here = {one.id: one for one in record.annotations}
        for link in record.relations:
            told._links.setdefault(link.from_id, []).append(link)
        return told

    def sources(self, annotation: AnnotationRecord, key: str) -> list[SourceRecord]:
        """Those that an attribute of an annotation names, in the order in which they were linked."""
        links = self._links.get(annotation.id, ())
        return [self._sources[one.source_id] for one in links if one.kind == key and one.source_id in self._sources]

    def names(self, annotation: AnnotationRecord, key: str) -> str:
        """Their names in one cell."""
        return joined(one.name for one in self.sources(annotation, key))

    def roles(self, annotation: AnnotationRecord, key: str) -> str:
        """Their roles in one cell, each of them once; those that nobody has told are left out."""
        return joined(one.role for one in self.sources(annotation, key) if one.role != Role.UNKNOWN)

    def linked(self, annotation: AnnotationRecord, kind: str) -> Iterator[AnnotationRecord]:
        """The annotations of this article that links of a kind lead to."""
        for link in self._links.get(annotation.id, ()):
            if link.kind == kind and link.to_id in self._here:
                yield self._here[link.to_id]

    def values(self, annotation: AnnotationRecord) -> dict[str, str]:
        """What holds of an annotation, its defaults included, as cells."""
        said: dict[str, Any] = dict(annotation.attributes)
        if self._defaults:
            said = {**said, **self._defaults.complete(annotation.label, said)}
        return {key: value_words(value) for key, value in said.items()}

    def article_cells(self) -> dict[str, str]:
        """Where the article is from, by heading: those of WHERE."""
        return {name: str(getattr(self.record, name)) for name in WHERE}

    def place_cells(self, annotation: AnnotationRecord) -> dict[str, str]:
        """Where an annotation stands, its sentence, and who said so, by heading: those of PLACE and WHO."""
        return {
            "sentence": sentence_of(self.record, annotation.extent)[1],
            "article_id": str(self.record.id),
            "segments": segment_words(annotation),
            "text_sha256": self.record.text_sha256,
            "review_state": annotation.review_state,
            "reviewer": annotation.reviewer,
            "annotator": annotation.annotator,
        }
