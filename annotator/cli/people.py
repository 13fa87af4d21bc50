"""The people of a project at a prompt: who there is, somebody new, what is known of somebody."""

from collections.abc import Sequence
from typing import Any

import click

from annotator.cli.commands import Command, common_options
from annotator.cli.desk import Desk
from annotator.cli.output import one_line, well_formed
from annotator.core.people import COLORS, Person, Role
from annotator.operations import people

_ROLES = click.Choice([role.value for role in Role])
_COLORS = click.Choice([*COLORS, "usual"])


class PeopleCommands(click.Group):
    """`people` by itself lists; what stands behind it adds or changes somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


@click.group("people", cls=PeopleCommands, invoke_without_command=True)
@click.pass_context
def people_command(context: click.Context) -> None:
    """List the people of the project. Roles guide; they protect nothing: every command works for everybody.

    JSON: {"people": [{"id", "name", "initials", "role": "annotator", "reviewer" or "lead", "color", "you": true for
    the one in whose name commands work}]}
    """
    if context.invoked_subcommand:
        return
    _answer(Desk(context))


@people_command.command("add", cls=Command)
@click.argument("name", type=well_formed)
@click.option(
    "--initials", default="", metavar="LETTERS", type=well_formed, help="At most four letters; else those of the name."
)
@click.option("--role", default=Role.ANNOTATOR.value, type=_ROLES, help="What they do here, as a guide.")
@click.option("--color", default="usual", type=_COLORS, help="The colour of their initials.")
@click.pass_context
def add_command(context: click.Context, name: str, initials: str, role: str, color: str) -> None:
    """Add somebody called NAME.

    JSON: as “people” prints it.
    """
    desk = Desk(context)
    added = people.add_person(desk.workspace, name, desk.reader_id)
    if initials or role != Role.ANNOTATOR or color in COLORS:
        people.change_person(desk.workspace, added, desk.reader_id, initials=initials, role=role, color=_color(color))
    _answer(desk)


@people_command.command("set", cls=Command)
@click.argument("name", type=well_formed)
@click.option("--name", "new_name", metavar="NAME", type=well_formed, help="Another name.")
@click.option("--initials", metavar="LETTERS", type=well_formed, help="At most four letters; “” for those of the name.")
@click.option("--role", type=_ROLES, help="What they do here, as a guide.")
@click.option("--color", type=_COLORS, help="The colour of their initials.")
@click.pass_context
def set_command(
    context: click.Context, name: str, new_name: str | None, initials: str | None, role: str | None, color: str | None
) -> None:
    """Change what is known of NAME: another name, initials, a role, a colour.

    JSON: as “people” prints it.
    """
    desk = Desk(context)
    person = people.person_called(desk.workspace, name)
    wanted: dict[str, Any] = {"name": new_name, "initials": initials, "role": role}
    people.change_person(desk.workspace, person.id, desk.reader_id, **wanted, color=_color(color))
    _answer(desk)


def _color(chosen: str | None) -> str | None:
    return "" if chosen == "usual" else chosen


def _answer(desk: Desk) -> None:
    found, you = people.people(desk.workspace), desk.reader_id
    views = [_view(one, one.id == you) for one in found]
    desk.answer({"people": views}, _lines(views), "Nobody has worked in this project yet.")


def _view(person: Person, is_you: bool) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "initials": person.initials,
        "role": person.role,
        "color": person.color,
        "you": is_you,
    }


def _lines(views: Sequence[dict[str, Any]]) -> list[str]:
    width = max((len(one["initials"]) for one in views), default=0)
    return [
        f"{one['initials']:{width}}  {one['role']:<9}  {one_line(one['name'])}{'  (you)' if one['you'] else ''}"
        for one in views
    ]
