"""The labels a project uses, and the versions that its label set has had.

A change of the label set is a new version: annotations name the one that they were made under, so none is ever
rewritten or taken back. An older one is brought back as a new version again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import select

from annotator import resources
from annotator.core.guideline import check_guideline
from annotator.core.identity import born_at
from annotator.core.label_changes import refuse_losses, take_over
from annotator.core.schema import LabelSet
from annotator.core.schema_file import check_label_set, read_label_set, write_label_set
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.store import label_sets, queries
from annotator.store.recorder import RecordedSession
from annotator.store.tables import LabelSetVersion, Project, table_of
from annotator.store.workspace import Workspace

SHIPPED = ("newsroom", "plain", "attribution")
"""The label sets that come with the program, the one of new projects first."""

_version = table_of(LabelSetVersion)
_GUIDELINE = sa.select(table_of(Project).c.guideline)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version that the label set has had, with the newsroom's own guideline of then; when and by whom it was made.

    None and "" where that is not known: a version from before they were kept.
    """

    label_set: LabelSet
    guideline: Mapping[str, Any] = field(default_factory=dict, hash=False)
    at: datetime | None = None
    annotator: str = ""


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
    InvalidLabelSet, also where annotations would lose something (core/label_changes.refuse_losses), and EditConflict
    when `label_set.version` is not the project's any more.
    """
    check_label_set(label_set)
    kept = None if guideline is None else check_guideline(guideline)
    with workspace.edit("Change label set", annotator_id, undoable=False) as session:
        present = workspace.label_set(session.connection())
        if present.version != label_set.version:
            raise EditConflict("Somebody has changed the label set meanwhile; look at it anew before you change it.")
        refuse_losses(present, label_set)
        return put_label_set(session, label_set, kept, annotator_id)


def use_label_set(
    workspace: Workspace, wanted: LabelSet, annotator_id: UUID | None, guideline: Mapping[str, Any] | None = None
) -> LabelSet:
    """Put another label set in the place of the project's; what the project has besides stays in it, retired.

    `guideline` are the newsroom's own texts for it. Raises InvalidLabelSet where the two sets do not go together.
    """
    return change_label_set(workspace, take_over(project_labels(workspace), wanted), annotator_id, guideline or {})


def bring_version_back(workspace: Workspace, version: int, annotator_id: UUID | None) -> LabelSet:
    """Make an older version the project's label set again, as a new version. Raises NotFound."""
    for kept in kept_versions(workspace):
        if kept.label_set.version == version:
            return use_label_set(workspace, kept.label_set, annotator_id, kept.guideline)
    raise NotFound(f"There is no version {version} of the label set in this project.")


def project_guideline(workspace: Workspace) -> dict[str, dict[str, str]]:
    """The newsroom's own guideline, see core/guideline.py; empty where it uses the one that ships."""
    with workspace.reading() as connection:
        return check_guideline(connection.execute(_GUIDELINE).scalar() or {})


def put_label_set(
    session: RecordedSession, label_set: LabelSet, guideline: Mapping[str, Any] | None, annotator_id: UUID | None
) -> LabelSet:
    """Write a label set as the next version inside an edit, and keep the version that was in use until then."""
    project = session.exec(select(Project)).one()
    present = int(project.label_set["version"])
    if session.exec(select(LabelSetVersion).where(LabelSetVersion.version == present)).one_or_none() is None:
        session.add(_kept(present, project.label_set, project.guideline, None))
    version = max(present, label_sets.newest_label_set_version(session.connection())) + 1
    changed = replace(label_set, version=version)
    project.label_set = write_label_set(changed)
    if guideline is not None:
        project.guideline = dict(guideline) or None
    session.add(_kept(version, project.label_set, project.guideline, annotator_id))
    return changed


def label_set_versions(workspace: Workspace) -> list[LabelSet]:
    """Every version that the project's label set has had, the newest first; at least the present one."""
    return [kept.label_set for kept in kept_versions(workspace)]


def kept_versions(workspace: Workspace) -> list[KeptVersion]:
    """The same with their guidelines, and with who made them and when."""
    with workspace.reading() as connection:
        names = queries.annotator_names(connection)
        rows = connection.execute(sa.select(_version)).all()
        present, guideline = label_sets.project_label_set(connection), connection.execute(_GUIDELINE).scalar()
    found = {int(present["version"]): KeptVersion(read_label_set(present), guideline or {})}
    for row in rows:
        who = names.get(row.annotator_id, "") if row.annotator_id else ""
        # One without a name was kept only when the next was made: that tells nothing of when it was.
        at = born_at(row.id) if who else None
        found[row.version] = KeptVersion(read_label_set(row.label_set), row.guideline or {}, at, who)
    return [found[version] for version in sorted(found, reverse=True)]


def _kept(
    version: int, label_set: Mapping[str, Any], guideline: Mapping[str, Any] | None, annotator_id: UUID | None
) -> LabelSetVersion:
    kept = dict(guideline) if guideline else None
    return LabelSetVersion(version=version, label_set=dict(label_set), guideline=kept, annotator_id=annotator_id)
