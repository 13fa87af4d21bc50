"""Datasets and sheets out: written aside, read back and compared, and only then put in place."""

import os
import secrets
import shutil
import stat
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from annotator import formats
from annotator.core.records import DocumentRecord
from annotator.core.release import Release, hold_of
from annotator.errors import Cancelled, ExportFailed, NotFound
from annotator.formats.base import WriteOptions, Writer, passages_of
from annotator.operations.exported_readings import ALL, ReadingChoice
from annotator.operations.label_sets import project_labels
from annotator.operations.protection import mask_in
from annotator.operations.review_states import reviewed
from annotator.store import queries
from annotator.store.blindness import hidden_on
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_DATABASE = b"SQLite format 3\x00"
_COMPANIONS = ("-wal", "-shm", "-journal")
_ABANDONED_SECONDS = 3600
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `losses` says what the format cannot hold; `path` is None for a stream.

    `held_back` counts the articles that were left out because they are withheld, cancelled or under an embargo,
    `older` those that a newer version has replaced: an export of everything holds an article once. `off_record` counts
    the annotations that never leave, as the label set's rules say, `one_sided` the articles without the others' work,
    because whoever exports reads them blind. `left_out` says what of a chosen reading is not in it; `losses` do, too.
    """

    format_id: str
    documents: int
    annotations: int
    losses: tuple[str, ...]
    path: Path | None
    held_back: int = 0
    older: int = 0
    off_record: int = 0
    one_sided: int = 0
    left_out: tuple[str, ...] = ()


class _Count:
    """What went into the file, in its order: a digest of each passage, by which it is recognised again."""

    def __init__(self) -> None:
        self.documents = 0
        self.held_back = 0
        self.older = 0
        self.off_record = 0
        self.one_sided = 0
        self.digests = array("q")

    def add(self, record: DocumentRecord) -> None:
        self.documents += 1
        self.digests.extend(map(hash, passages_of(record)))


def export_dataset(
    workspace: Workspace,
    format_id: str,
    target: Path | BinaryIO,
    *,
    document_ids: Sequence[UUID] | None = None,
    options: WriteOptions | None = None,
    with_held: bool = False,
    reading: str = ALL,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> ExportReport:
    """Write documents with their annotations to a file or stream.

    `document_ids`: None for all in the order of loading, but no older versions of articles. `reading`: everybody's work
    (ALL), the gold reading (GOLD) of articles with a reading handed in, or that of the annotator with this name.
    What is withheld, cancelled or under an embargo that has not ended is left out unless it is wanted (`with_held`).
    Names of protected sources are blacked out, wherever they stand (core/masking.py).
    The file is read back before it takes the target's name; when it does not hold exactly what the
    project does, or cannot be written, what was there before stays. Raises ExportFailed, Cancelled,
    NotFound for a document or format that is not there; BrokenPipeError when a stream's reader left.
    """
    writer = formats.writer_by_id(format_id)
    count = _Count()
    label_set = project_labels(workspace)
    chosen = replace(options or WriteOptions(), label_set=label_set)
    whose = ReadingChoice(workspace, reading)

    def fill(stream: BinaryIO) -> None:
        records = _asked_for(workspace, document_ids, whose, count, progress, cancelled)
        writer.write(_released(records, whose, count, Release(label_set), with_held=with_held), stream, chosen)
        _compare(writer, stream, count)

    if isinstance(target, Path):
        write_file(workspace, target, fill)
    else:
        _fill_stream(target, fill)
    path = target if isinstance(target, Path) else None
    figures = (count.documents, len(count.digests))
    kept_in = (count.held_back, count.older, count.off_record, count.one_sided)
    left_out = whose.losses()
    return ExportReport(format_id, *figures, (*left_out, *writer.losses), path, *kept_in, left_out)


def write_file(workspace: Workspace, target: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write a file beside the target and give it the target's name once it is whole. Raises ExportFailed."""
    _refuse_projects(workspace, target)
    with _explained(target):
        _fill_path(target, fill)


def held_articles(workspace: Workspace) -> list[UUID]:
    """The articles that an export leaves out at this moment."""
    with workspace.reading() as connection:
        return [summary.id for summary in queries.documents_to_hold(connection) if hold_of(summary)]


def _asked_for(
    workspace: Workspace,
    document_ids: Sequence[UUID] | None,
    whose: ReadingChoice,
    count: _Count,
    progress: Progressed | None,
    cancelled: IsCancelled | None,
) -> Iterator[DocumentRecord]:
    """The documents that are asked for, one consistent state of them, with protected names hidden."""
    with workspace.reading() as connection:
        mask = mask_in(workspace, connection)
        if document_ids is None:
            ids = queries.newest_ids(connection)
            count.older = queries.number_of_older_versions(connection)
        else:
            ids = list(dict.fromkeys(document_ids))
        count.one_sided = len(hidden_on(connection).intersection(ids))
        ids = whose.ids_of(connection, ids)
        label_set, there = workspace.label_set(connection), queries.documents(connection, ids)
        records = reviewed(connection, label_set, there, newest=whose.is_everybodys)
        for record in whose.of(connection, records):
            if cancelled and cancelled():
                raise Cancelled("The export was stopped; no file was written.")
            yield mask.document(record)
            if progress:
                progress(count.documents + count.held_back, len(ids))
    if count.documents + count.held_back < len(ids):
        raise NotFound("An article to export is no longer in the project.")


def _released(
    records: Iterator[DocumentRecord], whose: ReadingChoice, count: _Count, release: Release, *, with_held: bool
) -> Iterator[DocumentRecord]:
    """What may leave the newsroom of the records, counted as it passes, and the rest counted too."""
    now = datetime.now(UTC)
    for record in records:
        if not with_held and hold_of(record, now):
            count.held_back += 1
            continue
        released = release.let_out(record, whose.beside)
        count.off_record += len(record.annotations) - len(released.annotations)
        count.add(released)
        yield released


def _compare(writer: Writer, stream: BinaryIO, count: _Count) -> None:
    """Read the file again and hold every passage against the project's. Raises ExportFailed."""
    stream.flush()
    stream.seek(0)
    found = 0
    try:
        for passage in writer.passages(stream):
            if found == len(count.digests) or hash(passage) != count.digests[found]:
                raise ValueError(f"annotation {passage.id} came back changed")
            found += 1
    except (ValueError, KeyError, TypeError) as error:
        raise ExportFailed(f"The export did not read back as it was written ({error}); no file was left.") from error
    if found != len(count.digests):
        lacking = len(count.digests) - found
        raise ExportFailed(f"The export did not read back whole ({lacking} annotations lack); no file was left.")


def _fill_path(target: Path, fill: Callable[[BinaryIO], None]) -> None:
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        with target.open("wb", buffering=0) as device:
            _fill_stream(device, fill)
        return
    with _part_beside(target) as part:
        with part.open("r+b") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    _sync_folder(target.parent)


def _fill_stream(target: BinaryIO, fill: Callable[[BinaryIO], None]) -> None:
    """Fill a file of no name, and let only what has been checked out of it."""
    with tempfile.TemporaryFile() as checked:
        fill(checked)
        checked.seek(0)
        shutil.copyfileobj(checked, target)
        target.flush()


@contextmanager
def _part_beside(target: Path) -> Iterator[Path]:
    """An empty file beside the target, gone afterwards unless it has been given the target's name."""
    _clear_away(target.parent)
    part = target.with_name(f".annotator-{secrets.token_hex(8)}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o666))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _clear_away(folder: Path) -> None:
    """Remove what exports that were killed have left; one that is at work has written within the hour."""
    with suppress(OSError):
        for part in folder.glob(".annotator-*.part*"):  # with the log beside a packet
            if time.time() - part.stat().st_mtime > _ABANDONED_SECONDS:
                part.unlink()


def _sync_folder(folder: Path) -> None:
    """Have the new name itself on the disk, where the system knows how."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_projects(workspace: Workspace, target: Path) -> None:
    """Raise ExportFailed where a folder, a project or a part of one lies."""
    if target.is_dir():
        raise ExportFailed(f"“{target}” is a folder; give the name of a file in it.")
    real = Path(os.path.realpath(target))
    project = Path(os.path.realpath(workspace.address))
    if real in (project, *(project.with_name(project.name + companion) for companion in _COMPANIONS)):
        raise ExportFailed(f"“{target}” is this very project; choose another name.")
    if _is_database(real):
        raise ExportFailed(f"“{target}” is a project or another database; choose another name.")


def _is_database(path: Path) -> bool:
    if path.suffix == ".annotator" and path.exists():
        return True
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(len(_DATABASE)) == _DATABASE
    return False


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(_sentence(target, error)) from error


def _sentence(target: Path, error: OSError) -> str:
    if error.errno in (ENOSPC, EDQUOT):
        return f"There is no room left for “{target}”; no file was left. Free some space or choose another disk."
    if isinstance(error, FileNotFoundError):
        return f"There is no folder “{target.parent}”; make it first or choose another place."
    if isinstance(error, PermissionError):
        return f"“{target}” cannot be written: you may not write there. Choose another place."
    return f"“{target}” cannot be written: {error.strerror or error}. Choose another place."
