"""The gold reading at the prompt."""

import json
from pathlib import Path

from tests.cli.conftest import Prompt
from tests.cli.disputed_prompt import by_type, disputed


def test_how_each_span_got_there(prompt: Prompt) -> None:
    article = disputed(prompt)
    dispute = by_type(prompt)["label"]
    prompt("rule", dispute["id"], "one", "Ben", "--reason", "It denies")
    found = prompt.ask("gold", article)
    assert [(one["text"], one["label"], one["how"]) for one in found["spans"]] == [
        ("took the money", "claim", "agreed"),
        ("Nobody was hurt", "denial", "ruled"),
    ]
    assert found["spans"][0]["by"] == ["Ana", "Ben"]
    assert (found["spans"][1]["decided_by"], found["spans"][1]["reason"]) == ("Ana", "It denies")
    assert found["disputed"] == [by_type(prompt)["missed"]["id"]]
    lines = prompt("gold", article).stdout.splitlines()
    assert lines[0].endswith("agreed by Ana and Ben")
    assert lines[1].endswith("ruled by Ana (It denies)")
    assert lines[2].startswith("1 open dispute left out")


def test_nothing_is_handed_in(prompt: Prompt, article: str) -> None:
    assert prompt.ask("gold", article)["spans"] == []
    assert "submit" in prompt("gold", article).stderr


def test_it_is_exported(prompt: Prompt, tmp_path: Path) -> None:
    disputed(prompt)
    report = prompt.ask("export", str(tmp_path / "gold.jsonl"), "--reading", "gold")
    assert report["annotations"] == 1
    assert report["losses"][0].startswith("2 open disputes are left out")
    (line,) = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["spans"][0]["gold"]["by"] == ["Ana", "Ben"]
    assert prompt.ask("export", str(tmp_path / "ben.csv"), "--reading", "Ben")["annotations"] == 2
    assert "Zoe" in prompt.refuse("export", str(tmp_path / "zoe.csv"), "--reading", "Zoe")
