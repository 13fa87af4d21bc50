"""Files are read in order, on every core; one that hangs or breaks its process takes nothing else with it."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits
from annotator.reading import pool as pool_module
from annotator.reading.cell import Cell
from annotator.reading.messages import Answer, Article, Failed, Finished, Job
from annotator.reading.pool import Pool, shared_pool


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(Limits(seconds=1.0), most=2)
    yield made
    made.shrink()


def jobs(folder: Path, count: int, words: str = "Article") -> list[Job]:
    made = []
    for number in range(count):
        path = folder / f"{number:04}.txt"
        path.write_text(f"{words} {number}.")
        made.append(Job(str(path), detect_language=False))
    return made


def gist(answers: Iterator[tuple[int, Answer]]) -> list[tuple[int, str]]:
    return [
        (number, answer.prepared.record.text if isinstance(answer, Article) else type(answer).__name__)
        for number, answer in answers
    ]


def started(pool: Pool, folder: Path) -> None:
    """All processes of the pool have read something."""
    while not pool._idle or not all(cell.started for cell in pool._idle):
        list(pool.read(jobs(folder, 40)))


def expected(count: int) -> list[tuple[int, str]]:
    return [told for number in range(count) for told in ((number, f"Article {number}."), (number, "Finished"))]


def test_answers_come_in_the_order_of_the_jobs(pool: Pool, tmp_path: Path) -> None:
    assert gist(pool.read(jobs(tmp_path, 200))) == expected(200)
    assert len(pool._idle) == 2


def test_processes_are_used_again(pool: Pool, tmp_path: Path) -> None:
    list(pool.read(jobs(tmp_path, 1)))
    (cell,) = pool._idle
    list(pool.read(jobs(tmp_path, 1)))
    assert pool._idle == [cell]
    pool.shrink()
    assert pool._idle == []
    assert not cell._process.is_alive()


def test_bytes_are_read_like_files() -> None:
    pool = Pool(most=2)
    large = b"Harga naik. " * 200_000  # more than a pipe holds, there and back
    made = [Job(f"{number}.txt", large + str(number).encode(), detect_language=False) for number in range(5)]
    found = [answer for _, answer in pool.read(made) if isinstance(answer, Article)]
    assert [answer.prepared.record.text[-1] for answer in found] == list("01234")
    pool.shrink()


def test_nothing_to_read_starts_nothing(pool: Pool) -> None:
    assert list(pool.read([])) == []
    assert pool._idle == []


@pytest.mark.skipif(os.name == "nt", reason="signals stop processes")
def test_a_reader_that_hangs_is_ended_and_the_rest_is_read(pool: Pool, tmp_path: Path) -> None:
    started(pool, tmp_path)
    for cell in pool._idle:
        assert cell._process.pid
        os.kill(cell._process.pid, signal.SIGSTOP)
    began = time.monotonic()
    found = list(pool.read(jobs(tmp_path, 40)))
    failed = [(number, answer.reason) for number, answer in found if isinstance(answer, Failed)]
    assert len(failed) == 2
    assert [reason for _, reason in failed if "longer than the limit of 1 seconds" not in reason] == []
    assert [number for number, answer in found if isinstance(answer, Finished)] == list(range(40))
    assert sum(isinstance(answer, Article) for _, answer in found) == 38
    assert time.monotonic() - began < 10


def test_a_large_file_has_more_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_LARGE_BYTES", 100)
    pool = Pool(Limits(seconds=0.5), most=1)
    list(pool.read(jobs(tmp_path, 1)))
    process = pool._idle[0]._process
    assert process.pid
    os.kill(process.pid, signal.SIGSTOP)
    Timer(1.0, lambda: os.kill(process.pid, signal.SIGCONT)).start()
    assert [type(answer) for _, answer in pool.read(jobs(tmp_path, 1, "Article " * 100))] == [Article, Finished]
    pool.shrink()


def test_a_reader_that_breaks_off_takes_one_file_with_it(pool: Pool, tmp_path: Path) -> None:
    list(pool.read(jobs(tmp_path, 8)))
    victim = pool._idle[0]
    reading = pool.read(jobs(tmp_path, 40))
    found = [next(reading)]
    victim._process.kill()
    found += reading
    assert [number for number, answer in found if isinstance(answer, Finished)] == list(range(40))
    failed = [answer.reason for _, answer in found if isinstance(answer, Failed)]
    assert len(failed) <= 1
    assert sum(isinstance(answer, Article) for _, answer in found) == 40 - len(failed)


def test_a_process_killed_while_idle_is_replaced(pool: Pool, tmp_path: Path) -> None:
    list(pool.read(jobs(tmp_path, 8)))
    for cell in pool._idle:
        cell._process.kill()
        cell._process.join()
    assert gist(pool.read(jobs(tmp_path, 10))) == expected(10)


def test_processes_that_never_start_are_not_started_for_ever(
    pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stillborn(Cell):
        def ask(self, number: int, job: Job) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(pool_module, "Cell", Stillborn)
    with pytest.raises(UnreadableInput, match="does not start"):
        list(pool.read(jobs(tmp_path, 1)))


def test_processes_that_end_as_they_start_are_not_started_for_ever(
    pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Cell] = []

    class ShortLived(Cell):
        def __init__(self, limits: Limits) -> None:
            super().__init__(limits)
            made.append(self)
            self._process.kill()
            self._process.join()

    monkeypatch.setattr(pool_module, "Cell", ShortLived)
    with pytest.raises(UnreadableInput, match="does not start"):
        list(pool.read(jobs(tmp_path, 100)))
    assert len(made) < 10


def test_a_stop_is_heeded_while_a_file_is_read(tmp_path: Path) -> None:
    pool = Pool(Limits(seconds=60))
    stopped: list[bool] = []
    list(pool.read(jobs(tmp_path, 1)))
    (cell,) = pool._idle
    assert cell._process.pid
    if os.name != "nt":
        os.kill(cell._process.pid, signal.SIGSTOP)
    Timer(0.2, lambda: stopped.append(True)).start()
    assert list(pool.read(jobs(tmp_path, 1), lambda: bool(stopped))) == []
    assert not cell._process.is_alive()
    assert pool._idle == []


def test_who_stops_listening_leaves_no_answers_behind(pool: Pool, tmp_path: Path) -> None:
    reading: Any = pool.read(jobs(tmp_path, 50))
    next(reading)
    reading.close()
    assert gist(pool.read(jobs(tmp_path, 10))) == expected(10)


def test_a_taker_who_is_slow_holds_a_fast_process_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_MOST_HELD", 4)
    pool = Pool(Limits(seconds=1.0), most=2)
    made = jobs(tmp_path, 60)
    for number, answer in pool.read(made):
        if number in (0, 30) and isinstance(answer, Finished):
            time.sleep(1.2)  # longer than a file may take: none of it is the process's fault
        assert not isinstance(answer, Failed)
    pool.shrink()


def test_the_program_has_one_pool() -> None:
    assert shared_pool() is shared_pool()
