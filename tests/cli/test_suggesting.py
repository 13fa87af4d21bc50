"""Suggestions at a prompt: listed, judged, and never saved."""

import pytest

from tests.cli.conftest import Prompt
from tests.core.learned.project import sentence

TEXT = "The minister denied the allegations on Monday. He had tea with the mayor."


def load(prompt: Prompt, text: str) -> str:
    key: str = prompt.ask("load", "-", given=text.encode())["loaded"][0]["id"]
    prompt("language", key, "en")
    return key


@pytest.fixture
def denial(prompt: Prompt) -> str:
    return load(prompt, TEXT)


def test_suggestions_say_what_and_why(prompt: Prompt, denial: str) -> None:
    (article,) = prompt.ask("suggest", denial)["articles"]
    found = next(one for one in article["suggestions"] if one["label"] == "denial")
    assert article["id"] == denial
    assert found["text"] == "The minister denied the allegations on Monday."
    assert found["segments"] == [[0, 46]]
    assert (found["suggester"], found["reason"]) == ("cues", "denies")
    assert found["evidence"] == [[13, 19]]
    assert found["cue"] == [13, 19]
    assert found["source"] == [0, 12]
    assert found["attributes"]["denial_form"] == "verb"
    lines = prompt("suggest", denial).stdout.splitlines()
    assert lines[0].startswith(denial)
    assert any("denial" in line and "0–46" in line and "“denied”" in line for line in lines)


def test_nothing_is_saved_and_what_is_decided_is_not_suggested(prompt: Prompt, denial: str) -> None:
    prompt("suggest")
    assert prompt.ask("show", denial)["annotations"] == []
    prompt("tag", denial, "0", "46", "denial")
    (article,) = prompt.ask("suggest", denial)["articles"]
    assert "denial" not in [one["label"] for one in article["suggestions"]]


def test_without_names_the_newest_articles_that_have_some_are_listed(prompt: Prompt, denial: str) -> None:
    load(prompt, "Rain fell here. It was wet.")
    assert [one["id"] for one in prompt.ask("suggest")["articles"]] == [denial]
    assert prompt.ask("suggest", "--limit", "1")["articles"] == []
    assert prompt("suggest", "--limit", "1").stdout.strip() == "Nothing is suggested."


def test_before_anything_is_decided_there_is_nothing_to_report(prompt: Prompt, denial: str) -> None:
    assert prompt.ask("suggest", "--report") == {"labels": []}
    assert "Nothing can be learned yet" in prompt("suggest", "--report").stdout
    (article,) = prompt.ask("suggest", "--order")["articles"]
    assert (article["id"], article["usefulness"], article["undecided"]) == (denial, 0.4, 2)
    prompt("mark", denial, "0", str(len(TEXT)))
    assert prompt("suggest", "--order").stdout.strip() == "Every sentence is decided."


def test_what_was_learned_is_judged_and_used(prompt: Prompt) -> None:
    for number in (1, 2):
        key = load(prompt, " ".join(sentence(number, at) for at in range(12)))
        sentences = prompt.ask("show", key)["sentences"]
        for one in sentences[::3]:
            prompt("tag", key, str(one["start"]), str(one["end"]), "denial")
        prompt("mark", key, "0", str(sentences[-1]["end"]))
    prompt("separate", key)
    (label,) = prompt.ask("suggest", "--report")["labels"]
    assert (label["label"], label["articles"], label["sentences"]) == ("denial", 2, 24)
    assert (label["learned"]["n"], label["too_few"], label["used"]) == (8, True, "cues")
    assert "too few to judge, 8 sentences of 24 in 2 articles; cues are used" in prompt("suggest", "--report").stdout
    fresh = load(prompt, TEXT)
    (article,) = prompt.ask("suggest", fresh, "--learned")["articles"]
    assert {one["suggester"] for one in article["suggestions"]} == {"cues"}


def test_an_article_that_is_not_there_is_told(prompt: Prompt, denial: str) -> None:
    assert "article" in prompt.refuse("suggest", "ffffffff")


def test_a_report_and_an_order_are_two_things(prompt: Prompt) -> None:
    assert "not both" in prompt.refuse("suggest", "--report", "--order", status=2)
