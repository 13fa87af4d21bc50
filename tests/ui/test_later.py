"""What stands for something seldom needed makes it when it is wanted, once."""

from functools import cached_property

from annotator.ui.later import Later
from tests.ui.stage import Stage


class _Owner:
    made = 0

    @cached_property
    def clerk(self) -> str:
        type(self).made += 1
        return "clerk"


def test_it_is_made_when_something_of_it_is_wanted() -> None:
    later = Later(_Owner(), "clerk")
    assert _Owner.made == 0
    assert later.upper() == "CLERK"
    assert later.title() == "Clerk"
    assert _Owner.made == 1


def test_what_a_window_seldom_needs_is_not_made_with_it(stage: Stage) -> None:
    stage.start()
    made = vars(stage.session)
    assert "tagging" in made
    assert {"counting", "replying", "fetching"}.isdisjoint(made)
    stage.window.actions_table["statistics"].trigger()
    stage.settle()
    assert "counting" in made
