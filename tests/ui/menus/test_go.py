"""The Go menu: going changes nothing, so it works where nothing can be written."""

from annotator.ui.command import GO
from annotator.ui.commands import COMMANDS
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage


def test_one_can_go_where_nothing_can_be_written(only_to_be_read: Stage, usable: Usable) -> None:
    going = [command for command in COMMANDS if command.menu == GO and "writable" not in command.needs]
    assert len(usable(GO)) == len(going)
    only_to_be_read.window.actions_table["last"].trigger()
    assert only_to_be_read.window.reader.focused_sentence() == len(only_to_be_read.document.sentences) - 1


def test_forth_and_back_lead_to_where_one_was(stage: Stage) -> None:
    stage.start().load("First article. It is short.").load()
    table, reader = stage.window.actions_table, stage.window.reader
    for forth, back in (("next", "previous"), ("next_article", "previous_article")):
        before = stage.document.id, reader.focused_sentence()
        table[forth].trigger()
        stage.settle()
        assert (stage.document.id, reader.focused_sentence()) != before
        table[back].trigger()
        stage.settle()
        assert (stage.document.id, reader.focused_sentence()) == before


def test_the_selection_grows_and_shrinks_at_the_end_that_is_named(stage: Stage) -> None:
    stage.start().load()
    table, reader = stage.window.actions_table, stage.window.reader
    whole = reader.selected_segments()
    for there, back in (("end_left", "end_right"), ("start_right", "start_left"), ("extend_next", "extend_previous")):
        table[there].trigger()
        assert reader.selected_segments() != whole, there
        table[back].trigger()
        assert reader.selected_segments() == whole, back
