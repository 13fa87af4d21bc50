"""How much of a label set is in use: what is said before it is changed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from annotator.errors import Cancelled
from annotator.store.tables import Annotation, Document, Relation, table_of
from annotator.store.workspace import Workspace

_annotation, _document, _relation = table_of(Annotation), table_of(Document), table_of(Relation)
_ROWS_BETWEEN_LOOKS = 5000


@dataclass(slots=True)
class Usage:
    """Numbers of annotations by label, by attribute and by attribute and value, and of relations by kind.

    `frozen` are those of labels in older versions of articles, which are never changed; `labels` counts them, too. A
    value that is its attribute's default is not stored, and so not counted.
    """

    labels: Counter[str] = field(default_factory=Counter)
    frozen: Counter[str] = field(default_factory=Counter)
    attributes: Counter[str] = field(default_factory=Counter)
    values: Counter[tuple[str, str]] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)


def label_usage(workspace: Workspace, cancelled: Callable[[], bool] | None = None) -> Usage:
    """Count what is used of the project's label set. Raises Cancelled."""
    usage, c = Usage(), _annotation.c
    frozen = select(c.label, func.count()).join(_document, _document.c.id == c.document_id)
    with workspace.reading() as connection:
        usage.labels.update(_counts(connection.execute(select(c.label, func.count()).group_by(c.label))))
        older = frozen.where(_document.c.superseded_by.is_not(None)).group_by(c.label)
        usage.frozen.update(_counts(connection.execute(older)))
        kinds = select(_relation.c.kind, func.count()).group_by(_relation.c.kind)
        usage.relations.update(_counts(connection.execute(kinds)))
        said = connection.execute(select(c.attributes).where(c.attributes.is_not(None)))
        while rows := said.fetchmany(_ROWS_BETWEEN_LOOKS):
            if cancelled and cancelled():
                raise Cancelled("Stopped; nothing was changed.")
            for (attributes,) in rows:
                usage.attributes.update(attributes.keys())
                usage.values.update((key, str(value)) for key, value in attributes.items())
    usage.attributes.update(usage.relations)  # an attribute that names sources is a relation
    return usage


def _counts(rows: Any) -> dict[str, int]:
    return {key: int(number) for key, number in rows}
