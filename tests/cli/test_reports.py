"""report."""

from pathlib import Path
from typing import Any

import pytest

from annotator.cli.reports import PAPER
from annotator.formats.reports.html import HtmlReport
from annotator.operations.report_kinds import KINDS
from tests.cli.conftest import Prompt


@pytest.fixture
def tagged(prompt: Prompt, article: str) -> str:
    prompt("tag", article, "14", "34", "quote")
    return article


@pytest.mark.parametrize("ending", ["html", "docx", "odt"])
def test_the_ending_says_which_format(prompt: Prompt, tagged: str, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"report.{ending}"
    told = prompt.ask("report", tagged, "--output", str(target))
    assert told == {
        "kind": "article",
        "format": ending,
        "path": str(target),
        "parts": 1,
        "passages": 1,
        "held_back": 0,
        "notices": [],
    }
    assert target.stat().st_size > 1_000
    assert "1 passage in" in prompt("report", "--format", ending, "--output", str(tmp_path / "x")).stdout


@pytest.mark.parametrize("kind", sorted(kind.value for kind in KINDS))
def test_every_kind_is_written(prompt: Prompt, tagged: str, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "report.html"
    assert prompt.ask("report", "--kind", kind, "--output", str(target))["kind"] == kind
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_what_is_not_wanted_stays_out(prompt: Prompt, tagged: str, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    prompt("report", "--without-text", "--as-of", "2026-05-04", "--output", str(target))
    page = target.read_text("utf-8")
    assert "The text</h2>" not in page
    assert "As of 2026-05-0" in page


def test_calls_that_cannot_be_meant_are_refused(prompt: Prompt, tagged: str, tmp_path: Path) -> None:
    assert "Give --format: html or docx or odt or pdf." in prompt.refuse("report", "--output", "x", status=2)
    assert "is no time" in prompt.refuse("report", "--as-of", "soon", "--output", "x.html", status=2)
    assert "html, docx, odt" in prompt.refuse("report", "--output", str(tmp_path / "x.pdf"))


def test_paper_is_given_by_whoever_starts_the_command_line(prompt: Prompt, tagged: str, tmp_path: Path) -> None:
    class Paper(HtmlReport):
        def write(self, report: Any, stream: Any) -> Any:
            super().write(report, stream)
            return ("There is no typeface for “𐤀”.",)

    from click.testing import CliRunner

    from annotator.cli.main import main

    target = tmp_path / "x.pdf"
    command = ["--project", str(prompt.project), "report", "--output", str(target)]
    done = CliRunner().invoke(main, command, obj={PAPER: Paper})
    assert done.exit_code == 0
    assert "There is no typeface" in done.stderr
    assert target.read_bytes().startswith(b"<!DOCTYPE")
