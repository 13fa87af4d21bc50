"""The program's start: window or command line, and a plain word where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.__main__ import _advice, main, what_lacks


def _start(arguments: list[str], home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "annotator", *arguments],
        env={**clean, "ANNOTATOR_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a screen")
def test_without_a_screen_one_sentence_names_the_command_line(tmp_path: Path) -> None:
    done = _start([], tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "annotator --help" in done.stderr


def test_a_command_starts_without_qt(tmp_path: Path) -> None:
    script = "import sys; from annotator.__main__ import main\ntry:\n    main(['--help'])\nexcept SystemExit: pass\n"
    script += "print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("environment", [{"DISPLAY": ":1"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_any_kind_of_screen_is_enough(environment: dict[str, str]) -> None:
    assert "no screen" not in what_lacks(environment, "linux")


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    words = _advice("libEGL.so.1: cannot open shared object file: No such file or directory", "linux")
    assert "libEGL.so.1" in words
    assert "apt-get install --no-install-recommends libgl1" in words
    assert "\n" not in words


def test_a_missing_package_is_named() -> None:
    assert "pip install 'PySide6-Essentials" in _advice("No module named 'PySide6'", "linux")


def test_open_without_a_project_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["open"]) == 2
    assert "Usage: annotator open PROJECT" in capsys.readouterr().err
