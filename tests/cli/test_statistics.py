"""Figures of a project at a prompt."""

import pytest

from annotator.core.figures import Subject
from tests.cli.conftest import Prompt

ARTICLE = "Harga beras naik\n\n“Stok kami cukup,” kata Rina Wati. Pedagang membantah.\n"


@pytest.fixture
def article(prompt: Prompt) -> str:
    key: str = prompt.ask("load", "-", given=ARTICLE.encode())["loaded"][0]["id"]
    for start, end, label in (("18", "36", "quote"), ("19", "34", "claim"), ("53", "72", "denial")):
        prompt("tag", key, start, end, label)
    return key


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("subject", list(Subject))
def test_everything_is_counted_in_json_and_in_lines(prompt: Prompt, subject: Subject) -> None:
    told = prompt.ask("statistics", "--by", subject.value)
    assert told["total"] == sum(sum(row["numbers"]) for row in told["rows"])
    lines = prompt("statistics", "--by", subject.value).stdout.splitlines()
    if told["rows"]:
        assert f"{told['total']:>8,}  together" in lines
    else:
        assert lines == ["There is nothing to count yet."]


@pytest.mark.usefixtures("article")
def test_labels_are_told_by_their_titles(prompt: Prompt) -> None:
    assert [row["title"] for row in prompt.ask("statistics")["rows"]] == ["Claim", "Denial", "Quote"]
    told = prompt.ask("statistics", "--by", "coverage")
    assert told["articles"]["begun"] + told["articles"]["done"] == 1
    assert prompt.ask("statistics", "--by", "time")["median_seconds"] >= 0


def test_what_each_number_counts_is_told_by_its_title_and_in_json_by_its_key(prompt: Prompt, article: str) -> None:
    prompt("details", article, "--outlet", "Daily")
    (first, _) = prompt("statistics", "--by", "outlets").stdout.splitlines()
    assert first.split(None, 1) == ["3", "Daily (1 Claim, 1 Denial, 1 Quote)"]
    assert prompt.ask("statistics", "--by", "outlets")["columns"] == ["claim", "denial", "quote"]
