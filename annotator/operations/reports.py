"""Reports for people who do not have the program: made, written aside, read back, and only then put in place."""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import UUID

from annotator.core.report import Block, Heading, Kind, Part, Report, Style, cleaned, passages_in, plain
from annotator.core.report_article import ReportOptions
from annotator.core.report_words import ReportWords, printed_moment, words_in
from annotator.errors import Cancelled, ExportFailed, NotFound
from annotator.formats.reports.docx import DocxReport
from annotator.formats.reports.html import HtmlReport
from annotator.formats.reports.odt import OdtReport
from annotator.operations.placing import write_file
from annotator.operations.readings import put_reading
from annotator.operations.report_kinds import KINDS
from annotator.operations.report_reader import Made, Reader
from annotator.store import report_reads
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class ReportWriter(Protocol):
    """A kind of file that reports are written as. `extension` has its dot."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def extension(self) -> str: ...

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        """Write a report, its parts one after the other. Returns plain sentences on what the file lacks."""
        ...

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The exact words of every passage in a file that `write` wrote. Raises ValueError."""
        ...


WRITERS: tuple[ReportWriter, ...] = (HtmlReport(), DocxReport(), OdtReport())
"""The formats that need no window's library; PDF is given by whoever has one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for: which kind, of which articles (None: the newest version of all), with what in it."""

    kind: Kind = Kind.ARTICLE
    document_ids: tuple[UUID, ...] | None = None
    options: ReportOptions = field(default_factory=ReportOptions)
    language: str = "en"
    with_held: bool = False


@dataclass(frozen=True, slots=True)
class ReportDone:
    """A report that was written. `held_back` counts the articles left out; `notices` say what the file lacks."""

    path: Path
    articles: int
    passages: int
    held_back: int
    notices: tuple[str, ...] = ()


@dataclass
class OpenReport:
    """A report whose parts are read from the project as they are taken."""

    report: Report
    held_back: int


@contextmanager
def open_report(
    workspace: Workspace,
    wanted: Wanted,
    made: datetime,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Iterator[OpenReport]:
    """A report of one state of the project; its parts can be taken as long as this is open.

    `made` is the moment that the report says it was made at; what stays out is what is on hold now. Raises NotFound
    for an article that is not there, and Cancelled while parts are taken. Whoever has not handed in what they read of
    an article is noted to have seen others' work, where parts that tell of it were taken.
    """
    words = words_in(wanted.language)

    def go_on() -> None:
        if cancelled and cancelled():
            raise Cancelled("The report was stopped; no file was written.")

    with workspace.reading() as connection:
        reader = Reader(
            workspace, connection, words, made, wanted.options, with_held=wanted.with_held, cancelled=cancelled
        )
        found = KINDS[wanted.kind](reader, wanted.document_ids)
        report = Report(
            title=words.title(wanted.kind),
            made=printed_moment(made),
            language=words.language,
            marks=reader.marks,
            front=_front(found, words, wanted.kind, printed_moment(made)),
            parts=_followed(found, progress, go_on),
            count=found.count,
            go_on=go_on,
            contents=(words.contents, words.page),
        )
        try:
            yield OpenReport(report, found.held_back)
        finally:
            seen = reader.articles.seen - report_reads.readings_that_know(connection, workspace.viewer)
    _note_seen(workspace, seen)


def write_report(
    workspace: Workspace,
    wanted: Wanted,
    writer: ReportWriter,
    target: Path,
    *,
    made: datetime | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> ReportDone:
    """Write a report to a file, which takes the target's name when it is whole and holds every passage unchanged.

    What may not leave the newsroom is left out, and the report says so. Raises ExportFailed, Cancelled, NotFound.
    """
    digests = array("q")
    notices: list[str] = []
    counts = [0, 0]

    def fill(stream: BinaryIO) -> None:
        with open_report(workspace, wanted, made or datetime.now(UTC), progress, cancelled) as opened:
            counts[:] = opened.report.count, opened.held_back
            notices.extend(writer.write(_counted(opened.report, digests), stream))
        compare(writer, stream, digests)

    write_file(workspace, target, fill)
    return ReportDone(target, counts[0], len(digests), counts[1], tuple(notices))


def writer_by_id(format_id: str, more: Mapping[str, ReportWriter] | None = None) -> ReportWriter:
    """The writer that is called so. Raises NotFound, naming those there are."""
    known = {writer.id: writer for writer in WRITERS} | dict(more or {})
    if format_id not in known:
        raise NotFound(f"Reports are not written as “{format_id}”; there are {', '.join(known)}.")
    return known[format_id]


def compare(writer: ReportWriter, stream: BinaryIO, digests: Sequence[int]) -> None:
    """Read a file again and hold every passage against what was meant. Raises ExportFailed."""
    stream.flush()
    stream.seek(0)
    found = 0
    try:
        for passage in writer.passages(stream):
            if found == len(digests) or hash(passage) != digests[found]:
                raise ValueError(f"passage {found + 1} came back changed")
            found += 1
    except (ValueError, KeyError, TypeError) as error:
        raise ExportFailed(f"The report did not read back as it was written ({error}); no file was left.") from error
    if found != len(digests):
        lacking = len(digests) - found
        raise ExportFailed(f"The report did not read back whole ({lacking} passages lack); no file was left.")


def _note_seen(workspace: Workspace, document_ids: Collection[UUID]) -> None:
    """Note that the viewer has been shown others' work in these articles, of whom that was not known."""
    if not document_ids or workspace.viewer is None or workspace.read_only:
        return
    with workspace.edit("Saw others’ work", workspace.viewer, undoable=False) as session:
        for document_id in sorted(document_ids):
            put_reading(session, document_id, workspace.viewer).saw_others = True


def _front(found: Made, words: ReportWords, kind: Kind, made: str) -> tuple[Block, ...]:
    head: list[Block] = [Heading(words.title(kind), 1), plain(words.made.format(when=made), Style.QUIET)]
    if found.count and kind is not Kind.AGREEMENT:
        head.append(plain(words.counting, Style.QUIET))
    if not found.count:
        head.append(plain(found.nothing))
    return (*head, *found.front)


def _followed(found: Made, progress: Progressed | None, go_on: Callable[[], None]) -> Iterator[Part]:
    for number, part in enumerate(found.parts, 1):
        go_on()
        yield cleaned(part)
        if progress:
            progress(min(number, found.count), found.count)


def _counted(report: Report, digests: "array[int]") -> Report:
    """The report, with a digest of each passage noted as it passes."""

    def parts() -> Iterator[Part]:
        digests.extend(map(hash, passages_in(report.front)))
        for part in report.parts:
            digests.extend(map(hash, passages_in(part.blocks)))
            yield part

    return replace(report, parts=parts())
