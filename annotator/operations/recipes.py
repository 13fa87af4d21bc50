"""Exports that a project keeps under a name, so that they can be made again as they were."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import select as select_row

from annotator.core.recipes import ExportRequest, Recipe
from annotator.errors import UnusableRecipe
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Project, table_of
from annotator.store.workspace import Workspace

_EXCHANGE = select(table_of(Project).c.exchange)
_RECIPES = "recipes"
_LONGEST_NAME = 80


def recipes(workspace: Workspace) -> tuple[Recipe, ...]:
    """All of them, by name. One that another version of the program has written, and this one cannot, is left out."""
    there = (_recipe(name, said) for name, said in sorted(_kept(workspace).items()))
    return tuple(one for one in there if one)


def recipe_called(workspace: Workspace, name: str) -> Recipe:
    """The recipe of this name. Raises UnusableRecipe, naming those there are; also where it cannot be understood."""
    kept, wanted = _kept(workspace), _tidy(name)
    if wanted not in kept:
        names = ", ".join(f"“{one}”" for one in sorted(kept)) or "none"
        raise UnusableRecipe(f"There is no recipe “{wanted}” in this project; there are {names}.")
    said = dict(kept[wanted])
    target = str(said.pop("target", ""))
    return Recipe(wanted, ExportRequest.from_dict(said), target)


def keep_recipe(workspace: Workspace, recipe: Recipe, annotator_id: UUID | None) -> Recipe:
    """Keep an export under its name, in the place of one of that name; gives it as it is kept.

    Raises UnusableRecipe for a blank name or one that is too long.
    """
    name = _tidy(recipe.name)
    if not name or len(name) > _LONGEST_NAME:
        raise UnusableRecipe(f"A recipe has a name of at most {_LONGEST_NAME} characters; give it one.")
    said = recipe.request.as_dict() | ({"target": recipe.target} if recipe.target else {})
    if _kept(workspace).get(name) != said:
        with workspace.edit("Keep recipe of an export", annotator_id, undoable=False) as session:
            _change(session, {name: said})
    return Recipe(name, recipe.request, recipe.target)


def forget_recipe(workspace: Workspace, name: str, annotator_id: UUID | None) -> None:
    """Take a recipe away. Raises UnusableRecipe where there is none of this name."""
    wanted = _tidy(name)
    if wanted not in _kept(workspace):
        recipe_called(workspace, wanted)
    with workspace.edit("Forget recipe of an export", annotator_id, undoable=False) as session:
        _change(session, {wanted: None})


def _kept(workspace: Workspace) -> dict[str, dict[str, Any]]:
    with workspace.reading() as connection:
        said = connection.execute(_EXCHANGE).scalar()
    there = said.get(_RECIPES) if isinstance(said, dict) else None
    if not isinstance(there, dict):
        return {}
    return {name: one if isinstance(one, dict) else {} for name, one in there.items()}  # {} is of another version


def _change(session: RecordedSession, changes: dict[str, Any]) -> None:
    """A new value each time, as the journal tells the old from the new one."""
    project = session.exec(select_row(Project)).one()
    exchange = dict(project.exchange or {})
    there = dict(exchange.get(_RECIPES) or {}) | changes
    exchange[_RECIPES] = {name: there[name] for name in sorted(there) if there[name] is not None}
    if not exchange[_RECIPES]:
        del exchange[_RECIPES]
    project.exchange = exchange or None


def _recipe(name: str, said: dict[str, Any]) -> Recipe | None:
    known = dict(said)
    target = str(known.pop("target", ""))
    try:
        return Recipe(name, ExportRequest.from_dict(known), target)
    except UnusableRecipe:
        return None


def _tidy(name: str) -> str:
    return " ".join(name.split())
