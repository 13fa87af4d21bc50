"""The process that reads: takes one job after the other, answers, ends when nobody asks any more."""

import gc
import logging
import os
import signal
from collections.abc import Iterator
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import PurePath
from threading import Thread

from annotator import formats
from annotator.core.records import Unread
from annotator.errors import AnnotatorError
from annotator.formats.limits import megabytes
from annotator.reading.choices import ARTICLES, CHOICES
from annotator.reading.confinement import confine
from annotator.reading.files import read_file, reason_of
from annotator.reading.messages import (
    Answer,
    Article,
    Failed,
    Finished,
    Job,
    Ready,
    Told,
    packed_answer,
    unpacked_job,
    unpacked_limits,
)
from annotator.reading.preparing import prepare

_MADE_BETWEEN_COLLECTIONS = 20_000  # objects: those of some articles
_BROKEN = "This file could not be understood; it is damaged, or of a kind that the program does not know well enough."


def serve(jobs: Connection, answers: Connection, packed_limits: bytes) -> None:
    """Answer jobs until the other end is closed."""
    limits = unpacked_limits(packed_limits)
    formats.all_formats()  # imported while this process may still do anything
    logging.disable()  # libraries complain to a screen that nobody sees
    confine(limits)
    # What has been imported stays, and looking through it again and again takes a fifth of the time.
    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_COLLECTIONS)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    try:
        answers.send_bytes(packed_answer(Ready()))
        while True:
            job = unpacked_job(jobs.recv_bytes(), limits)
            for answer in _timed(answers_to(job), limits.file_seconds):
                answers.send_bytes(packed_answer(answer))
            answers.send_bytes(packed_answer(Finished()))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """Ends this process when the one that asks was killed, unless a library keeps everything else from running."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _timed(answers: Iterator[Answer], seconds: float) -> Iterator[Answer]:
    """The answers; the system ends the process when one takes so long, should nobody be there to do it."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield from answers
        return
    while True:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        answer = next(answers, None)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if answer is None:
            return
        yield answer


def answers_to(job: Job) -> Iterator[Answer]:
    """Everything that comes of a job but its end. Never raises for what is in a file."""
    limits = job.options.limits
    name = PurePath(job.path).name if job.name is None else job.name
    try:
        content = read_file(job.path, limits) if job.content is None else job.content
        if job.wanted != ARTICLES:
            yield Told(CHOICES[job.wanted](content, name, job.options))
            return
        count, unread = 0, False
        for found in formats.read(content, name, job.options):
            if isinstance(found, Unread):
                unread = True
                yield Failed(found.name, found.reason)
                continue
            count += 1
            if count > limits.articles:
                yield Failed("", f"There are more than {limits.articles:,} articles in it; the rest was not read.")
                return
            yield Article(prepare(found, job.policy, detect_language=job.detect_language))
        if not count and not unread:
            yield Failed("", "There is no article in it.")
    except AnnotatorError as error:
        yield Failed("", str(error))
    except MemoryError:
        yield Failed("", f"Reading it takes more memory than the limit of {megabytes(limits.memory_bytes)}.")
    except OSError as error:
        yield Failed("", reason_of(error))
    except Exception:  # a library's own error about bytes that somebody else wrote
        yield Failed("", _BROKEN)
