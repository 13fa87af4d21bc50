"""The guideline at a prompt: the rule for a label with its examples and cases in doubt, or all of it."""

from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.core.guideline import GENERAL, Chapter, chapter, chapters, languages_of
from annotator.core.guideline_cases import with_cases
from annotator.core.masking import Mask
from annotator.errors import InvalidLabelSet
from annotator.operations.cases_of_guideline import GuidelineCase, guideline_cases
from annotator.operations.label_sets import project_guideline, project_labels
from annotator.operations.sources import mask_of


@command("guideline")
@click.option("--language", metavar="CODE", default="en", show_default=True, help="The language to read it in.")
@click.argument("label", required=False)
@click.pass_context
def guideline_command(context: click.Context, language: str, label: str | None) -> None:
    """Show what the guideline says of LABEL, a key or a title; without one, all of it, as Markdown.

    JSON: {"version" of the label set, "languages", "chapters": [{"key": “*” for what holds for all, "title",
    "language", "own": true for the newsroom's own words, "text"}], "cases": [{"number", "title", "labels", "sentence",
    "held": [[label, words]...], "reason", "annotation", "article"}]: those that “rule --case” has made}
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
    keys, mask = {one.key for one in found}, mask_of(desk.workspace)
    cases = [one for one in guideline_cases(desk.workspace) if not label or not one.labels.isdisjoint(keys)]
    content = {
        "version": label_set.version,
        "languages": list(there),
        "chapters": [_view(one) for one in found],
        "cases": [_case_view(one, mask) for one in cases],
    }
    titles = {one.key: one.title for one in label_set.labels}
    told = with_cases(found, [one.line(mask) for one in cases], titles)
    desk.answer(content, (line for one in told for line in _lines(one)))


def _view(chapter: Chapter) -> dict[str, Any]:
    return chapter._asdict()


def _case_view(case: GuidelineCase, mask: Mask) -> dict[str, Any]:
    line = case.line(mask)
    return {
        "number": line.number,
        "title": line.title,
        "labels": sorted(line.labels),
        "sentence": line.sentence,
        "held": [list(held) for held in line.held],
        "reason": line.reason,
        "annotation": case.annotation_id,
        "article": case.document_id,
    }


def _lines(chapter: Chapter) -> list[str]:
    heading = chapter.title if chapter.key == GENERAL else f"{chapter.title} ({chapter.key})"
    return [f"## {heading}", "", *chapter.text.splitlines(), ""]
