"""Places are found at a prompt, and tagged all at once."""

import pytest

from tests.cli.conftest import Prompt

RICE = "Harga beras naik\n\nMenteri membantah. Rina tidak membantah: harga naik.\n"
FERRY = "Feri baru\n\nDermaga dibuka; wali kota membantah.\n"


@pytest.fixture
def two(prompt: Prompt) -> list[str]:
    return [prompt.ask("load", "-", given=text.encode())["loaded"][0]["id"] for text in (RICE, FERRY)]


def test_places_are_listed_and_nothing_is_changed(prompt: Prompt, two: list[str]) -> None:
    answer = prompt.ask("find", "--regex", r"\w+ membantah", "--extent", "exact")
    assert [(one["id"], one["text"], one["standing"]) for one in answer["places"]] == [
        (two[1], "kota membantah", "ready"),
        (two[0], "Menteri membantah", "ready"),
        (two[0], "tidak membantah", "ready"),
    ]
    assert (answer["tagged"], answer["more"]) == (0, False)
    assert prompt.ask("find", "membantah", "--tag", "denial", "--dry-run")["tagged"] == 0
    assert "Would tag 3 with “denial”." in prompt("find", "membantah", "--tag", "denial", "--dry-run").stdout
    assert prompt.ask("show", two[0])["annotations"] == []


def test_they_are_tagged_as_one_step(prompt: Prompt, two: list[str]) -> None:
    told = prompt("find", "membantah", "--tag", "denial", "--set", "denial_scope=partial").stdout
    assert "Tagged 3 with “denial”; “undo” takes all of it back." in told
    made = prompt.ask("show", two[0])["annotations"]
    assert [one["text"] for one in made] == ["Menteri membantah.", "Rina tidak membantah: harga naik."]
    again = prompt("find", "membantah", "--tag", "denial").stdout
    assert again.count("(tagged)") == 3
    assert "Tagged none." in again
    prompt("undo")
    assert prompt.ask("show", two[0])["annotations"] == []


def test_filters_and_limits_hold(prompt: Prompt, two: list[str]) -> None:
    assert "There are more than these 1; see --limit." in prompt("find", "membantah", "--limit", "1").stdout
    assert prompt("find", "membantah", "--to", "1999-01-01").stdout == "Nothing was found.\n"


def test_what_cannot_be_done_is_said(prompt: Prompt, two: list[str]) -> None:
    assert "not closed" in prompt.refuse("find", "--regex", "(a")
    assert "no label “tiada”" in prompt.refuse("find", "a", "--tag", "tiada")
    assert "no value “loud”" in prompt.refuse("find", "membantah", "--tag", "denial", "--set", "denial_scope=loud")
    assert "is not KEY=VALUE" in prompt.refuse("find", "a", "--tag", "denial", "--set", "denial_scope", status=2)
    assert "what --tag tags" in prompt.refuse("find", "a", "--set", "denial_scope=partial", status=2)
    loud = ("find", "membantah", "--tag", "denial", "--set", "denial_scope=loud", "--dry-run")
    assert "no value “loud”" in prompt.refuse(*loud)


def test_who_only_looks_is_not_added_to_the_project(prompt: Prompt, two: list[str]) -> None:
    said = ("--json", "--annotator", "Budi")
    prompt("find", "membantah", *said)
    prompt("find", "membantah", "--tag", "denial", "--dry-run", *said)
    assert "no annotator called “Budi”" in prompt.refuse("find", "membantah", "--by", "Budi")
    prompt("find", "membantah", "--tag", "denial", *said)
    assert prompt.ask("find", "membantah", "--by", "Budi")["places"]
