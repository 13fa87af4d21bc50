"""Attributes of annotations made elsewhere."""

from dataclasses import replace
from typing import Any

import pytest

from annotator import resources
from annotator.core.foreign_values import ForeignValues, names_of_sources
from annotator.core.import_map import AS_NOTE, LEFT_OUT, ImportMap
from annotator.core.schema import Attribute, AttributeKind
from annotator.core.schema_file import read_label_set

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
MORE = (
    Attribute("checked", "Checked", AttributeKind.YES_NO),
    Attribute("weight", "Weight", AttributeKind.NUMBER),
    Attribute("said_on", "Said on", AttributeKind.DATE),
)
LABELS = replace(NEWSROOM, attributes=(*NEWSROOM.attributes, *MORE))
MAP = ImportMap(
    attributes={
        **{name: name for name in ("checked", "weight", "said_on", "attributed_to", "addressed_to", "quote_type")},
        "Sure": "certainty",
        "hint": AS_NOTE,
        "odd": LEFT_OUT,
    },
    values={"Sure": {"no": "unsure", "whatever": LEFT_OUT}},
)
VALUES = ForeignValues(LABELS, MAP)


@pytest.mark.parametrize(
    ("foreign", "kept"),
    [
        ({"Sure": "no"}, {"certainty": "unsure"}),
        ({"Sure": "UNSURE"}, {"certainty": "unsure"}),
        ({"Sure": "sure"}, {}),
        ({"checked": "true"}, {"checked": True}),
        ({"checked": True}, {"checked": True}),
        ({"checked": "No"}, {}),
        ({"weight": "5"}, {"weight": 5}),
        ({"weight": 0.5}, {"weight": 0.5}),
        ({"said_on": "2026-01-01"}, {"said_on": "2026-01-01"}),
    ],
)
def test_values_get_our_kind(foreign: dict[str, Any], kept: dict[str, Any]) -> None:
    said = VALUES.translate("claim", foreign)
    assert (said.attributes, said.left_out) == (kept, [])


@pytest.mark.parametrize(
    ("foreign", "why"),
    [
        ({"odd": 1}, "attribute “odd”, which the label set does not have"),
        ({"unheard": 1}, "attribute “unheard”, which the label set does not have"),
        ({"quote_type": "direct"}, "attribute “quote_type”, which “Claim” does not have"),
        ({"Sure": "perhaps"}, "value “perhaps”, which “Certainty” cannot have"),
        ({"Sure": "whatever"}, "value “whatever” of “Certainty”, which is left out"),
        ({"weight": "much"}, "value “much”, which “Weight” cannot have"),
        ({"checked": "perhaps"}, "value “perhaps”, which “Checked” cannot have"),
        ({"attributed_to": ["Ana", "Ben"]}, "further source: “Source” is one source"),
    ],
)
def test_what_does_not_fit_says_why(foreign: dict[str, Any], why: str) -> None:
    assert [reason for _, reason in VALUES.translate("claim", foreign).left_out] == [why]


def test_sources_and_notes() -> None:
    said = VALUES.translate("quote", {"attributed_to": "Menteri", "addressed_to": "A; B; A", "hint": True})
    assert said.sources == {"attributed_to": ["Menteri"], "addressed_to": ["A", "B"]}
    assert said.notes == ["hint: true"]


def test_names_of_sources_come_in_lists_or_words() -> None:
    assert names_of_sources(["A; B", " C "]) == ["A; B", "C"]
    assert names_of_sources('["A; B"]') == ["A; B"]
    assert names_of_sources("") == []
