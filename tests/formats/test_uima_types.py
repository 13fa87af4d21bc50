"""An attribute and the feature that tells it lead to each other, whatever names features have already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.uima_types import RELATION, SPAN, attribute_of, feature_of, type_system


@pytest.mark.parametrize(
    ("attribute", "feature"),
    [
        ("certainty", "certainty"),
        ("label", "attribute_label"),
        ("begin", "attribute_begin"),
        ("self", "attribute_self"),
        ("type", "attribute_type"),
        ("attribute_x", "attribute_attribute_x"),
    ],
)
def test_a_name_that_is_taken_gets_a_word_before_it(attribute: str, feature: str) -> None:
    assert feature_of(attribute) == feature
    assert attribute_of(feature) == attribute


@given(st.from_regex("[a-z][a-z0-9_]{0,20}", fullmatch=True))
def test_any_key_comes_back(key: str) -> None:
    assert attribute_of(feature_of(key)) == key


def test_the_types_have_a_feature_for_each_attribute() -> None:
    types = type_system(["certainty", "note"])
    names = {feature.name for feature in types.get_type(SPAN).all_features}
    assert {"label", "note", "certainty", "attribute_note"} <= names
    ends = {feature.name: feature.rangeType.name for feature in types.get_type(RELATION).all_features}
    assert ends["Governor"] == ends["Dependent"] == SPAN
