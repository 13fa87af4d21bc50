"""Packets at a prompt: what stands behind the word, and what the open project is."""

from pathlib import Path

from tests.cli.conftest import Prompt


def test_a_packet_says_what_it_is(prompt: Prompt, article: str, tmp_path: Path) -> None:
    out = tmp_path / "ben.packet.annotator"
    made = prompt.ask("packet", "make", str(out), "--for", "Ben", "--all")
    told = Prompt(out).ask("packet")["packet"]
    assert (told["id"], told["from"], told["for"], told["blind"]) == (made["id"], "Ana", "Ben", True)
    assert told["articles"] == [article]
    line = Prompt(out)("packet").output
    assert line.startswith("A packet from Ana for Ben, 20")
    assert line.endswith("1 article, blind.\n")


def test_so_does_a_whole_project(prompt: Prompt) -> None:
    assert prompt.ask("packet") == {"packet": None}
    assert prompt("packet").output == "This is a whole project, no packet.\n"
