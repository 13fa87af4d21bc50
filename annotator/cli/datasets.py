"""Commands that hand the result on, and those that list what there is: export, formats, languages."""

import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

import click

from annotator import formats
from annotator.cli.commands import command, say
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.languages import Language, known_languages, read_language
from annotator.formats.base import Format, Reader, WriteOptions, Writer
from annotator.operations.documents import find_document
from annotator.operations.exported_readings import ALL
from annotator.operations.exports import ExportReport, export_dataset

_STANDARD_OUTPUT = "-"
_WRITERS = click.Choice([writer.id for writer in formats.writers()])


@command("export")
@click.option("--format", "format_id", type=_WRITERS, help="Else the ending of OUT decides.")
@click.option("--with-furniture", is_flag=True, help="Keep what is not article text (jsonl).")
@click.option("--bom", is_flag=True, help="Begin with a byte-order mark, which some spreadsheets need.")
@click.option(
    "--with-withheld", "with_held", is_flag=True, help="Take in what is withheld, cancelled or under an embargo."
)
@click.option(
    "--reading",
    type=well_formed,
    metavar="gold|NAME|all",
    default=ALL,
    help="Whose work: the gold reading, one person's, everybody's (the usual).",
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.argument("out")
@click.pass_context
def export_command(
    context: click.Context,
    format_id: str | None,
    with_furniture: bool,
    bom: bool,
    with_held: bool,
    reading: str,
    articles: Sequence[str],
    out: str,
) -> None:
    """Write all articles, or those named, with their annotations to a file; - is standard output.

    An older version of an article, which a newer one has replaced, is written only when it is named.
    What is withheld, cancelled or under an embargo that has not ended is left out, and it is said how
    many articles that are. The file is read back and compared with the project before it takes its
    name. What the format cannot hold is listed on standard error, or in the JSON.

    The gold reading holds what the readers agree on, what was ruled, approved or corrected; each span says how it got
    there ("gold" in jsonl, the column “how” in csv). Open disputes are left out, and so are articles that nobody has
    submitted.

    JSON: {"format", "path", "articles", "annotations", "held_back", "older" and "off_record": how many were left out,
    "losses": [sentence...]}, and where you read blind "one_sided": how many articles are without the others' work
    """
    desk = Desk(context)
    if desk.as_json and out == _STANDARD_OUTPUT:
        raise click.UsageError("Standard output cannot hold the export and the JSON answer; name a file.")
    chosen = format_id or _by_ending(out)
    ids = [find_document(desk.workspace, article) for article in articles] or None
    options = WriteOptions(with_furniture=with_furniture, bom=bom)
    is_stream = out == _STANDARD_OUTPUT
    report = export_dataset(
        desk.workspace,
        chosen,
        sys.stdout.buffer if is_stream else Path(out),
        document_ids=ids,
        options=options,
        with_held=with_held,
        reading=reading,
        progress=None if is_stream else counter(),
    )
    if is_stream:
        _tell(report)
        return
    if not desk.as_json:
        _tell(report)
    counts = f"{counted(report.annotations, 'annotation')} of {counted(report.documents, 'article')}"
    desk.answer(_report_view(report), [f"{counts} in {one_line(out)}, read back and compared."])


def _by_ending(out: str) -> str:
    ending = PurePath(out).suffix.lower()
    for writer in formats.writers():
        if ending in writer.extensions:
            return writer.id
    raise click.UsageError(f"Give --format: {' or '.join(writer.id for writer in formats.writers())}.")


def _tell(report: ExportReport) -> None:
    """What is not in the export."""
    if report.off_record:
        were = "is" if report.off_record == 1 else "are"
        say(f"{counted(report.off_record, 'annotation')} {were} off the record or under embargo and left out.")
    if report.one_sided:
        say(f"{counted(report.one_sided, 'article')} without the others’ work, as you have still to hand in your own.")
    if report.held_back:
        were = "is" if report.held_back == 1 else "are"
        say(
            f"{counted(report.held_back, 'article')} {were} withheld, cancelled or under an embargo and left out; "
            "--with-withheld takes them in."
        )
    if report.older:
        were = "is" if report.older == 1 else "are"
        say(f"{counted(report.older, 'older version')} {were} left out; name an article to write it.")
    for loss in report.losses:
        say(loss)


def _report_view(report: ExportReport) -> dict[str, Any]:
    return {
        "format": report.format_id,
        "path": str(report.path),
        "articles": report.documents,
        "annotations": report.annotations,
        "held_back": report.held_back,
        "off_record": report.off_record,
        "older": report.older,
        "losses": list(report.losses),
        **({"one_sided": report.one_sided} if report.one_sided else {}),
    }


@command("formats")
@click.pass_context
def formats_command(context: click.Context) -> None:
    """List the file formats, and what each cannot hold.

    JSON: {"formats": [{"id", "title", "extensions", "reads", "writes", "losses"}]}
    """
    views = [_format_view(known) for known in formats.all_formats()]
    Desk(context).answer({"formats": views}, (line for view in views for line in _format_lines(view)))


def _format_view(known: Format) -> dict[str, Any]:
    return {
        "id": known.id,
        "title": known.title,
        "extensions": list(known.extensions),
        "reads": isinstance(known, Reader),
        "writes": isinstance(known, Writer),
        "losses": list(known.losses),
    }


def _format_lines(view: dict[str, Any]) -> list[str]:
    does = " and ".join(verb for verb in ("reads", "writes") if view[verb])
    first = f"{view['id']:8} {does:8} {view['title']} ({', '.join(view['extensions'])})"
    return [first, *(f"{'':18}{loss}" for loss in view["losses"])]


@command("languages")
@click.pass_context
def languages_command(context: click.Context) -> None:
    """List the languages that the program can tell, and those it also has rules of its own for.

    JSON: {"languages": [{"code", "name", "sentence_rules": false where the common rules are used,
    "note": what cannot be done, or ""}]}
    """
    known = [_language_view(read_language(code)) for code in known_languages()]
    Desk(context).answer({"languages": known}, map(_language_line, known))


def _language_view(language: Language) -> dict[str, Any]:
    own_rules = language.sentences != read_language("").sentences
    return {"code": language.code, "name": language.name, "sentence_rules": own_rules, "note": language.note}


def _language_line(view: dict[str, Any]) -> str:
    common = "" if view["sentence_rules"] else "; sentences by the common rules"
    note = f"; {view['note']}" if view["note"] else ""
    return f"{view['code']:4} {view['name']}{common}{note}"
