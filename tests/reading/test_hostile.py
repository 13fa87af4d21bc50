"""The processes that read are killed, stopped and taken over; the program goes on and its report is exact."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from annotator.formats.limits import Limits
from annotator.reading import pool as pool_module
from annotator.reading.cell import Cell
from annotator.reading.messages import Answer, Article, Failed, Finished, Job
from annotator.reading.pool import Pool

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals kill and stop processes")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cells(monkeypatch: pytest.MonkeyPatch) -> list[Cell]:
    """Every process that is started."""
    made: list[Cell] = []

    class Noted(Cell):
        def __init__(self, limits: Limits) -> None:
            super().__init__(limits)
            made.append(self)

    monkeypatch.setattr(pool_module, "Cell", Noted)
    return made


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(Limits(seconds=2.0), most=2)
    yield made
    made.shrink()


def jobs(folder: Path, count: int, path: str = "{}.txt") -> list[Job]:
    made = []
    for number in range(count):
        place = folder / path.format(number)
        place.write_text(f"Article {number}.")
        made.append(Job(str(place), detect_language=False))
    return made


def check(found: list[tuple[int, Answer]], count: int) -> set[int]:
    """Every job has an article or a reason, in order, and an end; which have a reason."""
    numbers = [number for number, _ in found]
    assert numbers == sorted(numbers)
    assert [number for number, answer in found if isinstance(answer, Finished)] == list(range(count))
    read = [number for number, answer in found if isinstance(answer, Article)]
    failed = [number for number, answer in found if isinstance(answer, Failed)]
    assert (len(read), len(failed)) == (len({*read}), len({*failed}))
    # Both where a process was killed after it had told an article: who asked cannot know that it was the last one.
    assert {*read, *failed} == {*range(count)}
    texts = [answer.prepared.record.text for _, answer in found if isinstance(answer, Article)]
    assert texts == [f"Article {number}." for number in read]
    return set(failed)


def test_processes_killed_at_random_cost_one_file_each(pool: Pool, cells: list[Cell], tmp_path: Path) -> None:
    made = jobs(tmp_path, 2_000)
    over, kills = Event(), random.Random(7)
    killed: list[int] = []

    def kill() -> None:
        """Seldom before it is there: a process that never starts ends the load."""
        while not over.wait(kills.uniform(0.05, 0.3)):
            victim = kills.choice(cells[-2:])
            if victim._process.is_alive() and (victim.started or kills.random() < 0.1):
                victim._process.kill()
                killed.append(1)

    killer = Thread(target=kill)
    killer.start()
    try:
        found = []
        for answer in pool.read(made):
            found.append(answer)
            time.sleep(0.0005)  # as if it were stored
    finally:
        over.set()
        killer.join()
    assert len(check(found, 2_000)) <= len(killed)
    assert killed


def test_many_long_names_do_not_fill_the_way_to_a_process(pool: Pool, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_text("text\n" + "Harga naik. " * 50_000)
    made = [Job(str(large) if at % 9 == 0 else "a" * 60_000, detect_language=False) for at in range(40)]
    found = list(pool.read(made))
    assert [number for number, answer in found if isinstance(answer, Finished)] == list(range(40))
    assert sum(isinstance(answer, Article) for _, answer in found) == 5


def test_a_process_that_does_not_listen_is_ended(cells: list[Cell], tmp_path: Path) -> None:
    pool = Pool(Limits(seconds=0.5), most=1)
    list(pool.read(jobs(tmp_path, 1)))
    os.kill(cells[0]._process.pid or 0, signal.SIGSTOP)
    (_, answer), end = pool.read([Job("a.txt", b"Harga naik. " * 300_000)])
    assert isinstance(answer, Failed)
    assert "longer than the limit of 0.5 seconds" in answer.reason
    assert end == (0, Finished())
    pool.shrink()


def test_a_process_that_stops_in_the_middle_of_an_answer_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = jobs(tmp_path, 2)

    class Halting(Cell):
        def hear(self) -> Answer:
            if self.started and self.asked[0] == 0:
                os.kill(self._process.pid or 0, signal.SIGSTOP)
                while True:  # what it had said, and then what it never says
                    self.answers.recv_bytes()
            return super().hear()

    monkeypatch.setattr(pool_module, "Cell", Halting)
    pool = Pool(Limits(seconds=2.0), most=1)
    began = time.monotonic()
    assert check(list(pool.read(made)), 2) == {0}
    assert time.monotonic() - began < 10
    pool.shrink()


@pytest.mark.parametrize("rubbish", [ValueError("no answer"), EOFError(), OSError("too long")])
def test_a_process_that_answers_rubbish_is_replaced(
    rubbish: Exception, pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[int] = []

    class Taken(Cell):
        def hear(self) -> Answer:
            if self.started and not said:
                said.append(1)
                raise rubbish
            return super().hear()

    monkeypatch.setattr(pool_module, "Cell", Taken)
    assert len(check(list(pool.read(jobs(tmp_path, 30))), 30)) == 1


def test_stops_at_random_moments_leave_the_pool_whole(pool: Pool, tmp_path: Path) -> None:
    made, moments = jobs(tmp_path, 60), random.Random(3)
    for _ in range(12):
        end = time.monotonic() + moments.uniform(0, 0.15)
        numbers = [number for number, _ in pool.read(made, lambda end=end: time.monotonic() > end)]  # type: ignore[misc]
        assert numbers == sorted(numbers)
    assert check(list(pool.read(made)), 60) == set()


def test_two_loads_at_once_have_their_own_answers(pool: Pool, tmp_path: Path) -> None:
    found: dict[str, list[tuple[int, Answer]]] = {}
    threads = []
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        made = jobs(tmp_path / name, 100)
        threads.append(Thread(target=lambda name=name, made=made: found.update({name: list(pool.read(made))})))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [check(found[name], 100) for name in ("a", "b", "c")] == [set()] * 3
    names = {answer.prepared.record.file_name for _, answer in found["a"] if isinstance(answer, Article)}
    assert len(names) == 100


def test_no_process_outlives_a_program_that_was_killed(tmp_path: Path) -> None:
    paths = [job.path for job in jobs(tmp_path, 40)]
    script = tmp_path / "child.py"
    script.write_text(
        "import sys, time\n"
        "from annotator.reading.messages import Job\n"
        "from annotator.reading.pool import Pool\n"
        "if __name__ == '__main__':\n"
        "    pool = Pool(most=2)\n"
        "    for _ in range(2): list(pool.read([Job(path) for path in sys.argv[1:]]))\n"
        "    print(*(cell._process.pid for cell in pool._idle), flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    child = subprocess.Popen([sys.executable, script, *paths], stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    readers = list(map(int, child.stdout.readline().split()))
    assert readers
    child.kill()
    child.wait()
    child.stdout.close()
    end = time.monotonic() + 10
    while (left := [reader for reader in readers if _is_alive(reader)]) and time.monotonic() < end:
        time.sleep(0.05)
    assert left == []


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
