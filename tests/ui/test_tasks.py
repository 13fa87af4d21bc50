"""Work off the window's thread comes back to it, once, whatever happens."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled
from annotator.ui.tasks import Tasks


def test_the_outcome_arrives_in_the_windows_thread(qtbot: QtBot) -> None:
    tasks, threads = Tasks(), []
    task = tasks.make(lambda _progress, _cancelled: threading.get_ident())
    task.finished.connect(lambda _outcome: threads.append(threading.get_ident()))
    with qtbot.waitSignal(task.finished) as caught:
        tasks.start(task)
    assert threads == [threading.get_ident()]
    assert caught.args[0] != threading.get_ident()
    assert not tasks.busy


def test_a_hundred_outcomes_are_all_delivered(qtbot: QtBot) -> None:
    tasks, outcomes = Tasks(), []
    for number in range(100):
        task = tasks.make(lambda _progress, _cancelled, number=number: number)
        task.finished.connect(outcomes.append)
        tasks.start(task)
    qtbot.waitUntil(lambda: len(outcomes) == 100)
    assert outcomes == list(range(100))


def test_a_short_task_does_not_wait_for_a_long_one(qtbot: QtBot) -> None:
    tasks, ended, let_go = Tasks(), [], threading.Event()
    for name, short in (("long", False), ("short", True), ("long too", False), ("short too", True)):
        task = tasks.make(lambda _progress, _cancelled, short=short: short or let_go.wait(5))
        task.finished.connect(lambda _outcome, name=name: ended.append(name))
        tasks.start(task, short=short)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended == ["short", "short too"]
    assert tasks.busy
    let_go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ended[2:] == ["long", "long too"]


def test_what_still_waits_is_stopped_at_once(qtbot: QtBot) -> None:
    tasks, let_go, told, done = Tasks(), threading.Event(), list[str](), list[int]()
    long = tasks.make(lambda _progress, _cancelled: let_go.wait(5))
    waiting = tasks.make(lambda _progress, _cancelled: done.append(1))
    for name, task in (("long", long), ("waiting", waiting)):
        for signal in ("waits", "began", "finished", "failed"):
            getattr(task, signal).connect(lambda *_given, name=name, signal=signal: told.append(f"{name} {signal}"))
        tasks.start(task)
    assert told == ["waiting waits"]
    qtbot.waitUntil(lambda: "long began" in told)
    waiting.cancel()
    qtbot.waitUntil(lambda: told[-1] == "waiting failed")
    waiting.cancel()
    assert tasks.busy
    let_go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.close()
    assert told[1:] == ["long began", "waiting failed", "long finished"]
    assert not done


def test_what_is_stopped_before_it_is_started_does_nothing(qtbot: QtBot) -> None:
    tasks, done = Tasks(), list[int]()
    task = tasks.make(lambda _progress, _cancelled: done.append(1))
    task.cancel()
    with qtbot.waitSignal(task.failed) as caught:
        tasks.start(task)
    assert isinstance(caught.args[0], Cancelled)
    assert not done


def test_an_error_arrives_as_failed(qtbot: QtBot) -> None:
    tasks = Tasks()
    task = tasks.make(lambda _progress, _cancelled: 1 // 0)
    with qtbot.waitSignal(task.failed) as caught:
        tasks.start(task)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_progress_is_told_and_its_end_always(qtbot: QtBot) -> None:
    def work(progress, cancelled):
        for done in range(1001):
            progress(done, 1000)

    tasks, told = Tasks(), []
    task = tasks.make(work)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(task.finished):
        tasks.start(task)
    assert told[-1] == (1000, 1000)
    assert len(told) < 50


def test_closing_cancels_what_runs_and_what_waits(qtbot: QtBot) -> None:
    began = threading.Event()

    def work(progress, cancelled):
        began.set()
        while not cancelled():
            threading.Event().wait(0.001)
        raise Cancelled("stopped")

    tasks, errors = Tasks(), []
    for short in (False, False, True, True):
        task = tasks.make(work)
        task.failed.connect(errors.append)
        tasks.start(task, short=short)
    began.wait(5)
    tasks.close()
    assert len(errors) == 4
    assert not tasks.busy
    assert all(isinstance(error, Cancelled) for error in errors)
    with pytest.raises(Cancelled):
        raise errors[0]
