"""Commands that hand the result on, and those that list what there is: export, formats, languages."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import click

from annotator import formats
from annotator.cli.commands import command, say
from annotator.cli.desk import Desk
from annotator.cli.export_choices import TAKE_BACK, WRITERS, asked_for, export_choices, heeded, without_taken
from annotator.cli.losses import tell_losses
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.languages import Language, known_languages, read_language
from annotator.core.recipes import ExportRequest, Recipe
from annotator.formats.base import Format, Reader, Writer
from annotator.formats.exchange import AnnotationReader, Exchange
from annotator.operations import recipes
from annotator.operations.documents import find_document
from annotator.operations.exports import ExportReport, export

_STANDARD_OUTPUT = "-"


@command("export")
@export_choices
@click.option("--losses", "losses_of", type=WRITERS, metavar="ID", help="Write nothing; say what ID cannot hold.")
@click.option("--recipe", type=well_formed, metavar="NAME", help="As it was kept; what is said besides, changes it.")
@TAKE_BACK
@click.option("--save-recipe", type=well_formed, metavar="NAME", help="Keep this under NAME, to be made again.")
@click.argument("names", nargs=-1, metavar="[ARTICLE]... OUT")
@click.pass_context
def export_command(
    context: click.Context,
    /,
    losses_of: str | None,
    recipe: str | None,
    taken: Sequence[str],
    save_recipe: str | None,
    names: Sequence[str],
    **said: Any,
) -> None:
    """Write all articles, or those named, with their annotations to a file or folder; - is standard output.

    An older version of an article, which a newer one has replaced, is written only when it is named.
    What is withheld, cancelled or under an embargo that has not ended is left out, and it is said how
    many articles that are; where the choices leave none at all, it is said why. The file is read
    back and compared with the project before it takes its name. What the format cannot hold is listed on standard
    error, or in the JSON; each single thing that it could not hold is listed in OUT.losses.json. “--losses ID” tells
    that beforehand, and needs no OUT.

    The gold reading holds what the readers agree on, what was ruled, approved or corrected; each span says how it got
    there ("gold" in jsonl, the column “how” in csv). Open disputes are left out, and so are articles that nobody has
    submitted.

    JSON: {"format", "path", "articles", "annotations", "held_back", "older" and "off_record": how many were left out,
    "losses": [sentence...]}, and where you read blind "one_sided": how many articles are without the others' work;
    where something could not be held "lost": {what: how many} and "losses_path". With --losses: {"lost": [{"article",
    "annotation", "what", "why"}]}
    """
    desk = Desk(context)
    kept = recipes.recipe_called(desk.workspace, recipe) if recipe else None
    if taken and not kept:
        raise click.UsageError("“--take-back” takes back what a recipe says; name one with “--recipe”.")
    begin = without_taken(kept.request if kept else ExportRequest(""), taken)
    if losses_of:
        request = replace(asked_for(context, said, begin), format_id=losses_of)
        articles, place = _articles(names, kept)
        tell_losses(desk, _of_articles(desk, heeded(context, request, ""), articles), place)
        return
    out = names[-1] if names else kept.target if kept else ""
    if not out and not save_recipe:
        raise click.UsageError("Name a file or folder to write to.")
    request = _of_articles(desk, asked_for(context, said, begin), names[:-1])
    request = replace(request, format_id=request.format_id or _by_ending(out))
    request = heeded(context, request, PurePath(out).suffix.lower())
    if out:
        _export(desk, request, out, Path(kept.target) if kept and kept.target else None)
    if save_recipe:
        target = "" if out in ("", _STANDARD_OUTPUT) else str(Path(out).absolute())
        recipes.keep_recipe(desk.workspace, Recipe(save_recipe, request, target), desk.annotator_id)
        say(f"The recipe is kept; “export --recipe {shlex.quote(save_recipe)}” makes the same again.")


def _export(desk: Desk, request: ExportRequest, out: str, last: Path | None) -> None:
    is_stream = out == _STANDARD_OUTPUT
    if desk.as_json and is_stream:
        raise click.UsageError("Standard output cannot hold the export and the JSON answer; name a file.")
    target = sys.stdout.buffer if is_stream else Path(out)
    report = export(desk.workspace, request, target, None if is_stream else counter(), last=last)
    if is_stream or not desk.as_json:
        _tell(report)
    if not is_stream:
        counts = f"{counted(report.annotations, 'annotation')} of {counted(report.documents, 'article')}"
        desk.answer(_report_view(report), [f"{counts} in {one_line(out)}, read back and compared."])


def _articles(names: Sequence[str], kept: Recipe | None) -> tuple[Sequence[str], Path | None]:
    """The articles among what is named where no OUT is needed, and one may be there; and that, else the recipe's."""
    out = kept.target if kept else ""
    if (names and set(names[-1].lower()) - set("0123456789abcdef-")) or names[-1:] == (_STANDARD_OUTPUT,):
        names, out = names[:-1], names[-1]
    return names, Path(out) if out not in ("", _STANDARD_OUTPUT) else None


def _of_articles(desk: Desk, request: ExportRequest, articles: Sequence[str]) -> ExportRequest:
    if not articles:
        return request
    ids = tuple(find_document(desk.workspace, article) for article in articles)
    return replace(request, selection=replace(request.selection, documents=ids))


def _by_ending(out: str) -> str:
    """The format of a file's name. Where several share an ending, the one that is called so."""
    ending = PurePath(out).suffix.lower()
    files = [one for one in formats.exporters() if not (isinstance(one, Exchange) and one.is_folder)]
    there = [one.id for one in files if ending in one.extensions]
    if len(there) == 1:
        return there[0]
    for known in there:
        if known == ending.removeprefix(".") or known == "jsonl":
            return known
    raise click.UsageError(f"Give --format: {' or '.join(there or [writer.id for writer in formats.exporters()])}.")


def _tell(report: ExportReport) -> None:
    """What is not in the export."""
    if report.off_record:
        were = "is" if report.off_record == 1 else "are"
        say(f"{counted(report.off_record, 'annotation')} {were} off the record or embargoed, left out and blacked out.")
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
    if report.lost:
        kinds = ", ".join(f"{number:,} × {what}" for what, number in report.lost.items())
        listed = f" {report.losses_path} lists each." if report.losses_path else ""
        say(f"The format cannot hold {kinds}.{listed}")


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
        **({"lost": dict(report.lost)} if report.lost else {}),
        **({"losses_path": str(report.losses_path)} if report.losses_path else {}),
    }


@command("formats")
@click.pass_context
def formats_command(context: click.Context) -> None:
    """List the file formats, and what each cannot hold.

    Of what is read come articles (“load”), of what is imported annotations (“import”); what is written, “export” makes.

    JSON: {"formats": [{"id", "title", "extensions", "reads", "writes", "imports", "losses"}]}
    """
    views = [_format_view(known) for known in formats.all_formats()]
    Desk(context).answer({"formats": views}, (line for view in views for line in _format_lines(view)))


def _format_view(known: Format) -> dict[str, Any]:
    return {
        "id": known.id,
        "title": known.title,
        "extensions": list(known.extensions),
        "reads": isinstance(known, Reader),
        "writes": isinstance(known, Writer | Exchange),
        "imports": isinstance(known, AnnotationReader),
        "losses": list(known.losses),
    }


def _format_lines(view: dict[str, Any]) -> list[str]:
    does = ", ".join(verb for verb in ("reads", "writes", "imports") if view[verb])
    first = f"{view['id']:17} {does:15} {view['title']} ({', '.join(view['extensions'])})"
    return [first, *(f"{'':34}{loss}" for loss in view["losses"])]


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
