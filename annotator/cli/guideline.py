"""The guideline at a prompt: the rule for a label with its examples and cases in doubt, or all of it."""

from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.core.guideline import GENERAL, Chapter, chapter, chapters, languages_of
from annotator.errors import InvalidLabelSet
from annotator.operations.label_sets import project_guideline, project_labels


@command("guideline")
@click.option("--language", metavar="CODE", default="en", show_default=True, help="The language to read it in.")
@click.argument("label", required=False)
@click.pass_context
def guideline_command(context: click.Context, language: str, label: str | None) -> None:
    """Show what the guideline says of LABEL, a key or a title; without one, all of it, as Markdown.

    JSON: {"version" of the label set, "languages", "chapters": [{"key": “*” for what holds for all, "title",
    "language", "own": true for the newsroom's own words, "text"}]}
    """
    desk = Desk(context)
    label_set, own = project_labels(desk.workspace), project_guideline(desk.workspace)
    there = languages_of(label_set, own)
    if there and language not in there:
        raise InvalidLabelSet(f"The guideline is not there in “{language}”; it is in {', '.join(there)}.")
    found = chapters(label_set, own, language, "In general")
    if label:
        wanted = label.casefold()
        found = [one for one in found if wanted in (one.key, one.title.casefold())]
        if not found:  # retired, or none: then it is said which there are
            found = [chapter(label_set, own, label_set.label(label).key, language)]
    views = [_view(one) for one in found]
    content = {"version": label_set.version, "languages": list(there), "chapters": views}
    desk.answer(content, (line for one in found for line in _lines(one)))


def _view(chapter: Chapter) -> dict[str, Any]:
    return chapter._asdict()


def _lines(chapter: Chapter) -> list[str]:
    heading = chapter.title if chapter.key == GENERAL else f"{chapter.title} ({chapter.key})"
    return [f"## {heading}", "", *chapter.text.splitlines(), ""]
