"""selfcheck."""

from tests.cli.conftest import Prompt


def test_one_s_own_figures(prompt: Prompt, article: str) -> None:
    assert "Nothing has been answered" in prompt("selfcheck").stdout
    prompt("tag", article, "0", "4", "claim")
    assert "old enough" in prompt("selfcheck", "--take", "50").stdout
    told = prompt.ask("selfcheck", "--take", "100", "--after", "0")
    assert (told["taken"], told["due"], told["overall"]["n"]) == (1, 1, 0)
    assert told["overall"]["few"] is True
    assert set(told["labels"]) == {"claim", "denial", "quote"}
    assert "1 sentence to decide on once more" in prompt("selfcheck").stdout
