"""The shared libraries that Qt needs from the system, and the Debian packages they come in.

Qt's wheels bring Qt but not the libraries of a desktop, which a bare Debian lacks. Only the standard
library is used here: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# Library -> the package that holds it on Debian and Ubuntu.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The packages of those libraries that the system's loader cannot find."""
    if sys.platform != "linux":
        return []
    return [package for library, package in libraries.items() if not _can_load(library)]


def can_install() -> bool:
    """Whether this process may install Debian packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Iterable[str], run: Callable[[list[str]], int]) -> bool:
    """Install packages by apt; `run` carries out one command and gives its exit status.

    The lists of packages are fetched when a first try fails: a bare system has none, or old ones.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return run(command) == 0 or (run(["apt-get", "update"]) == 0 and run(command) == 0)


def command_for(packages: Iterable[str]) -> str:
    """The command a person types to install the packages; with sudo where there is one."""
    prefix = "sudo " if shutil.which("sudo") and not can_install() else ""
    update = "" if _has_package_lists() else f"{prefix}apt-get update && "
    return f"{update}{prefix}apt-get install -y --no-install-recommends {' '.join(packages)}"


def _has_package_lists() -> bool:
    lists = Path("/var/lib/apt/lists")
    return any(lists.glob("*_Packages*"))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def quiet_apt(command: list[str], log: Path) -> int:
    """Run one apt command without questions, its words added to the log."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    log.parent.mkdir(exist_ok=True)
    with log.open("ab") as stream:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, env=environment, check=False
        ).returncode
