"""The command that says what is still to be put right before articles are handed in."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line
from annotator.core.schema import Severity
from annotator.operations import checking, documents
from annotator.operations.checking import ArticleCheck, Finding

_WORDS = {Severity.HARD: "put right", Severity.SOFT: "look again", Severity.HOLD: "stays here"}
_SHOWN = 60


@command("check")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.pass_context
def check_command(context: click.Context, articles: tuple[str, ...]) -> None:
    """Check articles (none named: all) against the rules of the label set.

    Exit status 1 when something is to be put right; what is only worth a second look does not count.

    JSON: {"articles": [{"id", "title", "undecided", "problems": [{"annotation", "label", "start", "end", "rule",
    "severity": "hard", "soft" or "hold", "message", "field", "text"}]}], "hard", "soft", "hold"}. Articles without
    problems are left out, unless they are named.
    """
    desk = Desk(context)
    ids: Sequence[UUID] | None = [documents.find_document(desk.workspace, one) for one in articles] or None
    counts = dict.fromkeys(Severity, 0)
    views: list[dict[str, Any]] = []
    lines: list[str] = []
    for check in checking.check_articles(desk.workspace, ids):
        if not (ids or check.findings):
            continue
        views.append(check_view(check))
        lines += check_lines(check)  # not the articles themselves: there may be thousands
        for severity in Severity:
            counts[severity] += check.count(severity)
    desk.answer({"articles": views, **{str(one): counts[one] for one in Severity}}, [*lines, _sum(counts)])
    if counts[Severity.HARD]:
        context.exit(1)


def check_view(check: ArticleCheck) -> dict[str, Any]:
    """What was found in an article, for JSON."""
    return {
        "id": check.document.id,
        "title": check.document.title,
        "undecided": check.undecided,
        "problems": [_problem_view(finding, check.document.text) for finding in check.findings],
    }


def _problem_view(finding: Finding, text: str) -> dict[str, Any]:
    annotation, problem = finding.annotation, finding.problem
    return {
        "annotation": annotation.id,
        "label": annotation.label,
        "start": annotation.extent.start_char,
        "end": annotation.extent.end_char,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "field": problem.field,
        "text": _words_of(finding, text),
    }


def check_lines(check: ArticleCheck) -> Iterator[str]:
    """What was found in an article, for a terminal; the article comes first."""
    undecided = f"  ({counted(check.undecided, 'undecided sentence')})" if check.undecided else ""
    yield f"{check.document.id}  {one_line(check.document.title)}{undecided}"
    for finding in check.findings:
        words = _WORDS[finding.problem.severity]
        shown = one_line(_words_of(finding, check.document.text))
        passage = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        yield f"  {words:<10}  {finding.annotation.label} “{passage}”: {finding.problem.message}"


def _sum(counts: dict[Severity, int]) -> str:
    told = [
        counted(counts[Severity.HARD], "problem") + " to put right",
        counted(counts[Severity.SOFT], "place") + " to look at again",
    ]
    if counts[Severity.HOLD]:
        told.append(counted(counts[Severity.HOLD], "annotation") + " that leaves in no export")
    return f"{', '.join(told)}."


def _words_of(finding: Finding, text: str) -> str:
    return " … ".join(text[start:end] for start, end in finding.annotation.segments)
