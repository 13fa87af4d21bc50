"""The View and Help menus are there from the first moment."""

from annotator.ui.command import HELP, VIEW
from annotator.ui.menus.view import HELP_COMMANDS, VIEW_COMMANDS
from tests.ui.menus.conftest import Usable
from tests.ui.stage import Stage


def test_the_window_needs_no_project(stage: Stage, usable: Usable) -> None:
    stage.start(wait=False)
    assert stage.session is None
    always = [command for command in VIEW_COMMANDS if not command.needs]
    assert (len(usable(VIEW)), len(usable(HELP))) == (len(always), len(HELP_COMMANDS))


def test_text_grows_shrinks_and_goes_back_to_its_usual_size(stage: Stage) -> None:
    stage.start().load()
    sizes = []
    for command_id in ("zoom_in", "zoom_in", "zoom_out", "zoom_reset"):
        stage.window.actions_table[command_id].trigger()
        sizes.append(stage.window.reader.zoom)
    assert sizes == [110, 120, 110, 100]
