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

from annotator.core import label_changes
from annotator.core.attributes import checked_value
from annotator.core.schema import AttributeKind, LabelSet
from annotator.operations.label_sets import change_label_set, project_labels
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
        return label_changes.merge_values(label_set, merge.attribute, merge.key, merge.into)
    change = label_changes.merge_labels if merge.kind == "labels" else label_changes.merge_attributes
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
    something of both attributes keeps what it says of the one that stays. When it is stopped, the rest is done by
    doing it again. Raises InvalidLabelSet, EditConflict.
    """
    present = project_labels(workspace)
    report = Merged(present)
    wanted = merged_set(present, merge)
    if wanted != present:
        report.label_set = change_label_set(workspace, wanted, annotator_id)
    step, last, total = Step(), _FIRST, _number(workspace, merge)
    title = f"Merge {merge.key} into {merge.into}"
    done = 0
    while True:
        if cancelled and cancelled():
            report.cancelled = True
            return report
        with workspace.edit(title, annotator_id, step=step) as session:
            rows = _next(session, merge, last)
            changed = [_change(session, row, merge, report.label_set, annotator_id) for row in rows]
        if not rows:
            return report
        last, done = rows[-1].id, done + len(rows)
        report.changed += sum(changed)
        if progress:
            progress(min(done, total), total)


def _number(workspace: Workspace, merge: Merge) -> int:
    """About how many rows are looked at, for a bar that tells how far it is."""
    from_usage = _statement(merge, _FIRST)
    with workspace.reading() as connection:
        return len(connection.execute(from_usage.with_only_columns(col(Annotation.id))).all())


def _next(session: Session, merge: Merge, last: UUID) -> list[Annotation]:
    return list(session.exec(_statement(merge, last).limit(_BATCH)))


def _statement(merge: Merge, last: UUID) -> Any:
    """The annotations that may have to change after the last one looked at, in the order of their keys."""
    query = select(Annotation).join(Document, col(Document.id) == Annotation.document_id)
    query = query.where(col(Document.superseded_by).is_(None), col(Annotation.id) > last).order_by(col(Annotation.id))
    if merge.kind == "labels" and not merge.attribute:
        return query.where(Annotation.label == merge.key)
    return query.where(_says(merge.attribute or merge.key))


def _says(attribute: str) -> Any:
    """A relation of this kind goes out from it, or it has attributes at all: JSON is not searched in the database."""
    linked = select(Relation.from_id).where(Relation.kind == attribute)
    return col(Annotation.id).in_(linked) | col(Annotation.attributes).is_not(None)


def _change(session: Session, row: Annotation, merge: Merge, label_set: LabelSet, annotator_id: UUID) -> bool:
    """Change one annotation; True when there was something to change."""
    if merge.attribute:
        return _change_value(row, merge, label_set)
    if merge.kind == "labels":
        row.label = merge.into
        return True
    if label_set.attribute(merge.into).kind is AttributeKind.SOURCE:
        return _change_links(session, row, merge, many=label_set.attribute(merge.into).many)
    said = dict(row.attributes or {})
    if merge.key not in said:
        return False
    value = checked_value(label_set.attribute(merge.into), said.pop(merge.key))
    if value is not None:
        said.setdefault(merge.into, value)
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
