"""Articles in: from files, folders, a paste or bytes fetched from an address to rows of the project.

The slow part (reading, decoding, finding furniture, language and sentences) happens in processes of its own
(annotator/reading); the edits here are short, so that a person who is tagging meanwhile waits for none of it.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from annotator import formats
from annotator.core.records import ArticleRecord, DocumentSummary
from annotator.errors import AlreadyLoaded, AnnotatorError, ProjectError, UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.plain_text import read_text
from annotator.operations.resplit import quote_policy
from annotator.operations.storing import store_articles
from annotator.reading.files import reason_of
from annotator.reading.messages import Answer, Article, Failed, Finished, Job
from annotator.reading.pool import shared_pool
from annotator.reading.preparing import Prepared, prepare
from annotator.store import queries
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Content = tuple[bytes, str, ReadOptions]
"""Bytes that are no file here: what they hold, what they are called, what is known of them."""

UNNAMED = "-"
"""What a report calls bytes that have no name."""

_BATCH = 32  # articles of the first batch
_LEAST, _MOST = 8, 128
_SECONDS_FOR_OTHERS = 0.002  # between two batches: whoever waits for a turn would lose it to the next batch else
_SECONDS_OF_WRITING = 0.015  # what a key press may have to wait for a batch; the next one is made to fit
_NOT_COUNTED = (".", "~$", "Thumbs.db", "desktop.ini")  # what systems and office programs leave in folders
_SECONDS_TOGETHER = 1.0  # an article that was read is in the project after this, though a batch is not full


@dataclass(frozen=True, slots=True)
class LoadedArticle:
    """An article that is in the project now."""

    id: UUID
    title: str
    language: str
    path: str


@dataclass(frozen=True, slots=True)
class Failure:
    """What was not loaded, and why, in one sentence. `part` names something inside the file at `path`."""

    path: str
    reason: str
    part: str = ""

    @property
    def name(self) -> str:
        """How a report calls it."""
        return f"{self.path}: {self.part}" if self.part else self.path


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose very bytes are in the project already, as document `id`."""

    path: str
    id: UUID


@dataclass(slots=True)
class LoadReport:
    """What became of each file.

    `notices` say of loaded articles what of their files is not in the text: (path, sentence). `skipped` counts
    files of loaded folders by their ending, which nothing reads. `cancelled`: the person stopped it; what is in
    `loaded` stays, `not_reached` are the files left over.
    """

    loaded: list[LoadedArticle] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    cancelled: bool = False
    not_reached: list[str] = field(default_factory=list)

    def add(self, other: "LoadReport") -> None:
        """Take in what another load reports."""
        self.loaded += other.loaded
        self.failed += other.failed
        self.duplicates += other.duplicates
        self.notices += other.notices
        self.skipped += other.skipped
        self.cancelled = self.cancelled or other.cancelled
        self.not_reached += other.not_reached


def load_files(
    workspace: Workspace,
    paths: Iterable[str | Path],
    annotator_id: UUID,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    *,
    detect_language: bool = True,
    options: ReadOptions = formats.PLAIN_OPTIONS,
    step: Step | None = None,
    alone: bool = False,
) -> LoadReport:
    """Load files and, for folders, the readable files in them, as one undo step (`step` where several loads are one).

    `alone`: nobody tags meanwhile in this program, so that larger batches keep nobody waiting.
    What cannot be read is listed with its reason, the rest is loaded. Never raises for a file.
    """
    report = LoadReport()
    policy = quote_policy(workspace)
    files = _expand(paths, report)
    jobs = [Job(path, None, options, policy, detect_language) for path in files]
    load = _Load(workspace, jobs, annotator_id, report, step)
    if alone:
        load.hurry()
    return load.run(progress, cancelled)


def load_contents(
    workspace: Workspace,
    contents: Sequence[Content],
    annotator_id: UUID,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    *,
    detect_language: bool = True,
    step: Step | None = None,
) -> LoadReport:
    """Load articles from bytes (fetched, dropped, from standard input) as one undo step, as `load_files` does."""
    policy = quote_policy(workspace)
    jobs = [
        Job(name or UNNAMED, content, options, policy, detect_language, name) for content, name, options in contents
    ]
    return _Load(workspace, jobs, annotator_id, LoadReport(), step).run(progress, cancelled)


def load_content(
    workspace: Workspace, content: bytes, name: str, annotator_id: UUID, *, detect_language: bool = True
) -> DocumentSummary:
    """Load one article from its bytes. `name` may be empty.

    Raises UnreadableInput, or AlreadyLoaded with the document that has the same bytes.
    """
    policy = quote_policy(workspace)
    job = Job(name or UNNAMED, content, policy=policy, detect_language=detect_language, name=name)
    load = _Load(workspace, [job], annotator_id, LoadReport())
    load.read_and_store()
    return _only_one(workspace, load.report)


def load_text(workspace: Workspace, text: str, annotator_id: UUID) -> DocumentSummary:
    """Load one article from text that a person has pasted; there is nothing in it to be careful of.

    Raises as `load_content` does.
    """
    record = read_text(text.encode("utf-8", "replace"), "", "utf-8")
    prepared = prepare(record, quote_policy(workspace))
    report = LoadReport()
    _store(workspace, [("", prepared)], annotator_id, Step(), report)
    return _only_one(workspace, report)


def _only_one(workspace: Workspace, report: LoadReport) -> DocumentSummary:
    if report.failed:
        raise UnreadableInput(report.failed[0].reason)
    if not report.loaded:
        raise AlreadyLoaded("This article is in the project already.", report.duplicates[0].id)
    with workspace.reading() as connection:
        return queries.document_summaries(connection, [report.loaded[0].id])[0]


class _Load:
    """One load: answers of the reading processes gathered into batches, each batch one edit of one undo step."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Sequence[Job],
        annotator_id: UUID,
        report: LoadReport,
        step: Step | None = None,
    ) -> None:
        self.report = report
        self._workspace, self._jobs, self._annotator_id = workspace, jobs, annotator_id
        self._step = step or Step()
        self._batch: list[tuple[str, Prepared]] = []
        self._began_at = 0.0
        self._size = _BATCH
        self._hurries = False
        self._finished = 0
        self._articles = 0

    def hurry(self) -> None:
        """Write as much at a time as pays, whoever waits."""
        self._size = _MOST
        self._hurries = True

    def run(self, progress: Progressed | None, cancelled: IsCancelled | None) -> LoadReport:
        """Read and store, and report what could not be."""
        try:
            self.read_and_store(progress, cancelled)
        except (ProjectError, UnreadableInput) as error:  # it takes no more; or no reading process starts
            self._give_up(error)
        self._tell(progress)
        return self.report

    def read_and_store(self, progress: Progressed | None = None, cancelled: IsCancelled | None = None) -> None:
        """Read and store. Raises ProjectError when the project takes no more; what was read then is kept here.

        Raises UnreadableInput when nothing can be read, whatever the file.
        """
        for number, answer in shared_pool().read(self._jobs, cancelled or (lambda: False)):
            self._take(self._jobs[number].path, answer)
            if self._is_time(isinstance(answer, Finished)):
                self._store_batch()
                self._tell(progress)
        self._store_batch()
        self.report.not_reached = [job.path for job in self._jobs[self._finished :]]
        self.report.cancelled = bool(self.report.not_reached)

    def _take(self, path: str, answer: Answer) -> None:
        if isinstance(answer, Article):
            if not self._batch:
                self._began_at = time.monotonic()
            self._batch.append((path, answer.prepared))
            self._articles += 1
        elif isinstance(answer, Failed):
            self.report.failed.append(Failure(path, answer.reason, answer.name))
        elif isinstance(answer, Finished):  # a process that was taken over may say what nobody asked: it is not heard
            self._finished += 1

    def _is_time(self, file_is_finished: bool) -> bool:
        """True when the batch is to be stored; not just before a file is finished, so that its end counts, too."""
        if not self._batch:
            return False
        full = len(self._batch) >= self._size + (not file_is_finished)
        return full or time.monotonic() - self._began_at > _SECONDS_TOGETHER

    def _store_batch(self) -> None:
        batch, self._batch = self._batch, []
        if batch:
            began = time.monotonic()
            try:
                _store(self._workspace, batch, self._annotator_id, self._step, self.report)
            except ProjectError:
                self._batch = batch
                raise
            if not self._hurries:
                self._fit_batch(len(batch), time.monotonic() - began)
                time.sleep(_SECONDS_FOR_OTHERS)

    def _fit_batch(self, stored: int, seconds: float) -> None:
        """Make the next batch as large as can be written while nobody notices, on this machine, at this moment."""
        fitting = round(stored * _SECONDS_OF_WRITING / max(seconds, 0.001))
        self._size = max(_LEAST, min(_MOST, fitting, 2 * self._size))

    def _give_up(self, error: AnnotatorError) -> None:
        """Nothing more can be stored, or read: say so first, for all that is left."""
        left = dict.fromkeys([*(path for path, _ in self._batch), *(job.path for job in self._jobs[self._finished :])])
        self.report.failed[:0] = [Failure(path, str(error)) for path in left]
        self._finished = len(self._jobs)

    def _tell(self, progress: Progressed | None) -> None:
        if progress and len(self._jobs) == 1 and not self._finished:
            progress(self._articles, 0)  # how many are in the one file nobody knows
        elif progress:
            progress(self._finished, len(self._jobs))


def _store(
    workspace: Workspace,
    batch: Sequence[tuple[str, Prepared]],
    annotator_id: UUID,
    step: Step,
    report: LoadReport,
) -> None:
    """Add the articles that are new; the report is only touched when they are on the disk."""
    with workspace.edit("Load article", annotator_id, step=step) as session:
        stored = store_articles(session, [article for _, article in batch])
    for position, (path, article) in enumerate(batch):
        if position in stored.known:
            report.duplicates.append(Duplicate(path, stored.known[position]))
            continue
        record: ArticleRecord = article.record
        report.loaded.append(LoadedArticle(stored.new[position], record.title, article.guess.language, path))
        report.notices += [(path, _notice(path, record, notice)) for notice in record.notices]


def _notice(path: str, record: ArticleRecord, notice: str) -> str:
    """What is said of an article; of one inside a file with its name there."""
    if not record.file_name or path.endswith(record.file_name):
        return notice
    return f"“{record.file_name}”: {notice}"


def _expand(paths: Iterable[str | Path], report: LoadReport) -> Iterator[str]:
    """The files named, and those below the folders named whose names say that they can be read."""

    def cannot_be_opened(error: OSError) -> None:
        reason = reason_of(error).replace("The file cannot be read", "The folder cannot be opened")
        report.failed.append(Failure(str(error.filename), reason))

    for path in map(str, paths):
        if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where a folder above may not be entered
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=cannot_be_opened):
            folders.sort()
            for name in sorted(names):
                if formats.is_readable(name):
                    yield os.path.join(folder, name)  # noqa: PTH118  ten thousand Paths take as long as reading
                elif not name.startswith(_NOT_COUNTED):
                    report.skipped[os.path.splitext(name)[1].lower()] += 1  # noqa: PTH122
