"""Forbids sockets to this process: what tries one is refused, noted, and fails its test even if it hides that.

Python's own hook is used, which no library gets around from Python; what Qt and other native code do is looked
for in /proc by tests/test_silence.py. Processes that a test starts guard themselves by sitecustomize.py beside this.
"""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OWN_HOSTS = ("", "localhost", "::1")
LOG = "SILENCE_LOG"  # names the file in which other processes note what they were refused
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_GOING = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
_NO_NETWORK = (getattr(socket, "AF_UNIX", -1), -1)  # -1: made of one that is there


class Refused(PermissionError):
    """Somebody reached for the network."""


class Guard:
    """What this process may do, and what it tried all the same."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._own_host = 0

    @contextmanager
    def own_host(self) -> Iterator[None]:
        """For so long hosts on this very machine may be spoken to, and no others."""
        self._own_host += 1
        try:
            yield
        finally:
            self._own_host -= 1

    def look(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python's hook: refuse by raising."""
        if event.startswith("socket.") and (what := self._forbidden(event, arguments)):
            self.refused.append(what)
            if log := os.environ.get(LOG):
                with Path(log).open("a", encoding="utf-8") as notes:
                    notes.write(f"{what}\n")
            raise Refused(f"A test reached for the network: {what}")

    def _forbidden(self, event: str, arguments: tuple[Any, ...]) -> str:
        """What is forbidden about an event, "" for nothing."""
        if event == "socket.__new__":
            return "" if self._own_host or arguments[1] in _NO_NETWORK else f"{event} {arguments[1]}"
        if event in _GOING:
            place = arguments[1]
            if not isinstance(place, tuple):
                return ""  # of this machine alone
            host = place[0]
        elif event in _ASKING:
            host = arguments[0][0] if isinstance(arguments[0], tuple) else arguments[0]
        else:
            return ""
        name = host.decode(errors="replace") if isinstance(host, bytes) else host or ""
        own = name in OWN_HOSTS or name.startswith("127.")
        return "" if own and self._own_host else f"{event} {name}"


GUARD = Guard()


def install() -> None:
    """Guard this process from now on; there is no way back."""
    sys.addaudithook(GUARD.look)
