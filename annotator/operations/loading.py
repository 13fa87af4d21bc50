"""Articles in: from files, a paste or standard input to rows of the project.

The slow part (reading, decoding, finding furniture, language and sentences) comes before an edit
opens; the edits are short, so that a person who is tagging meanwhile waits for none of it.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert

from annotator import formats
from annotator.core.clean import article_text, find_furniture
from annotator.core.identity import new_id
from annotator.core.language import UNKNOWN, LanguageGuess, detect
from annotator.core.quote_policy import QuotePolicy, sentence_ends
from annotator.core.records import ArticleRecord, DocumentSummary, Furniture, Status, Unread
from annotator.errors import AlreadyLoaded, AnnotatorError, ProjectError, UnreadableInput
from annotator.formats.plain_text import LIMIT_BYTES
from annotator.operations.resplit import quote_policy
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.tables import Document, Original, Text
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 64  # some 11 ms of writing: what a key press may have to wait
_UTF8 = ("utf-8", "utf-8-sig")


@dataclass(frozen=True, slots=True)
class LoadedArticle:
    """An article that is in the project now."""

    id: UUID
    title: str
    language: str
    path: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not loaded, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose very bytes are in the project already, as document `id`."""

    path: str
    id: UUID


@dataclass(slots=True)
class LoadReport:
    """What became of each file.

    `cancelled`: the person stopped it; what is in `loaded` stays, `not_reached` are the files left over.
    """

    loaded: list[LoadedArticle] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    cancelled: bool = False
    not_reached: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An article with all that is found out about it before the database is touched."""

    path: str
    record: ArticleRecord
    furniture: tuple[Furniture, ...]
    guess: LanguageGuess
    policy: QuotePolicy
    sentence_ends: list[int]
    original_sha256: bytes
    text_sha256: bytes
    text: bytes


def load_files(
    workspace: Workspace,
    paths: Iterable[str | Path],
    annotator_id: UUID,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    *,
    detect_language: bool = True,
) -> LoadReport:
    """Load files and, for folders, the readable files in them, as one undo step.

    What cannot be read is listed with its reason, the rest is loaded. Never raises for a file.
    """
    report = LoadReport()
    files = list(_expand(paths, report))
    policy, step = quote_policy(workspace), Step()
    waiting = iter(files)
    done = 0
    while batch := list(islice(waiting, _BATCH)):
        if cancelled and cancelled():
            report.cancelled = True
            report.not_reached = [str(path) for path in (*batch, *waiting)]
            break
        prepared = list(_prepare_files(batch, report, policy, detect_language))
        try:
            _store_batch(workspace, prepared, annotator_id, step, report)
        except ProjectError as error:
            unsaved = [article.path for article in prepared] + [str(path) for path in waiting]
            # First, because it is what stopped all of them: the other reasons are one file's each.
            report.failed[:0] = [Failure(path, str(error)) for path in unsaved]
        done += len(batch)
        if progress:
            progress(min(done, len(files)), len(files))
    return report


def load_content(
    workspace: Workspace, content: bytes, name: str, annotator_id: UUID, *, detect_language: bool = True
) -> DocumentSummary:
    """Load one article from its bytes: a paste, a drop, standard input. `name` may be empty.

    Raises UnreadableInput, or AlreadyLoaded with the document that has the same bytes.
    """
    records = [found for found in formats.read(content, name) if isinstance(found, ArticleRecord)]
    policy = quote_policy(workspace)
    prepared = [_prepare(record, name, policy, detect_language) for record in records]
    report = LoadReport()
    _store_batch(workspace, prepared, annotator_id, Step(), report)
    if not report.loaded:
        raise AlreadyLoaded("This article is in the project already.", report.duplicates[0].id)
    with workspace.reading() as connection:
        return queries.document_summaries(connection, [report.loaded[0].id])[0]


def _expand(paths: Iterable[str | Path], report: LoadReport) -> Iterator[Path]:
    """The files named, and those below the folders named whose names say that they can be read."""

    def cannot_be_opened(error: OSError) -> None:
        report.failed.append(Failure(str(error.filename), f"The folder cannot be opened: {_reason(error)}."))

    for path in map(Path, paths):
        if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where a folder above may not be entered
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=cannot_be_opened):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names) if formats.is_readable(name))


def _prepare_files(
    paths: Sequence[Path], report: LoadReport, policy: QuotePolicy, detect_language: bool
) -> Iterator[_Prepared]:
    for path in paths:
        try:
            for found in formats.read(read_file(path), path.name):
                if isinstance(found, Unread):
                    report.failed.append(Failure(f"{path}: {found.name}", found.reason))
                else:
                    yield _prepare(found, str(path), policy, detect_language)
        except AnnotatorError as error:
            report.failed.append(Failure(str(path), str(error)))
        except OSError as error:
            report.failed.append(Failure(str(path), f"The file cannot be read: {_reason(error)}."))


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def read_file(path: Path) -> bytes:
    """The bytes of a regular file within the size limit. Raises UnreadableInput or OSError.

    Opened without waiting, so that a pipe cannot hold the program up; devices and pipes are refused.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput("This is not a file with an article in it, but a folder, a pipe or a device.")
        if status.st_size > LIMIT_BYTES:
            size = status.st_size // 1_000_000
            raise UnreadableInput(
                f"The file has {size} MB; the limit is {LIMIT_BYTES // 1_000_000} MB. Split it and load the parts."
            )
        return stream.read(LIMIT_BYTES + 1)


def _prepare(record: ArticleRecord, path: str, policy: QuotePolicy, detect_language: bool) -> _Prepared:
    furniture = find_furniture(record.text)
    guess = detect(article_text(record.text, furniture)) if detect_language else LanguageGuess(UNKNOWN, None)
    text = record.text.encode("utf-8")
    return _Prepared(
        path=path,
        record=record,
        furniture=furniture,
        guess=guess,
        policy=policy,
        sentence_ends=sentence_ends(record.text, guess.language, policy),
        original_sha256=hashlib.sha256(record.original).digest(),
        text_sha256=hashlib.sha256(text).digest(),
        text=text,
    )


def _store_batch(
    workspace: Workspace, prepared: Sequence[_Prepared], annotator_id: UUID, step: Step, report: LoadReport
) -> None:
    """Add the articles that are new; the report is only touched when they are on the disk."""
    if not prepared:
        return
    loaded: list[LoadedArticle] = []
    duplicates: list[Duplicate] = []
    with workspace.edit("Load article", annotator_id, step=step) as session:
        there = queries.document_keys_by_original(session.connection(), {a.original_sha256 for a in prepared})
        fresh: list[_Prepared] = []
        for article in prepared:
            known = there.get(article.original_sha256)
            if known:
                duplicates.append(Duplicate(article.path, known))
                continue
            there[article.original_sha256] = key = new_id()
            fresh.append(article)
            loaded.append(LoadedArticle(key, article.record.title, article.guess.language, article.path))
        _keep_texts(session.connection(), fresh)
        policy = queries.quote_policy(session.connection())
        session.add_rows(Document, [_document(article, there[article.original_sha256], policy) for article in fresh])
    report.loaded += loaded
    report.duplicates += duplicates


def _keep_texts(connection: Connection, prepared: Sequence[_Prepared]) -> None:
    """Store texts and originals that are not there yet; they are named by their hash and never change."""
    texts = {a.text_sha256: a.text for a in prepared}
    texts = {key: texts[key] for key in texts.keys() - queries.known_texts(connection, texts)}
    if texts:
        connection.execute(insert(Text), [{"sha256": key, "content": text} for key, text in texts.items()])
    originals = {a.original_sha256: a for a in prepared}
    missing = originals.keys() - queries.known_originals(connection, originals)
    if missing:
        connection.execute(insert(Original), [_original(originals[key]) for key in missing])


def _original(article: _Prepared) -> dict[str, object]:
    record = article.record
    told_by_text = record.encoding in _UTF8 and record.text.encode(record.encoding) == record.original
    return {
        "sha256": article.original_sha256,
        "text_sha256": article.text_sha256,
        "encoding": record.encoding,
        "content": None if told_by_text else record.original,
    }


def _document(article: _Prepared, key: UUID, policy: QuotePolicy) -> dict[str, object]:
    """The row of an article, with every column."""
    record, guess, ends = article.record, article.guess, article.sentence_ends
    if policy != article.policy:  # changed since the article was cut
        ends = sentence_ends(record.text, guess.language, policy)
    return {
        "id": key,
        "title": storable(record.title),
        "outlet": storable(record.outlet),
        "byline": storable(record.byline),
        "published": storable(record.published),
        "url": storable(record.url),
        "language": guess.language,
        "language_confidence": guess.confidence,
        "language_by_hand": False,
        "loaded_at": datetime.now(UTC),
        "length": len(record.text),
        "file_name": storable(record.file_name),
        "encoding": record.encoding,
        "text_sha256": article.text_sha256,
        "original_sha256": article.original_sha256,
        "furniture": [list(piece) for piece in article.furniture],
        "sentence_ends": ends,
        "also_in": list(guess.also_in) or None,
        "published_at": storable(record.published_at) or None,
        "embargo_until": storable(record.embargo_until) or None,
        "status": None if record.status is Status.USABLE else record.status.value,
        "source_note": storable(record.source_note) or None,
        "format": record.format_id or None,
        "copy_group": None,
        "superseded_by": None,
    }
