"""Handing articles in at a prompt, and taking them back."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.checking import check_lines, check_view
from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, well_formed
from annotator.core.readings import State
from annotator.core.schema import Severity
from annotator.errors import AnnotatorError, Incomplete
from annotator.operations import documents, readings
from annotator.operations.checking import ArticleCheck


@command("submit")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--all", "everything", is_flag=True, help="All articles that you have begun or got back.")
@click.option("--despite", is_flag=True, help="Also where something breaks a hard rule.")
@click.option("--take-back", "back", is_flag=True, help="Take articles back that are handed in, to go on with them.")
@click.option("--new-version", "again", is_flag=True, help="Begin a new version of approved ones; needs --reason.")
@click.option(
    "--reason", default="", type=well_formed, metavar="WORDS", help="Why they are taken back or change once more."
)
@click.pass_context
def submit_command(
    context: click.Context,
    articles: tuple[str, ...],
    everything: bool,
    despite: bool,
    back: bool,
    again: bool,
    reason: str,
) -> None:
    """Hand articles in: what you say of them now is kept, and closed until you get them back.

    Exit status 1 when one is refused; what is missing is told. Sentences that are undecided stand against nothing.

    JSON: {"articles": [{"id", "title", "state": "unread", "in_progress", "submitted", "returned" or "approved",
    "version", "submission": its id or null, "undecided", "refused": why, or null, "problems": as “check” prints them}]}
    """
    if bool(articles) == everything or (back and again):
        raise click.UsageError("name the articles, or give --all; only one of --take-back and --new-version.", context)
    desk = Desk(context)
    ids = _begun(desk) if everything else [documents.find_document(desk.workspace, one) for one in articles]
    views: list[dict[str, Any]] = []
    lines: list[str] = []
    for document_id in ids:
        outcome = _Outcome(desk, document_id)
        outcome.do(despite=despite, back=back, again=again, reason=reason)
        views.append(outcome.view())
        lines += outcome.lines()
    refused = sum(one["refused"] is not None for one in views)
    done = _done_words(len(views) - refused, back=back, again=again)
    desk.answer({"articles": views}, [*lines, done])
    if refused:
        context.exit(1)


def _done_words(number: int, *, back: bool, again: bool) -> str:
    if again:
        return "A new version is begun." if number == 1 else f"{number:,} new versions are begun."
    return counted(number, "article") + (" taken back." if back else " handed in.")


class _Outcome:
    """What became of one article."""

    def __init__(self, desk: Desk, document_id: UUID) -> None:
        self._workspace, self._who, self._id = desk.workspace, desk.annotator_id, document_id
        self._missing: ArticleCheck | None = None
        self._refused: str | None = None

    def do(self, *, despite: bool, back: bool, again: bool, reason: str) -> None:
        """Hand it in, take it back, or begin a new version."""
        try:
            if back:
                readings.take_back(self._workspace, self._id, self._who, reason)
            elif again:
                readings.take_up_again(self._workspace, self._id, self._who, reason)
            else:
                self._missing = readings.what_is_missing(self._workspace, self._id, self._who)
                readings.submit(self._workspace, self._id, self._who, despite=despite)
        except Incomplete as error:
            count = self._missing.count(Severity.HARD) if self._missing else 0
            self._refused = f"{counted(count, 'thing')} to put right first" if count else str(error)
        except AnnotatorError as error:
            self._refused = str(error)

    def view(self) -> dict[str, Any]:
        """The outcome for JSON."""
        reading = readings.reading_of(self._workspace, self._id, self._who)
        problems = check_view(self._missing)["problems"] if self._missing else []
        return {
            "id": self._id,
            "title": self._title(),
            "state": reading.state,
            "version": reading.version,
            "submission": reading.submission_id,
            "undecided": self._missing.undecided if self._missing else None,
            "refused": self._refused,
            "problems": problems,
        }

    def lines(self) -> Iterator[str]:
        """The outcome for a terminal: what stands against it, where it was refused or something is worth a look."""
        if self._missing and (self._missing.findings or self._missing.undecided):
            yield from check_lines(self._missing)
        else:
            yield f"{self._id}  {self._title()}"
        if self._refused:
            yield f"  refused: {self._refused}"

    def _title(self) -> str:
        found: Sequence[Any] = documents.list_documents(self._workspace, [self._id])
        return found[0].title if found else ""


def _begun(desk: Desk) -> list[UUID]:
    """The articles that one has begun or got back, in the order of loading."""
    open_states = (State.IN_PROGRESS, State.RETURNED)
    found = readings.readings_of(desk.workspace, desk.annotator_id)
    older = {one.id for one in documents.list_documents(desk.workspace) if one.superseded_by}
    return sorted(key for key, one in found.items() if one.state in open_states and key not in older)
