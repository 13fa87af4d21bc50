"""The gold reading at the prompt."""

from tests.cli.conftest import Prompt
from tests.cli.disputed_prompt import by_type, disputed


def test_how_each_span_got_there(prompt: Prompt) -> None:
    article = disputed(prompt)
    dispute = by_type(prompt)["label"]
    prompt("rule", dispute["id"], "one", "Ben", "--reason", "It denies")
    found = prompt.ask("gold", article)
    assert [(one["text"], one["label"], one["how"]) for one in found["spans"]] == [
        ("took the money", "claim", "agreed"),
        ("Nobody was hurt", "denial", "ruled"),
    ]
    assert found["spans"][0]["by"] == ["Ana", "Ben"]
    assert (found["spans"][1]["decided_by"], found["spans"][1]["reason"]) == ("Ana", "It denies")
    assert found["disputed"] == [by_type(prompt)["missed"]["id"]]
    lines = prompt("gold", article).stdout.splitlines()
    assert lines[0].endswith("agreed by Ana and Ben")
    assert lines[1].endswith("ruled by Ana (It denies)")
    assert lines[2].startswith("1 open dispute left out")


def test_nothing_is_handed_in(prompt: Prompt, article: str) -> None:
    assert prompt.ask("gold", article)["spans"] == []
    assert "submit" in prompt("gold", article).stderr
