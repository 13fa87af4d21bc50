"""version and versions."""

from pathlib import Path

import pytest

from tests.cli.conftest import Prompt
from tests.operations.test_versions import NEW, OLD


@pytest.fixture
def article(prompt: Prompt) -> str:
    """The id of an article with an annotation of each fate but moved."""
    loaded: str = prompt.ask("load", "-", given=OLD.encode())["loaded"][0]["id"]
    for words in ("We did not know", "paid 200 million", "Neighbours want the ferry back."):
        start = OLD.index(words)
        prompt("tag", loaded, str(start), str(start + len(words)), "claim")
    return loaded


@pytest.fixture
def corrected(tmp_path: Path) -> str:
    path = tmp_path / "corrected.txt"
    path.write_text(NEW, encoding="utf-8")
    return str(path)


def test_a_dry_run_tells_the_fates(prompt: Prompt, article: str, corrected: str) -> None:
    told = prompt.ask("version", article, corrected, "--dry-run")
    assert {one["old"]: (one["fate"], one["text"], one["decided"]) for one in told["annotations"]} == {
        "We did not know": ("kept", "We did not know", True),
        "paid 200 million": ("reworded", "paid 250 million", False),
        "Neighbours want the ferry back.": ("gone", "", False),
    }
    assert (told["id"], told["replaces"], told["dry_run"], told["same_text"]) == (None, article, True, False)
    lines = prompt("version", article, corrected, "--dry-run").stdout.splitlines()
    assert any(line.endswith("claim: paid 200 million → paid 250 million") for line in lines)
    assert lines[-1] == "1 kept, 0 moved, 1 reworded, 1 gone"
    assert len(prompt.ask("list")["articles"]) == 1


def test_without_decisions_nothing_is_loaded(prompt: Prompt, article: str, corrected: str) -> None:
    assert "2 annotations must be decided first" in prompt.refuse("version", article, corrected)
    assert "1 annotation must be decided first" in prompt.refuse("version", article, corrected, "--accept-reworded")
    assert prompt.ask("version", article, corrected, "--drop-gone", status=1)["id"] is None
    assert len(prompt.ask("versions", article)["versions"]) == 1


def test_with_decisions_it_is_loaded(prompt: Prompt, article: str, corrected: str) -> None:
    new = prompt.ask("version", article, corrected, "--accept-reworded", "--drop-gone")["id"]
    assert sorted(one["text"] for one in prompt.ask("show", new)["annotations"]) == [
        "We did not know",
        "paid 250 million",
    ]
    found = prompt.ask("versions", new)["versions"]
    assert [(one["id"], one["newest"]) for one in found] == [(article, False), (new, True)]
    lines = prompt("versions", article).stdout.splitlines()
    assert "older version" in lines[0]
    assert "newest" in lines[1]
    assert "older version" in prompt.refuse("tag", article, "0", "5", "claim")
    listed = {one["id"]: one["superseded_by"] for one in prompt.ask("list")["articles"]}
    assert listed == {article: new, new: None}
    assert prompt.ask("show", article)["superseded_by"] == new
    for told in (prompt("list").stdout, prompt("show", article).stdout, prompt("details", article).stdout):
        assert told.count("older version") == 1
    assert "older version" not in prompt("show", new).stdout + prompt("details", new).stdout
    prompt("verify")
    prompt("undo")
    assert len(prompt.ask("list")["articles"]) == 1


def test_standard_input_and_the_same_text(prompt: Prompt, article: str) -> None:
    told = prompt.ask("version", article, "-", given=OLD.encode())
    assert (told["id"], told["same_text"]) == (None, True)
    result = prompt("version", article, "-", given=("More.\n" + OLD).encode())
    assert "New version: " in result.stdout


def test_what_is_no_article_is_refused(prompt: Prompt, article: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert prompt.refuse("version", article, str(tmp_path / "empty.txt"))
    assert prompt.refuse("version", article, str(tmp_path / "missing.txt"))
    assert prompt.refuse("versions", "ffff")


def test_what_stands_beside_a_tag_is_told(prompt: Prompt, article: str) -> None:
    changed = OLD.replace("We did not know", "We did not know, he now says,")
    told = prompt("version", article, "-", "--dry-run", given=changed.encode()).stdout
    assert "We did not know (sentence changed)" in told
