"""Files read in processes of their own, on every core, in the order in which they were asked for.

A process that takes too long or breaks off takes one file with it, never the program: that file is reported,
the rest goes on in a new process.
"""

import atexit
import os
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path
from threading import Lock

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, Limits
from annotator.reading.cell import Cell
from annotator.reading.messages import Answer, Failed, Finished, Job, Ready
from annotator.reading.watch import Watch

_MOST_CELLS = 4
_AHEAD = 16  # jobs that a process has in hand, so that it never waits
_WORTH_A_CELL = 4  # so many jobs are read before another process has started
_LARGE_BYTES = 10_000_000
_SECONDS_TO_START = 60.0
_TICK = 0.05  # seconds after which the clock and the person are looked at
_AT_ONCE = 64  # answers taken from one process before the others are looked at
_MOST_STILLBORN = 3
_MOST_HELD = 4_000  # answers out of turn that are kept; a process that is further ahead waits

_ENDED = (
    "The file broke the program that read it, and only that: it is damaged, or takes more memory than the limit of "
    "{megabytes:,} MB. Save it in another format and load that."
)
_CANNOT_START = "The process that reads files does not start; the log says why. Install the program anew."
_TOO_LONG = "Reading it took longer than the limit of {seconds:g} seconds. Split it, or save it in another format."

IsCancelled = Callable[[], bool]


class Pool:
    """Reading processes, kept for the next files until `shrink` or `close`."""

    def __init__(self, limits: Limits = LIMITS, most: int | None = None) -> None:
        self._limits = limits
        self._most = most or max(1, min(_MOST_CELLS, os.cpu_count() or 1))
        self._idle: list[Cell] = []
        self._lock = Lock()

    def read(self, jobs: Sequence[Job], cancelled: IsCancelled = lambda: False) -> Iterator[tuple[int, Answer]]:
        """What comes of each job, by its number, in their order; a Finished ends each. Stops early when cancelled."""
        if not jobs:
            return
        wanted = max(1, min(self._most, len(jobs) // _WORTH_A_CELL))
        reading = _Reading(jobs, self._limits)
        try:
            for _ in range(wanted):
                reading.cells.append(self._take())
            yield from reading.run(cancelled)
        except BlockingIOError as error:
            raise UnreadableInput(_CANNOT_START) from error
        finally:
            reading.watch.stop()
            for cell in reading.cells:
                self._give_back(cell)

    def shrink(self) -> None:
        """End the processes that nobody uses."""
        with self._lock:
            idle, self._idle = self._idle, []
        for cell in idle:
            cell.end()

    def _take(self) -> Cell:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Cell(self._limits)

    def _give_back(self, cell: Cell) -> None:
        if cell.asked:  # somebody stopped listening: what it would answer is nobody's
            cell.end()
            return
        with self._lock:
            self._idle.append(cell)


class _Reading:
    """One call of `Pool.read`: who has which job, and which answers wait for their turn."""

    def __init__(self, jobs: Sequence[Job], limits: Limits) -> None:
        self.cells: list[Cell] = []
        self._jobs = jobs
        self._limits = limits
        self._next = 0  # the first job that nobody has
        self._again: deque[int] = deque()  # jobs of a process that ended before it came to them
        self._turn = 0  # the job whose answers are due
        self._held: dict[int, list[Answer]] = defaultdict(list)
        self._stillborn = 0  # processes that ended before they were there, one after the other
        self.watch = Watch(limits.seconds)

    def run(self, cancelled: IsCancelled) -> Iterator[tuple[int, Answer]]:
        while self._turn < len(self._jobs):
            if cancelled():
                return
            for cell in list(self.cells):
                self._deal(cell)
            for cell in self._with_answers():
                self._listen(cell)
            self._look_at_the_clock()
            yield from self._due(cancelled)

    def _deal(self, cell: Cell) -> None:
        """Give a process work, so that it has some in hand."""
        while len(cell.asked) < _AHEAD:
            number = self._again[0] if self._again else self._next
            if number >= len(self._jobs):
                return
            job = self._jobs[number]
            if cell.asked and (job.content is not None or self._jobs[cell.asked[-1]].content is not None):
                return
            try:
                if not cell.ask(number, job):
                    return
            except OSError:
                self._replace_ended(cell)
                return
            if self._again:
                self._again.popleft()
            else:
                self._next += 1

    def _with_answers(self) -> list[Cell]:
        """The processes that have answered: all that work, but one that is far ahead only in its turn."""
        full = sum(map(len, self._held.values())) >= _MOST_HELD
        now = time.monotonic()
        heard: dict[object, Cell] = {}
        for cell in self.cells:
            if not cell.asked:
                continue
            if full and cell.asked[0] != self._turn:
                cell.heard_at = cell.job_began_at = now  # it waits for us, not we for it
            else:
                heard[cell.connection] = cell
        return [heard[ready] for ready in wait(list(heard), _TICK)]  # type: ignore[arg-type]

    def _listen(self, cell: Cell) -> None:
        """Take what a process has said, all of it that is there."""
        try:
            for _ in range(_AT_ONCE):
                number = cell.asked[0]
                with self.watch.over(cell.kill):
                    answer = cell.hear()
                if isinstance(answer, Ready):
                    self._stillborn = 0
                else:
                    self._held[number].append(answer)
                if not cell.asked or not cell.connection.poll():
                    return
        except (EOFError, OSError, ValueError):
            self._replace_ended(cell)

    def _look_at_the_clock(self) -> None:
        now = time.monotonic()
        for cell in list(self.cells):
            if not cell.asked:
                continue
            if not cell.started:
                if now - cell.heard_at > _SECONDS_TO_START:
                    self._replace_ended(cell)
                continue
            article = self._seconds_for(cell.asked[0], now - cell.heard_at)
            for since, most in ((cell.heard_at, article), (cell.job_began_at, self._limits.file_seconds)):
                if now - since > most:
                    self._blame(cell, _TOO_LONG.format(seconds=most))
                    self._replace(cell)
                    break

    def _seconds_for(self, number: int, taken: float) -> float:
        """How long an article of this file may take: the limit, and as much again for each large part of the file."""
        if taken <= self._limits.seconds:
            return self._limits.seconds  # nobody need look how large the file is
        job = self._jobs[number]
        try:
            size = Path(job.path).stat().st_size if job.content is None else len(job.content)
        except OSError:
            size = 0
        return self._limits.seconds * (1 + size // _LARGE_BYTES)

    def _replace_ended(self, cell: Cell) -> None:
        """A new process for one that ended by itself; unless none will start at all, which is no file's fault."""
        if cell.started and cell.asked:
            self._blame(cell, _ENDED.format(megabytes=self._limits.memory_bytes // 1_000_000))
        elif not cell.started:
            self._stillborn += 1
            if self._stillborn > _MOST_STILLBORN:
                raise UnreadableInput(_CANNOT_START)
        self._replace(cell)

    def _blame(self, cell: Cell, reason: str) -> None:
        """The file that a process is at is not read; that is reported."""
        self._held[cell.asked.popleft()] += [Failed("", reason), Finished()]

    def _replace(self, cell: Cell) -> None:
        """A new process; what the old one was to read is read by whoever comes to it first."""
        self._again.extendleft(reversed(cell.asked))
        cell.asked.clear()
        cell.end()
        self.cells[self.cells.index(cell)] = Cell(self._limits)

    def _due(self, cancelled: IsCancelled) -> Iterator[tuple[int, Answer]]:
        """The answers whose turn it is, until somebody stops it."""
        while self._turn in self._held and not cancelled():
            number = self._turn
            answers = self._held.pop(number)
            if isinstance(answers[-1], Finished):
                self._turn += 1
            for answer in answers:
                yield number, answer
            if self._turn == number:
                return


_shared = Pool()


def shared_pool() -> Pool:
    """The program's one pool."""
    return _shared


atexit.register(_shared.shrink)
