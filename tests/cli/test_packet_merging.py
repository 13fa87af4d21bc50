"""packet merge, packet conflicts, packet settle."""

from pathlib import Path

import pytest

from tests.cli.conftest import Prompt


@pytest.fixture
def packet(prompt: Prompt, article: str, tmp_path: Path) -> Path:
    path = tmp_path / "ben.packet.annotator"
    prompt("packet", "make", str(path), "--for", "Ben", "--all", "--with-readings")
    return path


def test_a_packet_comes_home(prompt: Prompt, article: str, packet: Path) -> None:
    away = Prompt(packet)
    away("tag", article, "0", "4", "claim", "--annotator", "Ben")
    told = prompt.ask("packet", "merge", str(packet))
    assert told["annotations"] == {"added": 1, "changed": 0, "removed": 0}
    assert (told["entries"], told["articles"], told["conflicts"], told["people"]) == (1, 0, [], [])
    assert prompt("packet", "merge", str(packet)).stdout == "Everything in it is here already; nothing was changed.\n"
    assert prompt("packet", "conflicts").stdout == "There is nothing to settle.\n"


def test_conflicts_are_listed_and_settled(prompt: Prompt, article: str, tmp_path: Path) -> None:
    tagged = prompt.ask("tag", article, "0", "4", "claim")["id"]
    packet = tmp_path / "ben.packet.annotator"
    prompt("packet", "make", str(packet), "--for", "Ben", "--all", "--with-readings")
    prompt("note", tagged, "here")
    Prompt(packet)("note", tagged, "there")
    lines = prompt("packet", "merge", str(packet)).stdout.splitlines()
    assert lines[-1] == "1 conflict to settle: “annotator packet conflicts” lists them."
    (conflict,) = prompt.ask("packet", "conflicts")["conflicts"]
    assert (conflict["kept"]["words"], conflict["other"]["words"]) == ("there", "here")
    assert (conflict["kept"]["annotator"], conflict["article"], conflict["settled"]) == ("Ana", article, "")
    shown = prompt("packet", "conflicts").stdout
    assert "The note of this claim of Ana was changed in both copies." in shown
    assert "  other: here (Ana, " in shown
    assert prompt.ask("packet", "settle", conflict["id"][:13], "other") == {"id": conflict["id"], "settled": "other"}
    assert prompt.ask("packet", "conflicts")["conflicts"] == []
    (settled,) = prompt.ask("packet", "conflicts", "--all")["conflicts"]
    assert settled["settled"] == "other"
    prompt("undo")
    assert len(prompt.ask("packet", "conflicts")["conflicts"]) == 1


def test_what_is_refused(prompt: Prompt, article: str, tmp_path: Path) -> None:
    assert "no file" in prompt.refuse("packet", "merge", str(tmp_path / "nowhere"))
    assert "conflict" in prompt.refuse("packet", "settle", "abc", "kept")
    assert "Choose from: kept, other. See “" in prompt.refuse("packet", "settle", "abc", status=2)


def test_a_locked_packet(prompt: Prompt, article: str, tmp_path: Path) -> None:
    packet, words = tmp_path / "ben.packet.annotator", tmp_path / "words"
    words.write_text("two words\n")
    prompt("packet", "make", str(packet), "--for", "Ben", "--all", "--passphrase-file", str(words))
    assert prompt.ask("packet", "merge", str(packet), "--passphrase-file", str(words))["entries"] == 0
    prompt.refuse("packet", "merge", str(packet))
