"""What can be done with an article once it is there. Its text never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from annotator.core.clean import article_text
from annotator.core.language import LanguageGuess, detect
from annotator.core.progress import progress, sentence_states
from annotator.core.quote_policy import QuotePolicy, sentence_ends
from annotator.core.records import DocumentRecord, DocumentSummary, Furniture, Progress, SentenceState
from annotator.core.spans import Span, covered, snap_to_characters, trim
from annotator.errors import Frozen, InvalidSpan, NotFound
from annotator.operations.carried_links import lead_back
from annotator.operations.relations import delete_ties
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.review_tables import Comment, Reading, Ruling, SelfCheck, Submission, Verdict
from annotator.store.tables import Annotation, Document, Mark, RejectedSuggestion, SentenceBreak
from annotator.store.workspace import Workspace

BY_HAND = "manual"
_SAID: tuple[Any, ...] = (
    Annotation, Mark, SentenceBreak, RejectedSuggestion, Reading, Submission, Verdict, Comment, Ruling, SelfCheck,
)  # fmt: skip
"""What goes with an article, and comes back with it."""

_STAYED = "The file that this article was loaded from stayed where the packet was made; ask for it there."


def list_documents(workspace: Workspace, ids: Sequence[UUID] | None = None) -> list[DocumentSummary]:
    """Every article (or those of `ids` that there are), the newest first, without its text."""
    with workspace.reading() as connection:
        return queries.document_summaries(connection, ids)


def read_document(workspace: Workspace, document_id: UUID) -> DocumentRecord:
    """One article, whole. Raises NotFound."""
    with workspace.reading() as connection:
        for record in queries.documents(connection, [document_id]):
            return record
    raise NotFound("This article is no longer in the project.")


def read_original(workspace: Workspace, document_id: UUID) -> bytes:
    """The very bytes an article was loaded from. Raises NotFound, also where they stayed when it was given away."""
    with workspace.reading() as connection:
        content = queries.original_of(connection, document_id)
        is_here = content is not None or queries.text_key_of(connection, document_id) is not None
    if content is None:
        raise NotFound(_STAYED if is_here else "This article is no longer in the project.")
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
        document = document_row(session, document_id)
        document.title = title or document.title


def set_language(workspace: Workspace, document_id: UUID, language: str | None, annotator_id: UUID) -> None:
    """Say which language an article is in; None goes back to detecting it.

    Sentences are cut anew by that language's rules; hand-made splits and every annotation stay.
    """
    cut = cut_for_language(workspace, document_id, language)
    with workspace.edit("Change language", annotator_id) as session:
        put_language(session, cut)


@dataclass(frozen=True, slots=True)
class LanguageCut:
    """A document's sentences for a language, worked out before the edit that writes them."""

    document_id: UUID
    text: str
    guess: LanguageGuess
    by_hand: bool
    policy: QuotePolicy
    sentence_ends: list[int]


def cut_for_language(workspace: Workspace, document_id: UUID, language: str | None) -> LanguageCut:
    """An article's sentences in this language; None detects which it is. Raises NotFound."""
    with workspace.reading() as connection:
        text, policy = workspace.text_of(connection, document_id), queries.quote_policy(connection)
    if language is None:
        furniture = read_document(workspace, document_id).furniture
        guess = detect(article_text(text, furniture))
    else:
        guess = LanguageGuess(language, None)
    ends = sentence_ends(text, guess.language, policy)
    return LanguageCut(document_id, text, guess, language is not None, policy, ends)


def put_language(session: Session, cut: LanguageCut) -> None:
    """Write a language with its sentences; these are cut once more when the policy has changed since."""
    document = document_row(session, cut.document_id)
    document.language, document.language_confidence = cut.guess.language, cut.guess.confidence
    document.also_in = list(cut.guess.also_in) or None
    document.language_by_hand = cut.by_hand
    policy = queries.quote_policy(session.connection())
    ends = cut.sentence_ends if policy == cut.policy else sentence_ends(cut.text, cut.guess.language, policy)
    document.sentence_ends = ends


def toggle_furniture(workspace: Workspace, document_id: UUID, span: Span, annotator_id: UUID) -> bool:
    """Turn text into page furniture, or furniture back into text. True when it is furniture now."""
    with workspace.edit("Change page furniture", annotator_id) as session:
        document = document_row(session, document_id)
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


def remove_document(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> None:
    """Take an article with all that was said about it out of the project. Undo brings it back, whole.

    The version before it has the one after it as its newer version then; without one it can be changed again.
    Raises NotFound, and EditConflict where somebody's handed-in reading of another article links to it.
    """
    with workspace.edit("Remove article", annotator_id) as session:
        take_out(session, document_id, annotator_id)


def take_out(session: Session, document_id: UUID, annotator_id: UUID) -> None:
    """Take an article out inside an edit, as `remove_document` does. Raises as it does."""
    document = any_version(session, document_id)
    older = list(session.exec(select(Document).where(Document.superseded_by == document_id)))
    for one in older:
        one.superseded_by = document.superseded_by
    if older and document.superseded_by is None:
        lead_back(session, document_id, {one.id for one in older})
    said = session.exec(select(Annotation.id).where(Annotation.document_id == document_id))
    delete_ties(session, list(said), annotator_id)
    for table in _SAID:
        for row in session.exec(select(table).where(table.document_id == document_id)):
            session.delete(row)
    session.flush()
    session.delete(document)


def document_row(session: Session, document_id: UUID) -> Document:
    """The row of an article, for an edit that changes it. Raises NotFound, or Frozen for an older version."""
    document = any_version(session, document_id)
    if document.superseded_by is not None:
        raise Frozen(document.superseded_by)
    return document


def any_version(session: Session, document_id: UUID) -> Document:
    """The row of an article, an older version, too, which comes or goes as a whole. Raises NotFound."""
    document = session.get(Document, document_id)
    if document is None:
        raise NotFound("This article is no longer in the project.")
    return document


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
