"""The command that writes a report for people who do not have the program."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Any

import click

from annotator.cli.commands import command, say
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions
from annotator.core.report_words import LANGUAGES
from annotator.core.times import moment_of
from annotator.operations import reports
from annotator.operations.documents import find_document
from annotator.operations.report_kinds import KINDS
from annotator.operations.reports import ReportDone, ReportWriter, Wanted

PAPER = "paper"
"""Under this name whoever starts the command line hands in what makes the writer of PDF."""

_FORMATS = (*(writer.id for writer in reports.WRITERS), "pdf")


@command("report")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in KINDS]),
    default=Kind.ARTICLE.value,
    show_default=True,
    help="What the report is about.",
)
@click.option("--format", "format_id", type=click.Choice(_FORMATS), help="Else the ending of FILE decides.")
@click.option("--output", required=True, type=well_formed, metavar="FILE", help="Where to.")
@click.option("--without-text", is_flag=True, help="Leave the articles' full text out.")
@click.option("--without-attributes", is_flag=True, help="Leave out what is known of each passage, its source apart.")
@click.option("--without-notes", is_flag=True, help="Leave the annotators' notes out.")
@click.option("--with-withheld", "with_held", is_flag=True, help="Take in what is withheld or under an embargo.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="en", help="In which language its words are.")
@click.option("--as-of", type=well_formed, metavar="TIME", default="", help="The time it says it was made at; now.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.pass_context
def report_command(
    context: click.Context,
    /,
    kind: str,
    format_id: str | None,
    output: str,
    with_held: bool,
    language: str,
    as_of: str,
    articles: Sequence[str],
    **without: bool,
) -> None:
    """Write a report on all articles, or those named, for people who do not have the program.

    Kinds: article (quotes, denials, claims with source, exact words, place, reply, reviewer), libel (claims that accuse
    somebody: who says so, evidence, right of reply), corrections (what changed, who, when, why), agreement (between
    annotators, with its method), gold (what several readings agree on). What is withheld, cancelled, under an embargo
    or off the record stays out, names of protected sources are blacked out, and the report says so. The file is read
    back and every passage compared before it takes its name; of a PDF it is said which words cannot be copied from it.

    JSON: {"kind", "format", "path", "parts", "passages", "held_back", "notices": [sentence...]}
    """
    desk = Desk(context)
    writer = reports.writer_by_id(format_id or _by_ending(output), _with_paper(context, format_id, output))
    ids = tuple(find_document(desk.workspace, article) for article in articles) or None
    options = ReportOptions(*(not without[name] for name in ("without_text", "without_attributes", "without_notes")))
    wanted = Wanted(Kind(kind), ids, options, language, with_held)
    done = reports.write_report(desk.workspace, wanted, writer, Path(output), made=_moment(as_of), progress=counter())
    if not desk.as_json:
        for notice in done.notices:
            say(notice)
    desk.answer(_view(kind, writer, done), [_line(done)])


def _by_ending(output: str) -> str:
    ending = PurePath(output).suffix.lower()
    if ending.removeprefix(".") not in _FORMATS:
        raise click.UsageError(f"Give --format: {' or '.join(_FORMATS)}.")
    return ending.removeprefix(".")


def _with_paper(context: click.Context, format_id: str | None, output: str) -> Mapping[str, ReportWriter]:
    """The writer of PDF, made only where it is asked for: it starts a library that no other command needs."""
    if (format_id or _by_ending(output)) != "pdf":
        return {}
    make = context.ensure_object(dict).get(PAPER)
    return {"pdf": make()} if make else {}


def _moment(as_of: str) -> datetime:
    if not as_of:
        return datetime.now(UTC)
    moment = moment_of(as_of)
    if moment is None:
        raise click.UsageError(f"“{one_line(as_of)}” is no time; write a day like 2026-05-04, or 2026-05-04T21:35Z.")
    return moment


def _view(kind: str, writer: ReportWriter, done: ReportDone) -> dict[str, Any]:
    return {
        "kind": kind,
        "format": writer.id,
        "path": str(done.path),
        "parts": done.articles,
        "passages": done.passages,
        "held_back": done.held_back,
        "notices": list(done.notices),
    }


def _line(done: ReportDone) -> str:
    held = f"; {counted(done.held_back, 'article')} left out" if done.held_back else ""
    return f"{counted(done.passages, 'passage')} in {one_line(str(done.path))}, read back and compared{held}."
