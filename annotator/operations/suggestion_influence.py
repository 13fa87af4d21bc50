"""What the control arm shows: how editors decide with suggestions, and how without."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.open_suggestions import sentences_on
from annotator.core.progress import corrected_ends, tiles
from annotator.core.spans import Span
from annotator.core.suggestion_influence import Influence, Reading, measure
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.errors import Cancelled
from annotator.operations.suggestions import ACCEPTED, EDITED, MANUAL, UNAIDED, policy_of
from annotator.store import decisions, queries
from annotator.store.decisions import NOTHING, REJECTED, Decision
from annotator.store.workspace import Workspace

_MADE_HERE = frozenset({ACCEPTED, EDITED, MANUAL, UNAIDED, NOTHING, REJECTED})
_LONGEST_SECONDS = 120.0
"""Whoever did nothing for longer than this between two sentences was not reading."""

_Key = tuple[UUID, UUID, Span]  # document, annotator, sentence


def influence(workspace: Workspace, cancelled: Callable[[], bool] = lambda: False) -> Influence:
    """The measure of the control arm, from what was decided since the policy has been what it is.

    What was imported, copied or carried over was not decided on a sentence, nor was anything in an article that came
    as a newer version; both are left out. Off the window's thread: it reads every article that was worked on. Raises
    Cancelled.
    """
    policy = policy_of(workspace)
    since = datetime.fromisoformat(policy.since) if policy.since else None
    with workspace.reading() as connection:
        newer = decisions.newer_versions(connection)
        found: dict[UUID, list[Decision]] = defaultdict(list)
        for one in decisions.decisions_since(connection, since):
            if one.origin in _MADE_HERE and one.document_id not in newer:
                found[one.document_id].append(one)
        pauses = _Pauses(decisions.times_at_work(connection, since))
        labels = workspace.label_set(connection).main
        readings: list[Reading] = []
        for document_id, sentences in _sentences(connection, list(found)):
            if cancelled():
                raise Cancelled("Stopped; nothing was measured.")
            readings += _readings(document_id, sentences, found[document_id], policy, pauses)
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in (one for ones in found.values() for one in ones if one.label):
        outcomes[one.label][one.origin] += 1
    return measure(readings, outcomes, [label.key for label in labels], cancelled)


class _Pauses:
    """How long an annotator had done nothing else before a decision in the same article."""

    def __init__(self, entries: Iterable[tuple[UUID, UUID | None, datetime]]) -> None:
        self._times: dict[UUID, list[datetime]] = defaultdict(list)
        self._places: dict[UUID, list[UUID | None]] = defaultdict(list)
        for annotator_id, document_id, at in sorted(entries, key=lambda entry: entry[2]):
            self._times[annotator_id].append(at)
            self._places[annotator_id].append(document_id)

    def before(self, one: Decision) -> tuple[int, float | None]:
        """Which entry came before, and the seconds since; None where they were spent elsewhere or not reading."""
        times = self._times.get(one.annotator_id, [])
        last = bisect_left(times, one.at) - 1
        if last < 0 or self._places[one.annotator_id][last] != one.document_id:
            return last, None
        seconds = (one.at - times[last]).total_seconds()
        return last, seconds if seconds <= _LONGEST_SECONDS else None


def _readings(
    document_id: UUID,
    sentences: Sequence[Span],
    made: Iterable[Decision],
    policy: SuggestionPolicy,
    pauses: _Pauses,
) -> Iterator[Reading]:
    """One for each annotator and sentence. What one entry of the journal decided on several shares its time."""
    labels: dict[_Key, set[str]] = defaultdict(set)
    seconds: dict[_Key, float | None] = defaultdict(float)
    together: dict[tuple[UUID, int], list[tuple[_Key, float | None]]] = defaultdict(list)
    for one in made:
        entry, pause = pauses.before(one)
        for sentence in sentences_on(one.segments, sentences):
            key = (document_id, one.annotator_id, sentence)
            together[one.annotator_id, entry].append((key, pause))
            if one.origin != REJECTED:  # whoever rejects has not yet decided on the sentence
                labels[key] |= {one.label} - {""}
    for shared in together.values():
        for key, pause in shared:
            known = seconds[key]
            seconds[key] = None if pause is None or known is None else known + pause / len(shared)
    for key, there in labels.items():
        yield Reading(document_id, policy.is_hidden(document_id, key[2].start_char), frozenset(there), seconds[key])


def _sentences(connection: Connection, ids: Sequence[UUID]) -> Iterator[tuple[UUID, list[Span]]]:
    for start in range(0, len(ids), queries.BATCH):
        for cut in queries.cut_texts(connection, ids[start : start + queries.BATCH]):
            yield cut.id, tiles(corrected_ends(cut.ends, cut.breaks))
