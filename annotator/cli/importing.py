"""Annotations made elsewhere, in."""

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line, well_formed
from annotator.operations.importing import ImportReport, import_brat


@command("import")
@click.argument("path", type=well_formed, metavar="FOLDER")
@click.option("--format", "format_id", type=click.Choice(["brat"]), default="brat", show_default=True)
@click.option("--map", "maps", multiple=True, metavar="THEIRS=OURS", help="Which label a foreign one is.")
@click.option("--not-submitted", is_flag=True, help="Do not hand the readings in.")
@click.pass_context
def import_command(
    context: click.Context, path: str, format_id: str, maps: tuple[str, ...], not_submitted: bool
) -> None:
    """Import annotations that were made elsewhere: brat files (.ann), each with its text (.txt).

    Who made a file is what its name has more than its text's, or the folder that it lies in, else --annotator. Labels
    are those of the same name. Each file is handed in as a reading, so that “agreement” and “disputes” count it; what
    is in the project already is not taken twice.

    JSON: {"articles", "loaded", "annotations", "known", "annotators": [...], "left_out": {reason: number}}
    """
    labels = {}
    for words in maps:
        theirs, equals, ours = words.partition("=")
        if not equals:
            raise Failed(f"“{words}” says nothing; write --map Theirs=ours.")
        labels[theirs] = ours
    desk = Desk(context)
    report = import_brat(desk.workspace, Path(path), desk.annotator_id, labels, submit=not not_submitted)
    content = {
        "articles": report.articles,
        "loaded": report.loaded,
        "annotations": report.annotations,
        "known": report.known,
        "annotators": report.people,
        "left_out": dict(report.left_out),
    }
    desk.answer(content, _lines(report))


def _lines(report: ImportReport) -> Iterator[str]:
    yield (
        f"{counted(report.annotations, 'annotation')} of {counted(len(report.people) or 1, 'annotator')} in "
        f"{counted(report.articles, 'article')}, {report.loaded:,} of them new."
    )
    if report.known:
        yield f"{counted(report.known, 'annotation')} were there already."
    for reason, number in report.left_out.most_common():
        yield f"left out: {number:,} × {one_line(reason)}"
