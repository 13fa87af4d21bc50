"""The progress bar: how far, how long, a way to stop it, and what waits for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled
from annotator.ui.export.progress_panel import ProgressPanel
from annotator.ui.tasks import Task


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _panel(qtbot: QtBot) -> tuple[ProgressPanel, _Clock]:
    clock = _Clock()
    panel = ProgressPanel(clock=clock)
    qtbot.addWidget(panel)
    return panel, clock


def _running(panel: ProgressPanel, title: str = "Loading articles") -> Task:
    task = Task(lambda _progress, _cancelled: None)
    assert panel.follow(task, title)
    return task


def _title(panel: ProgressPanel) -> str:
    return panel.findChildren(QLabel)[0].text()


def test_it_tells_how_far_and_how_long(qtbot: QtBot) -> None:
    panel, clock = _panel(qtbot)
    assert not panel.isVisible()
    task = _running(panel)
    clock.now = 55
    task.progressed.emit(3120, 10_000)
    assert panel.isVisible()
    assert panel.words() == "3,120 of 10,000 · about 2 min left"
    bar = panel.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (3120, 10_000)
    assert bar.accessibleName() == "Loading articles"


def test_an_unknown_total_is_a_bar_without_an_end(qtbot: QtBot) -> None:
    panel, clock = _panel(qtbot)
    task = _running(panel)
    clock.now = 55
    task.progressed.emit(12, 0)
    assert panel.words() == "12"
    assert panel.findChildren(QProgressBar)[0].maximum() == 0


def test_cancel_stops_the_task_and_says_so_until_it_has_ended(qtbot: QtBot) -> None:
    panel, _ = _panel(qtbot)
    task = _running(panel)
    button = panel.findChildren(QToolButton)[0]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert task.is_cancelled()
    assert not button.isEnabled()
    assert panel.words() == "stopping …"
    task.progressed.emit(10, 20)
    assert panel.words() == "10 of 20 · stopping …"
    task.failed.emit(Cancelled("stopped"))
    assert not panel.isVisible()


def test_a_second_task_waits_is_named_and_starts_afresh(qtbot: QtBot) -> None:
    panel, clock = _panel(qtbot)
    first, second = _running(panel), _running(panel, "Writing the export")
    assert (_title(panel), panel.waiting()) == ("Loading articles", "Waiting until it is done: Writing the export")
    qtbot.mouseClick(panel.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert (first.is_cancelled(), second.is_cancelled()) == (True, False)
    first.progressed.emit(1, 2)
    second.progressed.emit(7, 9)
    assert panel.words() == "1 of 2 · stopping …"
    clock.now = 1000
    first.finished.emit(None)
    assert (_title(panel), panel.waiting(), panel.words()) == ("Writing the export", "", "")
    clock.now = 1001
    first.progressed.emit(2, 2)
    second.progressed.emit(1, 2)
    assert panel.words() == "1 of 2"
    qtbot.mouseClick(panel.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert second.is_cancelled()


def test_what_ends_while_it_waits_is_no_longer_named(qtbot: QtBot) -> None:
    panel, _ = _panel(qtbot)
    first, second = _running(panel), _running(panel, "Writing the export")
    _running(panel, "Cutting sentences anew")
    assert panel.waiting().endswith(": Writing the export, Cutting sentences anew")
    first.progressed.emit(1, 2)
    second.failed.emit(Cancelled("stopped"))
    assert panel.waiting().endswith(": Cutting sentences anew")
    assert (_title(panel), panel.words()) == ("Loading articles", "1 of 2")


def test_a_short_task_is_shown_only_where_it_waits(qtbot: QtBot) -> None:
    panel, _ = _panel(qtbot)
    short = Task(lambda _progress, _cancelled: None)
    assert not panel.follow(short, "Loading articles", long=False)
    assert not panel.isVisible()
    _running(panel)
    assert panel.follow(short, "Loading articles", long=False)
    assert panel.waiting() == "Waiting until it is done: Loading articles"


def test_what_waits_for_work_that_is_not_shown_says_so(qtbot: QtBot) -> None:
    panel, _ = _panel(qtbot)
    first, second = _running(panel, "Writing the export"), _running(panel, "Writing the report")
    first.waits.emit()
    second.waits.emit()
    assert (_title(panel), panel.words()) == ("Writing the export", "waiting until other work is done …")
    first.began.emit()
    assert panel.words() == ""
    first.finished.emit(None)
    assert (_title(panel), panel.words()) == ("Writing the report", "waiting until other work is done …")
    qtbot.mouseClick(panel.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    second.began.emit()
    assert panel.words() == "stopping …"
