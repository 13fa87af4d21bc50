"""The command that counts what there is in a project."""

from collections.abc import Iterator
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line
from annotator.core.figures import MINUTES, Figures, Row, Subject
from annotator.operations.label_sets import project_labels
from annotator.operations.statistics import coverage, project_figures, reading_time


@command("statistics")
@click.option("--by", type=click.Choice([subject.value for subject in Subject]), default=Subject.LABELS.value)
@click.pass_context
def statistics_command(context: click.Context, by: str) -> None:
    """Count annotations by label, source, language, outlet, month or annotator; coverage; time per article.

    Articles count once, in their newest version. Sentences are counted for the coverage, articles for the time; the
    time from one decision to the next counts, up to five minutes.

    JSON: {"subject", "columns": [key...], "rows": [{"key", "title", "numbers": [one for each column]}...], "total"};
    for the coverage also {"articles": {"done", "begun", "unread"}}, for the time {"median_seconds", "total_seconds"}
    """
    desk = Desk(context)
    subject = Subject(by)
    more: dict[str, Any] = {}
    if subject is Subject.COVERAGE:
        figures, articles = coverage(desk.workspace, counter())
        more = {"articles": {"done": articles.done, "begun": articles.begun, "unread": articles.unread}}
    elif subject is Subject.TIME:
        figures, time = reading_time(desk.workspace)
        more = {"median_seconds": time.median, "total_seconds": time.total}
    else:
        figures = project_figures(desk.workspace, subject)
    rows = [{"key": row.key, "title": row.title or row.key, "numbers": list(row.numbers)} for row in figures.rows]
    content = {"subject": by, "columns": list(figures.columns), "rows": rows, "total": figures.total}
    titles = {label.key: one_line(label.title) for label in project_labels(desk.workspace).labels}
    desk.answer(content | more, _lines(figures, titles, more))


def _lines(figures: Figures, titles: dict[str, str], more: dict[str, Any]) -> Iterator[str]:
    """One line a row: the sum, and where there are columns to tell apart what it comes from."""
    if not figures.rows:
        yield "There is nothing to count yet."
        return
    for row in figures.rows:
        numbers = zip(figures.columns, row.numbers, strict=True)
        parts = [f"{number:,} {titles.get(key, key)}" for key, number in numbers if number]
        told = f" ({', '.join(parts)})" if len(figures.columns) > 1 else ""
        yield f"{row.total:>8,}  {_name(figures, row)}{told}"
    yield f"{figures.total:>8,}  together"
    if articles := more.get("articles"):
        done = counted(articles["done"], "article")
        yield f"{done} done, {articles['begun']:,} begun, {articles['unread']:,} not begun"
    if (seconds := more.get("median_seconds")) is not None:
        yield f"{seconds / 60:.1f} min for the article in the middle, {more['total_seconds'] / 60:.1f} min together"


def _name(figures: Figures, row: Row) -> str:
    if figures.subject is Subject.TIME:
        return f"over {MINUTES[-1]} min" if row.key == "more" else f"under {row.key} min"
    return one_line(row.title or row.key or "unknown")
