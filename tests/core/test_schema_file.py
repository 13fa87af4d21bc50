"""Label sets as data: read, written, and refused in words."""

import copy
from typing import Any

import pytest

from annotator import resources
from annotator.core.schema import AttributeKind, Severity, holds
from annotator.core.schema_file import read_label_set, write_label_set
from annotator.errors import InvalidLabelSet


def newsroom() -> dict[str, Any]:
    return copy.deepcopy(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def test_what_the_newsroom_s_labels_have() -> None:
    label_set = read_label_set(newsroom())
    assert [one.key for one in label_set.attributes_of("denial") if one.first] == [
        "attributed_to", "denial_scope", "denial_form", "target_in_text", "denied_text",
    ]  # fmt: skip
    assert label_set.attributes_of("cue") == ()
    source, link = label_set.source_of("quote"), label_set.link_of("denial")
    assert source is not None
    assert link is not None
    assert (source.kind, link.to_labels) == (AttributeKind.SOURCE, ("claim",))
    assert {rule.severity for rule in label_set.rules} == set(Severity)


def test_a_set_of_labels_only_reads_as_before() -> None:
    data = newsroom()
    bare = {"id": "x", "title": "X", "version": 1, "labels": data["labels"][:3]}
    for label in bare["labels"]:
        del label["link"]
    assert write_label_set(read_label_set(bare)) == bare


def change(data: dict[str, Any], path: str, value: Any) -> None:
    *way, last = path.split(".")
    here: Any = data
    for step in way:
        here = here[int(step)] if step.isdigit() else here[step]
    here[last] = value


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("labels.0.link", "hates", "hates"),
        ("attributes.0.labels", ["rumour"], "rumour"),
        ("attributes.0.labels", "claim", "instead of a list"),
        ("attributes.0.kind", "colour", "colour"),
        ("attributes.1.values", [], "no values"),
        ("attributes.1.values", [{"key": "a", "title": "A"}] * 2, "same key"),
        ("attributes.1.default", "spoken", "spoken"),
        ("attributes.1.guess", "weather", "weather"),
        ("attributes.1.key", "voice", "twice"),
        ("attributes.1.shown_when", {"weather": ["sun"]}, "weather"),
        ("attributes.1.shown_when", {"voice": ["loud"]}, "loud"),
        ("relations.0.to", ["rumour"], "rumour"),
        ("relations.0.key", "voice", "twice"),
        ("rules.0.needs", ["luck"], "luck"),
        ("rules.0.check", "luck", "luck"),
        ("rules.0.severity", "grim", "grim"),
        ("rules.0.labels", ["rumour"], "rumour"),
        ("rules.0.when", {"weather": ["sun"]}, "weather"),
    ],
)
def test_what_does_not_fit_the_rest_is_refused(path: str, value: Any, words: str) -> None:
    data = newsroom()
    change(data, path, value)
    with pytest.raises(InvalidLabelSet, match=words):
        read_label_set(data)


def test_a_retired_label_is_read_and_not_offered() -> None:
    data = newsroom()
    data["labels"][0]["retired"] = True
    data["labels"][3]["shortcut"] = "1"  # its shortcut is free again
    label_set = read_label_set(data)
    assert label_set.label("claim").retired
    assert "claim" not in [label.key for label in label_set.offered]
    with pytest.raises(InvalidLabelSet, match="retired"):
        label_set.offered_label("claim")


def test_a_condition_holds_when_all_of_it_does() -> None:
    said = {"accuses": "nobody", "negated_report": True}
    assert holds((), said.get)
    assert holds((("accuses", ("nobody",)), ("negated_report", ("yes",))), said.get)
    assert not holds((("accuses", ("nobody",)), ("negated_report", ("no",))), said.get)
