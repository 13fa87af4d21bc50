"""Recipes at a prompt: the exports that a project keeps under a name."""

from pathlib import PurePath
from typing import Any

import click

from annotator.cli.commands import Command, common_options
from annotator.cli.desk import Desk
from annotator.cli.output import one_line, well_formed
from annotator.core.recipes import Recipe, as_command
from annotator.operations import recipes
from annotator.operations.heeding import as_heeded


class RecipesCommands(click.Group):
    """`recipes` by itself lists; what stands behind it takes one away."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


@click.group("recipes", cls=RecipesCommands, invoke_without_command=True)
@click.pass_context
def recipes_command(context: click.Context) -> None:
    """List the exports that the project keeps. “export --recipe NAME” makes one again, “--save-recipe NAME” keeps one.

    JSON: {"recipes": [{"name", "format", "target": where it was written last or "", "command": the same as a command
    line, "request": all that it asks for}]}
    """
    if not context.invoked_subcommand:
        _answer(Desk(context))


@recipes_command.command("remove", cls=Command)
@click.argument("name", type=well_formed)
@click.pass_context
def remove_command(context: click.Context, name: str) -> None:
    """Take the recipe NAME away; what it has written stays.

    JSON: as “recipes” prints it.
    """
    desk = Desk(context)
    recipes.forget_recipe(desk.workspace, name, desk.annotator_id)
    _answer(desk)


def _answer(desk: Desk) -> None:
    views = [_view(one) for one in recipes.recipes(desk.workspace)]
    lines = (f"{one_line(view['name'])}: {view['command']}" for view in views)
    desk.answer({"recipes": views}, lines, "There are no recipes; “export --save-recipe NAME” keeps one.")


def _view(recipe: Recipe) -> dict[str, Any]:
    asked = as_heeded(recipe.request, PurePath(recipe.target).suffix.lower())
    return {
        "name": recipe.name,
        "format": recipe.request.format_id,
        "target": recipe.target,
        "command": as_command(asked, recipe.target or "OUT"),
        "request": recipe.request.as_dict(),
    }
