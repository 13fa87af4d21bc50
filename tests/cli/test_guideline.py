"""The guideline at a prompt."""

from tests.cli.conftest import Prompt
from tests.cli.disputed_prompt import by_type, disputed


def test_a_label_has_its_rule_in_the_language_that_is_asked(prompt: Prompt) -> None:
    for name in ("denial", "Denial"):
        assert "did not deny" in prompt("guideline", name).stdout
    assert "tidak menampik" in prompt("guideline", "denial", "--language", "id").stdout
    found = prompt.ask("guideline", "denial")
    assert (found["version"], found["languages"]) == (2, ["en", "id"])
    assert [(one["key"], one["own"]) for one in found["chapters"]] == [("denial", False)]


def test_all_of_it_begins_with_what_holds_for_all(prompt: Prompt) -> None:
    lines = prompt("guideline").stdout.splitlines()
    assert [line for line in lines if line.startswith("## ")][:2] == ["## In general", "## Claim (claim)"]


def test_what_is_not_there_is_said(prompt: Prompt) -> None:
    assert "There is no label “rumour”" in prompt.refuse("guideline", "rumour")
    assert "it is in en, id" in prompt.refuse("guideline", "--language", "fr")


def test_a_retired_label_still_has_its_rule(prompt: Prompt) -> None:
    prompt("labels", "merge", "denial", "claim")
    assert "did not deny" in prompt("guideline", "denial").stdout
    assert "(denial)" not in prompt("guideline").stdout


def test_cases_that_came_from_disputes(prompt: Prompt) -> None:
    disputed(prompt)
    dispute = by_type(prompt)["label"]
    prompt("rule", dispute["id"], "one", "Ben", "--reason", "It denies", "--case", "Negatives")
    (case,) = prompt.ask("guideline", "denial")["cases"]
    assert (case["number"], case["title"], case["held"]) == (1, "Negatives", [["denial", "Nobody was hurt"]])
    assert "[Case 1](case:1): Negatives." in prompt("guideline", "denial").stdout
    assert prompt.ask("guideline", "quote")["cases"] == []
