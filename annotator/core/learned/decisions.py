"""What people have decided about sentences: all that a learner may learn from."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from annotator.core.learned.features import Look, look_at
from annotator.core.learned.stretches import labels_on
from annotator.core.progress import extent_states
from annotator.core.records import DocumentRecord, SentenceState
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion


class Decision(NamedTuple):
    """One sentence that somebody has decided about.

    `group` is what the copies of an article have in common: what is learned from one must not be judged by another.
    `has` are the labels that it was given; `lacks` those of which it is decided that they do not belong there.
    """

    group: UUID
    language: str
    look: Look
    has: frozenset[str]
    lacks: frozenset[str]


def decisions_of(record: DocumentRecord, labels: Sequence[str], suggestions: Sequence[Suggestion]) -> list[Decision]:
    """The decisions that an article holds: on sentences that are tagged, or marked as having nothing.

    Of a sentence that is undecided a rejected suggestion says that its label does not belong there, and nothing else.
    `labels` are those that count; `suggestions` are what cues propose for the text.
    """
    looks = look_at(record.text, record.language, record.sentences, suggestions)
    extents = [look.extent for look in looks]
    given = {
        label: [part for one in record.annotations if one.label == label for part in one.segments] for label in labels
    }
    refused: dict[str, list[Span]] = {}
    for rejection in record.rejected:
        refused.setdefault(rejection.label, []).extend(rejection.segments)
    all_given = [part for parts in given.values() for part in parts]
    states = extent_states(record.text, extents, record.furniture, all_given, record.marks)
    group = record.copy_group or record.id
    decided = (SentenceState.TAGGED, SentenceState.NOTHING)
    rows = zip(
        looks, states, labels_on(record.text, extents, given), labels_on(record.text, extents, refused), strict=True
    )
    return [
        Decision(group, record.language, look, has, (frozenset(labels) if state in decided else turned_down) - has)
        for look, state, has, turned_down in rows
        if state in decided or (turned_down and state is SentenceState.UNDECIDED)
    ]
