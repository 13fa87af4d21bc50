"""The label set at a prompt."""

import json
from pathlib import Path

from tests.cli.conftest import Prompt

KEYS = ["claim", "denial", "quote"]


def test_labels_are_listed_with_what_they_are_used_for(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "0", "4", "claim")
    labels = {label["key"]: label for label in prompt.ask("labels")["labels"]}
    assert [key for key, label in labels.items() if not label["helper"]] == KEYS
    assert (labels["claim"]["annotations"], labels["claim"]["retired"]) == (1, False)
    lines = prompt("labels").stdout.splitlines()
    assert lines[0] == "Newsroom, version 2"
    assert any(line.startswith("claim ") and "Claim (1 annotation): " in line for line in lines)


def test_fields_and_links_are_listed_with_the_keys_that_other_commands_take(prompt: Prompt) -> None:
    found = prompt.ask("labels")
    (medium,) = [one for one in found["attributes"] if one["key"] == "medium"]
    assert (medium["labels"], medium["default"], medium["values"][0]) == (["quote"], "unknown", "speech")
    (denies,) = [one for one in found["relations"] if one["key"] == "denies"]
    assert (denies["from"], denies["to"]) == (["denial"], ["claim"])
    lines = prompt("labels").stdout.splitlines()
    assert "voice              Voice (claim): reported outlet" in lines
    assert "denies             denial → claim" in lines


def test_another_set_is_used_and_the_old_labels_stay_readable(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "0", "4", "claim")
    found = prompt.ask("labels", "use", "attribution")
    assert (found["id"], found["version"]) == ("attribution", 3)
    assert [label["key"] for label in found["labels"] if not label["retired"]] == ["source", "cue", "content"]
    assert [label["annotations"] for label in found["labels"] if label["key"] == "claim"] == [1]
    assert "Claim (retired, 1 annotation)" in prompt("labels").stdout
    assert "retired" in prompt.refuse("tag", article, "5", "9", "claim")
    assert "Invalid value" in prompt.refuse("labels", "use", "nothing", status=2)


def test_a_set_goes_to_another_project_as_a_file(prompt: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "ours.labelset.json"
    assert prompt.ask("labels", "export", str(file)) == {"path": str(file)}
    assert json.loads(file.read_text("utf-8"))["label_set"]["id"] == "newsroom"
    other = Prompt(tmp_path / "other.annotator")
    other("labels", "use", "plain")
    assert other.ask("labels", "import", str(file))["id"] == "newsroom"
    file.write_text("{}")
    assert "no label set" in other.refuse("labels", "import", str(file))


def test_versions_are_listed_and_brought_back(prompt: Prompt) -> None:
    prompt("labels", "use", "plain")
    versions = prompt.ask("labels", "versions")["versions"]
    assert [(one["version"], one["id"], one["annotator"]) for one in versions] == [
        (3, "plain", "Ana"),
        (2, "newsroom", ""),
    ]
    assert "at the beginning" in prompt("labels", "versions").stdout
    assert prompt.ask("labels", "restore", "2")["version"] == 4
    assert prompt.ask("labels")["id"] == "newsroom"
    assert "no version 9" in prompt.refuse("labels", "restore", "9")


def test_a_label_is_merged_after_a_look(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "0", "4", "denial")
    assert prompt.ask("labels", "merge", "denial", "claim", "--dry-run") == {"annotations": 1}
    assert prompt.ask("show", article)["annotations"][0]["label"] == "denial"
    assert "1 annotation changed." in prompt("labels", "merge", "denial", "claim").stdout
    assert prompt.ask("show", article)["annotations"][0]["label"] == "claim"
    assert "There is no label “rumour”" in prompt.refuse("labels", "merge", "quote", "rumour", "--dry-run")


def test_every_way_is_in_the_help(prompt: Prompt) -> None:
    told = prompt("labels", "--help").stdout
    assert [name for name in ("export", "import", "use", "versions", "restore", "merge") if name not in told] == []
