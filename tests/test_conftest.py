"""The guards that every test stands behind can themselves fail."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QThreadPool
from pytestqt.qtbot import QtBot

from annotator import settings
from tests.conftest import _threads_at_work
from tests.silence.guard import GUARD


def test_no_socket_can_be_made_and_trying_is_noted(settings_home: Path) -> None:
    for family in (socket.AF_INET, socket.AF_INET6):
        with pytest.raises(PermissionError, match="network"):
            socket.socket(family)
    for name in ("news.invalid", "localhost", "127.0.0.1"):
        with pytest.raises(PermissionError, match="network"):
            socket.getaddrinfo(name, 80)
    assert len(GUARD.refused) == 5
    GUARD.refused.clear()
    (settings_home.parent / "refused").unlink()


def test_a_process_of_a_test_is_as_silent(settings_home: Path) -> None:
    hiding = "import socket\ntry: socket.socket()\nexcept OSError: pass"
    for command in ([sys.executable, "-c", hiding], [sys.executable, "-c", f"import subprocess, sys\n{hiding}"]):
        subprocess.run(command, check=True)
    notes = settings_home.parent / "refused"
    assert notes.read_text().splitlines() == ["socket.__new__ 2"] * 2
    notes.unlink()


def test_sockets_of_this_machine_alone_are_no_network() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"x")
        assert other.recv(1) == b"x"


@pytest.mark.network
def test_another_machine_cannot_be_reached_by_those_that_may_speak_to_this_one() -> None:
    with socket.socket() as line, pytest.raises(PermissionError, match="network"):
        line.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError, match="network"):
        socket.getaddrinfo("news.invalid", 80)
    assert len(GUARD.refused) == 2
    GUARD.refused.clear()


@pytest.mark.network
def test_this_machine_can_be_reached_by_them() -> None:
    with socket.socket() as server, socket.socket() as line:
        server.bind(("127.0.0.1", 0))
        server.listen()
        line.connect(server.getsockname())


def test_settings_of_a_person_are_out_of_reach(settings_home: Path) -> None:
    assert settings.home() == settings_home
    assert not settings_home.exists()


def test_a_python_thread_left_running_is_seen(qtbot: QtBot) -> None:
    before, go = set(threading.enumerate()), threading.Event()
    thread = threading.Thread(target=go.wait, name="forgotten")
    thread.start()
    try:
        assert _threads_at_work(before) == ["forgotten"]
    finally:
        go.set()
        thread.join()
    assert _threads_at_work(before) == []


def test_a_qt_thread_and_a_busy_pool_left_running_are_seen(qtbot: QtBot) -> None:
    before, go = set(threading.enumerate()), threading.Event()
    thread, pool = QThread(), QThreadPool()
    thread.start()
    pool.start(go.wait)
    try:
        left = " ".join(_threads_at_work(before))
        assert "QThread(" in left
        assert "QThreadPool(" in left
    finally:
        go.set()
        pool.waitForDone()
        thread.quit()
        thread.wait()
    assert _threads_at_work(before) == []


def test_each_postgresql_test_has_an_empty_database(postgresql_url: str) -> None:
    import psycopg  # only where a server is

    with psycopg.connect(postgresql_url) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        connection.execute("CREATE TABLE here (id int)")
    assert tables == (0,)


def test_and_the_next_one_has_another(postgresql_url: str) -> None:
    test_each_postgresql_test_has_an_empty_database(postgresql_url)


@pytest.mark.x11
def test_a_display_test_runs_on_a_real_display(qapp: object) -> None:
    assert os.environ["DISPLAY"]
    from PySide6.QtGui import QGuiApplication  # after the platform is known

    assert QGuiApplication.platformName() == "xcb"
