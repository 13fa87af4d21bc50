"""One reading process, as the process that asks sees it."""

import time
from collections import deque
from multiprocessing import get_context
from multiprocessing.connection import Connection

from annotator.formats.limits import Limits
from annotator.reading import worker
from annotator.reading.messages import Answer, Finished, Job, Ready, packed_job, packed_limits, unpacked_answer

_SECONDS_TO_END = 2.0


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
            target=worker.serve, args=(jobs, answers, packed_limits(limits)), name="reading", daemon=True
        )
        self._process.start()
        jobs.close()
        answers.close()
        self.started = False
        self.asked: deque[int] = deque()
        self.heard_at = self.job_began_at = time.monotonic()

    @property
    def connection(self) -> Connection:
        """What becomes readable when the process has answered or ended."""
        return self.answers

    def ask(self, number: int, job: Job) -> None:
        """Give it one more job. Raises OSError when it has ended.

        One that carries bytes must wait until nothing else is asked: both sides would wait to be read.
        """
        if not self.asked:
            self.heard_at = self.job_began_at = time.monotonic()
        self._jobs.send_bytes(packed_job(job))
        self.asked.append(number)

    def hear(self) -> Answer:
        """The next answer, a Ready first. Raises EOFError or OSError when it has ended, ValueError for no answer."""
        answer = unpacked_answer(self.answers.recv_bytes())
        self.heard_at = time.monotonic()
        if isinstance(answer, Ready):
            self.started = True
            self.job_began_at = self.heard_at
        elif isinstance(answer, Finished):
            self.asked.popleft()
            self.job_began_at = self.heard_at
        return answer

    def end(self) -> None:
        """Make an end of it, whatever it is at."""
        self._jobs.close()
        self._process.kill()
        self._process.join(_SECONDS_TO_END)
        self.answers.close()
