"""What is known of an annotation, said at a prompt."""

import pytest

from tests.cli.conftest import Prompt


@pytest.fixture
def quote(prompt: Prompt, article: str) -> str:
    return prompt("tag", article, "14", "34", "quote").stdout.strip()


def test_fields_and_sources_are_said_and_taken_away(prompt: Prompt, article: str, quote: str) -> None:
    source = prompt("sources", "add", "Rina Hasan", "--alias", "Rina").stdout.strip()
    said = prompt.ask("set", quote, "quote_type=mixed", "attributed_to=rina", "negated_report=yes", "medium=speech")
    assert said["attributes"] == {"quote_type": "mixed", "negated_report": True, "medium": "speech"}
    assert said["sources"] == {"attributed_to": [source]}
    assert prompt.ask("check", article)["hard"] == 0
    (shown,) = prompt.ask("show", article)["annotations"]
    assert shown["attributes"] == said["attributes"]
    there = prompt.ask("set", quote[:30], "medium=", "attributed_to=")
    assert ("medium" in there["attributes"], there["sources"]) == (False, {})


def test_what_is_said_at_once_is_one_step(prompt: Prompt, article: str, quote: str) -> None:
    prompt("sources", "add", "Rina")
    before = prompt.ask("set", quote, "medium=writing")
    prompt("set", quote, "medium=speech", "attributed_to=Rina", "translated=yes", "addressed_to=Rina")
    assert prompt.ask("undo")["undone"] == "Change attributes"
    assert prompt.ask("set", quote, "medium=writing") == before


def test_several_sources_are_named_one_by_one(prompt: Prompt, quote: str) -> None:
    ids = [prompt("sources", "add", name).stdout.strip() for name in ("Ali", "Budi")]
    said = prompt.ask("set", quote, "addressed_to=Ali", "addressed_to=Budi")
    assert said["sources"]["addressed_to"] == ids
    assert "is one source; choose one" in prompt.refuse("set", quote, "attributed_to=Ali", "attributed_to=Budi")


@pytest.mark.parametrize(
    ("said", "told", "status"),
    [
        ("medium", "is not KEY=VALUE", 2),
        ("medium=radio", "it has speech, writing", 1),
        ("mediums=speech", "There is no attribute “mediums”", 1),
        ("mediums=", "There is no attribute “mediums”", 1),
        ("claim_kind=quantity", "There is no attribute “claim_kind” for “quote”", 1),
        ("attributed_to=Nobody", "There is no source “Nobody”", 1),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    prompt: Prompt, article: str, quote: str, said: str, told: str, status: int
) -> None:
    before = prompt.ask("show", article)["annotations"]
    assert told in prompt.refuse("set", quote, "negated_report=yes", said, status=status)
    assert prompt.ask("show", article)["annotations"] == before


def test_only_ones_own_can_be_described(prompt: Prompt, quote: str) -> None:
    assert "only Ana can change it" in prompt.refuse("set", quote, "medium=speech", "--annotator", "Budi")
