"""The dialog of suggestions in the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.operations import learning, suggestions
from annotator.ui.suggestions.suggestions_dialog import SuggestionsDialog
from tests.operations.suggesting_desk import ARTICLE
from tests.ui.stage import Stage

_steps: list[Callable[[SuggestionsDialog], bool]] = []


@pytest.fixture(autouse=True)
def no_steps_left() -> Iterator[None]:
    _steps.clear()
    yield
    _steps.clear()


def ask(stage: Stage, *steps: Callable[[SuggestionsDialog], bool]) -> SuggestionPolicy:
    """Open the dialog and do these steps in it; one that gives False is tried again in a moment."""
    _steps.extend(steps)

    timer, tries = QTimer(stage), iter(range(1000))

    def go_on() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SuggestionsDialog) and _steps and _steps[0](dialog):
            _steps.pop(0)
        elif dialog and next(tries, None) is None:
            dialog.close()

    timer.timeout.connect(go_on)
    timer.start(10)
    stage.window.actions_table.call("suggestions")
    timer.stop()
    assert not _steps
    stage.settle()
    return suggestions.policy_of(stage.session.workspace)


def press(key: Qt.Key) -> Callable[[SuggestionsDialog], bool]:
    def step(dialog: SuggestionsDialog) -> bool:
        QTest.keyClick(dialog, key)
        return True

    return step


def test_what_is_chosen_holds_at_once(stage: Stage) -> None:
    stage.start().load("“We did not know that,” she said on Tuesday.")
    assert stage.window.suggestion_bar.isVisible()

    def leave_quotes_out(dialog: SuggestionsDialog) -> bool:
        dialog.boxes["quote"].click()
        dialog.hidden.setValue(20)
        return True

    kept = ask(stage, leave_quotes_out, press(Qt.Key.Key_Return))
    assert kept.labels == ("claim", "denial")
    assert kept.hidden_share == 0.2
    assert all(one.label != "quote" for one in stage.window.reader.opened.suggested.every)


def test_cancelled_nothing_changes(stage: Stage) -> None:
    stage.start().load(ARTICLE)

    def turn_off(dialog: SuggestionsDialog) -> bool:
        dialog.on.click()
        return True

    assert ask(stage, turn_off, press(Qt.Key.Key_Escape)) == SuggestionPolicy()


def test_the_figures_come_while_it_is_open(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    stage.session.tagging.tag("claim")

    def counted(dialog: SuggestionsDialog) -> bool:
        return bool(dialog.table.words()) and "1 article" in dialog.ground.text()

    def nothing_learned(dialog: SuggestionsDialog) -> bool:
        return dialog.learned.state.text().startswith("Nothing has been learned")

    ask(stage, counted, nothing_learned, press(Qt.Key.Key_Escape))


def test_learning_is_done_and_told(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    stage.session.tagging.tag("claim")

    def learn(dialog: SuggestionsDialog) -> bool:
        if dialog.learned.state.text():
            dialog.learned.learn.click()
        return bool(dialog.learned.state.text())

    def learned(dialog: SuggestionsDialog) -> bool:
        return dialog.learned.learn.isEnabled()

    ask(stage, learn, learned, press(Qt.Key.Key_Escape))
    assert learning.is_up_to_date(stage.session.workspace)


def test_what_fails_while_learning_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(learning, "learn", fail)
    stage.start().load(ARTICLE)

    def learn(dialog: SuggestionsDialog) -> bool:
        if dialog.learned.state.text():
            dialog.learned.learn.click()
        return bool(dialog.learned.state.text())

    ask(stage, learn, lambda dialog: "log" in dialog.learned.state.text(), press(Qt.Key.Key_Escape))
