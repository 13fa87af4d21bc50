"""The journal as a file: the program in its own description finds it whole, and finds every change of it."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from annotator import resources
from annotator.operations import annotations, assignments, history, relations, sources
from annotator.operations.journal_export import export_journal
from annotator.operations.verification import verify
from tests.store.desk import Desk

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def checker(tmp_path: Path) -> Path:
    """The program that the description holds."""
    words = resources.path("audit", "how_to_check.md").read_text("utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", words, re.DOTALL)
    path = tmp_path / "check.py"
    path.write_text(program, "utf-8")
    return path


def check(checker: Path, journal: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-I", checker, journal], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.strip()


@pytest.fixture
def worked_in(desk: Desk) -> Desk:
    article = desk.load("Prices rise.\nThe mayor denied it.")
    tag = desk.tag(article, 0, 6)
    desk.tag(article, 13, 22, "denial", desk.ben)
    annotations.set_note(desk.workspace, tag.id, "Überprüfen ”“", desk.ana)
    history.undo(desk.workspace, desk.ana)
    return desk


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _without_words(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ("chain", "sequence", "hash", "previous")} | {"content": None}


def write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_everything_is_in_it_and_proves_whole(worked_in: Desk, tmp_path: Path, checker: Path) -> None:
    # A second computer makes a second chain.
    elsewhere = worked_in.open(installation=worked_in.ana)
    annotations.add_annotation(elsewhere, worked_in.load("More."), [(0, 4)], "claim", worked_in.ben)  # type: ignore[list-item]
    elsewhere.close()
    target = tmp_path / "journal.jsonl"
    report = export_journal(worked_in.workspace, target, NOW)
    assert (report.entries, report.chains, report.withheld) == (worked_in.entries(), 2, 0)
    heading, *entries = lines_of(target)
    assert heading["written"] == "2026-05-04T12:00:00+00:00"
    assert len(entries) == report.entries
    note = next(one for one in entries if one["title"] == "Change note" and one["kind"] == "edit")
    assert note["changes"][0]["after"] == {"note": "Überprüfen ”“"}
    assert note["annotator"] == "Ana"
    assert check(checker, target) == (0, f"All {report.entries} entries are as they were written.")
    assert report.description.read_bytes() == resources.path("audit", "how_to_check.md").read_bytes()


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (lambda lines: lines.pop(3), "missing"),
        (lambda lines: lines.pop(), "the end of"),
        (lambda lines: lines[2].update(content=lines[3]["content"]), "is not what was written"),
        (lambda lines: lines[2].update(hash="00" * 32), "is not what was written"),
        (lambda lines: lines[2].update(sequence=40), "does not follow"),
        (lambda lines: lines.append({**lines[-1], "chain": "ff" * 16}), "of no chain"),
        (lambda lines: lines[2].update(content=None), "nothing that proves them"),
        (lambda lines: lines.__setitem__(2, _without_words(lines[2])), "than those that were withheld"),
    ],
)
def test_a_forged_file_is_found(worked_in: Desk, tmp_path: Path, checker: Path, forge: Any, says: str) -> None:
    target = tmp_path / "journal.jsonl"
    export_journal(worked_in.workspace, target, NOW)
    lines = lines_of(target)
    forge(lines)
    write(target, lines)
    status, words = check(checker, target)
    assert status == 1
    assert says in words


def test_a_protected_name_stays_in_the_house_and_the_chain_whole(
    worked_in: Desk, tmp_path: Path, checker: Path
) -> None:
    tag = worked_in.tag(worked_in.load("A clerk said so."), 0, 7, "quote")
    hidden = sources.add_source(worked_in.workspace, "Wilhelmina Quent", worked_in.ana, protected=True)
    relations.set_sources(worked_in.workspace, [tag.id], "attributed_to", [hidden.id], worked_in.ana)
    target = tmp_path / "journal.jsonl"
    report = export_journal(worked_in.workspace, target, NOW)
    assert report.withheld == 1
    heading, *entries = lines_of(target)
    assert heading["withheld"] == 1
    assert [one["content"] for one in entries].count(None) == 1
    assert "Quent" not in target.read_text("utf-8")
    assert check(checker, target)[0] == 0
    assert not verify(worked_in.workspace).problems


def test_what_tells_of_hidden_work_is_withheld_wherever_it_was_done(
    worked_in: Desk, tmp_path: Path, checker: Path
) -> None:
    blind, other = worked_in.load("A clerk said so."), worked_in.load("The clerk denied it.")
    assignments.assign(worked_in.workspace, [(blind, worked_in.ben)], worked_in.ana)
    tag, denial = worked_in.tag(blind, 0, 7, "claim"), worked_in.tag(other, 0, 9, "denial")
    source = sources.add_source(worked_in.workspace, "Wilhelmina Quent", worked_in.ana)
    relations.set_sources(worked_in.workspace, [tag.id], "attributed_to", [source.id], worked_in.ana)
    relations.link(worked_in.workspace, denial.id, "denies", tag.id, worked_in.ana)
    worked_in.workspace.viewer = worked_in.ben
    target = tmp_path / "journal.jsonl"
    export_journal(worked_in.workspace, target, NOW)
    words = target.read_text("utf-8")
    assert "Quent" not in words
    assert tag.id.hex not in words
    assert denial.id.hex in words
    assert check(checker, target)[0] == 0
