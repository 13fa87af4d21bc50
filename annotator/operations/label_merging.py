"""Two labels, attributes or values become one: the label set changes, and all annotations with it.

First a new version of the label set, in which the one that is merged away is retired, so that nobody uses it meanwhile;
then the annotations, a few at a time, as one undo step. What is in older versions of articles stays as it is, as it
always does, and stays readable.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core import label_merges
from annotator.core.attributes import checked_value
from annotator.core.label_merges import Unsaid
from annotator.core.schema import AttributeKind, LabelSet
from annotator.operations.label_sets import change_label_set, label_set_versions, project_labels
from annotator.store.tables import Annotation, Document, Relation
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 100  # an edit of as many takes less than a key press may wait
_FIRST = UUID(int=0)


class Merge(NamedTuple):
    """What becomes what: a label, an attribute, or with `attribute` a value of it; `kind` is as in label_changes."""

    kind: str
    key: str
    into: str
    attribute: str = ""


@dataclass(slots=True)
class Merged:
    """How many annotations have changed, and whether it was stopped before the last."""

    label_set: LabelSet
    changed: int = 0
    cancelled: bool = False


def merged_set(label_set: LabelSet, merge: Merge) -> LabelSet:
    """The label set after a merge. Raises InvalidLabelSet where the two do not go together."""
    if merge.attribute:
        label_merges.refuse_value(label_set, merge.attribute, merge.key, merge.into)
    elif merge.kind == "labels":
        label_set.offered_label(merge.into)
    else:
        label_merges.refuse_unlike(label_set, merge.key, merge.into)
    return _changed_set(label_set, merge)


def unsaid_of(label_set: LabelSet, merge: Merge) -> Unsaid | None:
    """What a merge would write out where annotations say nothing of the field that goes; None: nothing."""
    if merge.attribute or merge.kind == "labels":
        return None
    return label_merges.unsaid(label_set, _changed_set(label_set, merge), merge.key, merge.into)


def _changed_set(label_set: LabelSet, merge: Merge) -> LabelSet:
    if merge.attribute:
        return label_merges.merge_values(label_set, merge.attribute, merge.key, merge.into)
    change = label_merges.merge_labels if merge.kind == "labels" else label_merges.merge_attributes
    return change(label_set, merge.key, merge.into)


def merge(
    workspace: Workspace,
    merge: Merge,
    annotator_id: UUID,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Merged:
    """Merge a label, attribute or value of the project into another; annotations of everybody change, as one step.

    Undo gives the annotations back what they had; the label set keeps its new version. An annotation that says
    something of both attributes keeps what it says of the one that stays; what it meant by saying nothing is written
    out where the one that stays would mean something else. When it is stopped, the rest is done by doing it again.
    Raises InvalidLabelSet, EditConflict.
    """
    present = project_labels(workspace)
    report = Merged(present)
    if _changed_set(present, merge) != present:  # where it is merged already, only the annotations are left to do
        report.label_set = change_label_set(workspace, merged_set(present, merge), annotator_id)
    unsaid = _unsaid_before(workspace, report.label_set, merge)
    step, last, total = Step(), _FIRST, _number(workspace, merge, unsaid)
    title = f"Merge {merge.key} into {merge.into}"
    done = 0
    while True:
        if cancelled and cancelled():
            report.cancelled = True
            return report
        with workspace.edit(title, annotator_id, step=step) as session:
            rows = list(session.exec(_statement(merge, last, unsaid).limit(_BATCH)))
            changed = [_change(session, row, merge, report.label_set, unsaid) for row in rows]
        if not rows:
            return report
        last, done = rows[-1].id, done + len(rows)
        report.changed += sum(changed)
        if progress:
            progress(min(done, total), total)


def _unsaid_before(workspace: Workspace, merged: LabelSet, merge: Merge) -> Unsaid | None:
    """What is to be written out, by the newest version in which the field was still asked."""
    if merge.attribute or merge.kind == "labels":
        return None
    asked = (
        version
        for version in label_set_versions(workspace)
        if any(one.key == merge.key and not one.retired for one in version.attributes)
    )
    before = next(asked, None)
    return label_merges.unsaid(before, merged, merge.key, merge.into) if before else None


def _number(workspace: Workspace, merge: Merge, unsaid: Unsaid | None) -> int:
    """About how many rows are looked at, for a bar that tells how far it is."""
    from_usage = _statement(merge, _FIRST, unsaid)
    with workspace.reading() as connection:
        return len(connection.execute(from_usage.with_only_columns(col(Annotation.id))).all())


def _statement(merge: Merge, last: UUID, unsaid: Unsaid | None) -> Any:
    """The annotations that may have to change after the last one looked at, in the order of their keys."""
    query = select(Annotation).join(Document, col(Document.id) == Annotation.document_id)
    query = query.where(col(Document.superseded_by).is_(None), col(Annotation.id) > last).order_by(col(Annotation.id))
    if merge.kind == "labels" and not merge.attribute:
        return query.where(Annotation.label == merge.key)
    says = _says(merge.attribute or merge.key)
    return query.where(says | col(Annotation.label).in_(list(unsaid.labels)) if unsaid else says)


def _says(attribute: str) -> Any:
    """A relation of this kind goes out from it, or it has attributes at all: JSON is not searched in the database."""
    linked = select(Relation.from_id).where(Relation.kind == attribute)
    return col(Annotation.id).in_(linked) | col(Annotation.attributes).is_not(None)


def _change(session: Session, row: Annotation, merge: Merge, label_set: LabelSet, unsaid: Unsaid | None) -> bool:
    """Change one annotation; True when there was something to change."""
    if merge.attribute:
        return _change_value(row, merge, label_set)
    if merge.kind == "labels":
        row.label = merge.into
        return True
    into = label_set.attribute(merge.into)
    if into.kind is AttributeKind.SOURCE:
        return _change_links(session, row, merge, many=into.many)
    said = dict(row.attributes or {})
    if merge.key in said:
        meant = said.pop(merge.key)
    elif unsaid and into.key not in said and unsaid.is_meant(row.label, row.guideline_version, said):
        meant = unsaid.value
    else:
        return False
    value = checked_value(into, meant)
    if value is not None:
        said.setdefault(into.key, value)
    row.attributes = said or None
    return True


def _change_value(row: Annotation, merge: Merge, label_set: LabelSet) -> bool:
    said = dict(row.attributes or {})
    if said.get(merge.attribute) != merge.key:
        return False
    value = checked_value(label_set.attribute(merge.attribute), merge.into)
    if value is None:
        del said[merge.attribute]
    else:
        said[merge.attribute] = value
    row.attributes = said or None
    return True


def _change_links(session: Session, row: Annotation, merge: Merge, *, many: bool) -> bool:
    query = select(Relation).where(Relation.from_id == row.id, col(Relation.kind).in_([merge.key, merge.into]))
    there = list(session.exec(query))
    known = {link.source_id for link in there if link.kind == merge.into}
    old = [link for link in there if link.kind == merge.key]
    for link in old:
        if link.source_id in known or (known and not many):
            session.delete(link)
        else:
            link.kind = merge.into
    return bool(old)
