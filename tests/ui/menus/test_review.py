"""The Review menu has its place between Go and View."""

from annotator.ui.command import GO, REVIEW, VIEW
from tests.ui.stage import Stage


def test_it_stands_between_go_and_view(stage: Stage) -> None:
    stage.start()
    titles = [action.text() for action in stage.window.menuBar().actions()]
    assert titles[titles.index(GO) : titles.index(VIEW) + 1] == [GO, REVIEW, VIEW]
