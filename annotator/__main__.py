"""Where the program starts: with no arguments the window, with a command the command line.

The command line starts without Qt; the window says in one sentence what it lacks.
"""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.discretion import discreet

if TYPE_CHECKING:
    from annotator.operations.reports import ReportWriter


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window or the command line; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] != "open":
        from annotator.cli.main import main as command_line  # without Qt

        _open_closed_streams()
        try:
            return int(command_line(given, standalone_mode=True, obj={"paper": _paper}) or 0)
        except Exception:
            # What nobody foresaw: as the interpreter would say it, but without the names of protected sources.
            sys.stderr.write(discreet(traceback.format_exc()))
            return 1
    if given[1:2] in (["--help"], ["-h"]):
        print("Usage: annotator open [PROJECT [FILE...]]")  # noqa: T201  the answer that was asked for
        return 0
    return _open_window(given[1] if given[1:] else None, given[2:])


def _open_window(project: str | None, files: Sequence[str]) -> int:
    from annotator.ui.screen import what_lacks  # the window's own affair

    lack = what_lacks(os.environ, sys.platform)
    if lack:
        print(lack, file=sys.stderr)  # noqa: T201  the only way to say it where there is no window
        return 1
    # Nothing is garbage while the window is put together; looking for some takes a tenth of the start.
    gc.disable()
    from annotator.app import run  # Qt, which no command needs

    return run(project, files)


def _open_closed_streams() -> None:
    """A standard stream that whoever starts the program has closed is one that is empty, or that nobody reads."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  open to the end


def _paper() -> "ReportWriter":
    from annotator.ui.paper.starting import paper  # the window's own affair, and only for one format of reports

    return paper()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing  # only a packed program starts its reading processes by this very file

        multiprocessing.freeze_support()  # goes no further in one of those
    sys.exit(main())
