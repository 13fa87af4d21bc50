"""Assigning articles at a prompt, and what a blind reader sees there."""

from tests.cli.conftest import Prompt


def load(prompt: Prompt, number: int) -> list[str]:
    texts = [f"Kota {at} membantah kabar itu. Harga beras {at} turun lagi.".encode() for at in range(number)]
    return [prompt.ask("load", "-", given=text)["loaded"][0]["id"] for text in texts]


def test_articles_are_given_by_name(prompt: Prompt) -> None:
    first, second = load(prompt, 2)
    prompt("people", "add", "Ben")
    told = prompt.ask("assign", first[:20], second, "--to", "Ben")
    assert [one["article"] for one in told["assigned"]] == [first, second]
    assert (told["blind"], told["passed_over"], told["seed"]) == (True, 0, None)
    listed = prompt.ask("assign", "--list")["assignments"]
    assert {(one["article"], one["annotator"], one["assigned_by"], one["blind"], one["state"]) for one in listed} == {
        (first, "Ben", "Ana", True, "open"),
        (second, "Ben", "Ana", True, "open"),
    }
    assert "Ben  blind, unread" in prompt("assign", "--list").stdout


def test_a_share_is_drawn_again_by_its_seed(prompt: Prompt) -> None:
    load(prompt, 5)
    prompt("people", "add", "Ben")
    lines = prompt("assign", "--share", "40%", "--to", "Ben", "--open").stdout.splitlines()
    assert len(lines) == 3
    seed = lines[-1].split()[-1]
    assert prompt.ask("assign", "--share", "40", "--to", "Ben", "--seed", seed)["assigned"] != []
    prompt("people", "add", "Can")
    again = prompt("assign", "--random", "2", "--to", "Can", "--seed", seed).stdout.splitlines()
    assert [line.split()[0] for line in again] == [line.split()[0] for line in lines[:2]] + ["drawn"]


def test_what_was_begun_stays(prompt: Prompt) -> None:
    first, second = load(prompt, 2)
    prompt("people", "add", "Ben")
    prompt("assign", first, second, "--to", "Ben")
    prompt("tag", first, "0", "4", "claim", "--annotator", "Ben")
    assert prompt.ask("assign", first, second, "--to", "Ben", "--remove") == {"removed": 1}
    (left,) = prompt.ask("assign", "--list")["assignments"]
    assert (left["article"], left["begun"]) == (first, True)


def test_those_who_worked_on_it_are_passed_over(prompt: Prompt) -> None:
    (first,) = load(prompt, 1)
    prompt("tag", first, "0", "4", "claim")
    assert prompt.ask("assign", first, "--to", "Ana")["passed_over"] == 1
    assert "Nothing to assign" in prompt("assign", first, "--to", "Ana").stderr
    assert len(prompt.ask("assign", first, "--to", "Ana", "--again")["assigned"]) == 1


def test_several_people_in_turn_and_those_the_suggester_is_unsure_of(prompt: Prompt) -> None:
    load(prompt, 4)
    for name in ("Ben", "Can"):
        prompt("people", "add", name)
    told = prompt.ask("assign", "--unsure", "4", "--to", "Ben, Can", "--in-turn")["assigned"]
    assert sorted(one["annotator"] for one in told) == ["Ben", "Ben", "Can", "Can"]


def test_wrong_calls_are_refused(prompt: Prompt) -> None:
    (first,) = load(prompt, 1)
    assert "--to" in prompt.refuse("assign", first, status=2)
    assert "Name articles" in prompt.refuse("assign", "--to", "Ana", status=2)
    assert "Name articles" in prompt.refuse("assign", first, "--random", "3", "--to", "Ana", status=2)
    assert "number of percent" in prompt.refuse("assign", "--share", "many", "--to", "Ana", status=2)
    assert "no annotator called" in prompt.refuse("assign", first, "--to", "Zoe")


def test_a_blind_reader_sees_nothing_of_it_at_the_prompt(prompt: Prompt) -> None:
    (first,) = load(prompt, 1)
    made = prompt.ask("tag", first, "0", "4", "claim", "--note", "zanzibar")["id"]
    prompt("people", "add", "Ben")
    prompt("assign", first, "--to", "Ben")
    assert prompt.ask("show", first, "--annotator", "Ben")["annotations"] == []
    assert prompt.ask("search", "zanzibar", "--annotator", "Ben")["hits"] == []
    assert made not in prompt("history", first, "--annotator", "Ben").stdout
    assert "There is no annotation" in prompt.refuse("note", made, "x", "--annotator", "Ben")
    prompt("submit", first, "--despite", "--annotator", "Ben")
    assert len(prompt.ask("show", first, "--annotator", "Ben")["annotations"]) == 1


def test_what_is_shown_is_noted(prompt: Prompt) -> None:
    (first,) = load(prompt, 1)
    prompt("tag", first, "0", "4", "claim")
    prompt("people", "add", "Ben")
    prompt("show", first, "--annotator", "Ben")
    prompt("submit", first, "--despite")
    prompt("submit", first, "--despite", "--annotator", "Ben")
    told = prompt.ask("agreement")
    assert told["articles"] == 0  # Ben had seen what Ana did
