"""Label sets are data; what is wrong with them is said in words."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.schema import Pattern
from annotator.core.schema_file import read_label_set, write_label_set
from annotator.errors import InvalidLabelSet


def newsroom() -> dict[str, Any]:
    return copy.deepcopy(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def test_the_newsroom_s_labels() -> None:
    label_set = read_label_set(newsroom())
    assert [label.key for label in label_set.main] == ["claim", "denial", "quote"]
    assert len({label.pattern for label in label_set.main}) == 3  # colour is never the only sign
    assert label_set.label("denial").shortcut == "2"


def test_what_is_written_is_read_again() -> None:
    label_set = read_label_set(newsroom())
    assert read_label_set(write_label_set(label_set)) == label_set


def test_a_label_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(InvalidLabelSet, match="claim, denial, quote"):
        read_label_set(newsroom()).label("rumour")


@pytest.mark.parametrize("missing", ["id", "title", "version", "labels"])
def test_every_field_of_a_set_is_needed(missing: str) -> None:
    data = newsroom()
    del data[missing]
    with pytest.raises(InvalidLabelSet, match=missing):
        read_label_set(data)


@pytest.mark.parametrize("missing", ["key", "title", "shortcut", "colours", "pattern", "description"])
def test_every_field_of_a_label_is_needed(missing: str) -> None:
    data = newsroom()
    del data["labels"][1][missing]
    with pytest.raises(InvalidLabelSet, match=missing):
        read_label_set(data)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("key", "Claim"),
        ("key", "2nd"),
        ("key", ""),
        ("key", "a" * 41),
        ("key", "klaim tiga"),
        ("key", "quote"),
        ("shortcut", "3"),
        ("pattern", "zigzag"),
        ("colours", "red"),
        ("colours", {"light": "#12345", "dark": "#123456", "contrast": "#123456"}),
        ("colours", {"light": "#123456", "dark": "#123456"}),
        ("colours", {"light": "#123456", "dark": "#123456", "contrast": "#123456", "sepia": "#123456"}),
    ],
)
def test_what_does_not_hold_together_is_refused(field: str, value: object) -> None:
    data = newsroom()
    data["labels"][0][field] = value
    with pytest.raises(InvalidLabelSet) as caught:
        read_label_set(data)
    assert str(caught.value).endswith(".")


def test_a_set_needs_a_label() -> None:
    with pytest.raises(InvalidLabelSet, match="no labels"):
        read_label_set(newsroom() | {"labels": []})


_FIELDS = st.sampled_from(("labels", "id", "key", "colours"))
_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FIELDS, inner),
    max_leaves=8,
)


@given(_PLAIN)
def test_any_other_data_is_refused_in_words(data: Any) -> None:
    with pytest.raises(InvalidLabelSet):
        read_label_set(data)
    whole = newsroom() | {"labels": data}
    with pytest.raises(InvalidLabelSet):
        read_label_set(whole)


def test_there_are_five_ways_to_underline() -> None:
    assert len(Pattern) == 5
