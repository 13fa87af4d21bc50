"""audit."""

from pathlib import Path

from tests.cli.conftest import Prompt


def test_who_did_what_and_when(prompt: Prompt, article: str) -> None:
    tag = prompt("tag", article, "0", "4", "claim").stdout.strip()
    prompt("tag", article, "5", "12", "quote", "--annotator", "Ben")
    prompt("untag", tag)
    found = prompt.ask("audit", article)
    assert [(one["annotator"], one["title"]) for one in found["entries"]][:3] == [
        ("Ana", "Remove tag"), ("Ben", "Tag quote"), ("Ana", "Tag claim"),
    ]  # fmt: skip
    assert found["more"] is False
    assert [one["title"] for one in prompt.ask("audit", "--label", "claim")["entries"]] == ["Remove tag", "Tag claim"]
    assert [one["title"] for one in prompt.ask("audit", "--annotation", tag)["entries"]] == ["Remove tag", "Tag claim"]
    assert prompt.ask("audit", "--limit", "1")["more"] is True
    assert "Remove tag" in prompt("audit", "--person", "Ana").stdout
    assert "Nothing of that kind" in prompt("audit", "--until", "2020-01-01").stderr
    assert "Nobody called “Zoe”" in prompt.refuse("audit", "--person", "Zoe")
    assert "is no time" in prompt.refuse("audit", "--since", "yesterday")
    assert "no article “”" in prompt.refuse("audit", "")
    for empty in ("--annotation", "--label", "--person", "--since", "--until", "--as-of"):
        assert "“”" in prompt.refuse("audit", article, empty, "")
    assert "name of a file is empty" in prompt.refuse("audit", "--export", "", status=2)


def test_an_article_as_of_a_moment(prompt: Prompt, article: str) -> None:
    tag = prompt("tag", article, "0", "4", "claim").stdout.strip()
    number = prompt.ask("audit", article)["entries"][0]["number"]
    prompt("untag", tag)
    (was,) = prompt.ask("audit", article, "--as-of", str(number))["annotations"]
    assert (was["label"], was["text"], was["annotator"]) == ("claim", "Kata", "Ana")
    assert prompt.ask("audit", article, "--as-of", "2999-01-01")["annotations"] == []
    assert prompt.ask("audit", article, "--as-of", "2020-01-01") == {"number": None, "at": None, "annotations": []}
    assert "“Kata”" in prompt("audit", article, "--as-of", str(number)).stdout
    assert "needs an ARTICLE" in prompt("audit", "--as-of", "3", status=2).stderr


def test_the_journal_with_how_to_check_it(prompt: Prompt, article: str, tmp_path: Path) -> None:
    target = tmp_path / "journal.jsonl"
    told = prompt.ask("audit", "--export", str(target))
    assert told["entries"] == len(target.read_text("utf-8").splitlines()) - 1
    assert Path(told["description"]).name == "journal.how-to-check.md"
    assert "chain" in prompt("audit", "--export", str(target)).stdout
