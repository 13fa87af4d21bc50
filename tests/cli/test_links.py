"""link, unlink and links."""

import pytest

from tests.cli.conftest import Prompt


@pytest.fixture
def ends(prompt: Prompt, article: str) -> tuple[str, str]:
    """A denial and a claim of another article."""
    other = prompt.ask("load", "-", given=b"The mayor took the money.")["loaded"][0]["id"]
    denial = prompt("tag", article, "37", "56", "denial").stdout.strip()
    return denial, prompt("tag", other, "0", "25", "claim").stdout.strip()


def test_a_link_is_made_listed_from_both_ends_and_taken_away(prompt: Prompt, ends: tuple[str, str]) -> None:
    denial, claim = ends
    made = prompt.ask("link", denial, "denies", claim)
    assert (made["kind"], made["from"], made["to"]) == ("denies", denial, claim)
    assert prompt("link", denial, "denies", claim).stdout.strip() == made["id"]
    (seen,) = prompt.ask("links", denial)["links"]
    assert (seen["title"], seen["text"], seen["sentence"]) == ("denies", "The mayor took the money.", 0)
    (back,) = prompt.ask("links", claim)["links"]
    assert (back["title"], back["text"]) == ("denied by", "Pedagang membantah.")
    assert "denied by  “Pedagang membantah.”" in prompt("links", claim).stdout
    assert prompt.ask("unlink", denial, claim) == {"removed": [made["id"]]}
    assert prompt.ask("links", denial, claim) == {"links": []}
    assert "Nothing is linked" in prompt("links", denial).stderr


def test_only_links_of_one_kind_are_taken_away_when_it_is_named(prompt: Prompt, ends: tuple[str, str]) -> None:
    denial, claim = ends
    for kind in ("denies", "responds_to"):
        prompt("link", denial, kind, claim)
    assert len(prompt.ask("unlink", denial, "--kind", "responds_to")["removed"]) == 1
    assert [one["kind"] for one in prompt.ask("links", denial)["links"]] == ["denies"]
    assert "no such link" in prompt.refuse("unlink", denial, "--kind", "same_as")


def test_what_the_label_set_forbids_is_said(prompt: Prompt, ends: tuple[str, str]) -> None:
    denial, claim = ends
    assert "goes out from a denial, not a claim" in prompt.refuse("link", claim, "denies", denial)
    assert "There is no relation “rebuts”" in prompt.refuse("link", denial, "rebuts", claim)
    assert "Ana" in prompt.refuse("link", denial, "denies", claim, "--annotator", "Budi")
