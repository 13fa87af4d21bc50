"""The File menu: what needs a project waits for one."""

import pytest

from annotator.ui.command import FILE
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage

ALWAYS = ["New project…", "Open project…", "Preferences…", "Quit"]


def test_without_a_project_one_can_be_opened_and_the_program_left(stage: Stage, usable: Usable) -> None:
    stage.start(wait=False)
    assert stage.session is None
    assert usable(FILE) == ALWAYS


@pytest.mark.usefixtures("only_to_be_read")
def test_what_can_only_be_read_can_be_exported_and_gets_no_articles(usable: Usable) -> None:
    assert sorted(usable(FILE)) == sorted([*ALWAYS, "Export…", "Export again by a recipe", "Report…"])
