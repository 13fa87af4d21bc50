"""Bringing work home at a prompt: packets and other copies of the project, and what both said differently."""

from pathlib import Path
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Command, Failed
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line
from annotator.cli.passphrases import given_passphrase, passphrase_options, unlocked
from annotator.errors import NotFound
from annotator.operations import conflicts
from annotator.operations.conflicts import CHOICES, Conflict, Side
from annotator.operations.merging import MergeReport, merge


@click.command("merge", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@passphrase_options
@click.pass_context
def packet_merge(context: click.Context, /, file: Path, passphrase_file: Path | None, passphrase_stdin: bool) -> None:
    """Bring home what was done in FILE: a packet of this project, or another copy of it.

    Nothing of what is here is overwritten unseen: where both changed the same, the later change holds and the conflict
    is listed (“packet conflicts”). The same file may be merged again; a file that is not as the program left it is
    refused.

    JSON: {"entries", "articles", "annotations": {"added", "changed", "removed"}, "people": names, "notices": sentences,
    "conflicts": [as “packet conflicts”]}
    """
    given = given_passphrase(passphrase_file, passphrase_stdin)
    desk = Desk(context)
    report = _merged(desk, file, given) if given else unlocked(None, lambda typed: _merged(desk, file, typed))
    open_conflicts = conflicts.list_conflicts(desk.workspace)
    view = {
        "entries": report.entries,
        "articles": report.documents,
        "annotations": {"added": report.added, "changed": report.changed, "removed": report.removed},
        "people": list(report.people),
        "notices": list(report.notices),
        "conflicts": [_view(one) for one in open_conflicts],
    }
    desk.answer(view, _lines(report, len(open_conflicts)))


def _merged(desk: Desk, file: Path, passphrase: str | None) -> MergeReport:
    return merge(desk.workspace, file, desk.annotator_id, passphrase, counter())


def _lines(report: MergeReport, open_conflicts: int) -> list[str]:
    if report.nothing_new:
        return ["Everything in it is here already; nothing was changed."]
    lines = [
        f"{counted(report.entries, 'edit')} came: {counted(report.documents, 'new article')}; annotations: "
        f"{report.added:,} added, {report.changed:,} changed, {report.removed:,} removed."
    ]
    if report.people:
        lines.append(f"New here: {', '.join(map(one_line, report.people))}.")
    lines += report.notices
    if open_conflicts:
        lines.append(f"{counted(open_conflicts, 'conflict')} to settle: “annotator packet conflicts” lists them.")
    return lines


@click.command("conflicts", cls=Command)
@click.option("--all", "everything", is_flag=True, help="Also those that are settled.")
@click.pass_context
def packet_conflicts(context: click.Context, everything: bool) -> None:
    """List what two copies of the project said differently, and nobody has settled yet.

    JSON: {"conflicts": [{"id", "article", "title", "kind", "what", "passage", "field", "kept": {"words", "annotator",
    "at"}, "other": the same, "settled": "" or kept or other}]}
    """
    desk = Desk(context)
    found = conflicts.list_conflicts(desk.workspace, settled=everything)
    lines = [line for one in found for line in _conflict_lines(one)] or ["There is nothing to settle."]
    desk.answer({"conflicts": [_view(one) for one in found]}, lines)


@click.command("settle", cls=Command)
@click.argument("conflict", metavar="CONFLICT")
@click.argument("choice", metavar="|".join(CHOICES), type=click.Choice(CHOICES))
@click.pass_context
def packet_settle(context: click.Context, conflict: str, choice: str) -> None:
    """Settle a CONFLICT (its id, or the beginning of it): let what is “kept” hold, or the “other” one.

    JSON: {"id", "settled"}
    """
    desk = Desk(context)
    key = _key(desk, conflict)
    conflicts.settle(desk.workspace, key, choice, desk.annotator_id)
    desk.answer({"id": str(key), "settled": choice}, [f"Settled: {choice}."])


def _key(desk: Desk, beginning: str) -> UUID:
    wanted = beginning.replace("-", "").lower()
    found = [one.id for one in conflicts.list_conflicts(desk.workspace, settled=True) if one.id.hex.startswith(wanted)]
    if not found or not wanted:
        raise NotFound("There is no conflict with this id; “annotator packet conflicts” lists them.")
    if len(found) > 1:
        raise Failed("Several conflicts begin like this; give more of the id.")
    return found[0]


def _conflict_lines(one: Conflict) -> list[str]:
    about = " · ".join(filter(None, (one_line(one.title), f"“{one_line(one.passage)}”" if one.passage else "")))
    return [
        f"{one.id}  {one_line(one.what)}",
        *([f"  {about}"] if about else []),
        f"  kept:  {_side(one.kept)}",
        f"  other: {_side(one.other)}",
        *([f"  settled: {one.settled}"] if one.settled else []),
    ]


def _side(side: Side) -> str:
    told = ", ".join(filter(None, (one_line(side.annotator), f"{side.at:%Y-%m-%d %H:%M} UTC" if side.at else "")))
    return f"{one_line(side.words)} ({told})" if told else one_line(side.words)


def _view(one: Conflict) -> dict[str, Any]:
    return {
        "id": one.id,
        "article": one.document_id,
        "title": one.title,
        "kind": one.kind,
        "what": one.what,
        "passage": one.passage,
        "field": one.field,
        "kept": {"words": one.kept.words, "annotator": one.kept.annotator, "at": one.kept.at},
        "other": {"words": one.other.words, "annotator": one.other.annotator, "at": one.other.at},
        "settled": one.settled,
    }
