"""Copies of one article: which there are, and what a person says about which are.

A group has the key of its first article; older versions stay in it, but are no copies of anything.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from annotator.core.near_copies import exact_likeness, likeness
from annotator.core.records import DocumentSummary
from annotator.errors import EditConflict, NotFound
from annotator.operations.documents import document_row
from annotator.store import copies, queries
from annotator.store.blindness import hidden_documents
from annotator.store.copies import Member
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of an article. `likeness`: how much of both texts is the same, 0 to 1, estimated."""

    document: DocumentSummary
    likeness: float


def copies_of(workspace: Workspace, document_id: UUID) -> list[Copy]:
    """The other articles that are copies of this one, in the order of loading. Raises NotFound."""
    with workspace.reading() as connection:
        here = copies.member(connection, document_id)
        if here is None:
            raise NotFound("This article is no longer in the project.")
        others = [other for other in _live(copies.members(connection, {here.group})) if other.id != document_id]
        summaries = queries.document_summaries(connection, [other.id for other in others]) if others else []
        alike = _likenesses(connection, here, others)
    return [Copy(summary, alike[summary.id]) for summary in sorted(summaries, key=lambda one: one.id)]


def _likenesses(connection: Connection, here: Member, others: Sequence[Member]) -> dict[UUID, float]:
    """How like each of these is, by the sketches; by the texts where there are none (too short, or of long ago)."""
    sketches = copies.sketches(connection, {here.text_sha256, *(other.text_sha256 for other in others)})
    sketched = sketches.get(here.text_sha256)
    found: dict[UUID, float] = {}
    for other in others:
        if other.text_sha256 == here.text_sha256:
            found[other.id] = 1.0
        elif sketched and sketches.get(other.text_sha256):
            found[other.id] = likeness(sketched, sketches[other.text_sha256])
        else:
            texts = (queries.text_content(connection, sha256) for sha256 in (here.text_sha256, other.text_sha256))
            found[other.id] = exact_likeness(*texts)
    return found


def groups(workspace: Workspace) -> list[list[DocumentSummary]]:
    """All articles that have copies, group by group, each in the order of loading; the newest group first."""
    with workspace.reading() as connection:
        summaries = queries.document_summaries(connection)
    found: dict[UUID, list[DocumentSummary]] = defaultdict(list)
    for summary in reversed(summaries):
        if summary.superseded_by is None:
            found[summary.group].append(summary)
    return [group for _, group in sorted(found.items(), reverse=True) if len(group) > 1]


def separate(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> bool:
    """Say that an article is no copy of the others. False when it was none.

    Raises NotFound, and EditConflict for what is hidden from the person, which being a copy alone may hide.
    """
    with workspace.edit("Not a copy", annotator_id) as session:
        row = document_row(session, document_id)
        _refuse_blind(session, [document_id], annotator_id)
        key = row.copy_group or row.id
        others = [other for other in _live(copies.members(session.connection(), {key})) if other.id != document_id]
        row.copy_group = None
        if others and key == document_id:  # the others need another key than that of the one that leaves
            _put_in_group(session, others, others[0].id)
    return bool(others)


def join(workspace: Workspace, document_ids: Sequence[UUID], annotator_id: UUID) -> UUID:
    """Say that articles are copies of each other, with all their copies; returns the group's key.

    Raises as `separate` does.
    """
    with workspace.edit("Copies of one article", annotator_id) as session:
        keys = {(row.copy_group or row.id) for row in (document_row(session, key) for key in document_ids)}
        if not keys:
            raise NotFound("No article was named that could be a copy.")
        _refuse_blind(session, document_ids, annotator_id)
        group = min(keys)
        _put_in_group(session, _live(copies.members(session.connection(), keys)), group)
    return group


def _refuse_blind(session: Session, document_ids: Sequence[UUID], annotator_id: UUID) -> None:
    """Nobody ends the blindness of their own reading by saying what is a copy of what."""
    if not hidden_documents(session.connection(), annotator_id).isdisjoint(document_ids):
        raise EditConflict("You read a copy of this article blind; hand it in first.")


def _put_in_group(session: Session, members: Sequence[Member], group: UUID) -> None:
    for member in members:
        if member.id == group:
            document_row(session, member.id).copy_group = None
        elif member.group != group:
            document_row(session, member.id).copy_group = group


def _live(members: Sequence[Member]) -> list[Member]:
    """Without older versions, which nothing is said of any more."""
    return [member for member in members if member.superseded_by is None]
