"""A change made in any thread is told in the window's."""

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from annotator.errors import ProjectBusy, ProjectError
from annotator.ui.changes import ChangeFeed


class Workspace:
    def __init__(self) -> None:
        self.subscribers: list[Callable[[object], None]] = []
        self.error: Exception | None = None

    def subscribe(self, subscriber: Callable[[object], None]) -> Callable[[], None]:
        self.subscribers.append(subscriber)
        return lambda: self.subscribers.remove(subscriber)

    def catch_up(self) -> bool:
        if self.error:
            raise self.error
        for subscriber in self.subscribers:
            subscriber("colleague")
        return True


def test_a_change_crosses_to_the_windows_thread(qtbot: QtBot) -> None:
    workspace, threads = Workspace(), []
    feed = ChangeFeed(workspace)
    feed.changed.connect(feed.setObjectName)
    feed.changed.connect(lambda _change: threads.append(threading.get_ident()))
    worker = threading.Thread(target=lambda: workspace.subscribers[0]("task"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: feed.objectName() == "task")
    feed.close()


def test_others_changes_are_looked_for_until_it_is_closed(qtbot: QtBot) -> None:
    workspace = Workspace()
    feed = ChangeFeed(workspace)
    with qtbot.waitSignal(feed.changed, timeout=3000) as caught:
        pass
    assert caught.args == ["colleague"]
    feed.close()
    assert workspace.subscribers == []


def test_an_error_while_looking_is_told(qtbot: QtBot) -> None:
    workspace = Workspace()
    feed = ChangeFeed(workspace)
    workspace.error = ProjectBusy("The project is in use.")
    with qtbot.waitSignal(feed.failed) as caught:
        feed.look()
    assert caught.args == [workspace.error]
    feed.close()


def test_a_server_that_is_gone_is_said_once_and_looked_for_seldom(qtbot: QtBot) -> None:
    class Gone:
        def subscribe(self, _subscriber: object) -> object:
            return lambda: None

        def catch_up(self) -> bool:
            raise ProjectError("The project's server does not answer.")

    feed = ChangeFeed(Gone())
    told: list[Exception] = []
    feed.failed.connect(told.append)
    feed.look()
    feed.look()
    assert len(told) == 1
    feed.close()
