"""Nothing that is half written bears its name, whatever happens in the middle."""

import errno
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import pytest

from annotator.errors import ExportFailed
from annotator.operations.placing import MADE_BY, companion, is_device, placing, write_file, zip_folder
from annotator.operations.projects import open_project
from annotator.store.workspace import Workspace


@pytest.fixture
def workspace(project_path: Path) -> Iterator[Workspace]:
    opened = open_project(project_path, uuid4())
    yield opened
    opened.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "place"
    made.mkdir()
    return made


def names(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()}


def put(words: str) -> Callable[[BinaryIO], None]:
    def fill(stream: BinaryIO) -> None:
        stream.write(words.encode())

    return fill


def fill_folder(words: str, *, broken: Exception | None = None) -> Callable[[Path], None]:
    def fill(folder: Path) -> None:
        (folder / "data").mkdir()
        (folder / "data" / "a.txt").write_text(words)
        if broken:
            raise broken
        (folder / "b.txt").write_text(words)

    return fill


def write_folder(workspace: Workspace, target: Path, fill: Callable[[Path], None]) -> None:
    with placing(workspace) as there:
        there.folder(target, fill)


def test_what_belongs_together_gets_its_names_together_or_not_at_all(workspace: Workspace, place: Path) -> None:
    (place / "list").write_text("old list")
    with placing(workspace) as there:
        there.file(place / "a", put("new"))
        there.folder(place / "folder", fill_folder("new"))
        there.no_file(place / "list")
        assert {"a", "folder"}.isdisjoint(names(place))
        assert (place / "list").exists()
    assert names(place) == {"a", "folder"}

    def interrupted() -> None:
        with placing(workspace) as there:
            there.file(place / "a", put("newer"))
            there.folder(place / "folder", fill_folder("newer"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert ((place / "a").read_text(), (place / "folder" / "b.txt").read_text()) == ("new", "new")
    assert names(place) == {"a", "folder"}


@pytest.mark.parametrize(
    "broken", [OSError(errno.ENOSPC, "No space"), ExportFailed("It did not read back."), KeyError()]
)
def test_a_folder_that_is_not_whole_leaves_the_one_that_was_there(
    workspace: Workspace, place: Path, broken: Exception
) -> None:
    write_folder(workspace, place / "set", fill_folder("old"))
    assert names(place / "set") == {"data", "b.txt", MADE_BY}
    expected = "no room left" if isinstance(broken, OSError) else None
    with pytest.raises((ExportFailed, KeyError), match=expected):
        write_folder(workspace, place / "set", fill_folder("new", broken=broken))
    assert (place / "set" / "data" / "a.txt").read_text() == "old"
    assert names(place) == {"set"}
    write_folder(workspace, place / "set", fill_folder("newest"))
    assert (place / "set" / "data" / "a.txt").read_text() == "newest"
    assert names(place) == {"set"}


def test_a_folder_of_somebody_elses_is_never_replaced(workspace: Workspace, place: Path) -> None:
    (place / "photos").mkdir()
    (place / "photos" / "a.jpg").write_text("mine")
    (place / "file").write_text("mine")
    (place / "empty").mkdir()
    with pytest.raises(ExportFailed, match="holds other files; give the name of a new one"):
        write_folder(workspace, place / "photos", fill_folder("new"))
    with pytest.raises(ExportFailed, match="is a file, and this format writes a folder"):
        write_folder(workspace, place / "file", fill_folder("new"))
    with pytest.raises(ExportFailed, match="There is no folder"):
        write_folder(workspace, place / "no" / "set", fill_folder("new"))
    write_folder(workspace, place / "empty", fill_folder("new"))
    assert names(place) == {"photos", "file", "empty"}
    assert (place / "photos" / "a.jpg").read_text() == "mine"


def test_an_archive_is_whole_or_the_old_one_and_the_same_bytes_each_time(workspace: Workspace, place: Path) -> None:
    target = place / "set.zip"
    write_folder(workspace, target, fill_folder("old"))
    before = target.read_bytes()
    time.sleep(0.01)
    write_folder(workspace, target, fill_folder("old"))
    assert target.read_bytes() == before
    with pytest.raises(ExportFailed, match="no room left"):
        write_folder(workspace, target, fill_folder("new", broken=OSError(errno.ENOSPC, "No space")))
    assert target.read_bytes() == before
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == ["b.txt", "data/a.txt"]
    assert names(place) == {"set.zip"}
    zip_folder(place, place / "again.zip")


def test_a_name_beside_a_file() -> None:
    assert companion(Path("out/tasks.json"), "-config.xml") == Path("out/tasks-config.xml")


_KILLED = """
import sys, time
from pathlib import Path
from uuid import uuid4
from annotator.operations.placing import placing
from annotator.operations.projects import open_project

def fill(folder):
    (folder / "half.txt").write_text("half")
    print("writing", flush=True)
    time.sleep(60)

with placing(open_project(sys.argv[1], uuid4())) as there:
    there.folder(Path(sys.argv[2]), fill)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_killed_export_leaves_the_old_folder_and_is_cleaned_up_later(
    workspace: Workspace, project_path: Path, place: Path
) -> None:
    target = place / "set"
    write_folder(workspace, target, fill_folder("old"))
    command = [sys.executable, "-c", _KILLED, str(project_path), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
    assert (target / "b.txt").read_text() == "old"
    (left,) = place.glob(".annotator-*.part")
    write_folder(workspace, target, fill_folder("new"))
    assert left.exists()  # it might still be at work
    for path in (*left.rglob("*"), left):
        os.utime(path, (0, 0))
    write_folder(workspace, target, fill_folder("newer"))
    assert names(place) == {"set"}


def test_a_folder_that_was_taken_away_and_never_replaced_comes_back(workspace: Workspace, place: Path) -> None:
    """Killed between the two renames, an export leaves the old dataset aside only."""
    left = place / ".annotator-0123456789abcdef.part"
    (left / "old" / "set").mkdir(parents=True)
    (left / "old" / "set" / "a.txt").write_text("all there is")
    (left / "made").mkdir()
    for path in (*left.rglob("*"), left):
        os.utime(path, (0, 0))
    write_file(workspace, place / "other", put("x"))
    assert names(place) == {"other", "set"}
    assert (place / "set" / "a.txt").read_text() == "all there is"


def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_file(workspace: Workspace, place: Path) -> None:
    target = place / "out.txt"
    write_file(workspace, target, put("old"))

    def much(stream: BinaryIO) -> None:
        for _ in range(64):
            stream.write(b"x" * 65_536)
            stream.flush()

    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
    try:
        with pytest.raises(ExportFailed, match="cannot be written"):
            write_file(workspace, target, much)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_text() == "old"
    assert names(place) == {"out.txt"}


def test_a_name_that_cannot_be_is_told(place: Path) -> None:
    with pytest.raises(ExportFailed, match="Choose another place"):
        is_device(place / ("x" * 300))
