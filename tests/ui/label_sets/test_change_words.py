"""What changes, in words."""

import pytest

from annotator.core import label_changes, label_merges
from annotator.core.label_differences import differences
from annotator.core.schema import LabelSet
from annotator.operations.label_merging import Merge
from annotator.operations.label_usage import Usage
from annotator.ui.label_sets.change_words import change_lines, merge_count, merge_outlook
from tests.ui.label_sets.sets import ATTRIBUTION, NEWSROOM


def lines(after: LabelSet, *merges: Merge, usage: Usage | None = None) -> list[str]:
    return change_lines(differences(NEWSROOM, after), merges, after, usage or Usage())


def used(**labels: int) -> Usage:
    usage = Usage()
    usage.labels.update(labels)
    return usage


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (label_changes.change(NEWSROOM, "labels", "claim", title="X"), "Label “Claim” is called “X”"),
        (label_changes.retire(NEWSROOM, "attributes", "medium"), "Field “Medium” retired"),
        (label_changes.retire(NEWSROOM, "rules", "long_quote"), "Rule “This is very long for one quote: are they sev"),
        (label_changes.move(NEWSROOM, "labels", "claim", 1), "Labels in another order"),
        (label_changes.add_label(NEWSROOM, "Rumour")[0], "Label new: “Rumour”"),
        (label_changes.change(NEWSROOM, "relations", "denies", most=1), "Link changed: “denies”"),
        (label_changes.rename_set(NEWSROOM, "Desk"), "The label set “Newsroom” is called “Desk”"),
        (label_changes.retire_value(NEWSROOM, "medium", "speech"), "Value “speech” retired"),
    ],
)
def test_each_change_is_a_line(after: LabelSet, line: str) -> None:
    found = lines(after)
    assert len(found) == 1
    assert found[0].startswith(line)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "retired"), (1, "retired, 1 annotation keeps it"), (1200, "retired, 1,200 annotations keep it")],
)
def test_what_is_retired_says_who_keeps_it(count: int, words: str) -> None:
    after = label_changes.retire(NEWSROOM, "labels", "claim")
    assert lines(after, usage=used(claim=count)) == [f"Label “Claim” {words}"]


def test_a_merge_is_told_once_with_its_annotations() -> None:
    merge = Merge("labels", "denial", "claim")
    found = lines(label_merges.merge_labels(NEWSROOM, "denial", "claim"), merge, usage=used(denial=12))
    assert found[0] == "“Denial” becomes “Claim”: 12 annotations"
    assert not [line for line in found if line.startswith("Label “Denial”")]


def test_merges_count_what_can_change() -> None:
    usage = used(denial=12)
    usage.frozen["denial"] = 2
    usage.values["medium", "speech"] = 3
    usage.attributes["medium"] = 7
    assert merge_count(Merge("labels", "denial", "claim"), usage) == 10
    assert merge_count(Merge("attributes", "speech", "writing", "medium"), usage) == 3
    assert merge_count(Merge("attributes", "medium", "record_status"), usage) == 7


def test_another_set_is_told_in_few_lines() -> None:
    found = lines(label_changes.take_over(NEWSROOM, ATTRIBUTION))
    assert "Labels new: “Source”, “Content”" in found
    assert any(line.startswith("Label “Claim” retired") for line in found)


@pytest.mark.parametrize(
    ("key", "into", "words"),
    [
        ("medium", "record_status", "3 annotations will change."),
        ("voice", "medium", "0 annotations will change. Those that say nothing of it get “reported”, which is what "),
        ("negated_report", "translated", "“Not said” and “Translated” hold different things; they cannot be one."),
        ("accuses", "voice", "The right of reply goes by “Accuses”; merge “Voice” into it instead, and rename it."),
    ],
)
def test_what_a_merge_would_do_or_why_it_cannot_be_is_told_before(key: str, into: str, words: str) -> None:
    usage = Usage()
    usage.attributes["medium"] = 3
    assert merge_outlook(Merge("attributes", key, into), NEWSROOM, usage).startswith(words)
