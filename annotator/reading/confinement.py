"""What a reading process may not do: take all memory, write files, speak to anybody, start programs.

The system's limits hold whatever a library does, native code included, where the system has them (Linux; in
part macOS). The audit hook holds everywhere, for what goes through Python.
"""

import os
import signal
import sys
from typing import Any

from annotator.formats.limits import Limits

_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.kill",
    "shutil.",
    "webbrowser.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Refused(OSError):
    """A reader tried what no reader needs."""


def confine(limits: Limits) -> None:
    """Hold this process to the limits from now on; there is no way back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked decides when to stop
    _limit_resources(limits)
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # an error is enough
    wanted = (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in wanted:
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # a system that knows the limit, but does not let it be set
            continue


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITING:
            raise Refused("reading writes no files")
    elif event.startswith(_REFUSED):
        raise Refused(f"reading does without {event}")
