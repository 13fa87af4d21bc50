"""Datasets for those who train: which part each article is in, and what the card says of the whole."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from annotator.core.recipes import ExportRequest
from annotator.core.splits import PARTS, SHARES, SplitArticle, assign_splits, groups_of
from annotator.errors import UnreadableInput
from annotator.formats.dataset import SPLITS
from annotator.formats.exchange import PARTS as PARTS_BESIDE
from annotator.store.split_reads import split_rows
from annotator.store.workspace import Workspace


def splits_of(
    workspace: Workspace,
    shares: tuple[int, int, int] = SHARES,
    seed: int = 0,
    known: Mapping[UUID, str] | None = None,
) -> dict[UUID, str]:
    """The part (train, dev, test) of every article of the project, whichever of them go out.

    Copies of one story, versions of one article and articles with the very same text are in one part. `known` are the
    parts of an earlier dataset, which stay. Raises ValueError for shares that are all 0.
    """
    with workspace.reading() as connection:
        rows = list(split_rows(connection))
    groups = groups_of(
        (row.id, (row.copy_group or row.id, row.superseded_by or row.id, row.text_sha256)) for row in rows
    )
    articles = (SplitArticle(row.id, groups[row.id], row.language, row.labels) for row in rows)
    return assign_splits(articles, shares, seed, known)


def parts_before(target: Path, request: ExportRequest) -> dict[UUID, str]:
    """The parts of the articles in the dataset that an export to this place replaces, or in a file of parts.

    Nothing where there is none, or where another seed or other shares are asked for than it was made with: whoever does
    that wants articles dealt out anew. Raises UnreadableInput where it is damaged.
    """
    if not _are_there(target):
        return {}
    try:
        return _parts_for(request, target)
    except UnreadableInput as error:
        place = target / SPLITS if target.is_dir() else target
        raise UnreadableInput(_LEFT_DAMAGED.format(place)) from error


def parts_in(path: Path) -> dict[UUID, str]:
    """The parts of articles in a dataset: its folder, its .zip, or its splits.json alone. Raises UnreadableInput."""
    return _parts(_said(path), path)


def _parts_for(request: ExportRequest, target: Path) -> dict[UUID, str]:
    """The parts that a request keeps of those that lie there."""
    said = _said(target)
    shares = said.get("shares", [])
    if not isinstance(shares, list):
        raise UnreadableInput(_DAMAGED.format(target))
    if said.get("seed") != request.seed or tuple(shares) != request.shares:
        return {}
    return _parts(said, target)


def _are_there(target: Path) -> bool:
    try:
        is_file = target.name.endswith(PARTS_BESIDE) and target.is_file()
        return is_file or (target / SPLITS).is_file() or _is_archive(target)
    except OSError:  # a name too long, a folder that is closed: whoever writes there says so
        return False


def _is_archive(path: Path) -> bool:
    if not path.is_file() or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return SPLITS in archive.namelist()


def _said(path: Path) -> dict[str, Any]:
    try:
        if _is_archive(path):
            with zipfile.ZipFile(path) as archive:
                content = archive.read(SPLITS)
        else:
            content = (path / SPLITS if path.is_dir() else path).read_bytes()
        said = json.loads(content)
    except (OSError, ValueError, zipfile.BadZipFile, RecursionError) as error:
        raise UnreadableInput(_DAMAGED.format(path)) from error
    if not isinstance(said, dict):
        raise UnreadableInput(_DAMAGED.format(path))
    return said


def _parts(said: Mapping[str, Any], path: Path) -> dict[UUID, str]:
    try:
        return {UUID(key): part for key, part in said["articles"].items() if part in PARTS}
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise UnreadableInput(_DAMAGED.format(path)) from error


_DAMAGED = "The parts (train, dev, test) cannot be read from “{}”; choose a dataset that is whole, or none."
_LEFT_DAMAGED = (
    "The parts (train, dev, test) of the export before cannot be read from “{}”; bring it back as it was, or delete it "
    "to have the articles dealt out anew."
)
