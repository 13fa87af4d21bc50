"""export --losses: what would be lost, before anything is written."""

import json
from pathlib import Path

from tests.cli.conftest import Prompt


def test_each_thing_as_json_and_nothing_but_that(prompt: Prompt, article: str) -> None:
    claim = prompt.ask("tag", article, "15", "32", "claim")["id"]
    prompt("note", claim, "cek ulang")
    told = json.loads(prompt("export", "--losses", "doccano", "--json").stdout_bytes)
    assert told.keys() == {"lost"}
    assert {"article": article, "annotation": claim, "what": "note"} in [
        {key: row[key] for key in ("article", "annotation", "what")} for row in told["lost"]
    ]
    assert all(row.keys() == {"article", "annotation", "what", "why"} for row in told["lost"])
    assert prompt.ask("export", "--losses", "jsonl") == {"lost": []}
    assert prompt.ask("export", "--losses", "doccano", "--label", "denial") == {"lost": []}


def test_told_in_lines_with_what_would_lose_nothing(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("tag", article, "15", "32", "claim")
    prompt("tag", article, "37", "55", "denial")
    result = prompt("export", "--losses", "doccano", article)
    assert result.stdout.splitlines()[:2] == [
        "2 × annotator",
        "    doccano (JSON Lines) does not say who made an annotation.",
    ]
    assert "would lose nothing of it." in result.stdout
    assert result.stderr
    assert prompt("export", "--losses", "jsonl").stdout == "Nothing of this selection would be lost.\n"
    out = tmp_path / "out.jsonl"
    assert prompt("export", "--losses", "doccano", article, str(out)).stdout == result.stdout
    assert not out.exists()


def test_strict_refuses_and_writes_nothing(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("tag", article, "15", "32", "claim")
    out = tmp_path / "out.jsonl"
    assert "cannot hold everything" in prompt.refuse("export", "--format", "doccano", "--strict", str(out))
    assert [path for path in tmp_path.iterdir() if path.name.startswith("out")] == []
    told = prompt.ask("export", "--format", "doccano", str(out))
    assert told["lost"] == {"annotator": 1}
    assert json.loads(Path(told["losses_path"]).read_bytes())["lost"][0]["article"] == article
    assert "The format cannot hold 1 × annotator." in prompt("export", "--format", "doccano", str(out)).stderr
