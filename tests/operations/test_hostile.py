"""Whatever is in a file, it is loaded or refused in a sentence, in bounds, and the files beside it are loaded.

`ANNOTATOR_GIANTS=1` also loads what takes minutes: the largest files that pass, and those that only the clock and the
limit on memory stop.
"""

import os
import re
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

import pytest

from annotator.formats.limits import LIMITS
from annotator.operations import documents, loading
from annotator.reading.pool import shared_pool
from tests.formats.every_kind import KINDS
from tests.formats.giant_files import GIANTS
from tests.formats.hostile_files import HOSTILE, SENTENCE, Hostile
from tests.formats.stumbling_files import PIECES, WRAPPED, stumbling
from tests.store.desk import Desk

resource = pytest.importorskip("resource")

giants = pytest.mark.skipif("ANNOTATOR_GIANTS" not in os.environ, reason="takes minutes")
SECONDS_FOR_ALL = 60.0  # on a busy machine; each by itself is far below
OUTSIDE = ("up.txt", "root.txt", "outside.txt", "escaped.txt", "C:\\root.txt")
SAID_OF_TIME = "longer than the limit"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def load(desk: Desk, *paths: Path) -> loading.LoadReport:
    """Load in processes of its own, so that what they may do and what they took is this test's."""
    shared_pool().shrink()
    report = loading.load_files(desk.workspace, paths, desk.ana, detect_language=False)
    shared_pool().shrink()
    return report


def good_files(folder: Path, count: int = 5) -> list[Path]:
    paths = [folder / f"good {number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"{SENTENCE}{number}")
    return paths


def between(hostile: Sequence[Path], good: Sequence[Path]) -> list[Path]:
    """The hostile ones in their order, with the good ones spread between them."""
    step = max(len(hostile) // len(good), 1)
    mixed: list[Path] = []
    left = list(good)
    for at, path in enumerate(hostile):
        if at % step == 0 and left:
            mixed.append(left.pop(0))
        mixed.append(path)
    return mixed + left


def told_of(report: loading.LoadReport, path: Path) -> list[str]:
    return [failure.reason for failure in report.failed if failure.path == str(path)]


def loaded_from(report: loading.LoadReport) -> set[str]:
    return {article.path for article in report.loaded} | {duplicate.path for duplicate in report.duplicates}


def unlike_sentences(report: loading.LoadReport) -> list[str]:
    """Reasons that are not one plain sentence, or that show what only a programmer understands."""
    form = re.compile(r"[^\n\r\0]{10,700}[.”]")
    strange = re.compile(r"Traceback|Error\b|Exception|0x[0-9a-f]{4}|None\b")
    return [said.reason for said in report.failed if not form.fullmatch(said.reason) or strange.search(said.reason)]


def check(desk: Desk, shelf: Path, hostile: Sequence[Hostile], seconds: float) -> None:
    good = good_files(shelf)
    paths = [file.write(shelf) for file in hostile]
    before = sorted(shelf.iterdir())
    began = time.monotonic()
    report = load(desk, *between(paths, good))
    assert time.monotonic() - began < seconds

    assert {str(path) for path in good} <= loaded_from(report)
    wrong = [
        (file.name, told)
        for file, path in zip(hostile, paths, strict=True)
        if not _as_said(file.said, told := told_of(report, path), str(path) in loaded_from(report))
    ]
    assert wrong == []
    assert unlike_sentences(report) == []
    assert report.not_reached == []
    assert sorted(shelf.iterdir()) == before
    _nothing_is_outside(shelf)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < LIMITS.memory_bytes
    assert desk.problems() == []


def _as_said(said: str, told: list[str], loaded: bool) -> bool:
    if said:
        return any(said in reason for reason in told)
    return (loaded or bool(told)) and not any(SAID_OF_TIME in reason for reason in told)


def _nothing_is_outside(shelf: Path) -> None:
    folders = (shelf, shelf.parent, Path.cwd(), Path("/tmp"), Path("/"))
    assert [folder / name for folder in folders for name in OUTSIDE if (folder / name).exists()] == []


def test_files_made_to_harm_are_refused_or_read(desk: Desk, shelf: Path) -> None:
    check(desk, shelf, HOSTILE, SECONDS_FOR_ALL)


def test_strings_that_expressions_stumble_over(desk: Desk, shelf: Path) -> None:
    kinds = sorted(WRAPPED)
    some = [file for at, piece in enumerate(PIECES) for file in stumbling(20_000, [piece], _turn(kinds, at, 4))]
    check(desk, shelf, some, SECONDS_FOR_ALL)


def _turn(kinds: Sequence[str], at: int, count: int) -> Iterable[str]:
    """So many kinds for each string that over all strings every kind has its turn."""
    return {kinds[(at * count + step) % len(kinds)] for step in range(count)} | {"txt"}


@giants
@pytest.mark.parametrize("file", GIANTS, ids=lambda file: file.name)
def test_giants(file: Hostile, desk: Desk, shelf: Path) -> None:
    check(desk, shelf, [file], 200)


@giants
@pytest.mark.parametrize("piece", PIECES)
def test_long_strings_that_expressions_stumble_over(piece: str, desk: Desk, shelf: Path) -> None:
    check(desk, shelf, list(stumbling(300_000, [piece])), 200)


def test_every_kind_under_every_ending(desk: Desk, shelf: Path) -> None:
    """Each is read as what it is where its bytes say so; by its right ending it always is."""
    paths = []
    for kind, content in KINDS.items():
        for ending in (*KINDS, ".doc", ""):
            path = shelf / f"{kind[1:]} as {ending[1:]}{ending}"
            path.write_bytes(content)
            paths.append(path)
    report = load(desk, *paths)
    done = loaded_from(report)
    assert [kind for kind in KINDS if str(shelf / f"{kind[1:]} as {kind[1:]}{kind}") not in done] == []
    assert [path.name for path in paths if str(path) not in done and not told_of(report, path)] == []
    assert unlike_sentences(report) == []
    assert not any(SAID_OF_TIME in failure.reason or "broke" in failure.reason for failure in report.failed)
    assert desk.problems() == []


# Names, links and devices


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow fewer names")
def test_names_that_no_person_gave(desk: Desk, shelf: Path) -> None:
    names = [
        b"caf\xe9.txt",
        b"\xff\xfe.txt",
        b"a\nb\rc.txt",
        "\u202etxt.exe\u202c.txt".encode(),
        b"\x01\x1b[31m\x7f.txt",
        b"-rf.txt",
        b"$(touch escaped.txt).txt",
        b"%s%n{0}.txt",
        b"a" * 250 + b".txt",
        "ก็".encode() * 40 + b".txt",
        b" .txt",
        b"CON.txt",
    ]
    paths = [Path(os.fsdecode(os.fsencode(shelf) + b"/" + name)) for name in names]
    for number, path in enumerate(paths):
        path.write_text(f"{SENTENCE}{number}")
    beyond = [shelf / ("a" * 1_000 + ".txt"), Path("a" * 5_000), shelf / "nul\0.txt"]
    report = load(desk, shelf, *beyond)
    assert loaded_from(report) == set(map(str, paths))
    assert len(report.failed) == len(beyond)
    assert unlike_sentences(report) == []
    assert desk.problems() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
def test_links_pipes_and_devices(desk: Desk, shelf: Path) -> None:
    inside = shelf / "inside"
    inside.mkdir()
    (inside / "good.txt").write_text(SENTENCE)
    (inside / "again").symlink_to(shelf)
    (inside / "again.txt").symlink_to(shelf)
    (shelf / "loop.txt").symlink_to(shelf / "pool.txt")
    (shelf / "pool.txt").symlink_to(shelf / "loop.txt")
    (shelf / "gone.txt").symlink_to(shelf / "nowhere.txt")
    (shelf / "zero.txt").symlink_to("/dev/zero")
    (shelf / "link.txt").symlink_to(inside / "good.txt")
    os.mkfifo(shelf / "pipe.txt")
    devices = [Path(name) for name in ("/dev/zero", "/dev/full", "/dev/null", "/dev/tty", "/dev/stdin")]
    began = time.monotonic()
    report = load(desk, shelf, shelf / "pipe.txt", *devices, shelf / "inside" / "again" / "inside" / "good.txt")
    assert time.monotonic() - began < 20
    assert len(report.loaded) == 1
    assert {Path(duplicate.path).name for duplicate in report.duplicates} <= {"good.txt", "link.txt"}
    assert {Path(failure.path).name for failure in report.failed} >= {
        "loop.txt", "pool.txt", "gone.txt", "zero.txt", "pipe.txt", "zero", "full", "null",
    }  # fmt: skip
    assert unlike_sentences(report) == []


def test_what_proc_claims_to_be_files(desk: Desk) -> None:
    named = [Path("/proc/self/mem"), Path("/proc/self/environ"), Path("/proc/kmsg"), Path("/sys/kernel/profiling")]
    there = [path for path in named if path.exists()]
    report = load(desk, *there)
    assert {failure.path for failure in report.failed} == set(map(str, there))
    assert unlike_sentences(report) == []


# Files that change meanwhile


def disturb(unsteady: Sequence[Path], stopped: threading.Event) -> None:
    """Each is written anew, in three pieces, of one letter at a time; then cut or lengthened; then gone."""
    for turn in count():
        for path in unsteady:
            if stopped.is_set():
                return
            if turn % 3 == 0:
                path.unlink(missing_ok=True)
            elif turn % 3 == 1:
                with path.open("wb", buffering=0) as file:
                    for _ in range(3):
                        file.write(b"abcdefgh"[turn % 8 : turn % 8 + 1] * (turn * 997 % 50_000 + 1))
            elif path.exists():
                os.truncate(path, turn % 1_000)


def test_files_that_change_while_they_are_read(desk: Desk, shelf: Path) -> None:
    good = good_files(shelf, 60)
    unsteady = [shelf / f"unsteady {number}.txt" for number in range(12)]
    for path in unsteady:
        path.write_bytes(SENTENCE.encode() * 2_000)
    stopped = threading.Event()
    disturber = threading.Thread(target=disturb, args=(unsteady, stopped))
    disturber.start()
    try:
        report = load(desk, *between(unsteady, good[:12]), *good[12:])
    finally:
        stopped.set()
        disturber.join()
    done = loaded_from(report)
    assert {str(path) for path in good} <= done
    assert {str(path) for path in unsteady} == {failure.path for failure in report.failed} | (
        done - {str(path) for path in good}
    )
    assert unlike_sentences(report) == []
    for article in report.loaded:
        if "unsteady" in article.path:  # never half of one state and half of another
            text = documents.read_document(desk.workspace, article.id).text
            assert len(set(text) - {"\0"}) == 1 or text == (SENTENCE * 2_000)[: len(text)]
    assert desk.problems() == []


def test_a_project_that_is_closed_meanwhile(desk: Desk, shelf: Path) -> None:
    paths = good_files(shelf, 300)
    begun, reports = threading.Event(), list[loading.LoadReport]()

    def load_all() -> None:
        reports.append(loading.load_files(desk.workspace, paths, desk.ana, progress=lambda *_: begun.set()))

    thread = threading.Thread(target=load_all)
    thread.start()
    assert begun.wait(60)
    desk.workspace.close()
    thread.join(60)
    (report,) = reports
    assert {failure.reason for failure in report.failed} <= {
        "This project has been closed; nothing was changed. Open it again."
    }
    assert sorted(loaded_from(report) | {failure.path for failure in report.failed}) == sorted(map(str, paths))
    desk.reopen()
    assert len(desk.rows()["document"]) == len(report.loaded)
    assert desk.problems() == []
