"""The program speaks to nobody unless a person asks for a page: no command, no window, no reader of files.

The whole suite runs with sockets forbidden (tests/silence), but for what is marked `network`.
"""

import io
import json
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from annotator import formats
from annotator.errors import AnnotatorError
from annotator.formats.base import ReadOptions
from tests.network.hosts import running
from tests.silence.pointing import FILES

ROOT = Path(__file__).resolve().parent.parent

# Runs one command in a process that notes every socket made and refuses every import of Qt.
COMMAND = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is refused here")

sockets = []
sys.meta_path.insert(0, NoQt())
sys.addaudithook(lambda event, arguments: sockets.append(event) if event.startswith("socket.") else None)
from annotator.__main__ import main
try:
    status = main(sys.argv[1:])
except SystemExit as end:
    status = end.code
if sockets:
    sys.exit(f"opened a socket: {sockets}")
sys.exit(status)
"""

# Opens the window on a project for two seconds; notes Python's sockets, and Qt's by their place in /proc.
WINDOW = """
import os, pathlib, sys

sockets = []
sys.addaudithook(lambda event, arguments: sockets.append(event) if event.startswith("socket.") else None)
from PySide6.QtCore import QTimer
from annotator import app

def of_the_network():
    tables = [pathlib.Path("/proc/self/net", name) for name in ("tcp", "tcp6", "udp", "udp6")]
    lines = [line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]]
    inodes = {line[9] for line in lines if len(line) > 9}
    files = pathlib.Path("/proc/self/fd")
    links = [os.readlink(file) for file in files.iterdir() if file.is_symlink() and os.path.lexists(file)]
    return [link for link in links if link.startswith("socket:") and link[8:-1] in inodes]

application = app.prepare(())
window = app.App(sys.argv[1], sys.argv[2:])
window.window.show()
QTimer.singleShot(2000, lambda: (sockets.extend(of_the_network()), application.quit()))
application.exec()
window.close()
if sockets:
    sys.exit(f"opened a socket: {sockets}")
"""


def run_command(home: Path, *arguments: str) -> str:
    environment = {**os.environ, "ANNOTATOR_HOME": str(home)}
    command = [sys.executable, "-c", COMMAND, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_help_needs_no_qt_and_no_socket(settings_home: Path) -> None:
    assert "load" in run_command(settings_home, "--help")


def test_the_whole_job_needs_no_qt_and_no_socket(settings_home: Path, project_path: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The bridge is closed.\n\nThe mayor denied it on Monday.\n", encoding="utf-8")
    project = ("--project", str(project_path))
    loaded = json.loads(run_command(settings_home, "load", str(article), "--json", *project))
    article_id = loaded["loaded"][0]["id"]
    run_command(settings_home, "tag", article_id, "0", "21", "claim", *project)
    assert "claim" in run_command(settings_home, "show", article_id, "--json", *project)
    assert article_id in run_command(settings_home, "export", "--format", "jsonl", "-", *project)
    run_command(settings_home, "verify", *project)


@pytest.mark.network
def test_the_hook_sees_a_socket() -> None:
    """What the tests above rest on."""
    noisy = COMMAND.replace(
        "from annotator.__main__ import main", "main = lambda _: __import__('socket').socket() and 0"
    )
    done = subprocess.run([sys.executable, "-c", noisy], capture_output=True, text=True, check=False)
    assert "opened a socket" in done.stderr


@pytest.mark.parametrize("module", ["PySide6", "PySide6.QtCore"])
def test_the_hook_refuses_qt(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND.replace("annotator.__main__", module)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "is refused here" in done.stderr


def test_the_window_opens_no_socket(settings_home: Path, project_path: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The bridge is closed.\n\nThe mayor denied it on Monday.\n", encoding="utf-8")
    command = [sys.executable, "-c", WINDOW, str(project_path), str(article)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert project_path.exists()


@pytest.mark.network
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_socket_of_the_network_is_seen_in_proc() -> None:
    """What the test of the window rests on: a socket that Python's hook does not report is found all the same."""
    listening = "import socket; server = socket.create_server(('127.0.0.1', 0))"
    finder = WINDOW.split("application =")[0]
    program = f"{listening}\n{finder}\nsys.exit(str(of_the_network()))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "socket:[" in done.stderr


# Files that name a host: whoever reads them, Python or native code, does not go there


def _zipped(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.network
@pytest.mark.parametrize("name", FILES)
def test_a_reader_never_goes_where_a_file_points(name: str) -> None:
    content = FILES[name]
    with running() as host:
        url = f"http://127.0.0.1:{host.port}"
        if isinstance(content, dict):
            packed = _zipped(**{member: text.replace("URL", url) for member, text in content.items()})
        else:
            packed = content.replace("URL", url).encode()
        with suppress(AnnotatorError):
            list(formats.read(packed, name, ReadOptions(url=f"{url}/asked")))
        assert host.connections == 0


@pytest.mark.network
def test_a_library_that_does_is_seen() -> None:
    """What the test above rests on."""
    import urllib.request  # by nothing of the program's

    with running() as host:
        with suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{host.port}/")
        assert host.connections == 1
