"""Runs all measurements, or those named: python -m tests.benchmarks [edits loads ...]."""

import importlib
import os
import sys
import tempfile
from pathlib import Path

_ALL = (
    "start", "edits", "window", "texts", "loads", "search", "suggestions", "agreement", "disputes", "exports",
    "packets", "merges", "sizes",
)  # fmt: skip


def main() -> int:
    """Print a table; the exit status says whether every goal was met."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'':<62} {'ours':>11} {'floor':>11} {'':<10} {'ratio':>7}")
    missed = 0
    for name in sys.argv[1:] or _ALL:
        with tempfile.TemporaryDirectory(prefix="bench") as folder:
            os.environ["ANNOTATOR_HOME"] = str(Path(folder, "home"))
            for result in importlib.import_module(f"tests.benchmarks.{name}").run(Path(folder)):
                print(result.line(), flush=True)
                missed += not result.met
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
