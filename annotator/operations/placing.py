"""Files and folders put in place whole: written aside, and given their name only when they are as they should be.

What belongs together, such as a file and the list of what it lacks, gets its names together.
"""

import os
import secrets
import shutil
import stat
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import BinaryIO

from annotator.errors import ExportFailed
from annotator.store.workspace import Workspace

_DATABASE = b"SQLite format 3\x00"
_COMPANIONS = ("-wal", "-shm", "-journal")
_ABANDONED_SECONDS = 3600
_ARCHIVE = ".zip"
_OLD = "old"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
MADE_BY = ".annotator-export"
"""A file in each folder that an export has made, by which the next one knows that it may replace it."""
_MADE_BY_WORDS = "This folder was made by an export of Annotator, and the next export to this name replaces it.\n"
_BINARY = getattr(os, "O_BINARY", 0)


class Placing:
    """Files and folders that are filled aside, one after the other, and get their names together at the end."""

    def __init__(self, workspace: Workspace, aside: ExitStack) -> None:
        self._workspace, self._aside = workspace, aside
        self._ready: list[tuple[Path, Callable[[], object]]] = []

    def file(self, target: Path, fill: Callable[[BinaryIO], None]) -> None:
        """Fill a file; a device is written to at once. Raises ExportFailed."""
        with _explained(target):
            _refuse_projects(self._workspace, target)
            real = Path(os.path.realpath(target))
            if is_device(real):
                with real.open("wb", buffering=0) as device:
                    fill_stream(device, fill)
                return
            part = self._aside.enter_context(_part_beside(real))
            with part.open("r+b") as stream:
                fill(stream)
                stream.flush()
                os.fsync(stream.fileno())
            with suppress(OSError):
                part.chmod(stat.S_IMODE(real.stat().st_mode))
        self._ready.append((real, lambda: part.replace(real)))

    def folder(self, target: Path, fill: Callable[[Path], None]) -> None:
        """Fill a folder; a name in .zip is an archive of it. Raises ExportFailed.

        What lies there is replaced only when an export has made it.
        """
        if target.suffix.lower() == _ARCHIVE:
            self._archive(target, fill)
            return
        refuse_folder(target)
        with _explained(target):
            aside = self._aside.enter_context(_folder_beside(target))
            made = aside / "made"
            made.mkdir()
            fill(made)
            (made / MADE_BY).write_text(_MADE_BY_WORDS, encoding="utf-8")
            _sync_all(made)
        self._ready.append((target, lambda: _exchange(target, made, aside / _OLD / target.name)))

    def no_file(self, target: Path) -> None:
        """Have no file of this name at the end."""
        self._ready.append((target, lambda: target.unlink(missing_ok=True)))

    def put_in_place(self) -> None:
        """Give all of them their names, in their order. Raises ExportFailed."""
        for target, put in self._ready:
            with _explained(target):
                put()
        for folder in {target.parent for target, _ in self._ready}:
            _sync_folder(folder)

    def _archive(self, target: Path, fill: Callable[[Path], None]) -> None:
        def zipped(stream: BinaryIO) -> None:
            with _folder_beside(target) as aside:
                made = aside / "made"
                made.mkdir()
                fill(made)
                zip_folder(made, Path(stream.name))

        self.file(target, zipped)


@contextmanager
def placing(workspace: Workspace) -> Iterator[Placing]:
    """Whatever is filled inside gets its name when all of it is whole; after an error nothing does."""
    with ExitStack() as aside:
        place = Placing(workspace, aside)
        yield place
        place.put_in_place()


def write_file(workspace: Workspace, target: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write a file beside the target and give it the target's name once it is whole. Raises ExportFailed."""
    with placing(workspace) as place:
        place.file(target, fill)


def is_device(target: Path) -> bool:
    """True for what is written to and never replaced, such as /dev/stdout. Raises ExportFailed for no possible name."""
    with _explained(target):
        return target.exists() and not target.is_file()


def fill_stream(target: BinaryIO, fill: Callable[[BinaryIO], None]) -> None:
    """Fill a file of no name, and let only what has been checked out of it."""
    with tempfile.TemporaryFile() as checked:
        fill(checked)
        checked.seek(0)
        shutil.copyfileobj(checked, target)
        target.flush()


def fill_folder_stream(target: BinaryIO, fill: Callable[[Path], None], *, is_folder: bool) -> None:
    """Fill a file or, as an archive, a folder of no name, and let only what has been checked out of it."""
    with tempfile.TemporaryDirectory(prefix="annotator-") as aside:
        made, out = Path(aside) / "made", Path(aside) / "out"
        if is_folder:
            made.mkdir()
            fill(made)
            zip_folder(made, out)
        else:
            out.touch()
            fill(out)
        with out.open("rb") as checked:
            shutil.copyfileobj(checked, target)
        target.flush()


def companion(target: Path, ending: str) -> Path:
    """What lies beside a file: "-config.xml" beside tasks.json is tasks-config.xml."""
    return target.with_name(target.stem + ending)


def zip_folder(folder: Path, target: Path) -> None:
    """An archive of all files of a folder; the same files give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as copy:
                shutil.copyfileobj(source, copy)


def refuse_folder(target: Path) -> None:
    """Raise ExportFailed where a file lies, or a folder that no export has made and that is not empty."""
    if target.name in ("", ".."):
        raise ExportFailed(f"“{target}” is no name that a new folder can have; give one.")
    if not target.parent.is_dir():
        raise ExportFailed(f"There is no folder “{target.parent}”; make it first or choose another place.")
    if target.is_dir():
        if any(target.iterdir()) and not (target / MADE_BY).exists():
            raise ExportFailed(f"The folder “{target}” holds other files; give the name of a new one.")
    elif target.exists():
        raise ExportFailed(f"“{target}” is a file, and this format writes a folder; give another name.")


def _sync_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())


def _exchange(target: Path, made: Path, old: Path) -> None:
    """Put a folder in the place of one of the same name, or leave that where it was."""
    if target.exists():
        old.parent.mkdir()
        target.replace(old)
    try:
        made.replace(target)
    except OSError:
        if old.exists():
            old.replace(target)
        raise


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


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """An empty folder beside the target, gone afterwards."""
    _clear_away(target.parent)
    aside = target.with_name(f".annotator-{secrets.token_hex(8)}.part")
    aside.mkdir()
    try:
        yield aside
    finally:
        _remove_folder(aside)


def _remove_folder(aside: Path) -> None:
    """Remove a folder of ours; a dataset that it was to replace, and whose place is empty, goes back there first."""
    old = aside / _OLD
    for kept in old.iterdir() if old.is_dir() else ():
        if not (aside.parent / kept.name).exists():
            kept.replace(aside.parent / kept.name)
    shutil.rmtree(aside, ignore_errors=True)


def _clear_away(folder: Path) -> None:
    """Remove what exports that were killed have left; one that is at work has written within the hour."""
    with suppress(OSError):
        for part in folder.glob(".annotator-*.part*"):  # with the log beside a packet
            with suppress(OSError):
                if time.time() - _last_written(part) > _ABANDONED_SECONDS:
                    _remove_folder(part) if part.is_dir() else part.unlink()


def _last_written(part: Path) -> float:
    return max(path.stat().st_mtime for path in (part, *part.rglob("*")))


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
