"""copies, separate, unite and apply."""

from pathlib import Path

import pytest

from tests.cli.conftest import Prompt
from tests.operations.test_applying import OURS, WIRE


@pytest.fixture
def three(prompt: Prompt) -> list[str]:
    """The ids of a wire story, its copy, and an article that is none."""
    contents = (WIRE, OURS, "The ferry is late.")
    ids = [prompt.ask("load", "-", given=content.encode())["loaded"][0]["id"] for content in contents]
    if not prompt.ask("copies")["groups"]:
        prompt("unite", *ids[:2])
    return ids


def test_copies_of_one_and_of_all(prompt: Prompt, three: list[str]) -> None:
    wire, ours, alone = three
    (copy,) = prompt.ask("copies", wire)["copies"]
    assert copy["id"] == ours
    assert 0.4 < copy["likeness"] < 1
    assert prompt.ask("copies", alone) == {"copies": []}
    (group,) = prompt.ask("copies", "--find")["groups"]
    assert [one["id"] for one in group] == [wire, ours]
    assert prompt("copies").stdout.splitlines()[1].startswith(f"  {ours}")
    assert "%" in prompt("copies", wire).stdout


def test_separate_and_unite(prompt: Prompt, three: list[str]) -> None:
    wire, ours, alone = three
    assert prompt.ask("separate", ours) == {"id": ours, "separated": True}
    assert prompt("separate", ours).stdout == "It had no copies; nothing was changed.\n"
    assert prompt.ask("copies") == {"groups": []}
    assert prompt.ask("unite", alone, wire)["copies"] == sorted([alone, wire])
    prompt("undo")
    assert prompt("unite", wire).stdout.split() == [wire]


def test_apply_tells_and_does(prompt: Prompt, three: list[str]) -> None:
    wire, ours, _ = three
    start = WIRE.index("Repairs will")
    sure = prompt("tag", wire, str(start), str(start + 39), "claim", "--note", "twice").stdout.strip()
    start = WIRE.index("Nobody told us anything")
    unsure = prompt("tag", wire, str(start - 1), str(start + 25), "quote").stdout.strip()
    start = WIRE.index("The council denies that.")
    gone = prompt("tag", wire, str(start), str(start + 24), "denial").stdout.strip()

    told = prompt.ask("apply", wire, "--dry-run")
    fates = {one["annotation"]: one["fate"] for one in told["applications"]}
    assert (fates[unsure], fates[gone]) == ("reworded", "gone")
    assert fates[sure] in ("kept", "moved")
    assert {one["copy"] for one in told["applications"]} == {ours}
    assert prompt.ask("show", ours)["annotations"] == []
    assert prompt("apply", wire, "--dry-run").stdout.endswith("1 annotation would be applied.\n")

    done = {one["annotation"]: one for one in prompt.ask("apply", wire)["applications"]}
    (there,) = prompt.ask("show", ours)["annotations"]
    assert done[sure]["applied"] == there["id"]
    assert (there["origin"], there["text"], there["note"]) == (
        "copied",
        "Repairs will cost eleven million crowns",
        "twice",
    )
    assert "there already" in prompt("apply", wire, "--dry-run").stdout
    assert prompt("apply", wire, unsure, "--reworded").stdout.endswith("1 annotation was applied.\n")
    assert len(prompt.ask("show", ours)["annotations"]) == 2
    assert prompt("apply", wire).stdout.endswith("0 annotations were applied.\n")


def test_an_article_that_is_not_there_is_refused(prompt: Prompt, three: list[str], tmp_path: Path) -> None:
    assert "There is no article" in prompt.refuse("copies", "ffff")
    assert "There is no article" in prompt.refuse("unite", three[0], "ffff")
