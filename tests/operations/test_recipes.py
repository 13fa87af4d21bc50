"""Exports that have a name: kept in the project, by one edit each, and made again as they were."""

from typing import Any

import pytest
from sqlmodel import select

from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.selection import Selection
from annotator.errors import UnusableRecipe
from annotator.operations.recipes import forget_recipe, keep_recipe, recipe_called, recipes
from annotator.store.tables import Project
from tests.store.desk import Desk

REQUEST = ExportRequest("doccano", Selection(labels=("claim",), split="train"))
WEEKLY = Recipe("weekly training set", REQUEST, "out.jsonl")


def put(desk: Desk, exchange: dict[str, Any]) -> None:
    with desk.workspace.edit("As another version", desk.ana, undoable=False) as session:
        session.exec(select(Project)).one().exchange = exchange


def test_a_recipe_is_there_when_the_project_is_opened_again(desk: Desk) -> None:
    assert recipes(desk.workspace) == ()
    keep_recipe(desk.workspace, WEEKLY, desk.ana)
    keep_recipe(desk.workspace, Recipe("  all \t of it ", ExportRequest("csv")), desk.ana)
    desk.reopen()
    assert [one.name for one in recipes(desk.workspace)] == ["all of it", "weekly training set"]
    assert recipe_called(desk.workspace, " weekly  training set") == WEEKLY
    assert desk.problems() == []


def test_one_of_the_same_name_is_replaced_and_one_that_says_the_same_is_no_edit(desk: Desk) -> None:
    keep_recipe(desk.workspace, WEEKLY, desk.ana)
    before = desk.entries()
    keep_recipe(desk.workspace, WEEKLY, desk.ben)
    assert desk.entries() == before
    keep_recipe(desk.workspace, Recipe(WEEKLY.name, ExportRequest("csv")), desk.ben)
    assert desk.entries() == before + 1
    assert [one.request.format_id for one in recipes(desk.workspace)] == ["csv"]


def test_one_is_taken_away_and_what_else_is_kept_there_stays(desk: Desk) -> None:
    put(desk, {"maps": {"brat": {}}})
    keep_recipe(desk.workspace, WEEKLY, desk.ana)
    forget_recipe(desk.workspace, WEEKLY.name, desk.ana)
    assert recipes(desk.workspace) == ()
    assert desk.rows()["project"][0]["exchange"] == {"maps": {"brat": {}}}
    with pytest.raises(UnusableRecipe, match="no recipe “weekly training set” in this project; there are none"):
        forget_recipe(desk.workspace, WEEKLY.name, desk.ana)


def test_a_name_that_is_none_is_refused(desk: Desk) -> None:
    for name in ("", " \n", "x" * 81):
        with pytest.raises(UnusableRecipe, match="has a name"):
            keep_recipe(desk.workspace, Recipe(name, ExportRequest("csv")), desk.ana)
    keep_recipe(desk.workspace, WEEKLY, desk.ana)
    with pytest.raises(UnusableRecipe, match="there are “weekly training set”"):
        recipe_called(desk.workspace, "monthly")


def test_what_another_version_has_written_is_not_offered_and_said_when_named(desk: Desk) -> None:
    keep_recipe(desk.workspace, WEEKLY, desk.ana)
    kept = desk.rows()["project"][0]["exchange"]["recipes"]
    put(desk, {"recipes": {**kept, "new": {"version": 9, "format_id": "csv"}}})
    assert [one.name for one in recipes(desk.workspace)] == [WEEKLY.name]
    with pytest.raises(UnusableRecipe, match="another version"):
        recipe_called(desk.workspace, "new")


@pytest.mark.parametrize("damage", [None, "csv", [1]])
def test_what_is_no_recipe_hides_no_other(desk: Desk, damage: object) -> None:
    put(desk, {"recipes": {"good": ExportRequest("csv").as_dict(), "bad": damage}})
    assert [one.name for one in recipes(desk.workspace)] == ["good"]
    with pytest.raises(UnusableRecipe, match="another version"):
        recipe_called(desk.workspace, "bad")
