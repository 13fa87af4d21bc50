"""What every test starts from: no screen, no settings of a person's, no network, no thread left behind."""

import os
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from tests import postgresql
from tests.silence import guard
from tests.silence.guard import GUARD

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

# A busy machine is no failure. The same cases are tried every time, so that a change is judged by what it changes;
# new ones are looked for with --hypothesis-profile=search.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("house")

SECONDS_FOR_A_THREAD_TO_END = 3.0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what needs a real X display where there is none."""
    for item in items:
        if "postgresql_url" in getattr(item, "fixturenames", ()):
            item.add_marker("postgresql")
        if item.get_closest_marker("x11") and os.environ["QT_QPA_PLATFORM"] != "xcb":
            item.add_marker(pytest.mark.skip(reason="needs a real X display; make test gives one when xvfb is there"))


@pytest.fixture(autouse=True)
def settings_home(tmp_path: Path) -> Iterator[Path]:
    """An empty folder for settings and logs, so that no test reads or writes a person's."""
    home = tmp_path / "home"
    with pytest.MonkeyPatch.context() as own:  # which a test that undoes its patches does not undo
        own.setenv("ANNOTATOR_HOME", str(home))
        yield home


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Where a project can be made; there is none yet."""
    return tmp_path / "project.annotator"


# PostgreSQL


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server of this test run's own, without a database."""
    try:
        with postgresql.running_server() as address:
            yield address
    except postgresql.NoServer as reason:
        pytest.skip(str(reason))


_database_numbers = count(1)


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database, dropped after the test."""
    import psycopg  # only where a server is

    name = f"project_{next(_database_numbers)}"
    with psycopg.connect(f"{postgresql_server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")  # type: ignore[arg-type]
        yield f"{postgresql_server}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


# The program is silent: it speaks to no other machine, and neither does a test


guard.install()
with GUARD.own_host():
    # When it is first imported it asks the system by a socket whether there is IPv6; nobody is spoken to. The
    # processes that read files refuse it that (annotator/reading/confinement.py).
    import urllib3.util.connection  # noqa: F401


@pytest.fixture(autouse=True)
def silent(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Forbid sockets to this test and to the processes it starts; one marked `network` may speak to this machine."""
    if request.node.get_closest_marker("network"):
        with GUARD.own_host():
            yield
        refused = []
    else:
        notes = tmp_path / "refused"
        with pytest.MonkeyPatch.context() as own:
            own.setenv("PYTHONPATH", os.pathsep.join([str(Path(guard.__file__).parent), *_python_path()]))
            own.setenv(guard.LOG, str(notes))
            yield
        refused = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    refused += GUARD.refused
    GUARD.refused.clear()
    if refused:
        pytest.fail(f"reached for the network: {', '.join(refused)}")


def _python_path() -> list[str]:
    return [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if folder]


# Qt


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The command line of the tests' QApplication."""
    return ["annotator"]


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with a QApplication no thread may still be at work: it would write into the next test."""
    if "qapp" not in request.fixturenames:
        yield
        return
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + SECONDS_FOR_A_THREAD_TO_END
    while (left := _threads_at_work(before)) and time.monotonic() < end:
        time.sleep(0.01)
    if left:
        pytest.fail(f"left running after the test: {', '.join(left)}")


def _threads_at_work(before: set[threading.Thread]) -> list[str]:
    """Names of Python threads, Qt threads and Qt pools that have not come to rest.

    Python's stand-ins for threads that Qt started outlive those threads, so only real ones count.
    """
    import shiboken6  # after the platform is chosen, and only in tests with Qt
    from PySide6.QtCore import QCoreApplication, QThread, QThreadPool

    python = [t.name for t in threading.enumerate() if t not in before and type(t) is not threading._DummyThread]
    application = QCoreApplication.instance()
    own = application.thread() if application else None
    wrappers = shiboken6.getAllValidWrappers()
    threads = [repr(w) for w in wrappers if isinstance(w, QThread) and w != own and w.isRunning()]
    pools = [repr(w) for w in wrappers if isinstance(w, QThreadPool) and w.activeThreadCount()]
    return python + threads + pools
