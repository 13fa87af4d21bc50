"""Settling disputes: for one side, for both, for neither, or with something new; and making it a case to go by.

A ruling alters nothing that an annotator has said. A later ruling on the same dispute is a row of its own and counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from annotator.core.attributes import changed
from annotator.core.disputes import Group
from annotator.core.rulings import Dispute, RulingRecord, RulingVerdict, same_words
from annotator.core.spans import Span, check
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.operations.disputes import article_disputes
from annotator.operations.ownership import refuse_frozen
from annotator.store import queries, rulings
from annotator.store.columns import storable
from annotator.store.review_tables import Ruling
from annotator.store.stretches import stretch_columns
from annotator.store.workspace import Workspace

LONGEST_REASON, LONGEST_TITLE = 2_000, 200


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to hold: for `one`, the side of `annotator_id`; for `new`, the label, the stretches and the attributes.

    `attributes` None: those that all sides with this label have in common.
    """

    verdict: RulingVerdict
    annotator_id: UUID | None = None
    label: str = ""
    segments: Sequence[Span] = ()
    attributes: Mapping[str, Any] | None = None


def rule(
    workspace: Workspace,
    document_id: UUID,
    dispute_id: UUID,
    choice: Choice,
    annotator_id: UUID,
    reason: str = "",
    case_title: str | None = None,
    seen: Group | None = None,
) -> RulingRecord:
    """Settle a dispute of an article. A `case_title` makes it a case of the guideline, with a number of its own.

    `dispute_id` is the key of any annotation in it, `seen` what somebody looked at who rules. Raises NotFound for a
    side that is not there, EditConflict where the readings say something else by now or a side would overrule
    somebody, Frozen, InvalidSpan, InvalidLabelSet.
    """
    with workspace.edit("Settle dispute", annotator_id) as session:
        refuse_frozen(session, document_id)
        dispute = _dispute(workspace, session, document_id, dispute_id)
        _refuse_in_own_cause(session, dispute, annotator_id)
        group = dispute.group
        if seen and not same_words(group, seen):
            raise EditConflict("The readings of this article have just changed. Look at the dispute again, then rule.")
        row = Ruling(
            document_id=document_id,
            annotator_id=annotator_id,
            verdict=choice.verdict.value,
            settles=[key.hex for key in sorted(group.ids)],
            keeps=[key.hex for key in sorted(_kept(group, choice))],
            reason=storable(reason).strip()[:LONGEST_REASON],
        )
        if choice.verdict is RulingVerdict.NEW:
            _put_new(workspace, session, row, group, choice)
        if case_title is not None:
            _put_case(session, row, case_title)
        session.add(row)
    return rulings.ruling_record(row)


def make_case(workspace: Workspace, ruling_id: UUID, title: str, annotator_id: UUID) -> RulingRecord:
    """Make a ruling a case of the guideline, or give the case another title; its number stays. Raises NotFound."""
    with workspace.edit("Make a case of the guideline", annotator_id) as session:
        row = session.get(Ruling, ruling_id)
        if row is None:
            raise NotFound("This ruling is no longer in the project.")
        _put_case(session, row, title)
    return rulings.ruling_record(row)


def reasons_used(workspace: Workspace) -> list[str]:
    """The reasons that rulings have been given so far, the commonest first."""
    with workspace.reading() as connection:
        return rulings.reasons_used(connection)


def common_attributes(group: Group, label: str) -> dict[str, Any]:
    """The values that all annotations of a group with this label have in common."""
    there = [one.attributes for one in group.annotations() if one.label == label]
    if not there:
        return {}
    return {key: value for key, value in there[0].items() if all(key in one and one[key] == value for one in there)}


def _dispute(workspace: Workspace, session: Session, document_id: UUID, dispute_id: UUID) -> Dispute:
    connection = session.connection()
    article = article_disputes(connection, workspace.label_set(connection), document_id)
    for dispute in article.disputes:
        if dispute_id in dispute.group.ids:
            return dispute
    raise EditConflict("The readings of this article have changed, and nobody disputes that any more. Look again.")


def _refuse_in_own_cause(session: Session, dispute: Dispute, annotator_id: UUID) -> None:
    """A side may settle what nobody has settled, which a small newsroom needs, but not overrule another person."""
    ruling = dispute.ruling
    if ruling and ruling.annotator_id != annotator_id and dispute.group.side_of(annotator_id):
        name = queries.annotator_names(session.connection())[ruling.annotator_id]
        raise EditConflict(f"{name} has ruled on this; somebody who is no side of it has to rule anew.")


def _kept(group: Group, choice: Choice) -> frozenset[UUID]:
    if choice.verdict is RulingVerdict.BOTH:
        return group.ids
    if choice.verdict is not RulingVerdict.ONE:
        return frozenset()
    side = group.side_of(choice.annotator_id) if choice.annotator_id else None
    if side is None:
        raise NotFound("This person’s reading of the article is not in dispute; rule for one that is.")
    return frozenset(one.id for one in side.annotations)


def _put_new(workspace: Workspace, session: Session, row: Ruling, group: Group, choice: Choice) -> None:
    label_set = workspace.label_set(session.connection())
    offered = label_set.offered_label(choice.label)
    if offered.helper:
        raise InvalidLabelSet(f"“{offered.title}” is a helper mark, and these are not in dispute; name another label.")
    label = offered.key
    segments = check(workspace.text_of(session.connection(), row.document_id), choice.segments)
    row.label = label
    for name, value in stretch_columns(segments).items():
        setattr(row, name, value)
    if choice.attributes is None:
        row.attributes = common_attributes(group, label) or None
    else:
        row.attributes = changed(label_set, label, None, choice.attributes)


def _put_case(session: Session, row: Ruling, title: str) -> None:
    words = " ".join(storable(title).split())
    row.case_title = words[:LONGEST_TITLE]
    if row.case_number is None:
        row.case_number = rulings.last_case_number(session.connection()) + 1
