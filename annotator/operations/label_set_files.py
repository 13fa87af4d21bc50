"""Label sets to and from files, so that one newsroom can use what another has made."""

import os
import secrets
from pathlib import Path
from typing import Any

from annotator.core.label_set_file import LARGEST_FILE, LabelSetFile, dump_label_set, load_label_set
from annotator.core.masking import Mask
from annotator.core.schema_file import read_label_set, write_label_set
from annotator.errors import ExportFailed, InvalidLabelSet
from annotator.formats.refi_codebook import is_codebook, read_codebook
from annotator.operations.label_sets import project_guideline, project_labels
from annotator.operations.protection import mask_of
from annotator.store.workspace import Workspace

_WORDS = frozenset({"title", "description", "inverse", "message"})


def export_label_set(workspace: Workspace, path: Path) -> None:
    """Write the project's label set and the newsroom's own guideline to a file; it is whole or it is not there.

    Where they name a protected source, the name is blacked out. Raises ExportFailed.
    """
    kept = discreet_label_set(workspace)
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


def discreet_label_set(workspace: Workspace) -> LabelSetFile:
    """The project's label set and the newsroom's own guideline, in which nobody is named who is protected."""
    mask = mask_of(workspace)
    label_set = read_label_set(_discreet(write_label_set(project_labels(workspace)), mask))
    guideline = {
        language: {key: mask.text(text) for key, text in texts.items()}
        for language, texts in project_guideline(workspace).items()
    }
    return LabelSetFile(label_set, guideline)


def read_label_set_file(path: Path) -> LabelSetFile:
    """What a file written by `export_label_set` holds, or a code book of REFI-QDA (.qdc); nothing is changed.

    Raises InvalidLabelSet.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidLabelSet(f"“{path}” cannot be read: {error.strerror or error}.") from error
    if is_codebook(content):
        return LabelSetFile(read_codebook(content, path.name), {})
    return load_label_set(content)


def _discreet(plain: Any, mask: Mask, field: str = "") -> Any:
    """A label set as plain data whose words name nobody who is protected; keys stay."""
    if isinstance(plain, dict):
        return {name: _discreet(value, mask, name) for name, value in plain.items()}
    if isinstance(plain, list):
        return [_discreet(value, mask, field) for value in plain]
    return mask.text(plain) if isinstance(plain, str) and field in _WORDS else plain
