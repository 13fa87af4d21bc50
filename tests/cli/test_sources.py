"""Sources at a prompt, and protected ones under their numbers."""

import pytest

from tests.cli.conftest import Prompt


@pytest.fixture
def ids(prompt: Prompt) -> dict[str, str]:
    made = {}
    for name, more in (("Tira Wulandani", ("--alias", "Kenari", "--kind", "person")), ("Bela", ()), ("Мария", ())):
        made[name] = prompt.ask("sources", "add", name, *more)["id"]
    return made


def names(prompt: Prompt, *arguments: str) -> list[str]:
    return [source["name"] for source in prompt.ask("sources", "list", *arguments)["sources"]]


def test_sources_are_made_and_listed(prompt: Prompt, ids: dict[str, str]) -> None:
    assert names(prompt) == ["Bela", "Tira Wulandani", "Мария"]
    assert names(prompt, "mari") == ["Мария"]
    assert prompt("sources").stdout.splitlines()[0].startswith(ids["Bela"])
    assert prompt("sources", "add", "Cora").stdout.strip() in {one["id"] for one in prompt.ask("sources")["sources"]}
    assert "no kind" not in prompt.refuse("sources", "add", "D", "--kind", "ghost", status=2)


def test_all_that_one_said(prompt: Prompt, ids: dict[str, str], article: str) -> None:
    prompt("details", article, "--published-at", "2025-07-04", "--outlet", "Daily")
    shown = prompt.ask("sources", "show", "kenari")
    assert shown["source"]["name"] == "Tira Wulandani"
    assert shown["statements"] == []
    assert "nothing yet" in prompt("sources", "show", ids["Bela"]).stdout


def test_a_source_is_renamed_once(prompt: Prompt, ids: dict[str, str]) -> None:
    changed = prompt.ask(
        "sources", "rename", "bela", "Bela Ostrova", "--keep-old", "--alias", "B.O.", "--role", "media"
    )
    assert (changed["name"], changed["aliases"], changed["role"]) == ("Bela Ostrova", ["Bela", "B.O."], "media")
    assert "Say what" in prompt.refuse("sources", "rename", "bela", status=2)


def test_several_become_one(prompt: Prompt, ids: dict[str, str]) -> None:
    merged = prompt.ask("sources", "merge", "Tira Wulandani", "Bela", ids["Мария"])
    assert merged["aliases"] == ["Kenari", "Bela", "Мария"]
    assert names(prompt) == ["Tira Wulandani"]
    prompt("undo")
    assert len(names(prompt)) == 3


def test_protected_names_are_shown_only_when_asked_for(prompt: Prompt, ids: dict[str, str]) -> None:
    prompt("sources", "add", "Wulandani’s friend", "--note", "calls her Wulandani")
    told = prompt("sources", "protect", "kenari").stdout
    assert "Protected source 1" in told
    everything = told + prompt("sources").stdout + prompt("sources", "show", "kenari").stdout
    everything += prompt("sources", "list", "wulan").stdout + str(prompt.ask("sources"))
    assert "ulandani" not in everything
    assert "enari" not in everything
    assert "Tira Wulandani / Kenari" in prompt("sources", "list", "--reveal").stdout
    assert prompt.ask("sources", "show", "protected source 1", "--reveal")["source"]["aliases"] == ["Kenari"]
    assert "████" in prompt.refuse("sources", "show", "Tira Wulandanix Kenari")
    prompt("sources", "protect", "kenari", "--off")
    assert "Tira Wulandani" in names(prompt)


def test_a_hidden_name_is_not_told_by_its_place(prompt: Prompt) -> None:
    for name in ("Anna", "Mila", "Zoe", *(f"Hidden {letter}" for letter in "ABCDEFGHIJK")):
        prompt("sources", "add", name, *(["--protected"] if name.startswith("Hidden") or name == "Anna" else []))
    numbered = [f"Protected source {number}" for number in range(1, 13)]
    assert names(prompt) == ["Mila", *numbered, "Zoe"]
    assert names(prompt, "--reveal")[0] == "Anna"


def test_that_there_is_none_is_said_beside_the_list(prompt: Prompt) -> None:
    empty = prompt("sources")
    assert (empty.stdout, "no sources yet" in empty.stderr) == ("", True)
    prompt("sources", "add", "Bela")
    none = prompt("sources", "list", "Cora", "Lind")
    assert (none.stdout, none.stderr) == ("", "No source fits “Cora Lind”.\n")
    assert prompt("sources", "list", "bela").stderr == ""
    told = prompt("sources", "list", "Cora", "--json")
    assert (told.stdout, told.stderr) == ('{"sources":[]}\n', "")


def test_only_what_nothing_names_goes(prompt: Prompt, ids: dict[str, str]) -> None:
    assert prompt.ask("sources", "remove", "bela", "мария")["removed"] == [ids["Bela"], ids["Мария"]]
    assert names(prompt) == ["Tira Wulandani"]
    assert "no source “bela”" in prompt.refuse("sources", "remove", "bela")
