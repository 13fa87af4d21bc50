"""PDF at a prompt: Qt starts without a screen, and only then."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from annotator.errors import ExportFailed
from annotator.operations.projects import open_project
from annotator.ui.paper.starting import paper


def _run(project: Path, target: Path) -> bytes:
    report = ["--project", str(project), "report", "--as-of", "2026-05-04", "--output", str(target)]
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run([sys.executable, "-m", "annotator", *report], env=clean, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    return target.read_bytes()


def test_a_pdf_is_written_without_a_screen_and_the_same_each_time(project_path: Path, tmp_path: Path) -> None:
    open_project(str(project_path), uuid4()).close()
    first = _run(project_path, tmp_path / "a.pdf")
    assert first.startswith(b"%PDF-")
    assert _run(project_path, tmp_path / "b.pdf") == first


def test_without_the_library_another_format_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtGui", None)
    with pytest.raises(ExportFailed, match="choose html, docx or odt"):
        paper()
