"""Label sets to and from files, so that one newsroom can use what another has made."""

import os
import secrets
from pathlib import Path

from annotator.core.label_set_file import LARGEST_FILE, LabelSetFile, dump_label_set, load_label_set
from annotator.errors import ExportFailed, InvalidLabelSet
from annotator.operations.label_sets import project_guideline, project_labels
from annotator.store.workspace import Workspace


def export_label_set(workspace: Workspace, path: Path) -> None:
    """Write the project's label set and the newsroom's own guideline to a file; it is whole or it is not there.

    Raises ExportFailed.
    """
    kept = LabelSetFile(project_labels(workspace), project_guideline(workspace))
    content = dump_label_set(*kept)
    if load_label_set(content) != kept:
        raise ExportFailed("The label set did not read back as it was written; no file was left.")
    # The name that leftovers of exports have, so that they are cleared away with them.
    part = path.with_name(f".annotator-{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportFailed(f"“{path}” cannot be written: {error.strerror or error}. Choose another place.") from error


def read_label_set_file(path: Path) -> LabelSetFile:
    """What a file written by `export_label_set` holds; nothing is changed. Raises InvalidLabelSet."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidLabelSet(f"“{path}” cannot be read: {error.strerror or error}.") from error
    return load_label_set(content)
