#!/usr/bin/env python3
"""Make the checkout ready, then run the program or its tests.

    python3 build_spec/setup.py            make .venv ready and stop
    python3 build_spec/setup.py run        open the window; where there is no screen, do a tour without it
    python3 build_spec/setup.py test       run the tests
    python3 build_spec/setup.py screen     install what tests on a real X display need (root only)

What follows is handed to the program or to pytest. Nothing but Python is needed to start; what else is
missing is installed when that is possible, and named with its command when it is not. Set-up happens once:
a stamp in .venv holds the lock file's hash and the folder, so a second start goes straight on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import screen
import system_libraries as libraries

OLDEST_PYTHON = (3, 11)
NO_TESTS_CHOSEN = 5  # pytest's exit status for it
ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PEERS_LOCK = ROOT / "build_spec" / "peers.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-finished"
PEERS_STAMP = VENV / "peers-installed"
UNFINISHED = VENV / "set-up-unfinished"
PIP_INSTALL = (str(PYTHON), "-I", "-m", "pip", "install", "--require-hashes", "--no-build-isolation")
BUILD = ROOT / "build"
LOG = BUILD / "setup.log"

# A line of pip's log -> what it means to a person; the first that fits is said.
PIP_REASONS = (
    ("No space left on device", "the disk is full"),
    ("DO NOT MATCH THE HASHES", "a package is not the one that requirements.lock names"),
    ("name resolution", "there is no network, or pip is not set up for it"),
    ("NewConnectionError", "there is no network, or pip is not set up for it"),
    ("SSLError", "the package index's certificate is not trusted here"),
    ("timed out", "the network is too slow or stopped"),
    ("No matching distribution", "a package has no build for this system or this Python"),
)


class SetupFailed(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def main(arguments: list[str]) -> int:
    """Carry out one command; gives its exit status."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {"": lambda _: prepare(), "run": run, "test": test, "screen": lambda _: install_screen()}
    if command not in commands:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    try:
        use_new_enough_python()
        return commands[command](rest) or 0
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
    except PermissionError as failure:
        print(f"{failure.filename} cannot be written; use a checkout that is yours.", file=sys.stderr)
    except OSError as failure:
        print(f"{failure.filename or ROOT}: {failure.strerror}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped; the next start goes on with the set-up.", file=sys.stderr)
        return 130
    return 1


def run(arguments: list[str]) -> int:
    """Open the window; without a screen, show the same work through the command line."""
    environment = dict(os.environ)
    prepare(screen.missing_packages(environment))
    if not screen.is_there(environment):
        print(screen.why_not(environment), "The same work is done through the command line:", flush=True)
        return hand_over([str(PYTHON), str(ROOT / "build_spec" / "tour.py")], environment)
    missing = screen.missing_packages(environment)
    if missing:
        install_or_name(missing, "A window needs libraries that this system lacks")
    return hand_over([str(PYTHON), "-m", "annotator", *arguments], environment)


def test(arguments: list[str]) -> int:
    """Run the tests: first those that need a real display, on one of their own, then all others."""
    prepare()
    prepare_peers()
    os.chdir(ROOT)
    pytest = [str(PYTHON), "-m", "pytest"]
    chosen: list[str] = []
    failed = 0
    if _has_display_tests() and not _missing_for_display():
        on_display = ["xvfb-run", "-a", *pytest, "-m", "x11", *arguments]
        status = subprocess.call(on_display, env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
        chosen, failed = ["-m", "not x11"], 0 if status == NO_TESTS_CHOSEN else status
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # Tests wait a third of their time, for the disk and for processes they start: more of them than processors.
    workers = str(max(2, (os.cpu_count() or 1) * 3 // 2))
    return subprocess.call([*pytest, "-n", workers, *chosen, *arguments], env=environment) or failed


def install_screen() -> None:
    """Install a virtual display and the libraries of a real window, when this process may."""
    missing = _missing_for_display()
    if missing:
        install_or_name(missing, "Tests on a real display need more packages")


def hand_over(command: list[str], environment: dict[str, str]) -> int:
    """Become another program; where processes cannot, run it and pass on its exit status."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def use_new_enough_python() -> None:
    """Start again under a newer Python of this system when this one is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])
    version = ".".join(map(str, sys.version_info[:3]))
    raise SetupFailed(f"Python 3.11 or newer is needed; this is {version}. Install it and call this file with it.")


def prepare(also_missing: Sequence[str] = ()) -> None:
    """Make .venv fit requirements.lock, unless it does already; more system packages can be asked for with it."""
    if is_ready():
        return
    BUILD.mkdir(exist_ok=True)
    with only_one():
        if not is_ready():
            LOG.write_bytes(b"")
            set_up(also_missing)


def prepare_peers() -> None:
    """Install the tools that read what is exported; tests that hold exports against one that lacks are skipped."""
    lock = hashlib.sha256(PEERS_LOCK.read_bytes()).hexdigest()
    if PEERS_STAMP.exists() and PEERS_STAMP.read_text(encoding="utf-8") == lock:
        return
    BUILD.mkdir(exist_ok=True)
    with only_one():
        try:
            with step("Installing the tools that exports are tried with"):
                LOG.touch()
                logged([*PIP_INSTALL, "-r", str(PEERS_LOCK)], "They could not be installed", PIP_REASONS)
            PEERS_STAMP.write_text(lock, encoding="utf-8")
        except SetupFailed as failure:
            print(f"{failure} Tests that need them are skipped.", file=sys.stderr)


def set_up(also_missing: Sequence[str]) -> None:
    """All steps in order; the stamp comes last, so that a set-up cut short is seen."""
    need_system_packages(also_missing)
    with step(f"Making .venv with Python {'.'.join(map(str, sys.version_info[:3]))}"):
        make_environment()
    with step(f"Installing {lock_text().count('==')} packages"):
        install_packages()
    with step("Trying Qt"):
        try_qt()
    write_launcher()
    STAMP.write_text(fingerprint(), encoding="utf-8")
    UNFINISHED.unlink()


def is_ready() -> bool:
    """Whether .venv was made here, whole, from this very lock file, and its Python is still there."""
    try:
        return PYTHON.exists() and not UNFINISHED.exists() and STAMP.read_text(encoding="utf-8") == fingerprint()
    except FileNotFoundError:
        return False


def fingerprint() -> str:
    """What must not change between two starts: the lock, the folder, the Python below .venv."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock}\n{VENV}\n{PYTHON.resolve()}\n"


def need_system_packages(also_missing: Sequence[str]) -> None:
    """Before anything is downloaded: venv, which Debian keeps apart, and the libraries that Qt loads."""
    missing = libraries.missing_packages(libraries.QT) if shutil.which("apt-get") else []
    if not (importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")):
        missing.insert(0, f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    missing += also_missing
    if missing:
        install_or_name(missing, "This system lacks packages that are needed")


def make_environment() -> None:
    """A .venv that works: a whole one is kept, one that is moved or unfinished is made anew."""
    if not _is_usable():
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
        UNFINISHED.touch()
        logged([sys.executable, "-I", "-m", "venv", str(VENV)], "Python could not make .venv")
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)


def install_packages() -> None:
    """Install what the lock names, every file checked against its hash.

    One package comes as source; what builds it is in the lock too and goes first, because pip
    would otherwise fetch it without a hash.
    """
    first = BUILD / "build-tools.lock"
    first.write_text(requirement("setuptools"), encoding="utf-8")
    for requirements in (first, LOCK):
        logged([*PIP_INSTALL, "-r", str(requirements)], "The packages could not be installed", PIP_REASONS)


def try_qt() -> None:
    """Start Qt without a screen, which is the proof that nothing lacks."""
    check = "from PySide6.QtWidgets import QApplication; QApplication([])"
    command = [str(PYTHON), "-I", "-c", check]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run(command, capture_output=True, env=environment, check=False)
    if tried.returncode:
        LOG.write_bytes(LOG.read_bytes() + tried.stderr)
        lines = tried.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise SetupFailed(f"Qt does not start here: {lines[-1]} (log: {LOG})")


def install_or_name(packages: list[str], why: str) -> None:
    """Install system packages as root; anybody else is told the command and has to do it."""
    command = libraries.command_for(packages)
    if not libraries.can_install():
        who = "" if command.startswith("sudo") else " as root"
        raise SetupFailed(f"{why}. Run this{who}, then start again:\n  {command}")
    with step(f"Installing system packages: {' '.join(packages)}"):
        if not libraries.install(packages, lambda words: libraries.quiet_apt(words, LOG)):
            raise SetupFailed(f"{why}, and they could not be installed (log: {LOG}). The command was:\n  {command}")


def write_launcher() -> None:
    """Make `annotator` callable from any folder without building and installing a package."""
    packages = next((VENV / "lib").glob("python3*/site-packages"), VENV / "Lib" / "site-packages")
    (packages / "annotator_checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name != "nt":
        launcher = PYTHON.with_name("annotator")
        launcher.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m annotator "$@"\n', encoding="utf-8")
        launcher.chmod(0o755)


def lock_text() -> str:
    """The lock file."""
    return LOCK.read_text(encoding="utf-8")


def requirement(name: str) -> str:
    """One package's lines of the lock file, with its hashes."""
    lines = lock_text().splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    return "".join(lines[start:end])


def logged(command: list[str], failure: str, reasons: tuple[tuple[str, str], ...] = ()) -> None:
    """Run a command with its words going to the log; raises SetupFailed with the likeliest reason."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET")}
    environment |= {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_USE_PEP517": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment.setdefault("PIP_RETRIES", "2")
    start = LOG.stat().st_size
    with LOG.open("ab") as stream:
        streams = {"stdin": subprocess.DEVNULL, "stdout": stream, "stderr": stream}
        status = subprocess.call(command, **streams, env=environment, close_fds=False)
    if status:
        said = LOG.read_bytes()[start:].decode(errors="replace")
        why = next((f": {meaning}" for sign, meaning in reasons if sign in said), "")
        raise SetupFailed(f"{failure}{why}. The details are in {LOG}; start again when that is mended.")


@contextmanager
def step(words: str) -> Iterator[None]:
    """One line of progress: what is being done, then how long it took."""
    print(f"{words} ...", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f" {time.monotonic() - start:.1f} s", flush=True)


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the set-up's lock, so that two starts at once do not write over each other."""
    with (BUILD / "setup.lock").open("a+b") as stream:
        os.set_inheritable(stream.fileno(), True)  # when only this process is killed, its pip still holds the lock
        if not _try_lock(stream.fileno()):
            print("Another set-up is at work here; waiting for it.", flush=True)
            while not _try_lock(stream.fileno()):
                time.sleep(0.2)
        yield  # closing the file gives the lock back, and so does any end of the process


def _try_lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # only there

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_usable() -> bool:
    if not PYTHON.exists() or UNFINISHED.exists() or _was_moved():
        return False
    check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return subprocess.run([str(PYTHON), "-I", "-c", check], capture_output=True, check=False).returncode == 0


def _was_moved() -> bool:
    """Whether the scripts of .venv point to a folder where it no longer lies."""
    return STAMP.exists() and str(VENV) not in STAMP.read_text(encoding="utf-8").splitlines()


def _has_display_tests() -> bool:
    return any("mark.x11" in path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))


def _missing_display_programs() -> list[str]:
    packages = {"Xvfb": "xvfb", "xauth": "xauth"}
    return [package for program, package in packages.items() if not shutil.which(program)]


def _missing_for_display() -> list[str]:
    return [*_missing_display_programs(), *libraries.missing_packages(libraries.QT | libraries.X11)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
