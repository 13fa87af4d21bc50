"""What foreign names meant in the last import of a format, kept in the project; and labels that are new here."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import select

from annotator.core import label_changes
from annotator.core.import_map import ImportMap, import_map_from
from annotator.core.schema import LabelSet
from annotator.operations.label_sets import change_label_set, project_labels
from annotator.store import import_reads
from annotator.store.tables import Project
from annotator.store.workspace import Workspace

_MAPS = "maps"


def remembered_map(workspace: Workspace, format_id: str) -> ImportMap:
    """What names meant when a file of this format was last imported."""
    with workspace.reading() as connection:
        maps = import_reads.kept_exchange(connection).get(_MAPS)
    return import_map_from(maps.get(format_id) if isinstance(maps, dict) else None)


def remember_map(workspace: Workspace, format_id: str, names: ImportMap, annotator_id: UUID) -> None:
    """Keep what names mean for the next file of this format, beside what earlier files had."""
    known = remembered_map(workspace, format_id)
    kept = known.with_changes(names)
    if kept.as_dict() == known.as_dict():
        return
    with workspace.edit("Remember import", annotator_id, undoable=False) as session:
        project = session.exec(select(Project)).one()
        present = dict(project.exchange or {})
        maps = present.get(_MAPS)
        project.exchange = {**present, _MAPS: {**(maps if isinstance(maps, dict) else {}), format_id: kept.as_dict()}}


def unknown_labels(names: ImportMap) -> list[str]:
    """The foreign labels that mean nothing here."""
    return [name for name, ours in names.labels.items() if not ours and name.strip()]


def with_new_labels(label_set: LabelSet, titles: Iterable[str]) -> tuple[LabelSet, dict[str, str]]:
    """The label set with labels of these titles, and the key of each."""
    made: dict[str, str] = {}
    for title in dict.fromkeys(titles):
        label_set, label = label_changes.add_label(label_set, " ".join(title.split()))
        made[title] = label.key
    return label_set, made


def add_labels(workspace: Workspace, titles: Iterable[str], annotator_id: UUID) -> dict[str, str]:
    """Add labels with these titles to the project's label set; returns the key of each.

    Raises InvalidLabelSet where the label set cannot take one.
    """
    label_set, made = with_new_labels(project_labels(workspace), titles)
    if made:
        change_label_set(workspace, label_set, annotator_id)
    return made
