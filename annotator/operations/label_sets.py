"""The labels a project uses, and the versions that its label set has had.

A change of the label set is a new version: annotations name the one that they were made under, so none is ever
rewritten or taken back. An older one is brought back as a new version again.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import select

from annotator import resources
from annotator.core.schema import LabelSet
from annotator.core.schema_file import check_label_set, read_label_set, write_label_set
from annotator.errors import EditConflict, InvalidLabelSet
from annotator.store import queries
from annotator.store.recorder import RecordedSession
from annotator.store.tables import LabelSetVersion, Project
from annotator.store.workspace import Workspace

SHIPPED = ("newsroom", "plain", "attribution")
"""The label sets that come with the program, the one of new projects first."""


def project_labels(workspace: Workspace) -> LabelSet:
    """The project's own label set: a copy made when the project was, so that it stays as it is."""
    with workspace.reading() as connection:
        return workspace.label_set(connection)


def shipped_label_set(name: str) -> LabelSet:
    """A label set that comes with the program. Raises InvalidLabelSet when there is none of this name."""
    if name not in SHIPPED:
        raise InvalidLabelSet(f"There is no label set “{name}”; there are {', '.join(SHIPPED)}.")
    return read_label_set(resources.read_toml("label_sets", name, "label_set.toml"))


def change_label_set(
    workspace: Workspace,
    label_set: LabelSet,
    annotator_id: UUID | None,
    guideline: Mapping[str, Any] | None = None,
) -> LabelSet:
    """Make this the project's label set, as its next version, which is returned.

    `guideline` None: the one there is stays. Keys that are in use stay: what is no longer wanted is retired. Raises
    InvalidLabelSet, also when a label, attribute or relation has gone without being retired, and EditConflict when
    `label_set.version` is not the project's any more.
    """
    check_label_set(label_set)
    with workspace.edit("Change label set", annotator_id, undoable=False) as session:
        present = workspace.label_set(session.connection())
        if present.version != label_set.version:
            raise EditConflict("Somebody has changed the label set meanwhile; look at it anew before you change it.")
        _refuse_losses(present, label_set)
        return put_label_set(session, label_set, guideline, annotator_id)


def put_label_set(
    session: RecordedSession, label_set: LabelSet, guideline: Mapping[str, Any] | None, annotator_id: UUID | None
) -> LabelSet:
    """Write a label set as the next version inside an edit, and keep the version that was in use until then."""
    project = session.exec(select(Project)).one()
    present = int(project.label_set["version"])
    if session.exec(select(LabelSetVersion).where(LabelSetVersion.version == present)).one_or_none() is None:
        session.add(_version(present, project.label_set, project.guideline, None))
    version = max(present, queries.newest_label_set_version(session.connection())) + 1
    changed = replace(label_set, version=version)
    project.label_set = write_label_set(changed)
    if guideline is not None:
        project.guideline = dict(guideline) or None
    session.add(_version(version, project.label_set, project.guideline, annotator_id))
    return changed


def label_set_versions(workspace: Workspace) -> list[LabelSet]:
    """Every version that the project's label set has had, the newest first; at least the present one."""
    with workspace.reading() as connection:
        found = {int(data["version"]): data for data in queries.label_set_versions(connection)}
        present = queries.project_label_set(connection)
    found[int(present["version"])] = present
    return [read_label_set(found[version]) for version in sorted(found, reverse=True)]


def _version(
    version: int, label_set: Mapping[str, Any], guideline: Mapping[str, Any] | None, annotator_id: UUID | None
) -> LabelSetVersion:
    kept = dict(guideline) if guideline else None
    return LabelSetVersion(version=version, label_set=dict(label_set), guideline=kept, annotator_id=annotator_id)


def _refuse_losses(present: LabelSet, wanted: LabelSet) -> None:
    for noun, before, after in (
        ("label", present.labels, wanted.labels),
        ("attribute", present.attributes, wanted.attributes),
        ("relation", present.relations, wanted.relations),
    ):
        kept = {part.key for part in after}
        if gone := [part.title for part in before if part.key not in kept]:
            raise InvalidLabelSet(f"The {noun} “{gone[0]}” may be in use: retire it instead of taking it out.")
