"""Commands on copies of one article: which there are, which are none, and one decision for all of them."""

from collections.abc import Sequence
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line
from annotator.core.records import DocumentSummary
from annotator.operations import annotations, applying, copies, documents
from annotator.operations.applying import Application
from annotator.operations.copies import Copy
from annotator.operations.copy_groups import catch_up


@command("copies")
@click.argument("article", required=False)
@click.option("--find", is_flag=True, help="First look for copies among articles that an older version loaded.")
@click.pass_context
def copies_command(context: click.Context, article: str | None, find: bool) -> None:
    """List the copies of an article: the same text, or nearly the same; without ARTICLE, all that have copies.

    JSON: {"copies": [{"id", "title", "outlet", "likeness": 0 to 1}...]}, or {"groups": [[{"id", "title",
    "outlet"}...]...]}
    """
    desk = Desk(context)
    if find:
        catch_up(desk.workspace, counter())
    if article is None:
        groups = copies.groups(desk.workspace)
        lines = (_line(one, "  " if at else "") for group in groups for at, one in enumerate(group))
        desk.answer({"groups": [[_view(one) for one in group] for group in groups]}, lines)
        return
    found = copies.copies_of(desk.workspace, documents.find_document(desk.workspace, article))
    desk.answer({"copies": [_copy_view(copy) for copy in found]}, map(_copy_line, found))


@command("separate")
@click.argument("article")
@click.pass_context
def separate_command(context: click.Context, article: str) -> None:
    """Say that an article is no copy of the others that it is listed with.

    JSON: {"id", "separated": whether it was one}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    was_one = copies.separate(desk.workspace, document_id, desk.annotator_id)
    words = "It is listed by itself now." if was_one else "It had no copies; nothing was changed."
    desk.answer({"id": document_id, "separated": was_one}, [words])


@command("unite")
@click.argument("article", nargs=-1, required=True)
@click.pass_context
def unite_command(context: click.Context, article: Sequence[str]) -> None:
    """Say that articles are copies of each other, with all copies they have.

    JSON: {"copies": [id...]: all that are together now}
    """
    desk = Desk(context)
    ids = [documents.find_document(desk.workspace, beginning) for beginning in article]
    copies.join(desk.workspace, ids, desk.annotator_id)
    together = sorted({ids[0], *(copy.document.id for copy in copies.copies_of(desk.workspace, ids[0]))})
    desk.answer({"copies": together}, map(str, together))


@command("apply")
@click.argument("article")
@click.argument("annotation", nargs=-1)
@click.option("--reworded", is_flag=True, help="Also where the copy has it in other words, or in several places.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be applied.")
@click.pass_context
def apply_command(
    context: click.Context, article: str, annotation: Sequence[str], reworded: bool, dry_run: bool
) -> None:
    """Apply annotations of an article (all of your own, or those named) to its copies, as one step.

    What is there already is not doubled. Each is an annotation of yours, with the origin “copied”.

    JSON: {"applications": [{"copy", "annotation", "label", "fate": "kept", "moved", "reworded" or "gone",
    "likeness", "segments", "text", "there": already, "applied": id of what was made, or null}...], "dry_run"}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    ids = [annotations.find_annotation(desk.workspace, beginning) for beginning in annotation]
    proposed = applying.propose(desk.workspace, document_id, desk.annotator_id, ids or None, counter())
    chosen = [one for one in proposed if one.can_be_applied and (reworded or not one.anchored.needs_a_look)]
    made: dict[tuple[Any, Any], Any] = {}
    if not dry_run:
        report = applying.apply_to_copies(desk.workspace, chosen, desk.annotator_id)
        made = {(record.document_id, record.made_from): record.id for record in report.made}
    texts = {one.copy_id: "" for one in proposed}
    texts = {key: documents.read_document(desk.workspace, key).text for key in texts}
    views = [_application_view(one, texts[one.copy_id], made) for one in proposed]
    would = len(chosen) if dry_run else len(made)
    told = f"{counted(would, 'annotation')} {'would be' if dry_run else 'were' if would != 1 else 'was'} applied."
    lines = [_application_line(one, view["text"], view["applied"]) for one, view in zip(proposed, views, strict=True)]
    desk.answer({"applications": views, "dry_run": dry_run}, [*lines, told])


def _view(summary: DocumentSummary) -> dict[str, Any]:
    return {"id": summary.id, "title": summary.title, "outlet": summary.outlet}


def _copy_view(copy: Copy) -> dict[str, Any]:
    return {**_view(copy.document), "likeness": round(copy.likeness, 3)}


def _line(summary: DocumentSummary, indent: str = "") -> str:
    return f"{indent}{summary.id}  {one_line(' – '.join(part for part in (summary.title, summary.outlet) if part))}"


def _copy_line(copy: Copy) -> str:
    return f"{copy.document.id}  {copy.likeness:4.0%}  {one_line(copy.document.title)}"


def _application_view(one: Application, text: str, made: dict[tuple[Any, Any], Any]) -> dict[str, Any]:
    return {
        "copy": one.copy_id,
        "annotation": one.annotation.id,
        "label": one.annotation.label,
        "fate": one.anchored.fate,
        "likeness": round(one.anchored.likeness, 3),
        "segments": [[start, end] for start, end in one.anchored.segments],
        "text": " ".join(text[start:end] for start, end in one.anchored.segments),
        "there": one.is_there,
        "applied": made.get((one.copy_id, one.annotation.id)),
    }


def _application_line(one: Application, text: str, applied: object) -> str:
    state = "applied" if applied else "there already" if one.is_there else one.anchored.fate.value
    return f"{one.copy_id}  {state:13}  {one.annotation.label}: {one_line(text)}"
