"""replies and contact."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.label_sets import change_label_set, project_labels
from annotator.operations.projects import open_project
from tests.cli.conftest import Prompt

TEXT = b"The mayor took the money.\n\nThe clerk forged a letter.\n\nShe denies it."


@pytest.fixture
def claims(prompt: Prompt) -> list[str]:
    """Two accusations, the first of them denied."""
    article = prompt.ask("load", "-", given=TEXT)["loaded"][0]["id"]
    workspace = open_project(str(prompt.project), uuid4())
    ana = find_or_add_annotator(workspace, "Ana")
    made = [
        str(
            annotations.add_annotation(
                workspace, UUID(article), [span], "claim", ana, attributes={"accuses": "named_person"}
            ).id
        )
        for span in (Span(0, 25), Span(27, 53))
    ]
    workspace.close()
    denial = prompt("tag", article, "55", "69", "denial").stdout.strip()
    prompt("link", denial, "denies", made[0])
    return made


def test_those_that_nothing_answers_come_first(prompt: Prompt, claims: list[str]) -> None:
    found = prompt.ask("replies")["claims"]
    assert [(one["id"], one["standing"]) for one in found] == [(claims[1], "unasked"), (claims[0], "answered")]
    assert (found[1]["answers"][0]["text"], found[1]["answers"][0]["kind"]) == ("She denies it.", "denies")
    assert [one["id"] for one in prompt.ask("replies", "--unanswered")["claims"]] == [claims[1]]
    assert [one["id"] for one in prompt.ask("replies", "CLERK", "forged")["claims"]] == [claims[1]]
    assert "No such claim" in prompt("replies", "bishop").stderr
    told = prompt("replies").stdout
    assert "unasked  “The clerk forged a letter.”" in told
    assert "denies: “She denies it.”" in told
    assert "not sought" in told


def test_a_contact_is_noted_and_late_when_its_deadline_has_passed(prompt: Prompt, claims: list[str]) -> None:
    noted = prompt.ask(
        "contact", claims[1], "--at", "2020-01-01", "--person", "Rina", "--channel", "phone", "--deadline", "2020-01-02"
    )
    assert (noted["person"], noted["overdue"], noted["annotator"]) == ("Rina", True, "Ana")
    (late,) = prompt.ask("replies", "--overdue")["claims"]
    assert (late["id"], late["standing"], late["deadline"]) == (claims[1], "asked", "2020-01-02")
    told = prompt("replies", "--unanswered").stdout
    assert "overdue since 2020-01-02" in told
    assert "asked 2020-01-01, Rina, phone, until 2020-01-02" in told
    assert "is no date" in prompt.refuse("contact", claims[0], "--deadline", "soon")


def test_a_sheet_is_written(prompt: Prompt, claims: list[str], tmp_path: Path) -> None:
    target = tmp_path / "replies.html"
    assert prompt.ask("replies", "--out", str(target)) == {"path": str(target), "claims": 2, "held_back": 0}
    assert "The clerk forged a letter." in target.read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(prompt("replies", "--out", "-").stdout_bytes.decode()))
    assert {row["claim_id"] for row in rows} == set(claims)
    assert "html, csv" in prompt.refuse("replies", "--out", str(tmp_path / "a.docx"))


def test_a_label_set_without_the_field_says_so(prompt: Prompt, claims: list[str]) -> None:
    workspace = open_project(str(prompt.project), uuid4())
    before = project_labels(workspace)
    attributes = tuple(replace(one, retired=one.key == "accuses") for one in before.attributes)
    change_label_set(workspace, replace(before, attributes=attributes), None)
    workspace.close()
    assert len(prompt.ask("replies")["claims"]) == len(claims)  # what was said stays
    for claim in claims:
        prompt("untag", claim)
    assert "no field “accuses”" in prompt.refuse("replies")
