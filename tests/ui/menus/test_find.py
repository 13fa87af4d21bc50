"""What is found can be tagged where something can be written; one can go anywhere in any project."""

import pytest

from annotator.ui.command import EDIT, GO
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage

TAG_FOUND = "Tag what was found…"
GO_ANYWHERE = "Go to anything…"


def test_what_is_found_is_tagged_where_something_can_be_written(stage: Stage, usable: Usable) -> None:
    stage.start()
    assert TAG_FOUND in usable(EDIT)
    assert GO_ANYWHERE in usable(GO)


@pytest.mark.usefixtures("only_to_be_read")
def test_nothing_is_tagged_where_nothing_can_be_written(usable: Usable) -> None:
    assert TAG_FOUND not in usable(EDIT)
    assert GO_ANYWHERE in usable(GO)
