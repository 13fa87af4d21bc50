"""What can be done with an article once it is there. Its text never changes."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, select

from annotator.core.clean import article_text
from annotator.core.language import detect
from annotator.core.progress import corrected_ends, progress, sentence_states
from annotator.core.records import DocumentRecord, DocumentSummary, Furniture, Progress, SentenceState
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span, covered, is_boundary, snap_to_characters, trim
from annotator.errors import InvalidSpan, NotFound
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.tables import Annotation, Document, Mark, SentenceBreak
from annotator.store.workspace import Workspace

BY_HAND = "manual"


def list_documents(workspace: Workspace) -> list[DocumentSummary]:
    """Every article, the newest first, without its text."""
    with workspace.reading() as connection:
        return queries.document_summaries(connection)


def read_document(workspace: Workspace, document_id: UUID) -> DocumentRecord:
    """One article, whole. Raises NotFound."""
    with workspace.reading() as connection:
        for record in queries.documents(connection, [document_id]):
            return record
    raise NotFound("This article is no longer in the project.")


def read_original(workspace: Workspace, document_id: UUID) -> bytes:
    """The very bytes an article was loaded from. Raises NotFound."""
    with workspace.reading() as connection:
        content = queries.original_of(connection, document_id)
    if content is None:
        raise NotFound("This article is no longer in the project.")
    return content


def find_document(workspace: Workspace, beginning: str) -> UUID:
    """The article whose id is, or alone begins with, `beginning`. Raises NotFound."""
    with workspace.reading() as connection:
        found = queries.document_ids_beginning(connection, *key_range(beginning, "article"))
    return only_one(found, beginning, "article")


def progress_of(workspace: Workspace, document_ids: Sequence[UUID]) -> dict[UUID, Progress]:
    """How far the reading of each of these articles is. Reads their texts: ask for those in view."""
    with workspace.reading() as connection:
        return {record.id: progress(states_of(record)) for record in queries.documents(connection, document_ids)}


def states_of(record: DocumentRecord) -> list[SentenceState]:
    """The state of each sentence of an article, whoever decided it."""
    segments = (segment for annotation in record.annotations for segment in annotation.segments)
    return sentence_states(record.text, record.sentences, record.furniture, segments, record.marks)


def rename_document(workspace: Workspace, document_id: UUID, title: str, annotator_id: UUID) -> None:
    """Give an article another title; an empty one changes nothing."""
    title = " ".join(storable(title.replace("\x00", " ")).split())
    with workspace.edit("Change title", annotator_id) as session:
        document = _document(session, document_id)
        document.title = title or document.title


def set_language(workspace: Workspace, document_id: UUID, language: str | None, annotator_id: UUID) -> None:
    """Say which language an article is in; None goes back to detecting it.

    Sentences are split again by that language's rules; hand-made splits and every annotation stay.
    """
    with workspace.reading() as connection:
        text = workspace.text_of(connection, document_id)
    confidence = None
    by_hand = language is not None
    if language is None:
        furniture = read_document(workspace, document_id).furniture
        language, confidence, _ = detect(article_text(text, furniture))
    ends = [end for _, end in split_sentences(text, language)]
    with workspace.edit("Change language", annotator_id) as session:
        document = _document(session, document_id)
        document.language, document.language_confidence = language, confidence
        document.language_by_hand = by_hand
        document.sentence_ends = ends


def toggle_furniture(workspace: Workspace, document_id: UUID, span: Span, annotator_id: UUID) -> bool:
    """Turn text into page furniture, or furniture back into text. True when it is furniture now."""
    with workspace.edit("Change page furniture", annotator_id) as session:
        document = _document(session, document_id)
        text = workspace.text_of(session.connection(), document_id)
        extent = _visible(text, span)
        furniture = [Furniture(*piece) for piece in document.furniture]
        union = covered(Span(piece.start_char, piece.end_char) for piece in furniture)
        was_furniture = any(piece.contains(extent) for piece in union)
        changed = _without(furniture, extent)
        if not was_furniture:
            changed = sorted([*changed, Furniture(*extent, BY_HAND)])
        document.furniture = [list(piece) for piece in changed if text[piece.start_char : piece.end_char].strip()]
    return not was_furniture


def split_sentence(workspace: Workspace, document_id: UUID, position: int, annotator_id: UUID) -> None:
    """Start a new sentence at `position`. Annotations stay where they are.

    Raises InvalidSpan when a sentence starts there already, or there is no text on both sides.
    """
    with workspace.edit("Split sentence", annotator_id) as session:
        text = workspace.text_of(session.connection(), document_id)
        while 0 <= position < len(text) and text[position].isspace():
            position += 1
        ends = _ends(session, document_id)
        if not (0 < position < len(text) and text[:position].strip() and text[position:].strip()):
            raise InvalidSpan("There is no text to split on both sides of this place.")
        if not is_boundary(text, position):
            raise InvalidSpan(f"Position {position} is inside a character made of several code points.")
        if position in ends:
            raise InvalidSpan("A sentence starts at this place already.")
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


def remove_document(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> None:
    """Take an article with all that was said about it out of the project. Undo brings it back, whole."""
    with workspace.edit("Remove article", annotator_id) as session:
        document = _document(session, document_id)
        for table in (Annotation, Mark, SentenceBreak):
            for row in session.exec(select(table).where(table.document_id == document_id)):
                session.delete(row)
        session.flush()
        session.delete(document)


def key_range(beginning: str, noun: str) -> tuple[UUID, UUID]:
    """The first and last UUID that begin with these hexadecimal digits. Raises NotFound when none can."""
    digits = beginning.replace("-", "").lower()
    if not digits or len(digits) > 32 or any(digit not in "0123456789abcdef" for digit in digits):
        raise NotFound(f"There is no {noun} “{beginning}”.")
    return UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f"))


def only_one(found: Sequence[UUID], beginning: str, noun: str) -> UUID:
    """The one key found. Raises NotFound when there is none, or more than one."""
    if not found:
        raise NotFound(f"There is no {noun} “{beginning}”.")
    if len(found) > 1:
        raise NotFound(f"More than one {noun} begins with “{beginning}”; give more of its id.")
    return found[0]


def _document(session: Session, document_id: UUID) -> Document:
    document = session.get(Document, document_id)
    if document is None:
        raise NotFound("This article is no longer in the project.")
    return document


def _visible(text: str, span: Span) -> Span:
    extent = trim(text, snap_to_characters(text, span))
    if extent.start_char >= extent.end_char:
        raise InvalidSpan("There is no text in this stretch.")
    return extent


def _without(furniture: Sequence[Furniture], hole: Span) -> list[Furniture]:
    """The furniture outside a stretch."""
    pieces: list[Furniture] = []
    for start, end, kind in furniture:
        for left, right in ((start, min(end, hole.start_char)), (max(start, hole.end_char), end)):
            if left < right:
                pieces.append(Furniture(left, right, kind))
    return pieces


def _ends(session: Session, document_id: UUID) -> list[int]:
    document = _document(session, document_id)
    breaks = session.exec(select(SentenceBreak).where(SentenceBreak.document_id == document_id)).all()
    return corrected_ends(document.sentence_ends, [(row.position, row.joined) for row in breaks])


def _correct(session: Session, document_id: UUID, position: int, *, joined: bool) -> None:
    """Note a correction; where the segmenter alone says so, none is needed."""
    by_itself = position in _document(session, document_id).sentence_ends
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
