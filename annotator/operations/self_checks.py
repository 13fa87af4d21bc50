"""Self-consistency: some of one's own sentences come back unmarked, and only oneself sees what comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from annotator.core import self_check
from annotator.core.progress import extent_states
from annotator.core.records import DocumentRecord, SentenceState
from annotator.core.self_check import Answered, Consistency, Decided, Said, chosen, consistency, read, said_in
from annotator.core.spans import Span, check, trim
from annotator.errors import EditConflict, NotFound
from annotator.operations.label_sets import project_labels
from annotator.store import queries
from annotator.store.review_tables import SelfCheck
from annotator.store.self_checks import CheckRow, OwnPlace, checks_of, documents_of, own_places
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DueCheck:
    """A sentence to decide on once more. What was said of it the first time is not told."""

    id: UUID
    document_id: UUID
    sentence: Span


def take_sentences(
    workspace: Workspace,
    annotator_id: UUID,
    share: float,
    after_days: float = 7,
    *,
    seed: int = 0,
    now: datetime | None = None,
) -> int:
    """Choose a share (0..1) of one's own sentences, decided on so many days ago, to be asked again; returns how many.

    Sentences that were asked already are not asked once more.
    """
    moment = now or datetime.now(UTC)
    with workspace.reading() as connection:
        asked = {(row.document_id, row.sentence) for row in checks_of(connection, annotator_id)}
        ids = documents_of(connection, annotator_id)
        places = own_places(connection, annotator_id, ids)
        main = {label.key for label in workspace.label_set(connection).main}
        decided = [
            one
            for document in queries.documents(connection, ids)
            for one in _decided(document, places[document.id], main)
            if (document.id, one.sentence) not in asked
        ]
    found = chosen(decided, share, moment - timedelta(days=after_days), seed)
    with workspace.edit("Ask myself again", annotator_id, undoable=False) as session:
        for one in found:
            session.add(
                SelfCheck(
                    document_id=one.document_id,
                    annotator_id=annotator_id,
                    start_char=one.sentence.start_char,
                    end_char=one.sentence.end_char,
                    first=self_check.written(one.said),
                )
            )
    return len(found)


def due_checks(workspace: Workspace, annotator_id: UUID) -> list[DueCheck]:
    """The sentences that wait for an answer, in the order in which they are asked."""
    with workspace.reading() as connection:
        rows = checks_of(connection, annotator_id)
    return [DueCheck(row.id, row.document_id, row.sentence) for row in rows if row.again is None]


def answer_check(
    workspace: Workspace, check_id: UUID, said: Iterable[tuple[str, Sequence[Span]]], annotator_id: UUID
) -> None:
    """Say what is in the sentence now: labels with their stretches, nothing for nothing. Nothing else is changed by it.

    Raises NotFound, InvalidSpan, InvalidLabelSet, and EditConflict where somebody else was asked.
    """
    with workspace.edit("Answer myself", annotator_id, undoable=False) as session:
        row = session.get(SelfCheck, check_id)
        if row is None:
            raise NotFound("This sentence is asked no more.")
        if row.annotator_id != annotator_id:
            raise EditConflict("Somebody else was asked about this sentence.")
        label_set = workspace.label_set(session.connection())
        text = workspace.text_of(session.connection(), row.document_id)
        spans = [
            Said(label_set.offered_label(label).key, tuple(check(text, list(segments)))) for label, segments in said
        ]
        row.again = self_check.written(said_in(Span(row.start_char, row.end_char), spans))
        row.answered_at = datetime.now(UTC)


def own_consistency(workspace: Workspace, annotator_id: UUID) -> Consistency:
    """How often somebody said the same twice. For that person only: show it to nobody else."""
    labels = [label.key for label in project_labels(workspace).main]
    with workspace.reading() as connection:
        rows = checks_of(connection, annotator_id)
    return consistency([one for row in rows if (one := _answered(row))], labels)


def _answered(row: CheckRow) -> Answered | None:
    if row.again is None or row.answered_at is None:
        return None
    return Answered(read(row.first), read(row.again), row.answered_at)


def _decided(document: DocumentRecord, places: Sequence[OwnPlace], main: set[str]) -> Iterator[Decided]:
    """The sentences of an article that somebody decided on, each with the time of the last word about it."""
    tagged = [place for place in places if place.label]
    marked = [place for place in places if not place.label]
    extents = [trim(document.text, sentence) for sentence in document.sentences]
    states = extent_states(
        document.text,
        extents,
        document.furniture,
        [segment for place in tagged for segment in place.segments],
        [segment for place in marked for segment in place.segments],
    )
    said = [Said(place.label, place.segments) for place in tagged if place.label in main]
    for sentence, state in zip(extents, states, strict=True):
        if state not in (SentenceState.TAGGED, SentenceState.NOTHING):
            continue
        near = [place.at for place in places if any(segment.overlaps(sentence) for segment in place.segments)]
        if near:
            yield Decided(document.id, sentence, max(near), said_in(sentence, said))
