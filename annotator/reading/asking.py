"""One question about one file, answered by a reading process: what is in it to choose from?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from annotator.errors import UnreadableInput
from annotator.formats.columns import TablePreview
from annotator.formats.feed import FeedEntry
from annotator.reading.choices import FEED, TABLE
from annotator.reading.messages import Failed, Job, Told
from annotator.reading.pool import shared_pool


def table_of(path: str) -> TablePreview:
    """The first rows of a table of articles, and which columns are guessed. Raises UnreadableInput."""
    with _as_agreed():
        headings, rows, guess, sheets = _ask(Job(path, wanted=TABLE))
        return TablePreview(tuple(headings), tuple(map(tuple, rows)), dict(guess), tuple(sheets))


def entries_of(job: Job) -> list[FeedEntry]:
    """What the feed that a job names offers. Raises UnreadableInput."""
    parts = Job(job.path, job.content, job.options, name=job.name, wanted=FEED)
    with _as_agreed():
        return [FeedEntry(*entry) for entry in _ask(parts)]


@contextmanager
def _as_agreed() -> Iterator[None]:
    """A process that was taken over by what it reads may answer anything; that is the file's fault, said in words."""
    try:
        yield
    except (TypeError, ValueError) as error:
        raise UnreadableInput("This file could not be understood; it is damaged, or made to do harm.") from error


def _ask(job: Job) -> Any:
    # To the end: a process that is still answering when nobody listens is of no further use.
    answers = [answer for _, answer in shared_pool().read([job])]
    for answer in answers:
        if isinstance(answer, Failed):
            raise UnreadableInput(answer.reason)
        if isinstance(answer, Told):
            return answer.value
    raise UnreadableInput("Nothing was said of this file; load it again.")
