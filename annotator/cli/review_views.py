"""Readings under review as the command line shows them: plain values for JSON, lines for a terminal."""

from collections.abc import Iterator
from typing import Any

from annotator.cli.output import counted, one_line
from annotator.cli.views import annotation_view, passage
from annotator.core.records import AnnotationRecord
from annotator.core.review_queue import SUBMITTED, QueueEntry
from annotator.operations.under_review import ReviewedAnnotation, ReviewedReading


def queue_view(entry: QueueEntry) -> dict[str, Any]:
    """A line of the queue for JSON."""
    fields = ("title", "outlet", "language", "annotator", "state", "since", "version", "annotations")
    more = ("unsure", "flagged", "judged", "returned", "reviewer", "reason")
    view = {"article": entry.document_id} | {field: getattr(entry, field) for field in fields}
    return view | {"labels": dict(entry.labels)} | {field: getattr(entry, field) for field in more}


def queue_line(entry: QueueEntry) -> str:
    """A line of the queue for a terminal."""
    facts = [
        entry.annotator,
        entry.state if entry.state != SUBMITTED else f"waits since {entry.since:%Y-%m-%d %H:%M}",
        counted(entry.annotations, "annotation"),
        f"{entry.judged} judged" if entry.judged else "",
        f"{entry.unsure} unsure" if entry.unsure else "",
        f"{entry.flagged} flagged" if entry.flagged else "",
        f"version {entry.version}" if entry.version > 1 else "",
    ]
    about = "  ".join(part for part in (entry.title, entry.outlet) if part)
    return f"{entry.document_id}  {one_line(about)}  ({one_line(', '.join(filter(None, facts)))})"


def reviewed_view(one: ReviewedAnnotation, found: ReviewedReading) -> dict[str, Any]:
    """An annotation under review for JSON."""
    verdict = one.judged.verdict
    text = found.document.text
    return annotation_view(one.annotation, text) | {
        "standing": one.judged.standing,
        "reviewer": verdict.reviewer if verdict else "",
        "reason": verdict.reason if verdict else "",
        "correction": annotation_view(one.correction, text) if one.correction else None,
    }


def reading_lines(found: ReviewedReading) -> Iterator[str]:
    """A reading under review for a terminal."""
    facts = found.document.title, found.annotator, str(found.reading.state), found.reading.reason
    yield one_line(" · ".join(filter(None, facts)))
    for one in found.annotations:
        verdict = one.judged.verdict
        by = f" by {verdict.reviewer}" if verdict else ""
        why = f": {verdict.reason}" if verdict and verdict.reason else ""
        yield f"{_line(one.annotation, found)}  {one_line(str(one.judged.standing) + by + why)}"
        if one.correction:
            yield f"    {_line(one.correction, found)}"


def _line(record: AnnotationRecord, found: ReviewedReading) -> str:
    return f"{record.id}  {record.label:8}  “{one_line(passage(record, found.document.text))}”"
