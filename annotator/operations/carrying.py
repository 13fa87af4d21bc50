"""Marks, hand-made splits and joins, and corrected page furniture of an article, put into its new version."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import select

from annotator.core.anchoring import Anchoring
from annotator.core.carrying import carried_break, carried_furniture, carried_mark
from annotator.core.records import Furniture
from annotator.core.spans import Span
from annotator.operations.documents import document_row
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Document, Mark, SentenceBreak


def carry_corrections(
    session: RecordedSession,
    old: Document,
    new_id: UUID,
    anchoring: Anchoring,
    rules_said: Sequence[Furniture],
    sentences: Sequence[Span],
) -> None:
    """Carry over what still holds. `rules_said` is the furniture that rules find in the old text."""
    new = document_row(session, new_id)
    _carry_marks(session, old.id, new_id, anchoring, sentences)
    _carry_breaks(session, old, new, anchoring)
    had, found = ([Furniture(*piece) for piece in row.furniture] for row in (old, new))
    furniture = carried_furniture(anchoring, rules_said, had, found)
    if furniture != found:
        new.furniture = [list(piece) for piece in furniture]


def _carry_marks(
    session: RecordedSession, old_id: UUID, new_id: UUID, anchoring: Anchoring, sentences: Sequence[Span]
) -> None:
    for mark in session.exec(select(Mark).where(Mark.document_id == old_id)):
        for start, end in carried_mark(anchoring, Span(mark.start_char, mark.end_char), sentences):
            session.add(Mark(document_id=new_id, annotator_id=mark.annotator_id, start_char=start, end_char=end))


def _carry_breaks(session: RecordedSession, old: Document, new: Document, anchoring: Anchoring) -> None:
    """A correction is carried where the rules do not say the same by themselves now."""
    ends = set(new.sentence_ends)
    for row in session.exec(select(SentenceBreak).where(SentenceBreak.document_id == old.id)):
        position = carried_break(anchoring, row.position)
        if position is not None and (position in ends) == row.joined:
            session.add(SentenceBreak(document_id=new.id, position=position, joined=row.joined))
