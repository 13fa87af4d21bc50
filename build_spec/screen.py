"""Whether a window can be shown here, found out without starting Qt, which would end the process if not."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import system_libraries as libraries


def is_there(environment: dict[str, str]) -> bool:
    """Whether a window has somewhere to go; a platform chosen by hand is taken at its word."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))


def why_not(environment: dict[str, str]) -> str:
    """One sentence for a person who expected a window."""
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(name):
            return f"The screen that {name}={environment[name]} names does not answer."
    return "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."


def missing_packages(environment: dict[str, str]) -> list[str]:
    """What to install before a window can open; nothing when one of the screens that answer has all it needs."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return []
    kinds = [libraries.WAYLAND] if _wayland_answers(environment) else []
    kinds += [libraries.X11] if _x11_answers(environment.get("DISPLAY", "")) else []
    missing = [libraries.missing_packages(kind) for kind in kinds]
    return missing[0] if missing and all(missing) else []


def _wayland_answers(environment: dict[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    folder = environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return _answers(socket.AF_UNIX, str(Path(folder) / name))


def _x11_answers(display: str) -> bool:
    """DISPLAY is HOST:NUMBER.SCREEN; without a host the server listens on a local socket."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host and host != "unix":
        return _answers(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
