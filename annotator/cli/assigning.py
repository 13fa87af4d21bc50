"""Giving articles to annotators at a prompt, blind or open."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.assigning import Assignment, Plan
from annotator.operations import assignments, documents
from annotator.operations.search_choices import annotator_called

_NOBODY_LEFT = "Nothing to assign: those named have all of these articles already, or have worked on them."


@command("assign")
@click.argument("article", nargs=-1, type=well_formed)
@click.option("--to", type=well_formed, metavar="NAME,...", default="", help="Who is to read them.")
@click.option("--blind/--open", default=True, help="Whether the others’ work is hidden until they hand in; it is.")
@click.option("--share", type=well_formed, metavar="PERCENT", help="Draw a share of all articles instead, such as 20%.")
@click.option("--random", "number", type=int, metavar="N", help="Draw so many articles by lot instead.")
@click.option("--unsure", type=int, metavar="N", help="Take so many that the suggester is least sure of instead.")
@click.option("--seed", type=int, metavar="N", help="Draw as that time; it is told when articles are drawn.")
@click.option("--handed-in", is_flag=True, help="Draw only from what somebody has handed in.")
@click.option("--in-turn", is_flag=True, help="Deal the articles out: one person each. Else everybody gets all.")
@click.option("--again", is_flag=True, help="Also to somebody who has worked on the article.")
@click.option("--list", "only_list", is_flag=True, help="List what is assigned to whom.")
@click.option("--remove", is_flag=True, help="Take ARTICLE away again from those --to, as long as they have not begun.")
@click.pass_context
def assign_command(context: click.Context, /, **given: Any) -> None:
    """Give articles to annotators: those named, a share of all, some by lot, or those the suggester is unsure of.

    Nobody gets an article that they have worked on, unless --again says so. The program keeps nobody from what they
    want to see: whoever has the file can open it in another name.

    JSON: {"assigned": [{"article", "annotator"}...], "blind", "passed_over": how often somebody had worked on it,
    "seed": a number or null}, with --remove {"removed": n}, with --list {"assignments": [{"article", "title",
    "annotator", "assigned_by", "blind", "state", "begun"}...]}
    """
    desk = Desk(context)
    if given["only_list"]:
        found = assignments.read_assignments(desk.workspace)
        desk.answer({"assignments": [_view(one) for one in found]}, map(_line, found), "Nothing is assigned.")
        return
    people = _people(desk, given["to"])
    if given["remove"]:
        _remove(desk, _articles(desk, given["article"]), list(people))
        return
    seed = given["seed"] if given["seed"] is not None else assignments.new_seed()
    plan = _plan(desk, list(people), seed, given)
    if plan.pairs:
        assignments.assign(desk.workspace, plan.pairs, desk.annotator_id, blind=given["blind"])
    drawn = seed if given["share"] is not None or given["number"] is not None else None
    content = {
        "assigned": [{"article": article, "annotator": people[one]} for article, one in plan.pairs],
        "blind": given["blind"],
        "passed_over": plan.passed_over,
        "seed": drawn,
    }
    lines = [f"{article}  {one_line(people[one])}" for article, one in plan.pairs]
    told = f"drawn with --seed {drawn}" if drawn is not None and lines else ""
    desk.answer(content, [*lines, *filter(None, [told])], _NOBODY_LEFT)


def _plan(desk: Desk, people: Sequence[UUID], seed: int, given: dict[str, Any]) -> Plan:
    ways = [given["article"] or None, given["share"], given["number"], given["unsure"]]
    if sum(way is not None for way in ways) != 1:
        raise click.UsageError("Name articles, or give one of --share, --random and --unsure.")
    in_turn = given["in_turn"]
    if given["article"]:
        ids = _articles(desk, given["article"])
        return assignments.plan_articles(desk.workspace, ids, people, in_turn=in_turn, again=given["again"])
    if given["unsure"] is not None:
        return assignments.plan_unsure(desk.workspace, people, given["unsure"], in_turn=in_turn, progress=counter())
    drawn: dict[str, Any] = {"number": given["number"]} if given["share"] is None else {"percent": _share(given)}
    return assignments.plan_at_random(
        desk.workspace, people, seed=seed, only_handed_in=given["handed_in"], in_turn=in_turn, **drawn
    )


def _share(given: dict[str, Any]) -> float:
    try:
        return float(given["share"].strip().removesuffix("%"))
    except ValueError:
        raise click.UsageError("A share is a number of percent, such as 20%.") from None


def _people(desk: Desk, names: str) -> dict[UUID, str]:
    named = [name.strip() for name in names.split(",") if name.strip()]
    if not named:
        raise click.UsageError("Say by --to who is to read them.")
    return {annotator_called(desk.workspace, name): name for name in named}


def _articles(desk: Desk, beginnings: Sequence[str]) -> list[UUID]:
    if not beginnings:
        raise click.UsageError("Name the articles.")
    return [documents.find_document(desk.workspace, beginning) for beginning in beginnings]


def _remove(desk: Desk, ids: Sequence[UUID], people: Sequence[UUID]) -> None:
    pairs = [(document_id, one) for document_id in ids for one in people]
    removed = assignments.unassign(desk.workspace, pairs, desk.annotator_id)
    kept = f"; {counted(len(pairs) - removed, 'other')} not assigned, or begun" if removed < len(pairs) else ""
    desk.answer({"removed": removed}, [f"{counted(removed, 'assignment')} taken away{kept}"])


def _view(one: Assignment) -> dict[str, Any]:
    return {
        "article": one.document_id,
        "title": one.title,
        "annotator": one.annotator,
        "assigned_by": one.assigned_by,
        "blind": one.blind,
        "state": one.state,
        "begun": one.begun,
    }


def _line(one: Assignment) -> str:
    how = "blind" if one.blind else "open"
    state = one.state if one.state != "open" else "begun" if one.begun else "unread"
    return f"{one.document_id}  {one_line(one.annotator)}  {how}, {state}  {one_line(one.title)}"
