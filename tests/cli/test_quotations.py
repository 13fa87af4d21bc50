"""The quotations of an article, and what looks wrong about their marks, at a prompt."""

from tests.cli.conftest import Prompt

TEXT = "The clerk said “no” twice. “The fares\n\n“are safe,” she said. A guard said “stop and nobody did.\n"


def test_quotations_and_doubts_are_listed(prompt: Prompt) -> None:
    article = prompt.ask("load", "-", given=TEXT.encode())["loaded"][0]["id"]
    told = prompt.ask("quotations", article)
    assert (told["id"], told["language"]) == (article, "en")
    assert told["quotations"][0] == {
        "segments": [[15, 19]], "opener": "“", "closer": "”", "depth": 0, "text": "“no”",
    }  # fmt: skip
    assert told["quotations"][1]["text"] == "“The fares “are safe,”"
    assert [len(one["segments"]) for one in told["quotations"]] == [1, 2]
    at = TEXT.index("“stop")
    words = "The quotation that begins here is still open where the paragraph ends."
    assert told["doubts"] == [{"start": at, "end": at + 1, "mark": "“", "kind": "unclosed", "words": words}]
    lines = prompt("quotations", article).stdout.splitlines()
    assert lines[0].split() == ["15–19", "“no”"]
    assert lines[-2].strip() == f"{at}–{at + 1}  “  {words}"
    assert lines[-1] == "2 quotations, 1 suspicious mark."


def test_single_marks_are_said_not_to_be_checked(prompt: Prompt) -> None:
    article = prompt.ask("load", "-", given="The clerk said ‘no’ twice. He left.\n".encode())["loaded"][0]["id"]
    assert prompt("quotations", article).stdout.endswith(
        "1 quotation, no suspicious mark; single marks are not checked.\n"
    )


def test_an_article_without_marks_says_so(prompt: Prompt) -> None:
    article = prompt.ask("load", "-", given=b"The clerk said no. Nobody asked again.\n")["loaded"][0]["id"]
    assert prompt("quotations", article).stdout == "0 quotations, no suspicious mark.\n"
    assert prompt.ask("quotations", article)["quotations"] == []
    assert "no article" in prompt.refuse("quotations", "ffff").lower()
