"""A window on a project in which Ana and Ben have handed in the same article; whoever sits there rules."""

from types import SimpleNamespace
from typing import Any

from PySide6.QtTest import QTest

from annotator.operations.annotators import find_or_add_annotator
from tests.operations.disputed_desk import TEXT, Disputed
from tests.ui.stage import Stage


def disputed_here(stage: Stage, text: str = TEXT) -> Disputed:
    """Load the article with all that is disputed of it."""
    stage.load(text)
    workspace, article = stage.session.workspace, stage.document.id
    ana, ben = (find_or_add_annotator(workspace, name) for name in ("Ana", "Ben"))
    there = Disputed(SimpleNamespace(workspace=workspace, ana=ana, ben=ben, load=lambda _text: article))
    stage.settle()
    return there


def page_of(stage: Stage) -> Any:
    """The page of disputes, opened now."""
    stage.session.ruling.open()
    stage.settle()
    return stage.session.ruling._page


def press(stage: Stage, keys: str) -> None:
    """Type on whatever has the keyboard."""
    QTest.keyClicks(stage.window.focusWidget(), keys)
