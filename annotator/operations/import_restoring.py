"""A file of our own on its way in: what holds a project's rows is restored, all else is annotations made elsewhere."""

from pathlib import Path

from annotator.formats.jsonl import JsonLines
from annotator.operations.import_preview import IsCancelled, Progressed
from annotator.operations.import_reading import opened
from annotator.operations.restoring import RestoreReport, is_restorable, restore
from annotator.store.workspace import Workspace


def restore_own(
    workspace: Workspace,
    path: Path,
    format_id: str | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> RestoreReport | None:
    """Take in what a file of ours holds of a project; None for any other file, in which nothing is done.

    Of articles that were here before (`known`) nothing is taken: import the annotations of the file afterwards.
    Raises UnreadableInput, NotFound as `import_annotations` does, ProjectError.
    """
    with opened(path, format_id) as given:
        if not isinstance(given.reader, JsonLines) or not is_restorable(given.path):
            return None
        return restore(workspace, given.path, progress, cancelled)
