"""Comments: what people say to each other about an annotation, a stretch of an article, or all of it."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from annotator.core.comments import LONGEST, CommentRecord, Thread, mentioned
from annotator.core.spans import Span, check
from annotator.errors import AnnotatorError, EditConflict, NotFound
from annotator.operations.documents import document_row, key_range, only_one
from annotator.operations.ownership import refuse_others
from annotator.store import comments as reads
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.review_tables import Comment
from annotator.store.tables import Annotation
from annotator.store.workspace import Workspace

_GONE = "This comment is no longer in the project."


def add_comment(
    workspace: Workspace,
    document_id: UUID,
    words: str,
    annotator_id: UUID,
    *,
    annotation_id: UUID | None = None,
    span: Span | None = None,
) -> CommentRecord:
    """Say something about an annotation, a stretch of the text, or neither given, the whole article.

    Whoever is named after an `@` is meant. Raises AnnotatorError for words that are none, InvalidSpan, NotFound,
    and Frozen for an older version of an article.
    """
    cleaned = _clean(words)
    with workspace.edit("Comment", annotator_id) as session:
        document_row(session, document_id)
        if annotation_id is not None:
            span = _extent_of(session, document_id, annotation_id)
        elif span is not None:
            check(workspace.text_of(session.connection(), document_id), [span])
        row = Comment(document_id=document_id, annotator_id=annotator_id, words=cleaned, annotation_id=annotation_id)
        if span is not None:
            row.start_char, row.end_char = span
        return _put(session, row)


def reply(workspace: Workspace, comment_id: UUID, words: str, annotator_id: UUID) -> CommentRecord:
    """Answer a comment: in its thread, at its place. A thread that was settled is open again.

    Raises as `add_comment` does.
    """
    cleaned = _clean(words)
    with workspace.edit("Reply", annotator_id) as session:
        row = _existing(session, comment_id)
        thread_id = row.thread_id or row.id
        first = session.get(Comment, thread_id)
        if first is not None:
            first.resolved = False
        answer = Comment(document_id=row.document_id, annotator_id=annotator_id, words=cleaned, thread_id=thread_id)
        answer.annotation_id, answer.start_char, answer.end_char = row.annotation_id, row.start_char, row.end_char
        return _put(session, answer)


def set_resolved(workspace: Workspace, comment_id: UUID, resolved: bool, annotator_id: UUID) -> None:
    """Say that what a thread is about is settled, or that it is not; anybody may. Raises NotFound."""
    with workspace.edit("Resolve comment" if resolved else "Reopen comment", annotator_id) as session:
        row = _existing(session, comment_id)
        for one in _thread(session, row):
            one.resolved = resolved


def remove_comment(workspace: Workspace, comment_id: UUID, annotator_id: UUID) -> None:
    """Take a comment of one's own away; undo brings it back.

    Raises NotFound, and EditConflict for somebody else's, or for one that others have answered.
    """
    with workspace.edit("Remove comment", annotator_id) as session:
        row = _existing(session, comment_id)
        refuse_others(session, row.annotator_id, annotator_id, "{name} wrote this comment; only {name} can remove it.")
        if row.thread_id is None and reads.replies_to(session.connection(), row.id):
            raise EditConflict("This comment has been answered, so it stays. Resolve it instead.")
        session.delete(row)


def threads_of(workspace: Workspace, document_id: UUID) -> list[Thread]:
    """The threads of an article that the viewer may see: those on all of it first, then by place."""
    with workspace.reading() as connection:
        return reads.threads_of(connection, document_id)


def find_comment(workspace: Workspace, beginning: str) -> UUID:
    """The comment whose id is, or alone begins with, `beginning`. Raises NotFound."""
    with workspace.reading() as connection:
        found = reads.ids_beginning(connection, *key_range(beginning, "comment"))
    return only_one(found, beginning, "comment")


def _clean(words: str) -> str:
    cleaned = storable(words).strip()
    if not cleaned:
        raise AnnotatorError("A comment needs words.")
    if len(cleaned) > LONGEST:
        raise AnnotatorError(f"A comment can be at most {LONGEST:,} characters long.")
    return cleaned


def _put(session: Session, row: Comment) -> CommentRecord:
    names = queries.annotator_names(session.connection())
    row.mentions = [key.hex for key in mentioned(row.words, names)] or None
    session.add(row)
    return reads.comment_record(row, names[row.annotator_id])


def _extent_of(session: Session, document_id: UUID, annotation_id: UUID) -> Span:
    annotation = session.get(Annotation, annotation_id)
    if annotation is None or annotation.document_id != document_id:
        raise NotFound("This annotation is no longer in the article.")
    return Span(annotation.start_char, annotation.end_char)


def _existing(session: Session, comment_id: UUID) -> Comment:
    row = session.get(Comment, comment_id)
    if row is None:
        raise NotFound(_GONE)
    return row


def _thread(session: Session, row: Comment) -> Iterable[Comment]:
    """The row that says whether a thread is settled: its first; where that is gone, all answers."""
    first = session.get(Comment, row.thread_id or row.id)
    if first is not None:
        return [first]
    answers = (session.get(Comment, key) for key in reads.replies_to(session.connection(), row.thread_id or row.id))
    return [one for one in answers if one is not None]
