"""review and what stands behind it."""

from uuid import UUID, uuid4

import pytest

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.projects import open_project
from annotator.operations.readings import put_submission
from annotator.operations.sources import add_source
from tests.cli.conftest import Prompt

TEXT = "The mayor took the money.\n\nShe denies it. The case goes on."


@pytest.fixture
def handed_in(prompt: Prompt) -> tuple[str, list[str]]:
    """An article that Rina has handed in, with a claim and a denial; Ana is at the prompt."""
    article: str = prompt.ask("load", "-", given=TEXT.encode())["loaded"][0]["id"]
    workspace = open_project(str(prompt.project), uuid4())
    rina = find_or_add_annotator(workspace, "Rina")
    add_source(workspace, "Vera Lund", rina)
    made = [
        annotations.add_annotation(workspace, UUID(article), [span], label, rina)
        for span, label in ((Span(0, 25), "claim"), (Span(27, 41), "denial"))
    ]
    with workspace.edit("Hand in", rina, undoable=False) as session:
        put_submission(session, UUID(article), rina)
    workspace.close()
    return article, [str(one.id) for one in made]


def test_the_queue_tells_what_waits_and_filters_it(prompt: Prompt, handed_in: tuple[str, list[str]]) -> None:
    article, _ = handed_in
    (entry,) = prompt.ask("review")["queue"]
    assert (entry["article"], entry["annotator"], entry["state"]) == (article, "Rina", "submitted")
    assert (entry["annotations"], entry["labels"]) == (2, {"claim": 1, "denial": 1})
    for wanted in (["--annotator-of", "Rina"], ["--label", "claim"], ["--state", "all"], ["mayor"]):
        assert len(prompt.ask("review", "queue", *wanted)["queue"]) == 1
    for unwanted in (["--annotator-of", "Ana"], ["--label", "quote"], ["--state", "approved"], ["--unsure"], ["x"]):
        assert prompt.ask("review", "queue", *unwanted)["queue"] == []
    assert "has claim, denial, quote" in prompt.refuse("review", "queue", "--label", "nope")
    assert "“nobody”" in prompt.refuse("review", "queue", "--annotator-of", "nobody")
    assert "2 annotations" in prompt("review", "queue").stdout
    assert "Nothing waits" in prompt("review", "queue", "--flagged").stderr
    assert prompt.ask("--annotator", "Rina", "review")["queue"] == []


def test_annotations_and_then_the_reading_are_approved(prompt: Prompt, handed_in: tuple[str, list[str]]) -> None:
    article, (claim, denial) = handed_in
    assert prompt.ask("review", "approve", claim) == {"annotations": [claim], "readings": []}
    assert "approved already" in prompt("review", "approve", claim).stderr
    done = prompt.ask("review", "approve", article)
    assert done["readings"] == [{"article": article, "annotator": "Rina", "annotations": 1}]
    shown = prompt.ask("review", "show", article)
    assert (shown["state"], [one["standing"] for one in shown["annotations"]]) == ("approved", ["approved"] * 2)
    assert "reopen" in prompt.refuse("review", "return", denial, "--reason", "x")
    assert prompt.ask("review", "reopen", article)["state"] == "submitted"


def test_what_is_returned_needs_a_reason_in_words_or_by_its_number(
    prompt: Prompt, handed_in: tuple[str, list[str]]
) -> None:
    article, (claim, denial) = handed_in
    assert "Say why" in prompt.refuse("review", "return", claim)
    assert "no reason 0" in prompt.refuse("review", "return", claim, "--reason", "0")
    assert "no reason 99" in prompt.refuse("review", "return", claim, "--reason", "99")
    told = prompt.ask("review", "return", claim, "--reason", "2")
    assert (told["annotations"], told["reason"]) == ([claim], "Another label fits better.")
    assert "returned" in prompt.refuse("review", "approve", article)
    prompt("review", "return", article, "--reason", "See the claim.")
    shown = prompt.ask("review", "show", article, "--of", "Rina")
    assert (shown["state"], shown["reason"]) == ("returned", "See the claim.")
    assert [(one["standing"], one["reviewer"]) for one in shown["annotations"]] == [
        ("returned", "Ana"),
        ("waiting", ""),
    ]
    assert "“She denies it.”  waiting" in prompt("review", "show", article).stdout
    assert denial in prompt("review", "show", article).stdout


def test_an_annotation_is_corrected_and_stays(prompt: Prompt, handed_in: tuple[str, list[str]]) -> None:
    article, (claim, denial) = handed_in
    made = prompt.ask(
        "review", "correct", claim, "--start", "4", "--set", "accuses=named_person", "--set", "attributed_to=Vera Lund",
        "--reason", "1",
    )  # fmt: skip
    assert (made["corrects"], made["text"], made["attributes"]) == (
        claim,
        "mayor took the money.",
        {"accuses": "named_person"},
    )
    assert (made["annotator"], made["origin"]) == ("Ana", "corrected")
    first = prompt.ask("review", "show", article)["annotations"][0]
    assert (first["id"], first["standing"], first["reason"]) == (
        claim,
        "corrected",
        "The stretch is too long or too short.",
    )
    assert first["correction"]["id"] == made["id"]
    assert made["id"] in prompt("review", "show", article).stdout
    assert "Nothing is otherwise" in prompt.refuse("review", "correct", denial, "--label", "denial")
    assert "not KEY=VALUE" in prompt.refuse("review", "correct", denial, "--set", "x", status=2)


def test_ids_that_fit_nothing_and_readings_that_are_several_are_refused(
    prompt: Prompt, handed_in: tuple[str, list[str]]
) -> None:
    article, _ = handed_in
    prompt.refuse("review", "approve", "ffff")
    workspace = open_project(str(prompt.project), uuid4())
    budi = find_or_add_annotator(workspace, "Budi")
    with workspace.edit("Hand in", budi, undoable=False) as session:
        put_submission(session, UUID(article), budi)
    workspace.close()
    assert "--of" in prompt.refuse("review", "approve", article)
    assert prompt.ask("review", "approve", article, "--of", "Budi")["readings"][0]["annotator"] == "Budi"
    other = prompt.ask("load", "-", given=b"Another text of the town.")["loaded"][0]["id"]
    assert "review queue" in prompt.refuse("review", "approve", other)


def test_reasons_are_listed_and_changed(prompt: Prompt) -> None:
    assert len(prompt.ask("review", "reasons")["reasons"]) == 9
    assert prompt("review", "reasons", "Too long", "No source").stdout == "1  Too long\n2  No source\n"
    assert prompt.ask("review", "reasons")["reasons"] == ["Too long", "No source"]
    assert len(prompt.ask("review", "reasons", "--usual")["reasons"]) == 9
