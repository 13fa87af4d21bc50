"""The program is killed in the middle of its work; whatever it had acknowledged is there.

`ANNOTATOR_KILLS=50` kills fifty times each instead of four, and says how much it found. A failure
names its seed: `ANNOTATOR_KILL_SEED` starts from there.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from annotator.operations import annotations, documents
from tests.store.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("ANNOTATOR_KILLS", "4"))
FIRST_SEED = int(os.environ.get("ANNOTATOR_KILL_SEED", "1"))


def killed_at_work(desk: Desk, work: str, seed: int, folder: Path) -> list[str]:
    """What was acknowledged before the kill. It comes at a random moment after the first acknowledgement."""
    command = [sys.executable, "-m", "tests.store.child", str(desk.address), work, f"Child {seed}", "0", str(folder)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.4))
    child.kill()
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    # The last line may have been cut off by the kill; then it was not acknowledged.
    return (first + rest).split("\n")[:-1]


@pytest.mark.parametrize("work", ["tag", "load"])
def test_what_was_acknowledged_is_there(file_desk: Desk, work: str, tmp_path: Path) -> None:
    file_desk.load("word " * 200)
    file_desk.workspace.close()
    acknowledged: list[UUID] = []
    for seed in range(FIRST_SEED, FIRST_SEED + KILLS):
        acknowledged += map(UUID, killed_at_work(file_desk, work, seed, tmp_path))
        file_desk.reopen()
        assert file_desk.problems() == [], f"seed {seed}"
        there = {row["id"] for row in file_desk.rows()["annotation" if work == "tag" else "document"]}
        assert set(acknowledged) <= there, f"seed {seed}"
        file_desk.workspace.close()
    print(f"{work}: {KILLS} kills from seed {FIRST_SEED}, {len(acknowledged)} rows acknowledged, all there")
    file_desk.reopen()
    assert len(acknowledged) >= KILLS


def test_no_part_of_an_export_takes_its_name(file_desk: Desk, tmp_path: Path) -> None:
    for number in range(300):
        file_desk.tag(file_desk.load(f"Article {number}. " + "word " * 200))
    acknowledged = whole = 0
    for seed in range(FIRST_SEED, FIRST_SEED + KILLS):
        folder = tmp_path / f"exports-{seed}"
        folder.mkdir()
        named = {Path(line) for line in killed_at_work(file_desk, "export", seed, folder)}
        files = set(folder.glob("*.jsonl"))
        assert named <= files, f"seed {seed}"
        for path in files:
            lines = path.read_bytes().splitlines()
            assert len([json.loads(line) for line in lines]) == len(file_desk.rows()["document"]), (
                f"seed {seed}: {path}"
            )
        acknowledged += len(named)
        whole += len(files)
    print(f"export: {KILLS} kills from seed {FIRST_SEED}, {acknowledged} files acknowledged, {whole} there, all whole")
    assert file_desk.problems() == []


def test_work_goes_on_after_a_kill(file_desk: Desk, tmp_path: Path) -> None:
    document_id = file_desk.load("word " * 200)
    made = [UUID(line) for line in killed_at_work(file_desk, "tag", 7, tmp_path)]
    tagged = file_desk.tag(document_id)
    assert annotations.read_annotation(file_desk.workspace, made[-1]).note.startswith("note")
    assert tagged in documents.read_document(file_desk.workspace, document_id).annotations
    child = next(row["id"] for row in file_desk.rows()["annotator"] if row["name"].startswith("Child"))
    before = len(file_desk.rows()["annotation"])
    assert file_desk.workspace.undo(child) == "Tag quote"
    assert len(file_desk.rows()["annotation"]) == before - 1
    assert file_desk.problems() == []


@pytest.mark.parametrize("moment", [0.0, 0.1, 0.2, 0.3, 0.4, 0.5])
def test_a_kill_while_the_project_is_made(project_path: Path, moment: float) -> None:
    command = [sys.executable, "-m", "tests.store.child", str(project_path), "tag", "Child", "1"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 10
    while not project_path.exists() and child.poll() is None and time.monotonic() < end:
        time.sleep(0.0005)
    time.sleep(moment / 50)
    child.kill()
    child.wait()
    desk = Desk(project_path)
    desk.load()
    assert desk.problems() == []
    desk.workspace.close()


@pytest.mark.parametrize("edits", [200 if os.environ.get("ANNOTATOR_KILLS") else 60])
def test_two_programs_at_once_lose_nothing(desk: Desk, edits: int, tmp_path: Path) -> None:
    document_id = desk.load("word " * 200)
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.child", str(desk.address), "tag", f"Child {number}", str(edits)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(2)
    ]
    mine = [desk.tag(document_id, 5 * number, 5 * number + 4).id for number in range(20)]
    made = [UUID(line) for child in children for line in child.communicate()[0].splitlines()]
    assert [child.returncode for child in children] == [0, 0]
    assert len(made) == 2 * edits
    assert {row["id"] for row in desk.rows()["annotation"]} == {*made, *mine}
    assert desk.problems() == []
    assert desk.workspace.catch_up()
