"""Giving articles away at a prompt."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.main import main
from tests.cli.conftest import Prompt

HERE = "Kata Menteri"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ben.packet.annotator"


def test_one_file_for_somebody_who_then_works_in_it(prompt: Prompt, article: str, out: Path) -> None:
    told = prompt.ask("packet", "make", str(out), "--for", "Ben", "--articles", article[:35])
    assert told | {"id": ""} == {
        "path": str(out),
        "id": "",
        "for": "Ben",
        "blind": True,
        "locked": False,
        "articles": 1,
        "annotations": 0,
        "links": 0,
        "notices": [],
        "new_person": True,
    }
    packet = Prompt(out)
    assert [one["id"] for one in packet.ask("list")["articles"]] == [article]
    assert packet.ask("verify")["ok"]


def test_who_says_nothing_works_in_the_recipient_s_name(
    prompt: Prompt, article: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt("packet", "make", str(out), "--for", "Ben", "--all")
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(out))
    CliRunner().invoke(main, ["tag", article, "0", "4", "claim"])
    (tagged,) = Prompt(out).ask("show", article)["annotations"]
    assert tagged["annotator"] == "Ben"


def test_it_can_be_locked(prompt: Prompt, article: str, out: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("drei Bären\n", encoding="utf-8")
    told = prompt("packet", "make", str(out), "--for", "Ben", "--all", "--passphrase-file", str(words)).output
    assert "nobody can open the file" in told
    assert "Bären" not in told
    assert HERE.encode() not in out.read_bytes()
    assert Prompt(out).ask("list", "--passphrase-file", str(words))["articles"][0]["id"] == article
    by_pipe = out.with_name("two.packet.annotator")
    prompt("packet", "make", str(by_pipe), "--for", "Ben", "--all", "--passphrase-stdin", given="drei Bären\n".encode())
    assert Prompt(by_pipe).ask("verify", "--passphrase-file", str(words))["ok"]


def test_which_articles_must_be_said_in_one_way(prompt: Prompt, article: str, out: Path) -> None:
    for ways in ((), ("--all", "--language", "id"), ("--articles", article, "--assigned-to", "Ben")):
        assert "Say which articles" in prompt.refuse("packet", "make", str(out), "--for", "Ben", *ways, status=2)
    blind = ("--all", "--blind", "--with-readings")
    assert "not both" in prompt.refuse("packet", "make", str(out), "--for", "Ben", *blind, status=2)
    assert not out.exists()


def test_what_somebody_was_asked_to_read(prompt: Prompt, article: str, out: Path) -> None:
    two, three = (out.with_name(f"{name}.packet.annotator") for name in ("two", "three"))
    assert "Nobody" in prompt.refuse("packet", "make", str(out), "--for", "Ben", "--assigned-to", "Ben")
    assert "Ben is new in this project.\n" in prompt("packet", "make", str(out), "--for", "Ben", "--all").stdout
    told = prompt.ask("packet", "make", str(two), "--for", "Ben", "--assigned-to", "Ben")
    assert (told["articles"], told["new_person"]) == (1, False)
    assert "is new" not in prompt("packet", "make", str(three), "--for", "Ben", "--all").stdout
    assert "no article to read" in prompt.refuse("packet", "make", str(out), "--for", "Ben", "--assigned-to", "Ana")


def test_articles_in_one_language(prompt: Prompt, article: str, out: Path) -> None:
    prompt("language", article, "id")
    assert prompt.ask("packet", "make", str(out), "--for", "Ben", "--language", "id")["articles"] == 1
    three = out.with_name("three.packet.annotator")
    assert "No article is left" in prompt.refuse("packet", "make", str(three), "--for", "Ben", "--language", "fi")


def test_what_stays_at_home_is_told(prompt: Prompt, article: str, out: Path) -> None:
    prompt("details", article, "--status", "withheld")
    assert "withheld" in prompt.refuse("packet", "make", str(out), "--for", "Ben", "--all")
    assert prompt.ask("packet", "make", str(out), "--for", "Ben", "--all", "--with-withheld")["articles"] == 1


def test_locking_needs_somebody_who_types(prompt: Prompt, article: str, out: Path) -> None:
    assert "passphrase" in prompt.refuse("packet", "make", str(out), "--for", "Ben", "--all", "--lock", status=2)
    assert article
