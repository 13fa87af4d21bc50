"""What a dialog shows is what was looked for last, and nothing comes once it has gone."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled, ExportFailed
from annotator.ui.looking import Looking
from annotator.ui.tasks import Tasks


@pytest.fixture
def looking(qtbot: QtBot) -> Iterator[Looking[QDialog]]:
    tasks = Tasks()
    made: Looking[QDialog] = Looking(tasks)
    dialog = QDialog()
    made.open(dialog)
    qtbot.waitExposed(dialog)
    yield made
    made.close()
    tasks.close()


def test_what_is_found_is_shown_and_how_far_it_is(looking: Looking[QDialog], qtbot: QtBot) -> None:
    shown: list[object] = []
    far: list[tuple[int, int]] = []
    looking.look(lambda progress, _cancelled: progress(2, 2), shown.append, shown.append, lambda *on: far.append(on))
    qtbot.waitUntil(lambda: shown == [None])
    assert far == [(2, 2)]


def test_why_nothing_is_found_is_told_but_not_that_it_was_stopped(looking: Looking[QDialog], qtbot: QtBot) -> None:
    refused: list[Exception] = []

    def fail(error: Exception) -> None:
        raise error

    looking.look(lambda *_: fail(Cancelled("stopped")), refused.append, refused.append)
    looking.look(lambda *_: fail(ExportFailed("no")), refused.append, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert [str(error) for error in refused] == ["no"]


@pytest.mark.parametrize("goes", [True, False])
def test_what_is_no_longer_wanted_is_stopped_and_not_shown(looking: Looking[QDialog], qtbot: QtBot, goes: bool) -> None:
    shown: list[object] = []
    began, let_go, stopped = Event(), Event(), list[bool]()

    def work(_progress: object, cancelled: object) -> str:
        began.set()
        let_go.wait(5)
        stopped.append(callable(cancelled) and cancelled())
        return "old"

    looking.look(work, shown.append, shown.append)
    assert began.wait(5)
    dialog = looking.dialog
    if goes:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert looking.dialog is None
    else:
        looking.stop()
        looking.look(lambda *_: "new", shown.append, shown.append)
    let_go.set()
    qtbot.waitUntil(lambda: bool(stopped) and not looking._tasks.busy)
    assert stopped == [True]
    assert shown == ([] if goes else ["new"])
