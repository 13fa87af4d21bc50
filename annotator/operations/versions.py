"""The corrected article: loaded as a new version, with all that was said of the old one where it still holds.

A plan is made first and changes nothing: what differs in the text and in the details, and what becomes of each
annotation. Where the words are others, or gone, a person decides. Then the new version is added as one step; the
old one stays as it was, with its annotations, and is changed no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from annotator.core.anchoring import Anchored, Anchoring
from annotator.core.clean import find_furniture
from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord, DocumentSummary
from annotator.core.spans import Span, check
from annotator.core.text_diff import Piece
from annotator.errors import AlreadyLoaded, EditConflict, Frozen, NotFound, Undecided, UnreadableInput
from annotator.operations.carried_links import carry_rejections, copy_contacts, copy_links, lead_here
from annotator.operations.carrying import carry_corrections
from annotator.operations.documents import document_row, read_document, take_out
from annotator.operations.resplit import quote_policy
from annotator.operations.storing import add_documents
from annotator.operations.version_details import DetailChange, kept_columns, told_details
from annotator.reading.messages import Article, Failed, Job
from annotator.reading.pool import shared_pool
from annotator.reading.preparing import Prepared
from annotator.store import queries, versions
from annotator.store.recorder import RecordedSession
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Mark, SentenceBreak
from annotator.store.workspace import Workspace

CARRIED = "carried"
"""The origin of an annotation that was carried over from an older version."""

_CHANGED_MEANWHILE = (
    "Somebody has changed the article while its new version was looked at, so nothing was loaded. Load it once more."
)

_WORKED_ON = (
    "Somebody has worked on the article since it was loaded by itself, so it is not made a version of another. "
    "First take back what was annotated, marked, split and joined in it."
)

Decisions = Mapping[UUID, Sequence[Span]]
"""Annotation -> where it shall be in the new text; nowhere: it is left behind."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An annotation of the old version and what becomes of it by itself."""

    annotation: AnnotationRecord
    anchored: Anchored


@dataclass(frozen=True, slots=True)
class VersionPlan:
    """What loading a corrected article would do. `pieces` are the differences of the texts."""

    document: DocumentRecord
    article: Prepared
    pieces: Sequence[Piece]
    carried: tuple[Carried, ...]
    details: tuple[DetailChange, ...]

    @property
    def same_text(self) -> bool:
        """True when not a character of the text differs."""
        return self.document.text == self.article.record.text

    def undecided(self, decisions: Decisions) -> list[Carried]:
        """The annotations that a person has to decide on and has not yet."""
        return [one for one in self.carried if one.anchored.needs_a_look and one.annotation.id not in decisions]


def read_article(workspace: Workspace, path: str | Path, content: bytes | None = None) -> Prepared:
    """The one article in a file, or in these bytes, which `path` names, not loaded yet. Raises UnreadableInput."""
    found: list[Prepared] = []
    reasons: list[str] = []
    for _, answer in shared_pool().read([Job(str(path), content, policy=quote_policy(workspace))]):
        if isinstance(answer, Article):
            found.append(answer.prepared)
        elif isinstance(answer, Failed):
            reasons.append(answer.reason)
        if len(found) > 1:
            raise UnreadableInput(
                "There are several articles in this file; a corrected version is one. Save it as a file of its own."
            )
    if not found:
        raise UnreadableInput(reasons[0] if reasons else "There is no article in this file. Choose another.")
    return found[0]


def plan_version(workspace: Workspace, document_id: UUID, article: Prepared) -> VersionPlan:
    """What would become of an article and its annotations. Changes nothing. Raises NotFound, Frozen."""
    document = read_document(workspace, document_id)
    if document.superseded_by is not None:
        raise Frozen(document.superseded_by)
    anchoring = Anchoring(document.text, article.record.text)
    return VersionPlan(
        document=document,
        article=article,
        pieces=anchoring.pieces,
        carried=tuple(Carried(record, anchoring.place(record.segments)) for record in document.annotations),
        details=told_details(document, article.record),
    )


def load_version(
    workspace: Workspace,
    plan: VersionPlan,
    decisions: Decisions,
    annotator_id: UUID,
    instead_of: UUID | None = None,
) -> UUID:
    """Add the corrected article as the new version of the old one, as one undo step; returns its key.

    `instead_of` is an article by itself that the corrected one was loaded as before; it goes.

    Raises AlreadyLoaded when the text is the same, Undecided, InvalidSpan for a decision that fits no text,
    EditConflict when the article or its annotations have been changed since the plan was made, Frozen.
    """
    if plan.same_text:
        raise AlreadyLoaded(
            "The text is the same as that of the article, so this is no new version. Change the details instead.",
            plan.document.id,
        )
    if left := plan.undecided(decisions):
        raise Undecided(_undecided_words(len(left)))
    places = _places(plan, decisions)
    furniture = find_furniture(plan.document.text)
    key = new_id()
    with workspace.edit("Load corrected version", annotator_id) as session:
        old = document_row(session, plan.document.id)
        _refuse_what_is_stale(session, plan)
        columns = kept_columns(plan.document, plan.article, queries.quote_policy(session.connection()))
        if instead_of:
            _refuse_to_lose(session, instead_of)
            take_out(session, instead_of, annotator_id)
            session.flush()
        add_documents(session, {key: plan.article}, **columns)
        made = _carry_annotations(session, plan.document.id, key, places)
        copy_links(session, made)
        lead_here(session, plan.document.id, made)
        copy_contacts(session, made)
        anchoring = Anchoring(plan.document.text, plan.article.record.text, plan.pieces)
        carry_rejections(session, old.id, key, anchoring)
        carry_corrections(session, old, key, anchoring, furniture, plan.document.sentences)
        old.superseded_by = key
    return key


def likely_older(workspace: Workspace, document_id: UUID) -> list[DocumentSummary]:
    """Articles that this one, which nothing was said of yet, may be the corrected version of; the likeliest first."""
    with workspace.reading() as connection:
        keys = versions.likely_older(connection, document_id)
        known = {summary.id: summary for summary in queries.document_summaries(connection, keys)}
    return [known[key] for key in keys if key in known]


def versions_of(workspace: Workspace, document_id: UUID) -> list[DocumentSummary]:
    """All versions of an article, the oldest first; an article that was never corrected is the only one.

    Raises NotFound.
    """
    with workspace.reading() as connection:
        keys = versions.version_keys(connection, document_id)
        known = {summary.id: summary for summary in queries.document_summaries(connection, keys)}
    if document_id not in known:
        raise NotFound("This article is no longer in the project.")
    return [known[key] for key in keys if key in known]


def _places(plan: VersionPlan, decisions: Decisions) -> list[tuple[UUID, tuple[Span, ...]]]:
    """Each annotation that goes over, and where to."""
    text = plan.article.record.text
    places: list[tuple[UUID, tuple[Span, ...]]] = []
    for one in plan.carried:
        segments = decisions.get(one.annotation.id, one.anchored.segments)
        if segments:
            places.append((one.annotation.id, check(text, segments)))
    return places


def _refuse_what_is_stale(session: RecordedSession, plan: VersionPlan) -> None:
    """Raise EditConflict when what the plan was made from is not so any more."""
    present = next(iter(queries.documents(session.connection(), [plan.document.id])), None)
    if present != plan.document:
        raise EditConflict(_CHANGED_MEANWHILE)


def _refuse_to_lose(session: RecordedSession, document_id: UUID) -> None:
    """Raise EditConflict when somebody has begun to work on an article that is to go."""
    for table in (Annotation, Mark, SentenceBreak):
        if session.exec(select(table.id).where(table.document_id == document_id).limit(1)).first():
            raise EditConflict(_WORKED_ON)


def _carry_annotations(
    session: RecordedSession, old: UUID, new: UUID, places: Sequence[tuple[UUID, tuple[Span, ...]]]
) -> dict[UUID, Annotation]:
    """Make each annotation once more in the new version: by the same annotator, and saying what it was made from.

    Returns the new rows by the keys of the old ones.
    """
    made: dict[UUID, Annotation] = {}
    rows = {row.id: row for row in session.exec(select(Annotation).where(Annotation.document_id == old))}
    for key, segments in places:
        row = rows[key]
        made[key] = Annotation(
            document_id=new,
            annotator_id=row.annotator_id,
            label=row.label,
            **stretch_columns(segments),
            note=row.note,
            origin=CARRIED,
            made_from=key,
            attributes=row.attributes,
            guideline_version=row.guideline_version,
            suggested_by=row.suggested_by,
        )
        session.add(made[key])
    session.flush()
    return made


def _undecided_words(number: int) -> str:
    if number == 1:
        return "One annotation has other words in the new text, or no place in it: decide on it first."
    return f"{number} annotations have other words in the new text, or no place in it: decide on each of them first."
