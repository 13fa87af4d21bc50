"""Articles in the order in which reading them would teach the program most."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from annotator.core.learned.features import look_at
from annotator.core.learned.training import Learned
from annotator.core.learned.usefulness import doubt, usefulness
from annotator.core.progress import extent_states
from annotator.core.records import DocumentRecord, SentenceState
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion

_SHOWN = 5


class Ranked(NamedTuple):
    """An article with undecided sentences: how much it would teach, 0..1, and its most doubtful sentences.

    `sentences` holds the extent of each and its doubt, the greatest first.
    """

    document_id: UUID
    title: str
    undecided: int
    usefulness: float
    sentences: tuple[tuple[Span, float], ...]


def ranked(
    record: DocumentRecord, learned: Learned, labels: Sequence[str], suggestions: Sequence[Suggestion]
) -> Ranked | None:
    """How much an article would teach; None for one in which all is decided. `suggestions` are those of the cues."""
    looks = look_at(record.text, record.language, record.sentences, suggestions)
    given = [part for one in record.annotations if one.label in labels for part in one.segments]
    states = extent_states(record.text, [look.extent for look in looks], record.furniture, given, record.marks)
    open_looks = [look for look, state in zip(looks, states, strict=True) if state is SentenceState.UNDECIDED]
    if not open_looks:
        return None
    doubts = [(look.extent, doubt(learned, look, record.language, labels)) for look in open_looks]
    doubts.sort(key=lambda one: -one[1])
    return Ranked(record.id, record.title, len(doubts), usefulness(one for _, one in doubts), tuple(doubts[:_SHOWN]))
