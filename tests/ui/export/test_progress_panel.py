"""The progress bar: how far, how long, and a way to stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.export.progress_panel import ProgressPanel


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _running(qtbot: QtBot) -> tuple[ProgressPanel, _Clock]:
    clock = _Clock()
    panel = ProgressPanel(clock=clock)
    qtbot.addWidget(panel)
    panel.start("Loading articles")
    return panel, clock


def test_it_tells_how_far_and_how_long(qtbot: QtBot) -> None:
    panel, clock = _running(qtbot)
    clock.now = 55
    panel.progress(3120, 10_000)
    assert panel.words() == "3,120 of 10,000 · about 2 min left"
    bar = panel.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (3120, 10_000)
    assert bar.accessibleName() == "Loading articles"


def test_an_unknown_total_is_a_bar_without_an_end(qtbot: QtBot) -> None:
    panel, clock = _running(qtbot)
    clock.now = 55
    panel.progress(12, 0)
    assert panel.words() == "12"
    assert panel.findChildren(QProgressBar)[0].maximum() == 0


def test_cancel_asks_once_and_says_that_it_is_stopping(qtbot: QtBot) -> None:
    panel, _ = _running(qtbot)
    button = panel.findChildren(QToolButton)[0]
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isEnabled()
    panel.progress(10, 20)
    assert panel.words() == "10 of 20 · stopping …"


def test_the_outcome_stays_until_it_is_put_away(qtbot: QtBot) -> None:
    panel, _ = _running(qtbot)
    panel.finished("20 articles were loaded.")
    panel.progress(1, 20)
    assert panel.findChildren(QLabel)[0].text() == "20 articles were loaded."
    assert panel.words() == ""
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_a_second_task_starts_afresh(qtbot: QtBot) -> None:
    panel, clock = _running(qtbot)
    panel.finished("done")
    clock.now = 1000
    panel.start("Exporting")
    clock.now = 1001
    panel.progress(1, 2)
    assert panel.words() == "1 of 2"
    assert panel.isVisible()
