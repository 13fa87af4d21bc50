"""The annotations of the open document, found by the stretch of text they lie on.

Kept by stretches of equal length, so that putting, dropping and finding cost the same in a short
article and under ten thousand annotations, and nothing depends on sentences or paragraphs.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span

_STRETCH = 512


class AnnotationIndex:
    """Annotations by id and by place."""

    def __init__(self, annotations: Iterable[AnnotationRecord] = ()) -> None:
        self._records: dict[UUID, AnnotationRecord] = {}
        self._stretches: dict[int, dict[UUID, AnnotationRecord]] = {}
        for annotation in annotations:
            self.put(annotation)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[AnnotationRecord]:
        return iter(self._records.values())

    def get(self, annotation_id: UUID) -> AnnotationRecord | None:
        """The annotation with this id, if there is one."""
        return self._records.get(annotation_id)

    def put(self, annotation: AnnotationRecord) -> AnnotationRecord | None:
        """Add an annotation or put it in the place of the one with its id, which is returned."""
        former = self.drop(annotation.id)
        self._records[annotation.id] = annotation
        for stretch in _stretches(annotation):
            self._stretches.setdefault(stretch, {})[annotation.id] = annotation
        return former

    def drop(self, annotation_id: UUID) -> AnnotationRecord | None:
        """Take an annotation out and return it; None when it is not there."""
        annotation = self._records.pop(annotation_id, None)
        if annotation:
            for stretch in _stretches(annotation):
                held = self._stretches[stretch]
                del held[annotation_id]
                if not held:
                    del self._stretches[stretch]
        return annotation

    def overlapping(self, span: Span) -> list[AnnotationRecord]:
        """Annotations with a segment on the span: by start, and the longer ones first."""
        found: dict[UUID, AnnotationRecord] = {}
        for stretch in range(span.start_char // _STRETCH, (max(span) - 1) // _STRETCH + 1):
            found.update(self._stretches.get(stretch, {}))
        hits = [annotation for annotation in found.values() if any(span.overlaps(part) for part in annotation.segments)]
        return sorted(hits, key=_reading_order)

    def is_tagged(self, span: Span) -> bool:
        """True when any annotation has a segment on the span."""
        for stretch in range(span.start_char // _STRETCH, (max(span) - 1) // _STRETCH + 1):
            for annotation in self._stretches.get(stretch, {}).values():
                if any(span.overlaps(part) for part in annotation.segments):
                    return True
        return False


def _reading_order(annotation: AnnotationRecord) -> tuple[int, int, UUID]:
    extent = annotation.extent
    return extent.start_char, -extent.end_char, annotation.id


def _stretches(annotation: AnnotationRecord) -> set[int]:
    return {
        stretch for start, end in annotation.segments for stretch in range(start // _STRETCH, (end - 1) // _STRETCH + 1)
    }
