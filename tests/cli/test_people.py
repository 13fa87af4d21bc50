"""The people of a project at a prompt."""

from tests.cli.conftest import Prompt


def test_who_there_is(prompt: Prompt, article: str) -> None:
    (ana,) = prompt.ask("people")["people"]
    assert (ana["name"], ana["initials"], ana["role"], ana["you"]) == ("Ana", "A", "annotator", True)
    assert prompt("people").stdout == "A  annotator  Ana  (you)\n"


def test_somebody_new_and_what_is_known_of_them(prompt: Prompt, article: str) -> None:
    added = prompt.ask("people", "add", "Ben Li", "--role", "reviewer", "--initials", "bl", "--color", "rose")
    assert [one["name"] for one in added["people"]] == ["Ana", "Ben Li"]
    assert [added["people"][1][key] for key in ("initials", "role", "color")] == ["bl", "reviewer", "rose"]
    changed = prompt.ask("people", "set", "Ben Li", "--name", "Benedikt", "--initials", "", "--role", "lead")
    assert [changed["people"][1][key] for key in ("name", "initials", "role", "color")] == [
        "Benedikt", "B", "lead", "rose",
    ]  # fmt: skip
    assert prompt.ask("people", "set", "Benedikt", "--color", "usual")["people"][1]["role"] == "lead"


def test_what_cannot_be(prompt: Prompt, article: str) -> None:
    assert "Ana" in prompt.refuse("people", "add", " Ana ")
    assert "Nobody" in prompt.refuse("people", "set", "Eve", "--role", "lead")
    prompt.refuse("people", "set", "Ana", "--role", "owner", status=2)


def test_a_look_adds_nobody(prompt: Prompt) -> None:
    assert prompt.ask("people") == {"people": []}
    assert "Nobody has worked" in prompt("people").stderr
