"""Values of attributes are checked, and kept only where they say something."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.attributes import Defaults, changed, checked_value, value_of
from annotator.core.label_changes import retire_value
from annotator.core.schema import Attribute, AttributeKind, Value
from annotator.core.schema_file import read_label_set
from annotator.errors import InvalidLabelSet

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
KINDS = {kind: Attribute("it", "It", kind, values=(Value("a", "A"), Value("b", "B"))) for kind in AttributeKind}


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("choice", "a", "a"),
        ("yes_no", "yes", True),
        ("yes_no", True, True),
        ("yes_no", False, None),  # the default
        ("text", "  so it was ", "so it was"),
        ("text", "   ", None),
        ("text", "a\x00b\ud800c", "ab?c"),  # what no database holds
        ("number", "12", 12),
        ("number", "1.5", 1.5),
        ("number", 0, 0),
        ("date", "2026-11-23", "2026-11-23"),
        ("choice", "", None),
        ("choice", None, None),
    ],
)
def test_what_is_kept(kind: str, value: Any, kept: Any) -> None:
    found = checked_value(KINDS[AttributeKind(kind)], value)
    assert found == kept
    assert type(found) is type(kept)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("choice", "c"),
        ("yes_no", "maybe"),
        ("number", "many"),
        ("number", "nan"),
        ("number", "1e300"),
        ("number", "-1e25"),
        ("date", "yesterday"),
        ("source", "x"),
    ],
)
def test_what_is_refused_names_the_attribute(kind: str, value: str) -> None:
    with pytest.raises(InvalidLabelSet, match="“It”"):
        checked_value(KINDS[AttributeKind(kind)], value)


def test_a_text_has_an_end() -> None:
    with pytest.raises(InvalidLabelSet, match="10,000"):
        checked_value(KINDS[AttributeKind.TEXT], "a" * 10_001)


def test_a_default_is_not_kept() -> None:
    attribute = NEWSROOM.attribute("voice")
    assert checked_value(attribute, "reported") is None
    assert value_of(attribute, {}) == "reported"
    assert changed(NEWSROOM, "claim", {"voice": "outlet"}, {"voice": "reported"}) is None


def test_only_what_the_label_has_can_be_said() -> None:
    with pytest.raises(InvalidLabelSet, match="quote_type"):
        changed(NEWSROOM, "claim", None, {"quote_type": "direct"})
    assert changed(NEWSROOM, "claim", {"quote_type": "direct"}, {"quote_type": None}) is None


def test_a_retired_value_stays_and_is_not_chosen_again() -> None:
    without = retire_value(NEWSROOM, "quote_type", "mixed")
    assert changed(without, "quote", {"quote_type": "mixed"}, {"quote_type": "mixed"}) == {"quote_type": "mixed"}
    with pytest.raises(InvalidLabelSet, match="retired"):
        changed(without, "quote", None, {"quote_type": "mixed"})


def test_what_was_said_under_another_label_stays() -> None:
    assert changed(NEWSROOM, "claim", {"quote_type": "direct"}, {"voice": "outlet"}) == {
        "quote_type": "direct",
        "voice": "outlet",
    }


def test_defaults_are_told_where_they_apply() -> None:
    nobody = Defaults(NEWSROOM).complete("claim", {})
    assert nobody["accuses"] == "nobody"
    assert "reply_status" not in nobody
    somebody = Defaults(NEWSROOM).complete("claim", {"accuses": "named_person"})
    assert somebody["reply_status"] == "not_sought"
    assert Defaults(NEWSROOM).complete("rumour", {"x": 1}) == {"x": 1}


@given(st.sampled_from(list(AttributeKind)), st.none() | st.booleans() | st.integers() | st.floats() | st.text())
def test_any_value_is_kept_as_it_would_be_kept_again_or_refused(kind: AttributeKind, value: Any) -> None:
    attribute = replace(KINDS[kind])
    try:
        kept = checked_value(attribute, value)
    except InvalidLabelSet:
        return
    assert checked_value(attribute, kept) == kept
