"""Handing in at a prompt: what is missing is told, and what is handed in stays closed."""

from uuid import uuid4

from tests.cli.conftest import Prompt


def states(prompt: Prompt, *options: str) -> dict[str, str]:
    return {one["id"]: one["state"] for one in prompt.ask("list", *options)["articles"]}


def test_from_the_first_tag_to_the_next_version(prompt: Prompt, article: str) -> None:
    assert states(prompt) == {article: "unread"}
    prompt("tag", article, "0", "4", "claim")
    assert states(prompt) == {article: "in_progress"}
    (told,) = prompt.ask("submit", article)["articles"]
    assert (told["state"], told["version"], told["refused"], told["undecided"]) == ("submitted", 1, None, 1)
    assert states(prompt, "--state", "submitted") == {article: "submitted"}
    assert states(prompt, "--state", "returned") == {}
    assert "handed in" in prompt("list").stdout
    assert "handed this article in" in prompt.refuse("tag", article, "5", "9", "claim")
    assert "handed this article in" in prompt.refuse("undo")
    (back,) = prompt.ask("submit", "--take-back", article, "--reason", "one more")["articles"]
    assert back["state"] == "in_progress"
    prompt("tag", article, "5", "9", "claim")


def test_a_hard_rule_stands_against_it(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    (told,) = prompt.ask("submit", article, status=1)["articles"]
    assert (told["state"], told["submission"]) == ("in_progress", None)
    assert told["refused"] == "1 thing to put right first"
    assert [one["rule"] for one in told["problems"] if one["severity"] == "hard"] == ["quote_has_a_source"]
    assert "refused: 1 thing to put right first" in prompt("submit", article, status=1).stdout
    assert prompt.ask("submit", article, "--despite")["articles"][0]["state"] == "submitted"


def test_all_that_is_begun(prompt: Prompt, article: str) -> None:
    other = prompt.ask("load", "-", given=b"Another article about rice.")["loaded"][0]["id"]
    unread = prompt.ask("load", "-", given=b"Nobody has read this one yet.")["loaded"][0]["id"]
    for one in (article, other):
        prompt("tag", one, "0", "4", "claim")
    assert prompt("submit", "--all").stdout.splitlines()[-1] == "2 articles handed in."
    assert states(prompt) == {article: "submitted", other: "submitted", unread: "unread"}
    assert prompt("submit", "--all").stdout == "0 articles handed in.\n"


def test_nothing_is_taken_up_again_that_is_not_approved(prompt: Prompt, article: str) -> None:
    (told,) = prompt.ask("submit", "--new-version", article, "--reason", "x", status=1)["articles"]
    assert "not approved" in told["refused"]
    (told,) = prompt.ask("submit", "--take-back", article, status=1)["articles"]
    assert "nothing to take back" in told["refused"]


def test_a_new_version_is_told(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "0", "4", "claim")
    prompt("submit", article)
    prompt("--annotator", "Ben", "review", "approve", article)
    last = prompt("submit", "--new-version", article, "--reason", "x").stdout.splitlines()[-1]
    assert last == "A new version is begun."


def test_wrong_calls(prompt: Prompt, article: str) -> None:
    prompt.refuse("submit", status=2)
    prompt.refuse("submit", article, "--all", status=2)
    prompt.refuse("submit", article, "--take-back", "--new-version", status=2)
    assert "There is no article" in prompt.refuse("submit", uuid4().hex)
