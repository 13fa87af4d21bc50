"""What an annotator handed in of one article, as it was then: the form in which it is kept, and read again.

Agreement is worked out from these, and disputes; what is done to the annotations afterwards does not change them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class SubmittedAnnotation:
    """A label on stretches of the text. `attributes` are the values that differ from their defaults."""

    id: UUID
    label: str
    segments: tuple[Span, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    note: str = ""

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


class SubmittedLink(NamedTuple):
    """A link from an annotation to another one, or to a source."""

    kind: str
    from_id: UUID
    to_id: UUID | None
    source_id: UUID | None


@dataclass(frozen=True, slots=True)
class SubmittedReading:
    """One submission. `number` counts from 1 for each article and annotator; the key `id` tells when.

    `independent`: the first one, made with nothing of another's work in view.
    """

    id: UUID
    document_id: UUID
    annotator_id: UUID
    number: int
    independent: bool
    annotations: tuple[SubmittedAnnotation, ...]
    links: tuple[SubmittedLink, ...] = ()


def submission_content(annotations: Iterable[AnnotationRecord], links: Iterable[RelationRecord]) -> dict[str, Any]:
    """What the column `content` of a submission holds: plain JSON, keys of rows as 32 hexadecimal digits."""
    return {
        "annotations": [_annotation(one) for one in annotations],
        "links": [[one.kind, one.from_id.hex, _hex(one.to_id), _hex(one.source_id)] for one in links],
    }


def read_content(
    content: Mapping[str, Any],
) -> tuple[tuple[SubmittedAnnotation, ...], tuple[SubmittedLink, ...]]:
    """What `submission_content` wrote: annotations in the order of the text, and links."""
    annotations = sorted(map(_read_annotation, content["annotations"]), key=lambda one: (one.segments, one.label))
    links = (
        SubmittedLink(kind, UUID(from_id), _key(to_id), _key(source_id))
        for kind, from_id, to_id, source_id in content["links"]
    )
    return tuple(annotations), tuple(links)


def _annotation(record: AnnotationRecord) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": record.id.hex,
        "label": record.label,
        "segments": [list(segment) for segment in record.segments],
    }
    if record.attributes:
        written["attributes"] = dict(record.attributes)
    if record.note:
        written["note"] = record.note
    return written


def _read_annotation(written: Mapping[str, Any]) -> SubmittedAnnotation:
    return SubmittedAnnotation(
        id=UUID(written["id"]),
        label=written["label"],
        segments=tuple(Span(start, end) for start, end in written["segments"]),
        attributes=written.get("attributes", {}),
        note=written.get("note", ""),
    )


def _hex(key: UUID | None) -> str | None:
    return key.hex if key else None


def _key(written: str | None) -> UUID | None:
    return UUID(written) if written else None
