"""Two parts of a label set become one; nothing that is said, or meant by saying nothing, becomes something else."""

import pytest

from annotator.core import label_changes, label_merges
from annotator.core.attributes import Defaults
from annotator.core.label_changes import change, refuse_losses
from annotator.core.schema import AttributeKind, LabelSet, Severity
from annotator.core.schema_file import check_label_set
from annotator.errors import InvalidLabelSet
from tests.core.test_label_changes import shipped


def test_a_merged_label_leaves_its_fields_links_and_rules_to_the_other() -> None:
    label_set, _made = label_changes.add_label(shipped(), "Rumour")
    merged = label_merges.merge_labels(label_set, "claim", "rumour")
    assert merged.label("claim").retired
    assert [one.key for one in merged.attributes_of("rumour")] == [one.key for one in shipped().attributes_of("claim")]
    assert merged.relation("denies").to_labels == ("claim", "rumour")
    assert {rule.key for rule in merged.rules if "rumour" in rule.labels} == {
        rule.key for rule in merged.rules if "claim" in rule.labels
    }
    check_label_set(merged)
    refuse_losses(label_set, merged)


@pytest.mark.parametrize(("key", "into"), [("claim", "claim"), ("claim", "nothing"), ("nothing", "claim")])
def test_labels_that_cannot_be_merged(key: str, into: str) -> None:
    with pytest.raises(InvalidLabelSet):
        label_merges.merge_labels(shipped(), key, into)


def test_merged_fields_hold_what_both_could() -> None:
    merged = label_merges.merge_attributes(shipped(), "medium", "record_status")
    field = merged.attribute("record_status")
    assert merged.attribute("medium").retired
    assert {"speech", "off_record"} <= {value.key for value in field.values}
    assert len({value.key for value in field.values}) == len(field.values)
    assert label_merges.merge_attributes(shipped(), "certainty", "medium").attribute("medium").labels == ()
    with pytest.raises(InvalidLabelSet, match="different things"):
        label_merges.merge_attributes(shipped(), "negated_report", "medium")


def test_what_asked_for_a_merged_field_asks_for_the_other() -> None:
    merged = label_merges.merge_attributes(shipped(), "reply_status", "medium")
    rule = next(rule for rule in merged.rules if rule.key == "accused_was_not_asked")
    assert dict(rule.when)["medium"] == ("not_sought",)
    asked = [*(one.shown_when for one in merged.attributes), *(one.when for one in merged.rules)]
    assert not any(key == "reply_status" for condition in asked for key, _ in condition)
    check_label_set(merged)


def test_what_holds_back_does_so_by_a_merged_field_and_by_the_one_before() -> None:
    merged = label_merges.merge_attributes(shipped(), "record_status", "medium")
    held = [dict(rule.when) for rule in merged.rules if rule.severity is Severity.HOLD]
    assert held == [{key: (value,)} for value in ("off_record", "embargoed") for key in ("record_status", "medium")]
    check_label_set(merged)
    assert label_merges.merge_attributes(merged, "record_status", "medium") == merged


def test_a_merged_value_is_retired_and_counts_in_conditions() -> None:
    merged = label_merges.merge_values(shipped(), "accuses", "identifiable_person", "named_person")
    found = merged.attribute("accuses").value("identifiable_person")
    assert found is not None
    assert found.retired
    assert "named_person" in dict(merged.attribute("reply_status").shown_when)["accuses"]
    with pytest.raises(InvalidLabelSet, match="by itself"):
        label_merges.refuse_value(shipped(), "accuses", "nobody", "organisation")
    with pytest.raises(InvalidLabelSet, match="no value"):
        label_merges.merge_values(shipped(), "accuses", "named_person", "everybody")
    without = label_changes.retire_value(shipped(), "accuses", "organisation")
    with pytest.raises(InvalidLabelSet, match="retired"):
        label_merges.refuse_value(without, "accuses", "named_person", "organisation")
    assert label_merges.merge_values(merged, "accuses", "identifiable_person", "named_person") == merged


def with_field(title: str, *labels: str, default: str = "", **details: object) -> LabelSet:
    """The shipped set with one more choice, “yes” or “no”, of these labels."""
    made, field = label_changes.add_attribute(shipped(), title, AttributeKind.CHOICE, labels, ["yes", "no"])
    return change(made, "attributes", field.key, default=default, **details)


@pytest.mark.parametrize(
    ("key", "into", "words"),
    [
        ("accuses", "voice", "right of reply goes by “Accuses”; merge “Voice” into it"),
        ("reply_status", "voice", "right of reply goes by “Reply”"),
        ("denied_text", "voice", "asked under different conditions"),
        ("denial_form", "voice", "merge “Voice” into “Form” instead"),
        ("nothing", "voice", "no attribute"),
    ],
)
def test_fields_that_would_mean_something_else_are_not_merged(key: str, into: str, words: str) -> None:
    with pytest.raises(InvalidLabelSet, match=words):
        label_merges.refuse_unlike(shipped(), key, into)


def test_nothing_is_merged_into_what_is_retired() -> None:
    with pytest.raises(InvalidLabelSet, match="“Medium” is retired"):
        label_merges.refuse_unlike(label_changes.retire(shipped(), "attributes", "medium"), "record_status", "medium")


def test_what_goes_the_other_way_is_merged() -> None:
    label_merges.refuse_unlike(shipped(), "voice", "accuses")
    label_merges.refuse_unlike(shipped(), "voice", "denial_form")
    label_merges.refuse_unlike(shipped(), "claim_kind", "voice")  # of the same label: it is asked there already
    asked = (("certainty", ("unsure", "sure")),)
    one = with_field("Heard", "quote", shown_when=asked)
    two, _ = label_changes.add_attribute(one, "Seen", AttributeKind.CHOICE, ["claim"], ["yes"])
    two = change(two, "attributes", "seen", shown_when=(("certainty", ("sure", "unsure")),))
    label_merges.refuse_unlike(two, "heard", "seen")


def test_a_reply_goes_by_the_values_it_knows() -> None:
    more = label_changes.add_value(shipped().attribute("reply_status"), "Laughed")
    known = change(shipped(), "attributes", "reply_status", values=more.values)
    with pytest.raises(InvalidLabelSet, match="goes by “declined”; merge “laughed” into it"):
        label_merges.refuse_value(known, "reply_status", "declined", "laughed")
    for key, into in (("laughed", "declined"), ("denied", "partly_denied")):
        label_merges.refuse_value(known, "reply_status", key, into)


def test_marks_that_had_a_field_keep_it() -> None:
    one = with_field("Heard", "cue", "quote")
    merged = label_merges.merge_attributes(one, "heard", "certainty")
    asked = [label.key for label in merged.labels if merged.attribute("certainty") in merged.attributes_of(label.key)]
    assert asked == ["claim", "denial", "quote", "cue"]
    assert label_merges.merge_attributes(merged, "heard", "certainty") == merged


def test_what_saying_nothing_meant_is_told_for_labels_that_had_but_the_one_field() -> None:
    before = with_field("Heard", "quote", "claim", default="no")
    after = label_merges.merge_attributes(before, "heard", "medium")
    unsaid = label_merges.unsaid(before, after, "heard", "medium")
    assert unsaid
    assert (unsaid.value, unsaid.labels) == ("no", {"claim"})
    assert unsaid.is_meant("claim", before.version, {})
    assert unsaid.is_meant("claim", None, {"certainty": "sure"})
    assert not unsaid.is_meant("claim", before.version + 1, {})  # made when it was asked no more
    assert not unsaid.is_meant("quote", before.version, {})
    assert not unsaid.is_meant("claim", before.version, {"heard": "yes"})
    assert Defaults(after).complete("claim", {})["medium"] == "unknown"


@pytest.mark.parametrize(("labels", "default"), [(("quote",), "no"), (("claim",), "unknown"), (("claim",), "")])
def test_nothing_is_written_out_where_it_means_the_same(labels: tuple[str, ...], default: str) -> None:
    before = with_field("Heard", *labels)
    more = label_changes.add_value(before.attribute("heard"), "unknown")
    before = change(before, "attributes", "heard", values=more.values, default=default)
    after = label_merges.merge_attributes(before, "heard", "medium")
    assert label_merges.unsaid(before, after, "heard", "medium") is None


def test_only_where_it_was_asked() -> None:
    asked = (("verification", ("verified",)),)
    before = with_field("Heard", "claim", default="no", shown_when=asked)
    before, _ = label_changes.add_attribute(before, "Seen", AttributeKind.CHOICE, ["quote"], ["maybe"])
    before = change(before, "attributes", "seen", shown_when=asked)
    unsaid = label_merges.unsaid(before, label_merges.merge_attributes(before, "heard", "seen"), "heard", "seen")
    assert unsaid
    assert unsaid.is_meant("claim", 1, {"verification": "verified"})
    assert not unsaid.is_meant("claim", 1, {})
