"""The program's start: window or command line, and a plain word where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.core.discretion import keep_quiet
from annotator.core.identity import new_id
from annotator.core.masking import Mask
from annotator.core.records import SourceRecord


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


def test_open_says_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["open", "--help"]) == 0
    assert "annotator open [PROJECT [FILE...]]" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a screen")
def test_open_alone_is_the_window(tmp_path: Path) -> None:
    assert "no screen" in _start(["open"], tmp_path).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
@pytest.mark.parametrize(
    ("closed", "command", "status"),
    [("<&-", "packet make out --for Ben --all --passphrase-stdin", 1), (">&-", "list", 0)],
)
def test_a_stream_that_is_closed_is_no_accident(tmp_path: Path, closed: str, command: str, status: int) -> None:
    words = ["sh", "-c", f'exec "$0" -m annotator {command} {closed}', sys.executable]
    environment = {**os.environ, "ANNOTATOR_HOME": str(tmp_path)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == status


def test_what_nobody_foresaw_names_no_protected_source(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError("Tira Wulandani by nothing")

    monkeypatch.setattr("annotator.cli.main.main", stumble)
    keep_quiet(stumble, Mask([SourceRecord(new_id(), "Tira Wulandani", protected=True)]))
    assert main(["list"]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: ████ █████████ by nothing" in said
    assert "test_main.py" in said
