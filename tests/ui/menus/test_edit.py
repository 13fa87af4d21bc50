"""The Edit menu changes articles: what cannot be written has nothing in it."""

import pytest

from annotator.ui.command import EDIT
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage

TAG_FOUND = "Tag what was found…"


def test_each_way_to_change_the_article_can_be_chosen(stage: Stage, usable: Usable) -> None:
    stage.start().load()
    assert "Redo" not in usable(EDIT)
    stage.session.undo()
    stage.settle()
    assert usable(EDIT) == [
        "Redo Load article",
        "Label set…",
        "Sentences…",
        "Suggestions on / off",
        "Suggestions…",
        TAG_FOUND,
    ]
    stage.session.redo()
    stage.settle()
    assert usable(EDIT)[0] == "Undo Load article"
    sentences = ["Cut this article’s sentences anew", "Forget splits and joins made by hand", "Sentences…"]
    assert [words for words in usable(EDIT) if words in sentences] == sentences


@pytest.mark.usefixtures("only_to_be_read")
def test_nothing_can_be_changed_where_nothing_can_be_written(usable: Usable) -> None:
    assert usable(EDIT) == []
