"""Articles held against the rules, at a prompt."""

from tests.cli.conftest import Prompt


def test_what_is_to_be_put_right_is_listed_and_told_by_the_status(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    told = prompt.ask("check", article, status=1)
    (problem,) = told["articles"][0]["problems"]
    assert (problem["rule"], problem["severity"], problem["field"]) == ("quote_has_a_source", "hard", "attributed_to")
    assert (problem["start"], problem["end"], problem["text"]) == (14, 34, '"Harga beras turun."')
    assert (told["hard"], told["soft"], told["hold"]) == (1, 0, 0)
    lines = prompt("check", status=1).stdout.splitlines()
    assert lines[0].startswith(article)
    assert lines[1].split("  ")[1] == "put right"
    assert lines[1].endswith("Say whose words these are; somebody unnamed is a source, too.")
    assert lines[-1] == "1 problem to put right, 0 places to look at again."


def test_what_is_soft_does_not_fail(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "15", "33", "claim")
    told = prompt.ask("check")
    assert (told["hard"], told["soft"]) == (0, 1)


def test_an_article_without_problems_is_said_only_when_named(prompt: Prompt, article: str) -> None:
    assert prompt.ask("check")["articles"] == []
    (named,) = prompt.ask("check", article)["articles"]
    assert (named["problems"], named["undecided"]) == ([], 2)
    assert prompt("check").stdout == "0 problems to put right, 0 places to look at again.\n"
