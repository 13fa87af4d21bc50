"""Commands on the whole project: history, undo, redo, verify, upgrade."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line
from annotator.errors import NotFound
from annotator.operations import annotations, documents, history
from annotator.operations.history import HistoryEntry
from annotator.operations.verification import verify
from annotator.store.workspace import Workspace

_SHOWN = 60


@command("history")
@click.argument("article_or_annotation")
@click.pass_context
def history_command(context: click.Context, article_or_annotation: str) -> None:
    """Tell what happened to an article or annotation: who, when, from what to what.

    What has been removed is found by its whole id.

    JSON: {"entries": [{"at", "annotator", "title", "kind", "table", "id", "before", "after"}]}
    """
    desk = Desk(context)
    entries = _history(desk.workspace, article_or_annotation)
    content = {"entries": [_entry_view(entry) for entry in entries]}
    desk.answer(content, map(_entry_line, entries))


def _history(workspace: Workspace, beginning: str) -> list[HistoryEntry]:
    article = _found(documents.find_document, workspace, beginning)
    annotation = _found(annotations.find_annotation, workspace, beginning)
    if article and annotation:
        raise NotFound(f"An article and an annotation begin with “{beginning}”; give more of the id.")
    if article:
        return history.history_of_document(workspace, article)
    if annotation:
        return history.history_of_annotation(workspace, annotation)
    try:
        gone = UUID(beginning)
    except ValueError:
        raise NotFound(f"Not exactly one article or annotation begins with “{beginning}”.") from None
    return history.history_of_document(workspace, gone) or history.history_of_annotation(workspace, gone)


def _found(find: Any, workspace: Workspace, beginning: str) -> UUID | None:
    try:
        key: UUID = find(workspace, beginning)
    except NotFound:
        return None
    return key


def _entry_view(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "annotator": entry.annotator,
        "title": entry.title,
        "kind": entry.kind,
        "table": entry.table,
        "id": entry.row_id,
        "before": entry.before,
        "after": entry.after,
    }


def _entry_line(entry: HistoryEntry) -> str:
    at = entry.at.strftime("%Y-%m-%d %H:%M:%S")
    title = f"{entry.kind}: {entry.title}" if entry.kind in ("undo", "redo") else entry.title
    return f"{at} UTC  {one_line(entry.annotator)}  {one_line(title)}  {entry.table}{_what_changed(entry)}"


def _what_changed(entry: HistoryEntry) -> str:
    if entry.before is None:
        return f" {entry.row_id} made"
    if entry.after is None:
        return f" {entry.row_id} removed"
    before, after = entry.before, entry.after
    changed = (f"{name} {_short(before.get(name))} → {_short(after.get(name))}" for name in after)
    return f" {entry.row_id}: {', '.join(changed)}"


def _short(value: Any) -> str:
    words = "nothing" if value in (None, "") else one_line(str(value))
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


@command("undo")
@click.pass_context
def undo_command(context: click.Context) -> None:
    """Take your newest step back, of today or of last week, and print its name; then what did not come back.

    JSON: {"undone": name, "told": [what did not come back, in sentences...]}
    """
    desk, told = Desk(context), list[str]()
    title = history.undo(desk.workspace, desk.annotator_id, told.append)
    desk.answer({"undone": title, "told": told}, [one_line(title), *told])


@command("redo")
@click.pass_context
def redo_command(context: click.Context) -> None:
    """Do again what undo took back last, and print its name; then what did not come back.

    JSON: {"redone": name, "told": [what did not come back, in sentences...]}
    """
    desk, told = Desk(context), list[str]()
    title = history.redo(desk.workspace, desk.annotator_id, told.append)
    desk.answer({"redone": title, "told": told}, [one_line(title), *told])


@command("verify")
@click.pass_context
def verify_command(context: click.Context) -> None:
    """Prove that rows, journal and texts agree, or name each row that does not.

    JSON: {"ok", "entries", "chains", "rows", "texts", "problems": [sentence...]}
    """
    desk = Desk(context)
    found = verify(desk.workspace)
    content = {
        "ok": not found.problems,
        "entries": found.entries,
        "chains": found.chains,
        "rows": found.rows,
        "texts": found.texts,
        "problems": found.problems,
    }
    checked = (
        f"Checked {counted(found.rows, 'row')}, {counted(found.texts, 'text')} and "
        f"{counted(found.entries, 'journal entry', 'journal entries')} of {counted(found.chains, 'installation')}"
    )
    agree = "they agree." if not found.problems else "they do not agree."
    desk.answer(content, _verify_lines(found.problems, f"{checked}: {agree}"))
    if found.problems:
        raise Failed(f"{counted(len(found.problems), 'disagreement')} in this project; the first: {found.problems[0]}.")


def _verify_lines(problems: list[str], summary: str) -> Iterator[str]:
    yield from map(one_line, problems)
    yield summary


@command("upgrade")
@click.pass_context
def upgrade_command(context: click.Context) -> None:
    """Bring a project on a server up to date, when nobody works in it.

    A project in a file is upgraded by itself when it is opened, and copied before.

    JSON: {"project": its address}
    """
    address = Desk(context).open(upgrade=True).address
    Desk(context).answer({"project": address}, [f"{one_line(address)} is up to date."])
