"""A PostgreSQL server for the length of a test run, made from nothing and gone afterwards.

It listens on the loopback address only, asks no password and does not wait for the disk: for tests,
and nothing else. PostgreSQL refuses to run as root, so there it runs as `nobody`.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.silence.guard import GUARD

SECONDS_TO_START = 30
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "unix_socket_directories": ""}


class NoServer(Exception):
    """There are no PostgreSQL programs on this machine, or they do not start; the text says which."""


def find_programs() -> Path | None:
    """The folder of the newest `initdb` and `postgres` here; `PG_BIN` names another."""
    if chosen := os.environ.get("PG_BIN"):
        return Path(chosen)
    versions = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if versions:
        return max(versions, key=lambda folder: int(folder.parent.name))
    beside = shutil.which("initdb")
    return Path(beside).resolve().parent if beside else None


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server; gives its address without a database, stops it and removes its files.

    Raises NoServer.
    """
    programs = find_programs()
    if programs is None:
        raise NoServer("PostgreSQL is not installed here (apt-get install postgresql)")
    home = Path(tempfile.mkdtemp(prefix="annotator-postgresql-"))
    try:
        who = _another_user(home)
        _run([programs / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"], home, who)
        port = _free_port()
        with _server(programs, home, port, who):
            yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _server(programs: Path, home: Path, port: int, who: dict[str, Any]) -> Iterator[None]:
    options = _FAST | {"listen_addresses": "127.0.0.1", "port": str(port)}
    command = [programs / "postgres", "-D", home / "data", *(f"--{name}={value}" for name, value in options.items())]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, env=_environment(home), **who)
    try:
        _wait_for(process, home / "log")
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while b"ready to accept connections" not in (said := log.read_bytes()):
        if process.poll() is not None or time.monotonic() > end:
            raise NoServer(f"PostgreSQL did not start: {said.decode(errors='replace')[-300:]}")
        time.sleep(0.02)


def _run(command: list[str | Path], home: Path, who: dict[str, Any]) -> None:
    done = subprocess.run(command, cwd=home, env=_environment(home), capture_output=True, check=False, **who)
    if done.returncode:
        raise NoServer(f"PostgreSQL did not start: {done.stderr.decode(errors='replace')[-300:]}")


def _another_user(home: Path) -> dict[str, Any]:
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd  # not on Windows

    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"HOME": str(home), "LC_ALL": "C.UTF-8"}


def _free_port() -> int:
    with GUARD.own_host(), socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
