"""Comments at a prompt: written, listed, settled."""

from tests.cli.conftest import Prompt


def test_comments_are_listed_in_threads(prompt: Prompt, article: str) -> None:
    prompt("people", "add", "Ben")
    tag = prompt.ask("tag", article, "0", "4", "claim")["id"]
    whole = prompt.ask("comment", article, "All of it @Ben?")["id"]
    prompt("comment", article, "Why?", "--annotation", tag[:30])
    stretch = prompt.ask("comment", article, "Here", "--at", "5", "12")
    answer = prompt.ask("comment", "--reply", stretch["id"], "There", "--annotator", "Ben")
    assert answer["thread"] == stretch["id"]
    found = prompt.ask("comments", article)["threads"]
    assert [(one["span"], one["annotation"]) for one in found] == [(None, None), ([0, 4], tag), ([5, 12], None)]
    assert found[0]["comments"][0]["mentions"] == ["Ben"]
    assert [(one["annotator"], one["words"]) for one in found[2]["comments"]] == [("Ana", "Here"), ("Ben", "There")]
    lines = prompt("comments", article).stdout.splitlines()
    assert lines[0] == "the whole article"
    assert whole in lines[1]


def test_threads_are_settled_and_opened_again(prompt: Prompt, article: str) -> None:
    first = prompt.ask("comment", article, "Why?")["id"]
    assert prompt.ask("comment", "--resolve", first) == {"resolved": first}
    assert prompt.ask("comments", article)["threads"][0]["resolved"]
    assert prompt.ask("comments", article, "--open")["threads"] == []
    prompt("comment", "--reopen", first)
    assert not prompt.ask("comments", article)["threads"][0]["resolved"]
    prompt("comment", "--remove", first)
    assert "Nobody has said anything" in prompt("comments", article).stderr
    assert prompt("undo").stdout == "Remove comment\n"


def test_protected_names_are_masked(prompt: Prompt, article: str) -> None:
    prompt("sources", "add", "Rina Wulandari", "--protected")
    prompt("comment", article, "Ask Rina Wulandari")
    assert "Rina" not in prompt("comments", article).stdout
    assert "Rina Wulandari" in prompt("comments", article, "--reveal").stdout


def test_wrong_calls_are_refused(prompt: Prompt, article: str) -> None:
    assert "in quotation marks" in prompt.refuse("comment", article, status=2)
    assert "Only one" in prompt.refuse("comment", "--reply", "1", "--resolve", "2", status=2)
    assert "Only one" in prompt.refuse("comment", article, "x", "--annotation", "1", "--at", "0", "1", status=2)
    assert "no words" in prompt.refuse("comment", "--resolve", "1", "words", status=2)
    assert "no comment" in prompt.refuse("comment", "--resolve", "1")
