"""A label set is changed, and nothing that may be in use is lost."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import resources
from annotator.core import label_changes
from annotator.core.label_changes import KINDS, parts, refuse_losses, take_over
from annotator.core.schema import AttributeKind, LabelSet, Rule, Severity
from annotator.core.schema_file import check_label_set, read_label_set, write_label_set
from annotator.errors import InvalidLabelSet


@cache
def shipped(name: str = "newsroom") -> LabelSet:
    return read_label_set(resources.read_toml("label_sets", name, "label_set.toml"))


SETS = {name: shipped(name) for name in ("newsroom", "plain", "attribution")}


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Second-hand claim", "second_hand_claim"),
        ("Gerücht", "gerucht"),
        ("claim", "claim_2"),
        ("9 lives", "label_9_lives"),
        ("слух", "label_2"),
        ("", "label_2"),
        ("x" * 90, "x" * 36),
    ],
)
def test_a_key_is_made_from_the_title(title: str, key: str) -> None:
    assert label_changes.key_from(title, {"claim"}) == key


@given(st.text(max_size=60), st.sets(st.sampled_from(["label", "label_2", "a", "a_2", "claim"])))
def test_any_title_gives_a_key_that_is_free(title: str, taken: set[str]) -> None:
    label_set, made = label_changes.add_label(shipped(), title)
    assert label_changes.key_from(title, taken) not in taken
    check_label_set(label_set)
    assert label_set.label(made.key) == made


def test_a_new_label_has_signs_of_its_own_and_stands_before_the_helpers() -> None:
    label_set, made = label_changes.add_label(shipped(), "Rumour")
    assert [label.key for label in label_set.main] == ["claim", "denial", "quote", "rumour"]
    assert made.shortcut == "4"
    assert made.pattern not in {label.pattern for label in shipped().offered}
    assert label_set.labels.index(made) == 3


def test_a_part_is_reworded_but_never_gets_another_key() -> None:
    label_set = label_changes.change(shipped(), "labels", "claim", title="Assertion", key="assertion")
    assert label_set.label("claim").title == "Assertion"
    with pytest.raises(InvalidLabelSet):
        label_changes.change(shipped(), "labels", "rumour", title="Rumour")


def test_parts_are_reordered() -> None:
    down = label_changes.move(shipped(), "labels", "claim", 1)
    assert [label.key for label in down.labels][:2] == ["denial", "claim"]
    assert label_changes.move(shipped(), "labels", "claim", -5) == shipped()
    assert label_changes.move(down, "labels", "claim", -1) == shipped()


def test_what_is_retired_comes_back_without_a_shortcut_that_another_has() -> None:
    retired = label_changes.retire(shipped(), "labels", "denial")
    assert [label.key for label in retired.main] == ["claim", "quote"]
    assert label_changes.bring_back(retired, "labels", "denial") == shipped()
    taken = label_changes.change(retired, "labels", "claim", shortcut="2")
    assert label_changes.bring_back(taken, "labels", "denial").label("denial").shortcut == ""


def test_a_rule_that_is_retired_is_gone() -> None:
    label_set = label_changes.add_rule(shipped("plain"), Rule("", Severity.SOFT, "Look again.", at_most=9))
    assert label_set.rules[-1].key == "look_again"
    assert label_changes.retire(label_set, "rules", "look_again") == shipped("plain")


def test_fields_and_links_are_added() -> None:
    label_set, field = label_changes.add_attribute(
        shipped("plain"), "How heard", AttributeKind.CHOICE, ["claim"], ["in person", "by phone", "In person"]
    )
    assert [value.key for value in field.values] == ["in_person", "by_phone", "in_person_2"]
    label_set, kind = label_changes.add_relation(label_set, "How heard", ["claim"], ["quote"])
    assert kind.key == "how_heard_2"
    check_label_set(label_set)
    assert label_set.attributes_of("claim") == (field,)
    assert label_set.attributes_of("quote") == ()


def test_another_set_leaves_out_no_rule_that_holds_back() -> None:
    taken = take_over(shipped(), shipped("plain"))
    assert {"off_the_record", "under_embargo"} <= {rule.key for rule in taken.rules}
    assert take_over(taken, shipped()).rules == shipped().rules


@pytest.mark.parametrize("before", SETS)
@pytest.mark.parametrize("after", SETS)
def test_a_set_taken_over_keeps_all_of_the_one_before(before: str, after: str) -> None:
    present = replace(SETS[before], version=7)
    taken = take_over(present, SETS[after])
    check_label_set(taken)
    refuse_losses(present, taken)
    assert taken.version == 7
    assert taken.main == SETS[after].main
    assert read_label_set(write_label_set(taken)) == taken


def test_one_key_cannot_mean_two_things() -> None:
    attribution = SETS["attribution"]
    clash = replace(attribution, attributes=(replace(attribution.attribute("certainty"), key="denies"),))
    with pytest.raises(InvalidLabelSet, match="something else"):
        take_over(shipped(), clash)
    other, _made = label_changes.add_attribute(shipped("plain"), "Medium", AttributeKind.TEXT)
    with pytest.raises(InvalidLabelSet, match="something else"):
        take_over(shipped(), other)


def test_a_default_stays_what_it_was() -> None:
    other = replace(shipped(), attributes=(replace(shipped().attribute("medium"), default="speech"),))
    assert take_over(shipped(), other).attribute("medium").default == "unknown"
    with pytest.raises(InvalidLabelSet, match="by itself"):
        refuse_losses(shipped(), label_changes.change(shipped(), "attributes", "medium", default="speech"))


def test_what_would_be_lost_is_refused() -> None:
    whole = shipped()
    field = whole.attribute("medium")
    for lost, words in (
        (replace(whole, labels=whole.labels[1:]), "“Claim”"),
        (replace(whole, attributes=whole.attributes[1:]), "“Source”"),
        (replace(whole, relations=whole.relations[1:]), "“denies”"),
        (label_changes.change(whole, "attributes", "medium", values=field.values[1:]), "“speech”"),
        (label_changes.change(whole, "attributes", "medium", kind=AttributeKind.TEXT), "“Medium”"),
    ):
        with pytest.raises(InvalidLabelSet, match=words):
            refuse_losses(whole, lost)
    refuse_losses(whole, replace(whole, rules=()))


_steps = st.lists(
    st.tuples(st.sampled_from(["add", "move", "retire", "back"]), st.sampled_from(KINDS), st.integers(0, 30)),
    max_size=12,
)


@settings(max_examples=50)
@given(st.sampled_from(sorted(SETS)), _steps)
def test_no_row_of_changes_loses_anything(name: str, steps: list[tuple[str, str, int]]) -> None:
    label_set = SETS[name]
    for what, kind, number in steps:
        there = parts(label_set, kind)
        if what == "add":
            label_set, _made = label_changes.add_label(label_set, f"Label {number}")
        elif there:
            key = there[number % len(there)].key
            if what == "move":
                label_set = label_changes.move(label_set, kind, key, number - 15)
            elif kind != "rules" and not (kind == "labels" and len(label_set.offered) == 1):
                change = label_changes.retire if what == "retire" else label_changes.bring_back
                label_set = change(label_set, kind, key)
    check_label_set(label_set)
    refuse_losses(SETS[name], label_set)
    assert read_label_set(write_label_set(label_set)) == label_set
