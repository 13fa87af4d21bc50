"""Suggestions: made for an article, accepted, rejected. None is an annotation before a person accepts it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection
from sqlmodel import Session, select

from annotator.core import open_suggestions, suggestion_policy
from annotator.core.attributes import changed
from annotator.core.records import AnnotationRecord, DocumentRecord, RejectedRecord
from annotator.core.schema import LabelSet
from annotator.core.source_naming import named_source
from annotator.core.spans import Span, check
from annotator.core.suggestion import Suggester, Suggestion
from annotator.core.suggestion_policy import LEARNED, SuggestionPolicy
from annotator.operations.annotations import put_annotation
from annotator.operations.documents import read_document
from annotator.operations.relations import put_sources
from annotator.store import decisions, queries, rejections, relations
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Project, RejectedSuggestion, Relation
from annotator.store.workspace import Workspace

ACCEPTED, EDITED, UNAIDED, MANUAL = "accepted", "edited", "unaided", "manual"
"""Origins of annotations that a person makes here: `unaided` is where suggestions were on, but hidden."""


def policy_of(workspace: Workspace) -> SuggestionPolicy:
    """How the project uses suggestions."""
    with workspace.reading() as connection:
        return suggestion_policy.read_policy(decisions.suggestion_settings(connection))


def change_policy(workspace: Workspace, wanted: SuggestionPolicy, annotator_id: UUID) -> SuggestionPolicy:
    """Use suggestions so from now on, for everybody in the project; returns what is kept.

    Ctrl+Z does not take it back: it is no work on an article. Raises InvalidLabelSet for a label that there is not.
    """
    with workspace.edit("Change suggestions", annotator_id, undoable=False) as session:
        labels = workspace.label_set(session.connection())
        for label in wanted.labels:
            labels.label(label)
        project = session.exec(select(Project)).one()
        present = suggestion_policy.read_policy(project.suggestions)
        kept = suggestion_policy.changed(present, wanted, datetime.now(UTC), uuid4().hex)
        if kept != present:
            project.suggestions = suggestion_policy.write_policy(kept)
    return kept


def suggesters_of(workspace: Workspace, policy: SuggestionPolicy) -> tuple[Suggester, ...]:
    """Those that the project uses, the one that is to be believed first before the others."""
    from annotator.core.cues_suggester import CuesSuggester  # many lists of words, which no start waits for

    if LEARNED in policy.suggesters:
        from annotator.operations import learning  # the same, and a model

        return (learning.suggester_of(workspace),)  # itself believes cues where they are the better ones
    return (CuesSuggester(),)


def proposals(
    workspace: Workspace, text: str, language: str, policy: SuggestionPolicy, suggesters: Sequence[Suggester] | None
) -> list[Suggestion]:
    """What the suggesters (None: the project's) propose for a text, with labels and values that the project has.

    Slow, compared with a key press: not for the window's thread.
    """
    if not policy.on:
        return []
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
    offered = {label.key for label in label_set.offered}
    asked = suggesters_of(workspace, policy) if suggesters is None else suggesters
    found = open_suggestions.merged([one.suggest(text, language) for one in asked])
    return [
        replace(one, attributes=open_suggestions.fitting_attributes(label_set, one.label, one.attributes))
        for one in found
        if one.label in offered
    ]


def suggestions_of(
    workspace: Workspace, document_id: UUID, suggesters: Sequence[Suggester] | None = None
) -> list[Suggestion]:
    """The suggestions that are open in an article and may be shown, in the order of its text.

    Left out is what overlaps an annotation with the same label, what has been rejected, what is no article text, and
    what stays hidden; all of it in an older version, in which nothing is tagged any more. Raises NotFound.
    """
    document = read_document(workspace, document_id)
    policy = policy_of(workspace)
    if document.superseded_by:
        return []
    found = proposals(workspace, document.text, document.language, policy, suggesters)
    found = open_suggestions.shown(found, document, document.rejected, policy)
    return open_suggestions.undecided(found, document.annotations)


def origin_here(policy: SuggestionPolicy, document: DocumentRecord, segments: Sequence[Span]) -> str:
    """The origin of an annotation that is made by hand on these stretches of an article."""
    touched = open_suggestions.sentences_on(segments, document.sentences)
    return UNAIDED if policy.hides(document.id, touched) else MANUAL


def accept(
    workspace: Workspace,
    document_id: UUID,
    suggestion: Suggestion,
    annotator_id: UUID,
    segments: Sequence[Span] | None = None,
    label: str | None = None,
) -> AnnotationRecord:
    """Make an annotation of a suggestion, on other stretches or with another label where these are given.

    Its values come with it, and its source where the words for it name exactly one that the project knows; all of it
    is one step. An annotation of one's own that is there already stays the only one. Raises InvalidSpan,
    InvalidLabelSet, NotFound, Frozen.
    """
    key = label or suggestion.label
    chosen = tuple(sorted(Span(*one) for one in segments or suggestion.segments))
    is_as_proposed = key == suggestion.label and chosen == tuple(sorted(suggestion.segments))
    with workspace.edit(f"Accept {key}", annotator_id) as session:
        there = _there(session.connection(), document_id, chosen, key, annotator_id)  # inside: others write, too
        if there:
            return queries.annotations(session.connection(), [there])[0]
        row = put_annotation(workspace, session, document_id, chosen, key, annotator_id)
        row.origin, row.suggested_by = (ACCEPTED if is_as_proposed else EDITED), suggestion.suggester
        label_set = workspace.label_set(session.connection())
        values = open_suggestions.fitting_attributes(label_set, key, suggestion.attributes)
        row.attributes = changed(label_set, key, row.attributes, values)
        session.flush()  # before what refers to it
        if suggestion.source:
            text = workspace.text_of(session.connection(), document_id)
            _name_source(session, label_set, row, text[suggestion.source.start_char : suggestion.source.end_char])
        name = queries.annotator_name(session.connection(), annotator_id)
    return queries.annotation_record(row, name)


def reject(workspace: Workspace, document_id: UUID, suggestion: Suggestion, annotator_id: UUID) -> RejectedRecord:
    """Say that a suggestion is wrong, so that it is not made again; saying so once more adds nothing.

    Raises InvalidSpan, NotFound, Frozen.
    """
    with workspace.edit(f"Reject suggestion {suggestion.label}", annotator_id) as session:
        text = workspace.text_of(session.connection(), document_id, to_change=True)
        ordered = check(text, sorted(suggestion.segments))
        wanted = RejectedSuggestion(
            document_id=document_id,
            annotator_id=annotator_id,
            label=suggestion.label,
            **stretch_columns(ordered),
            suggester=suggestion.suggester,
        )
        row = _same_rejection(session, wanted)
        if row is None:
            row = wanted
            session.add(row)
        name = queries.annotator_name(session.connection(), annotator_id)
    return rejections.rejected_record(row, name)


def rejected_in(workspace: Workspace, document_id: UUID) -> list[RejectedRecord]:
    """What has been rejected in an article, by anybody."""
    with workspace.reading() as connection:
        names = queries.annotator_names(connection)
        return rejections.rejections_by_document(connection, [document_id], names).get(document_id, [])


def _there(
    connection: Connection, document_id: UUID, segments: tuple[Span, ...], label: str, annotator_id: UUID
) -> UUID | None:
    """The annotation of one's own with this label on just these stretches."""
    near = queries.segments_at(connection, document_id, segments[0].start_char, label, annotator_id)
    return next((key for key, placed in near if placed == segments), None)


def _same_rejection(session: Session, wanted: RejectedSuggestion) -> RejectedSuggestion | None:
    """The rejection by the same annotator of the same label on the same stretches, by whomever it was suggested."""
    query = select(RejectedSuggestion).where(
        RejectedSuggestion.document_id == wanted.document_id,
        RejectedSuggestion.annotator_id == wanted.annotator_id,
        RejectedSuggestion.label == wanted.label,
        RejectedSuggestion.start_char == wanted.start_char,
        RejectedSuggestion.end_char == wanted.end_char,
    )
    return next((row for row in session.exec(query) if row.segments == wanted.segments), None)


def _name_source(session: Session, label_set: LabelSet, row: Annotation, words: str) -> None:
    attribute = label_set.source_of(row.label)
    if attribute is None:
        return
    used = session.exec(select(Relation.source_id).where(Relation.document_id == row.document_id)).all()
    here = {key for key in used if key}
    found = named_source(words, relations.sources(session.connection(), None), here)
    if found:
        put_sources(session, row, attribute.key, [found.id], row.annotator_id)
