"""Commands on articles: load, list, show."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.addresses import address_options, load_from_addresses
from annotator.cli.columns import parse_columns
from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counter, one_line, well_formed
from annotator.cli.views import document_lines, document_view, hold_words, version_words
from annotator.core.language import language_mark
from annotator.core.readings import State
from annotator.core.records import DocumentSummary, Progress
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS
from annotator.operations import documents, loading
from annotator.operations.addresses import is_address
from annotator.operations.loading import Failure, LoadReport
from annotator.operations.readings import readings_of
from annotator.operations.seeing import note_seen

_STANDARD_INPUT = "-"
_STATES = {State.SUBMITTED: "handed in", State.RETURNED: "returned", State.APPROVED: "approved"}


@command("load")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|ADDRESS|-...")
@click.option(
    "--name", type=well_formed, metavar="NAME", default="", help="What to call the article from standard input."
)
@click.option(
    "--columns",
    callback=parse_columns,
    metavar="FIELD=HEADING,...",
    help="Of a table, which column gives what, e.g. title=Headline,text=Body.",
)
@address_options
@click.pass_context
def load_command(
    context: click.Context,
    files: Sequence[str],
    name: str,
    columns: Mapping[str, str],
    allow_hosts: Sequence[str],
    yes: bool,
    entries: bool,
) -> None:
    """Load articles from files, folders, addresses (http, https) or standard input (-).

    What cannot be read is listed with the reason and the rest is loaded; then the exit status is 1. A
    file that is in the project already is no failure.

    A ZIP, a mailbox, a feed, a web archive or a table gives each article in it; a file of a kind that is
    not what its name says is read as what it is.

    JSON: {"loaded": [{"id", "title", "language", "path"}], "failed": [{"path", "part", "reason"}],
    "duplicates": [{"path", "id"}], "notices": [{"path", "notice"}], "skipped": {".ending": count}}
    """
    if "" in files:
        # A script's empty variable would be the folder one happens to be in.
        raise click.UsageError("The name of a file is empty.")
    desk = Desk(context)
    urls = [given for given in files if is_address(given)]
    paths = [given for given in files if given not in (_STANDARD_INPUT, *urls)]
    # First, because somebody may not agree to it.
    report = load_from_addresses(desk, urls, allow_hosts, yes=yes, entries=entries) if urls else LoadReport()
    options = ReadOptions(columns=columns)
    report.add(loading.load_files(desk.workspace, paths, desk.annotator_id, counter(), options=options, alone=True))
    if _STANDARD_INPUT in files:
        content = sys.stdin.buffer.read(LIMITS.container_bytes + 1)
        report.add(loading.load_contents(desk.workspace, [(content, name, options)], desk.annotator_id))
    desk.answer(_report_view(report), _report_lines(report))
    if report.failed:
        total = len(report.failed) + len(report.loaded) + len(report.duplicates)
        raise Failed(f"{len(report.failed)} of {total} could not be loaded: {_first(report.failed)}")


def _report_view(report: LoadReport) -> dict[str, Any]:
    return {
        "loaded": [{"id": a.id, "title": a.title, "language": a.language, "path": a.path} for a in report.loaded],
        "failed": [{"path": f.path, "part": f.part, "reason": f.reason} for f in report.failed],
        "duplicates": [{"path": d.path, "id": d.id} for d in report.duplicates],
        "notices": [{"path": path, "notice": notice} for path, notice in report.notices],
        "skipped": dict(report.skipped),
    }


def _report_lines(report: LoadReport) -> Iterator[str]:
    for article in report.loaded:
        yield f"{article.id}  {article.language:7}  {one_line(article.title)}"
    for duplicate in report.duplicates:
        yield f"{duplicate.id}  there already: {one_line(duplicate.path)}"
    for path, notice in report.notices:
        yield f"note: {one_line(path)}: {one_line(notice)}"
    for ending, count in report.skipped.most_common():
        yield f"not looked at: {count} with the ending {ending or 'of no kind'}"
    for failure in report.failed:
        yield f"not loaded: {one_line(failure.name)}: {one_line(failure.reason)}"


def _first(failed: Sequence[Failure]) -> str:
    others = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
    return f"{failed[0].name}: {failed[0].reason}{others}"


@command("list")
@click.option("--progress", "with_progress", is_flag=True, help="Also count the sentences decided; reads every text.")
@click.option("--state", type=click.Choice([one.value for one in State]), help="Only those that you are so far with.")
@click.option("--assigned", is_flag=True, help="Only those that you were asked to read.")
@click.pass_context
def list_command(context: click.Context, with_progress: bool, state: str | None, assigned: bool) -> None:
    """List the articles of the project, the newest first.

    JSON: {"articles": [{"id", "title", "outlet", "published", "published_at", "status", "embargo_until",
    "language", "language_confidence", "also_in", "loaded_at", "length", "superseded_by": the newer version's id, or
    null, "state": how far you are: "unread", "in_progress", "submitted", "returned" or "approved", "assigned"}]}, with
    --progress also "sentences", "tagged" and "nothing".
    """
    desk = Desk(context)
    own = _Own(desk)
    articles = [one for one in documents.list_documents(desk.workspace) if own.fits(one.id, state, assigned)]
    ids = [article.id for article in articles] if with_progress else []
    progress = documents.progress_of(desk.workspace, ids) if ids else {}
    views = [_summary_view(article, progress.get(article.id)) | own.view(article.id) for article in articles]
    width = max((len(language_mark(article)) for article in articles), default=0)
    lines = (_summary_line(one, progress.get(one.id), width, own.words(one.id)) for one in articles)
    desk.answer({"articles": views}, lines)


class _Own:
    """How far the one who asks is with each article."""

    def __init__(self, desk: Desk) -> None:
        self._found = readings_of(desk.workspace, desk.reader_id)

    def fits(self, document_id: UUID, state: str | None, assigned: bool) -> bool:
        """True for an article in this state (None: any), and asked for where only such are wanted."""
        found = self._found.get(document_id)
        is_asked_for = found is not None and found.is_assigned
        return (state is None or self._state(document_id) == state) and (is_asked_for or not assigned)

    def view(self, document_id: UUID) -> dict[str, Any]:
        """The state for JSON."""
        found = self._found.get(document_id)
        return {"state": self._state(document_id), "assigned": found is not None and found.is_assigned}

    def words(self, document_id: UUID) -> str:
        """The state where it says more than that one reads it or does not."""
        found = self._found.get(document_id)
        if found and found.state is State.UNREAD and found.is_assigned:
            return "assigned"
        return _STATES.get(self._state(document_id), "")

    def _state(self, document_id: UUID) -> State:
        found = self._found.get(document_id)
        return found.state if found else State.UNREAD


def _summary_view(article: DocumentSummary, progress: Progress | None) -> dict[str, Any]:
    view: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "published_at": article.published_at,
        "status": article.status,
        "embargo_until": article.embargo_until,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "also_in": list(article.also_in),
        "loaded_at": article.loaded_at,
        "length": article.length,
        "superseded_by": article.superseded_by,
    }
    if progress:
        view |= {"sentences": progress.sentences, "tagged": progress.tagged, "nothing": progress.nothing}
    return view


def _summary_line(article: DocumentSummary, progress: Progress | None, width: int, state: str) -> str:
    read = f"{progress.decided:>4}/{progress.sentences:<4}" if progress else ""
    marks = "".join(f"{words} · " for words in (state, version_words(article), hold_words(article)) if words)
    return f"{article.id}  {language_mark(article):{width}}  {read}{marks}{one_line(article.title)}"


@command("show")
@click.argument("article")
@click.pass_context
def show_command(context: click.Context, article: str) -> None:
    """Show an article with its sentences and annotations.

    Sentences are numbered from 0; their start and end leave white space out.

    JSON: {"id", "title", "outlet", "byline", "published", "published_at", "url", "status", "embargo_until",
    "source_note", "format", "language", "language_confidence", "also_in", "superseded_by": the newer version's id, or
    null, "text", "text_sha256", "furniture": [[start, end]...], "sentences": [{"index", "start", "end", "state"}],
    "annotations": [{"id", "label", "segments": [[start, end]...], "text", "annotator", "note", "origin",
    "attributes"}], "relations": [{"id", "kind", "from", "to": an annotation or null, "source": one or null}]}
    """
    desk = Desk(context)
    record = documents.read_document(desk.workspace, documents.find_document(desk.workspace, article))
    if desk.workspace.viewer:
        # Before it is shown: what was seen of another's work makes one's own less independent.
        note_seen(desk.workspace, record.id, desk.workspace.viewer)
    desk.answer(document_view(record), document_lines(record))
