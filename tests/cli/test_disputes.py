"""Disputes are listed and settled at the prompt."""

import pytest

from tests.cli.conftest import Prompt
from tests.cli.disputed_prompt import TEXT, by_type, disputed, work


@pytest.fixture
def there(prompt: Prompt) -> Prompt:
    disputed(prompt)
    return prompt


def test_what_differs(there: Prompt) -> None:
    found = by_type(there)
    assert set(found) == {"missed", "label"}
    label = found["label"]
    assert label["labels"] == ["claim", "denial"]
    assert label["status"] == "open"
    assert [side["annotator"] for side in label["sides"]] == ["Ana", "Ben"]
    assert [side["annotations"][0]["text"] for side in label["sides"]] == ["Nobody was hurt"] * 2
    assert found["missed"]["sides"][1]["annotations"] == []
    assert (label["ruling"], label["former"]) == (None, None)


def test_filters(there: Prompt) -> None:
    assert set(by_type(there, "--type", "missed")) == {"missed"}
    assert set(by_type(there, "--label", "denial")) == {"label"}
    assert by_type(there, "--settled") == {}
    article = by_type(there)["label"]["article"]
    assert set(by_type(there, article)) == {"missed", "label"}
    assert "no label" in there.refuse("disputes", "--label", "rumour")


def test_each_verdict(there: Prompt) -> None:
    found = by_type(there)
    missed, label = found["missed"]["id"], found["label"]["id"]
    one = there.ask("rule", label, "one", "Ben", "--reason", "It denies a report", "--case", "No one was hurt")
    assert (one["verdict"], one["for"], one["case"], one["annotator"]) == ("one", "Ben", 1, "Ana")
    assert one["keeps"] == [found["label"]["sides"][1]["annotations"][0]["id"]]
    assert there.ask("rule", missed, "neither")["keeps"] == []
    assert by_type(there) == {}
    assert set(by_type(there, "--settled")) == {"missed", "label"}
    assert len(there.ask("rule", label, "both")["keeps"]) == 2
    start = TEXT.index("Nobody")
    new = there.ask("rule", label, "new", str(start), str(start + 6), "quote", "--segment", "0", "9")
    assert (new["label"], new["segments"]) == ("quote", [[0, 9], [start, start + 6]])
    assert by_type(there, "--all")["label"]["ruling"]["id"] == new["id"]
    there("undo")
    assert by_type(there, "--all")["label"]["ruling"]["verdict"] == "both"


def test_wrong_calls(there: Prompt) -> None:
    dispute = by_type(there)["label"]["id"]
    for wrong in (["one"], ["both", "Ana"], ["new", "3"], ["new", "a", "b", "claim"], ["both", "--segment", "1", "2"]):
        there.refuse("rule", dispute, *wrong, status=2)
    assert "Zoe" in there.refuse("rule", dispute, "one", "Zoe")
    for title in ("", " "):
        assert "needs a title" in there.refuse("rule", dispute, "both", "--case", title, status=2)
    assert "helper mark" in there.refuse("rule", dispute, "new", "0", "3", "source_mention")
    assert "no annotation" in there.refuse("rule", by_type(there)["label"]["article"][:8] + "0" * 24, "both")


def test_nothing_to_list(prompt: Prompt) -> None:
    assert "handed in" in prompt("disputes").stderr


def test_who_looks_reads_independently_no_more(there: Prompt) -> None:
    article = by_type(there)["label"]["article"]
    there("people", "add", "Cleo")
    work(there.project, "Cleo", "disputes")
    work(there.project, "Cleo", "submit", article, "--despite")
    assert there.ask("agreement")["annotators"] == ["Ana", "Ben"]
