"""Many places tagged at once: looked at first, then tagged as one undo step, a few at a time."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.attributes import changed
from annotator.core.found_places import FoundPlace, places_in
from annotator.core.spans import Span
from annotator.errors import Cancelled, Closed, Frozen, InvalidLabelSet, InvalidSpan, NotFound
from annotator.operations.annotations import put_annotation
from annotator.store import queries
from annotator.store.tables import Annotation
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Place = tuple[UUID, Span]
"""An article, and a stretch of its text."""

_READ_AT_A_TIME = 64
_WRITTEN_AT_A_TIME = 24  # at most; what a key press may have to wait for
_LONGEST_TURN = 0.01  # seconds after which somebody else may write


@dataclass(slots=True)
class BulkTagged:
    """What became of places: how many are tagged now, and which were `left`, with the reason in a sentence.

    `cancelled`: the person stopped it; what was tagged until then stays.
    """

    tagged: int = 0
    articles: int = 0
    left: list[tuple[UUID, Span, str]] = field(default_factory=list)
    cancelled: bool = False


def look_at_places(
    workspace: Workspace,
    places: Sequence[Place],
    annotator_id: UUID,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> list[FoundPlace]:
    """These places with their sentences and with what is there already, in the order given; changes nothing.

    Places in articles that are gone are left out. Raises Cancelled.
    """
    wanted: dict[UUID, list[Span]] = {}
    for document_id, span in places:
        wanted.setdefault(document_id, []).append(span)
    found: dict[Place, FoundPlace] = {}
    ids = list(wanted)
    for start in range(0, len(ids), _READ_AT_A_TIME):
        if cancelled and cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        with workspace.reading() as connection:
            name = queries.annotator_names(connection).get(annotator_id, "")  # "": who only looks need not be known
            for document in queries.documents(connection, ids[start : start + _READ_AT_A_TIME]):
                for place in places_in(document, wanted[document.id], name):
                    found[(document.id, place.found)] = place
        if progress:
            progress(min(start + _READ_AT_A_TIME, len(ids)), len(ids))
    return [found[place] for place in dict.fromkeys(places) if place in found]


def tag_places(
    workspace: Workspace,
    places: Sequence[Place],
    label: str,
    annotator_id: UUID,
    attributes: Mapping[str, Any] | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> BulkTagged:
    """Label each of these stretches as an annotation of its own, all as one undo step.

    What cannot be tagged any more, because somebody has changed it since it was looked at, is left and told.
    Raises InvalidLabelSet, before anything is written, for a label or attribute that the project does not have.
    """
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
    title = f"Tag {len(places)} places {label_set.offered_label(label).key}"
    said = attributes or {}
    changed(label_set, label, None, said)
    report, step, articles = BulkTagged(), Step(), set[UUID]()
    ordered, done = sorted(places, key=lambda place: place[0]), 0
    while done < len(ordered):
        if cancelled and cancelled():
            report.cancelled = True
            break
        with workspace.edit(title, annotator_id, step=step) as session:
            batch = ordered[done : done + _WRITTEN_AT_A_TIME]
            outcomes = list(_tag_some(workspace, session, batch, label, annotator_id, said))
        left = [(key, span, reason) for key, span, reason in outcomes if reason]
        report.left += left
        report.tagged += len(outcomes) - len(left)
        articles |= {key for key, _, reason in outcomes if not reason}
        done += len(outcomes)
        if progress:
            progress(done, len(ordered))
    report.articles = len(articles)
    return report


def _tag_some(
    workspace: Workspace,
    session: Session,
    batch: Sequence[Place],
    label: str,
    annotator_id: UUID,
    said: Mapping[str, Any],
) -> Iterator[tuple[UUID, Span, str]]:
    """Tag the first of these places inside an edit, as many as a turn is long; why each was left, or ""."""
    end = time.monotonic() + _LONGEST_TURN
    for document_id, group in groupby(batch, key=lambda place: place[0]):
        there = _own_stretches(session, document_id, label, annotator_id)
        for _, span in group:
            reason = "It is tagged so already."
            if span not in there:
                reason = _tag(workspace, session, (document_id, span), label, annotator_id, said)
                there.add(span)
            yield document_id, span, reason
            if time.monotonic() > end:
                return


def _tag(
    workspace: Workspace, session: Session, place: Place, label: str, annotator_id: UUID, said: Mapping[str, Any]
) -> str:
    """Tag one place; why it cannot be, "" when it is."""
    document_id, span = place
    try:
        changed(workspace.label_set(session.connection()), label, None, said)  # they may have changed meanwhile
        row = put_annotation(workspace, session, document_id, [span], label, annotator_id)
    except (Frozen, Closed, NotFound, InvalidSpan, InvalidLabelSet) as error:
        return "The article has been replaced by a newer version." if isinstance(error, Frozen) else str(error)
    row.attributes = changed(workspace.label_set(session.connection()), label, row.attributes, said)
    return ""


def _own_stretches(session: Session, document_id: UUID, label: str, annotator_id: UUID) -> set[Span]:
    query = select(Annotation.start_char, Annotation.end_char).where(
        Annotation.document_id == document_id,
        Annotation.annotator_id == annotator_id,
        Annotation.label == label,
        col(Annotation.segments).is_(None),
    )
    return {Span(start, end) for start, end in session.exec(query)}
