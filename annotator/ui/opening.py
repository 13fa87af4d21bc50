"""Opening a project, off the window's thread: everything the window needs to show it, in one record.

This file brings the database layer with it; the window imports it only after it has been painted.
"""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from annotator import resources, settings
from annotator.core.packets import PacketNote
from annotator.core.records import DocumentSummary
from annotator.core.schema import LabelSet
from annotator.errors import ProjectReadOnly
from annotator.operations import annotators, documents, label_sets, projects
from annotator.settings import Settings
from annotator.store.workspace import Workspace

_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open project. `annotator_id` is nobody's where it cannot be written. `packet` is None for a whole project."""

    workspace: Workspace
    name: str
    labels: LabelSet
    annotator_id: UUID
    documents: list[DocumentSummary]
    packet: PacketNote | None = None


def first_project() -> str:
    """The project that a newcomer starts in."""
    return str(settings.home() / "project.annotator")


def sample_files() -> list[Path]:
    """The articles that come with the program; the one to begin with is last, so that it is the newest."""
    return sorted(resources.path("sample_articles").glob("*.txt"), reverse=True)


def open_project(address: str, chosen: Settings, passphrase: str | None = None) -> Opened:
    """Open a project, or make it; a newcomer's first one holds the samples. Raises Locked, or another ProjectError."""
    is_first = address == first_project() and not Path(address).exists()
    workspace = projects.open_project(address, UUID(chosen.installation), passphrase=passphrase)
    try:
        annotator_id = annotator(workspace, annotators.name_here(workspace, chosen.annotator_name))
        if is_first:
            from annotator.operations import loading  # with all that reads files, for this one time

            loading.load_files(workspace, sample_files(), annotator_id)
        return Opened(
            workspace=workspace,
            name=projects.project_name(workspace),
            labels=label_sets.project_labels(workspace),
            annotator_id=annotator_id,
            documents=documents.list_documents(workspace),
            packet=projects.packet_note(workspace),
        )
    except BaseException:
        workspace.close()
        raise


def annotator(workspace: Workspace, name: str) -> UUID:
    """The annotator of this name in the project, made where there is none."""
    try:
        return annotators.find_or_add_annotator(workspace, name)
    except ProjectReadOnly:
        return _NOBODY
