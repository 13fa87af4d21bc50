"""Sentences corrected by hand: split, joined, and left to the rules again. Annotations stay where they are."""

from uuid import UUID

from sqlmodel import Session, select

from annotator.core.progress import corrected_ends
from annotator.core.spans import is_boundary
from annotator.errors import InvalidSpan
from annotator.operations.documents import document_row
from annotator.store.tables import SentenceBreak
from annotator.store.workspace import Workspace


def split_sentence(workspace: Workspace, document_id: UUID, position: int, annotator_id: UUID) -> None:
    """Start a new sentence at `position`. Annotations stay where they are.

    Raises InvalidSpan when a sentence starts there already, or there is no text on both sides.
    """
    with workspace.edit("Split sentence", annotator_id) as session:
        text = workspace.text_of(session.connection(), document_id, to_change=True)
        while 0 <= position < len(text) and text[position].isspace():
            position += 1
        ends = _ends(session, document_id)
        if not (0 < position < len(text) and text[:position].strip() and text[position:].strip()):
            raise InvalidSpan("There is text on one side of this place only, so there is nothing to split.")
        if not is_boundary(text, position):
            raise InvalidSpan(f"Position {position} is inside a character made of several code points.")
        if position in ends:
            raise InvalidSpan("A sentence begins here already: select the first word of the new one, then split.")
        _correct(session, document_id, position, joined=False)


def join_sentence(workspace: Workspace, document_id: UUID, position: int, annotator_id: UUID) -> None:
    """Join the sentence that holds `position` with the one after it. Annotations stay where they are.

    Raises InvalidSpan for the last sentence.
    """
    with workspace.edit("Join sentences", annotator_id) as session:
        ends = _ends(session, document_id)
        following = [end for end in ends[:-1] if end > position]
        if not following:
            raise InvalidSpan("There is no sentence after this one to join it with.")
        _correct(session, document_id, following[0], joined=True)


def forget_corrections(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> int:
    """Take back every split and join made by hand in an article, whoever made it; returns how many there were.

    Raises NotFound.
    """
    with workspace.edit("Forget hand-made splits and joins", annotator_id) as session:
        document_row(session, document_id)
        corrections = session.exec(select(SentenceBreak).where(SentenceBreak.document_id == document_id)).all()
        for correction in corrections:
            session.delete(correction)
    return len(corrections)


def _ends(session: Session, document_id: UUID) -> list[int]:
    document = document_row(session, document_id)
    breaks = session.exec(select(SentenceBreak).where(SentenceBreak.document_id == document_id)).all()
    return corrected_ends(document.sentence_ends, [(row.position, row.joined) for row in breaks])


def _correct(session: Session, document_id: UUID, position: int, *, joined: bool) -> None:
    """Note a correction; where the segmenter alone says so, none is needed."""
    by_itself = position in document_row(session, document_id).sentence_ends
    found = session.exec(
        select(SentenceBreak).where(SentenceBreak.document_id == document_id, SentenceBreak.position == position)
    ).first()
    if found is None:
        session.add(SentenceBreak(document_id=document_id, position=position, joined=joined))
    elif by_itself != joined:
        session.delete(found)
    else:
        # The language was changed since, and the sentences are cut elsewhere.
        found.joined = joined
