"""What was found out about an article can be corrected at a prompt."""

from tests.cli.conftest import Prompt


def test_the_language_is_told_chosen_and_detected_again(prompt: Prompt, article: str) -> None:
    detected = prompt.ask("language", article)
    chosen = prompt.ask("language", article, "ms")
    assert chosen == {
        "id": article, "language": "ms", "language_confidence": None, "also_in": [], "language_by_hand": True,
    }  # fmt: skip
    assert "chosen by hand" in prompt("language", article).stdout
    assert prompt.ask("language", article, "--detect") == detected
    for unknown in ("Indonesian", "qq", "ID"):
        assert "“annotator languages” lists" in prompt.refuse("language", article, unknown, status=2)
    assert prompt.ask("language", article, "unknown")["language"] == "unknown"
    assert "not both" in prompt.refuse("language", article, "id", "--detect", status=2)


def test_furniture_and_back(prompt: Prompt, article: str) -> None:
    assert prompt.ask("furniture", article, "35", "56") == {"id": article, "furniture": True}
    assert prompt.ask("show", article)["furniture"] == [[35, 56]]
    assert prompt("furniture", article, "35", "56").stdout == "35–56 is article text now.\n"
    assert prompt.ask("show", article)["furniture"] == []


def test_sentences_are_split_and_joined(prompt: Prompt, article: str) -> None:
    assert prompt.ask("split", article, "14") == {"id": article, "sentences": 3}
    assert prompt.ask("join", article, "0")["sentences"] == 2
    assert prompt("join", article, "0").stdout == "The article has 1 sentence now.\n"
    assert "no sentence after this one" in prompt.refuse("join", article, "0")
