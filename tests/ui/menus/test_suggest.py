"""What decides on suggestions is in the Tag menu; how they are used in the project, in the Edit menu."""

import pytest

from annotator.ui.command import EDIT, TAG
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage

DECIDING = ["Accept the suggestion", "Reject the suggestion", "Next suggestion"]
USING = ["Suggestions on / off", "Suggestions…"]


def test_suggestions_are_decided_on_in_an_article(stage: Stage, usable: Usable) -> None:
    stage.start()
    assert not {*DECIDING} & {*usable(TAG)}
    assert {*USING} <= {*usable(EDIT)}
    stage.load()
    assert {*DECIDING} <= {*usable(TAG)}


@pytest.mark.usefixtures("only_to_be_read")
def test_nothing_is_decided_where_nothing_can_be_written(usable: Usable) -> None:
    assert not {*DECIDING} & {*usable(TAG)}
    assert not {*USING} & {*usable(EDIT)}


def test_the_menu_accepts_as_the_key_does(stage: Stage) -> None:
    stage.start().load()
    stage.window.actions_table["next_suggestion"].trigger()
    stage.settle()
    stage.window.actions_table["accept"].trigger()
    stage.settle()
    assert [one.origin for one in stage.window.reader.annotations()] == ["accepted"]
