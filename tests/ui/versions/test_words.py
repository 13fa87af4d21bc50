"""Words on corrected versions."""

from typing import Any
from uuid import uuid4

import pytest

from annotator.core.anchoring import Anchored, Fate
from annotator.core.spans import Span
from annotator.operations.version_details import DetailChange
from annotator.operations.versions import Carried
from annotator.ui.versions import words

HERE = (Span(0, 3),)


@pytest.mark.parametrize(
    ("anchored", "told"),
    [
        (Anchored(Fate.KEPT, HERE, 1.0), "kept"),
        (Anchored(Fate.KEPT, HERE, 1.0, context_changed=True), "kept, its sentence has changed"),
        (Anchored(Fate.MOVED, HERE, 1.0), "moved"),
        (Anchored(Fate.MOVED, HERE, 0.5, ambiguous=True), "the same words, in several places or among other words"),
        (Anchored(Fate.REWORDED, HERE, 0.824), "reworded, 82 % the same"),
        (Anchored(Fate.REWORDED, HERE, 0.999), "reworded, 99 % the same"),
        (Anchored(Fate.GONE, (), 0.0), "gone"),
    ],
)
def test_fates(anchored: Anchored, told: str) -> None:
    assert words.fate_words(anchored) == told


def test_counts() -> None:
    def carried(fate: Fate) -> Any:
        return Carried(uuid4(), Anchored(fate, (), 1.0))  # type: ignore[arg-type]  # only the fate is counted

    assert words.count_words([carried(fate) for fate in (Fate.GONE, Fate.KEPT, Fate.KEPT)]) == "2 kept · 1 gone"
    assert words.count_words([]) == "The article has no annotations."
    assert [words.left_words(left) for left in (0, 1, 2)] == [
        "All is decided.",
        "1 annotation to decide on",
        "2 annotations to decide on",
    ]


def test_details() -> None:
    changes = [
        DetailChange("title", "Old", "New " * 30),
        DetailChange("published", "Friday", ""),
        DetailChange("published_at", "2025-01-01", ""),
    ]
    told = words.detail_words(changes)
    assert told.startswith("Changed with it: title “New New")
    assert told.endswith(" …”, published.")
    assert words.detail_words([]) == words.detail_words(changes[2:]) == ""


def test_changes_within_a_stretch() -> None:
    assert words.change_words("paid 200 million", "paid 250 million") == "“200” is now “250”"
    assert words.change_words("he did deny it", "he did not deny it") == "“not” is added"
    assert words.change_words("he did not deny it", "he did deny it") == "“not” is left out"
    assert words.change_words("same", "same") == ""
    old = " ".join(f"number{at} stayed what it was before then" for at in range(4))
    told = words.change_words(old, old.replace("number", "figure"))
    assert told == "“number0” is now “figure0”; “number1” is now “figure1”; “number2” is now “figure2”; …"


def test_a_stretch_is_one_line() -> None:
    assert words.stretch_words("one\ntwo three", [Span(0, 7), Span(8, 13)]) == "one two … three"
