"""The Tag menu works on the open article: its labels first, then what else is done with the keys of the text."""

import pytest

from annotator.ui.command import TAG
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage


def test_tagging_waits_for_an_article(stage: Stage, usable: Usable) -> None:
    stage.start()
    assert usable(TAG) == []
    stage.load()
    assert usable(TAG)[:3] == ["Claim", "Denial", "Quote"]
    assert "Nothing here, next undecided" in usable(TAG)


@pytest.mark.usefixtures("only_to_be_read")
def test_nothing_is_tagged_where_nothing_can_be_written(usable: Usable) -> None:
    assert usable(TAG) == ["Guideline", "Check the article…"]  # which only read


def test_the_last_tag_is_repeated_from_the_menu(stage: Stage) -> None:
    stage.start().load()
    stage.window.actions_table["tag_quote"].trigger()
    stage.window.actions_table["next"].trigger()
    stage.window.actions_table["repeat"].trigger()
    assert stage.labels_here() == ["quote", "quote"]
