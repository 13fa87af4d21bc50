"""The labels a project uses."""

from annotator.core.schema import LabelSet, read_label_set
from annotator.store import queries
from annotator.store.workspace import Workspace


def project_labels(workspace: Workspace) -> LabelSet:
    """The project's own label set: a copy made when the project was, so that it stays as it is."""
    with workspace.reading() as connection:
        return read_label_set(queries.project_label_set(connection))
