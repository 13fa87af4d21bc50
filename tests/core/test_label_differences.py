"""What a changed label set changes, told part by part."""

from dataclasses import replace

import pytest

from annotator import resources
from annotator.core import label_changes
from annotator.core.label_differences import Change, Difference, differences
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set


def shipped(name: str = "newsroom") -> LabelSet:
    return read_label_set(resources.read_toml("label_sets", name, "label_set.toml"))


SET = shipped()


def told(after: LabelSet, before: LabelSet = SET) -> list[tuple[str, str, str]]:
    return [(one.change.value, one.kind, one.key) for one in differences(before, after)]


def test_the_version_alone_is_no_difference() -> None:
    assert differences(SET, replace(SET, version=9)) == []


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (label_changes.add_label(SET, "Rumour")[0], ("added", "labels", "rumour")),
        (label_changes.change(SET, "labels", "claim", title="Assertion"), ("renamed", "labels", "claim")),
        (label_changes.change(SET, "labels", "claim", shortcut="x"), ("changed", "labels", "claim")),
        (label_changes.retire(SET, "labels", "claim"), ("retired", "labels", "claim")),
        (label_changes.retire(SET, "attributes", "medium"), ("retired", "attributes", "medium")),
        (label_changes.retire(SET, "rules", "long_quote"), ("removed", "rules", "long_quote")),
        (label_changes.move(SET, "labels", "claim", 1), ("reordered", "labels", "")),
        (label_changes.retire_value(SET, "medium", "speech"), ("retired", "values", "speech")),
        (replace(SET, title="Desk"), ("renamed", "set", "newsroom")),
        (label_changes.change(SET, "rules", "long_quote", at_most=9), ("changed", "rules", "long_quote")),
        (label_changes.change(SET, "rules", "long_quote", message="Long."), ("renamed", "rules", "long_quote")),
    ],
)
def test_one_change_is_one_difference(after: LabelSet, expected: tuple[str, str, str]) -> None:
    assert told(after) == [expected]


def test_what_is_retired_comes_back() -> None:
    assert told(SET, label_changes.retire(SET, "labels", "claim")) == [("brought_back", "labels", "claim")]


def test_titles_are_those_before_and_after() -> None:
    after = label_changes.change(SET, "labels", "claim", title="Assertion", retired=True)
    assert differences(SET, after) == [
        Difference(Change.RENAMED, "labels", "claim", "Claim", "Assertion"),
        Difference(Change.RETIRED, "labels", "claim", "Claim", "Assertion"),
    ]


def test_a_value_names_its_field() -> None:
    field = label_changes.add_value(SET.attribute("medium"), "letter")
    after = label_changes.change(SET, "attributes", "medium", values=field.values)
    assert differences(SET, after) == [Difference(Change.ADDED, "values", "letter", "", "letter", "Medium")]


def test_another_set_tells_what_comes_and_what_is_retired() -> None:
    found = differences(SET, label_changes.take_over(SET, shipped("attribution")))
    labels = {(one.change, one.key) for one in found if one.kind == "labels" and one.change is not Change.CHANGED}
    assert (Change.RETIRED, "claim") in labels
    assert (Change.ADDED, "content") in labels
    assert not [one for one in found if one.change is Change.REMOVED and one.kind != "rules"]
