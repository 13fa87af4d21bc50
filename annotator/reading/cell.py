"""One reading process, as the process that asks sees it."""

import time
from collections import deque
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from annotator.formats.limits import Limits
from annotator.reading.messages import Answer, Finished, Job, Ready, packed_job, packed_limits, unpacked_answer

_SECONDS_TO_END = 2.0
_FITS = 4_000  # bytes that any system takes between two processes though nobody reads them


class Cell:
    """A process and what it has been asked.

    `started` is True from when it is there to read. `asked` are the numbers of the jobs it has not finished, the
    one that it is at first. `heard_at` is when it was last heard of, or last listened to, on the monotonic clock.
    """

    def __init__(self, limits: Limits) -> None:
        # Not forked: a copy of a process with threads and a window would inherit their locks.
        context = get_context("spawn")
        jobs, self._jobs = context.Pipe(duplex=False)
        self.answers, answers = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_serve, args=(jobs, answers, packed_limits(limits)), name="reading", daemon=True
        )
        self._process.start()
        jobs.close()
        answers.close()
        self._limits = limits
        self._sizes: deque[int] = deque()
        self._sending: Thread | None = None
        self.started = False
        self.asked: deque[int] = deque()
        self.heard_at = self.job_began_at = time.monotonic()

    @property
    def connection(self) -> Connection:
        """What becomes readable when the process has answered or ended."""
        return self.answers

    def ask(self, number: int, job: Job) -> bool:
        """Give it one more job; False when it must finish others first. Raises OSError when it has ended.

        Nobody may wait here: the process may be waiting to be heard, or not be there to listen any more.
        """
        message = packed_job(job)
        if self.asked and sum(self._sizes) + len(message) > _FITS:
            return False
        if not self.asked:
            self.heard_at = self.job_began_at = time.monotonic()
        if len(message) > _FITS:
            self._sending = Thread(target=self._send, args=(message,), name="asking", daemon=True)
            self._sending.start()
        else:
            self._jobs.send_bytes(message)
        self.asked.append(number)
        self._sizes.append(len(message))
        return True

    def _send(self, message: bytes) -> None:
        with suppress(OSError):  # it has ended, which is noticed where it is heard
            self._jobs.send_bytes(message)

    def hear(self) -> Answer:
        """The next answer, a Ready first. Raises EOFError or OSError when it has ended, ValueError for no answer."""
        answer = unpacked_answer(self.answers.recv_bytes(self._limits.memory_bytes))
        self.heard_at = time.monotonic()
        if isinstance(answer, Ready):
            if self.started:
                raise ValueError("it cannot start twice")
            self.started = True
            self.job_began_at = self.heard_at
        elif isinstance(answer, Finished):
            self.asked.popleft()
            self._sizes.popleft()
            self.job_began_at = self.heard_at
        return answer

    def kill(self) -> None:
        """Make an end of the process, from any thread; whoever listens to it hears that it has ended."""
        self._process.kill()

    def end(self) -> None:
        """Make an end of it, whatever it is at."""
        self._process.kill()
        if self._sending is not None:
            self._sending.join()
        self._jobs.close()
        self._process.join(_SECONDS_TO_END)
        self.answers.close()


def _serve(jobs: Connection, answers: Connection, packed: bytes) -> None:
    """What the process does."""
    from annotator.reading import worker  # every reader there is, which the process that asks has no need of

    worker.serve(jobs, answers, packed)
