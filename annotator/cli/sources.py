"""Sources at a prompt: who is quoted, claims or denies. A protected one is shown under its number, if not asked."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Command, common_options
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line, well_formed
from annotator.core.masking import Mask
from annotator.core.records import SourceRecord
from annotator.core.source_statements import Statement
from annotator.core.sources import Naming, Role, SourceKind, place_in_list
from annotator.operations import source_statements, sources
from annotator.operations.source_merging import merge_sources

_AT_A_TIME = 200


class SourceCommands(click.Group):
    """`sources` by itself lists; what stands behind it does something with one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


_reveal = click.option("--reveal", is_flag=True, help="Show the names of protected sources.")


def _details(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options for what is known of a source."""
    for option in (
        click.option("--note", type=well_formed, metavar="TEXT"),
        click.option("--role", type=click.Choice([one.value for one in Role])),
        click.option("--naming", type=click.Choice([one.value for one in Naming])),
        click.option("--kind", type=click.Choice([one.value for one in SourceKind])),
        click.option(
            "--alias", "aliases", multiple=True, type=well_formed, metavar="NAME", help="Another name; may be repeated."
        ),
    ):
        function = option(function)
    return function


@click.group("sources", cls=SourceCommands, invoke_without_command=True)
@click.pass_context
def sources_command(context: click.Context) -> None:
    """List the sources of the project, with how many annotations are each one's words.

    SOURCE is a name or alias, or the beginning of an id. JSON: {"sources": [{"id", "name", "aliases", "kind", "naming",
    "role", "protected", "note", "annotations": {label: how many}}]}
    """
    if not context.invoked_subcommand:
        _list(Desk(context), "", reveal=False)


@sources_command.command("list", cls=Command)
@click.argument("words", nargs=-1, type=well_formed)
@_reveal
@click.pass_context
def list_command(context: click.Context, words: Sequence[str], reveal: bool) -> None:
    """List the sources, or those that fit WORDS, in whatever script, the best first.

    JSON: as “sources” prints it.
    """
    _list(Desk(context), " ".join(words), reveal=reveal)


@sources_command.command("show", cls=Command)
@click.argument("source", type=well_formed)
@_reveal
@click.pass_context
def show_command(context: click.Context, source: str, reveal: bool) -> None:
    """Show a source with all it has claimed, denied or been quoted with, the newest published first.

    JSON: {"source": as “sources” prints it, "statements": [{"annotation", "article", "kind", "label", "day", "outlet",
    "title", "sentence"}]}
    """
    desk = Desk(context)
    found = sources.find_source(desk.workspace, source)
    mask = Mask() if reveal else sources.mask_of(desk.workspace).everywhere()
    counts = sources.counts_by_label(desk.workspace)
    said = source_statements.statements_of(desk.workspace, found.id)
    views: list[dict[str, Any]] = []
    for start in range(0, len(said), _AT_A_TIME):
        part = said[start : start + _AT_A_TIME]
        sentences = source_statements.sentences_of(desk.workspace, part)
        views += [_statement_view(one, sentences[one.annotation_id][0], mask) for one in part]
    view = _view(found, mask, counts.get(found.id, {}), reveal=reveal)
    desk.answer({"source": view, "statements": views}, [*_lines(view), "", *map(_statement_line, views)])


@sources_command.command("add", cls=Command)
@click.argument("name", type=well_formed)
@_details
@click.option("--protected", is_flag=True, help="Its name leaves in no export and stands in no log.")
@click.pass_context
def add_command(context: click.Context, /, name: str, protected: bool, **given: Any) -> None:
    """Make a source of this NAME; prints its id.

    JSON: as “sources” prints one.
    """
    desk = Desk(context)
    known = {key: value for key, value in given.items() if value}
    made = sources.add_source(desk.workspace, name, desk.annotator_id, protected=protected, **known)
    desk.answer(_view(made, Mask(), {}, reveal=True), [str(made.id)])


@sources_command.command("rename", cls=Command)
@click.argument("source", type=well_formed)
@click.argument("name", type=well_formed, required=False)
@_details
@click.option("--keep-old", is_flag=True, help="The name until now becomes an alias.")
@click.pass_context
def rename_command(
    context: click.Context, /, source: str, name: str | None, keep_old: bool, aliases: Sequence[str], **given: Any
) -> None:
    """Give a source another NAME, or change what else is known of it; once, for all articles.

    Aliases that are given are added. JSON: as “sources” prints one.
    """
    desk = Desk(context)
    found = sources.find_source(desk.workspace, source)
    changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if name:
        changes["name"] = name
    if aliases or (keep_old and name):
        changes["aliases"] = [*found.aliases, *([found.name] if keep_old else []), *aliases]
    if not changes:
        raise click.UsageError("Say what is to change: a name, or an option.")
    changed = sources.set_source_details(desk.workspace, found.id, desk.annotator_id, **changes)
    _answer(desk, changed, "Changed")


@sources_command.command("merge", cls=Command)
@click.argument("source", type=well_formed)
@click.argument("others", nargs=-1, required=True, type=well_formed)
@click.pass_context
def merge_command(context: click.Context, source: str, others: Sequence[str]) -> None:
    """Make one of several: what named OTHERS names SOURCE, and their names become aliases of it.

    JSON: as “sources” prints one.
    """
    desk = Desk(context)
    kept, *rest = (sources.find_source(desk.workspace, one) for one in (source, *others))
    merged = merge_sources(desk.workspace, kept.id, [one.id for one in rest], desk.annotator_id)
    _answer(desk, merged, "Merged")


@sources_command.command("protect", cls=Command)
@click.argument("source", type=well_formed)
@click.option("--off", is_flag=True, help="Protect it no more.")
@click.pass_context
def protect_command(context: click.Context, source: str, off: bool) -> None:
    """Protect a source: its name and aliases are blacked out in exports, logs, window titles and lists.

    Add the other spellings of the name as aliases; the program cannot know them. JSON: as “sources” prints one.
    """
    desk = Desk(context)
    found = sources.find_source(desk.workspace, source)
    changed = sources.set_source_details(desk.workspace, found.id, desk.annotator_id, protected=not off)
    _answer(desk, changed, "Protected no more" if off else "Protected")


@sources_command.command("remove", cls=Command)
@click.argument("source", nargs=-1, required=True, type=well_formed)
@click.pass_context
def remove_command(context: click.Context, source: Sequence[str]) -> None:
    """Take away sources that nothing names.

    JSON: {"removed": ids}
    """
    desk = Desk(context)
    ids: list[UUID] = [sources.find_source(desk.workspace, one).id for one in source]
    sources.remove_sources(desk.workspace, ids, desk.annotator_id)
    desk.answer({"removed": ids}, [f"{counted(len(ids), 'source')} removed."])


def _list(desk: Desk, typed: str, *, reveal: bool) -> None:
    counts, mask = sources.counts_by_label(desk.workspace), sources.mask_of(desk.workspace).everywhere()
    if typed:
        found = [one.source for one in sources.find_sources(desk.workspace, typed, None)]
    else:
        found = sources.all_sources(desk.workspace)
    views = [_view(source, mask, counts.get(source.id, {}), reveal=reveal) for source in found]
    if not typed:
        views.sort(key=lambda view: place_in_list(view["name"]))  # as shown: its place could tell a hidden name
    nothing = f"No source fits “{typed}”." if typed else "There are no sources yet; “sources add NAME” makes one."
    desk.answer({"sources": views}, map(_line, views), nothing)


def _answer(desk: Desk, source: SourceRecord, done: str) -> None:
    mask, counts = sources.mask_of(desk.workspace).everywhere(), sources.counts_by_label(desk.workspace)
    view = _view(source, mask, counts.get(source.id, {}), reveal=False)
    desk.answer(view, [f"{done}: {_line(view)}"])


def _view(source: SourceRecord, mask: Mask, counts: dict[str, int], *, reveal: bool) -> dict[str, Any]:
    """A source for JSON, as it may be shown."""
    shown = source if reveal else mask.source(source)
    known = {"id": source.id, "name": shown.name, "aliases": list(shown.aliases), "kind": source.kind}
    rest = {"naming": source.naming, "role": source.role, "protected": source.protected, "note": shown.note}
    return {**known, **rest, "annotations": counts}


def _line(view: dict[str, Any]) -> str:
    names = " / ".join([view["name"], *view["aliases"]])
    total = sum(view["annotations"].values())
    return (
        f"{view['id']}  {total:>5}  {view['kind']:12}  {one_line(names)}{'  (protected)' if view['protected'] else ''}"
    )


def _lines(view: dict[str, Any]) -> list[str]:
    counts = ", ".join(f"{number:,} {label}" for label, number in view["annotations"].items()) or "nothing yet"
    words = [_line(view), f"Naming {view['naming']}, role {view['role']}; {counts}"]
    return [*words, *([one_line(view["note"])] if view["note"] else [])]


def _statement_view(statement: Statement, sentence: str, mask: Mask) -> dict[str, Any]:
    return {
        "annotation": statement.annotation_id,
        "article": statement.document_id,
        "kind": statement.kind,
        "label": statement.label,
        "day": statement.day,
        "outlet": mask.text(statement.outlet),
        "title": mask.text(statement.title),
        "sentence": mask.text(sentence),
    }


def _statement_line(view: dict[str, Any]) -> str:
    place = f"{view['day'] or '–':10}  {view['label']:8}  {one_line(view['outlet'])}"
    return f"{view['annotation']}  {place}: {one_line(view['sentence'])}"
