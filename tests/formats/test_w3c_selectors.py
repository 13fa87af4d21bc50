"""Targets: their sources and stretches, in the shapes that tools give them."""

from typing import Any

import pytest

from annotator.formats.w3c_selectors import Place, listed, places_of, source_of


def test_one_thing_or_several() -> None:
    assert [listed(one) for one in (None, "a", ["a", "b"], [])] == [[], ["a"], ["a", "b"], []]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("a", "a"),
        ({"source": "a", "selector": {}}, "a"),
        ({"source": {"id": "a", "type": "Text"}}, "a"),
        ({"id": "a"}, "a"),
        ({"selector": []}, ""),
        ({"source": 5}, ""),
        (None, ""),
    ],
)
def test_the_source_of_a_target(target: Any, source: str) -> None:
    assert source_of(target) == source


@pytest.mark.parametrize(
    ("selector", "places"),
    [
        (None, []),
        ({"start": 1, "end": 4}, [Place(1, 4)]),
        ({"start": "1", "end": 4}, []),
        ([{"exact": "a", "prefix": "b"}], [Place(None, None, "a", "b", "")]),
        ([{"exact": "a"}, {"start": 1, "end": 2}], [Place(1, 2, "a")]),
        ([{"start": 1, "end": 2}, {"start": 1, "end": 2}], [Place(1, 2)]),
        (
            [{"start": 1, "end": 2}, {"exact": "a"}, {"start": 5, "end": 6}, {"exact": "b"}],
            [Place(1, 2, "a"), Place(5, 6, "b")],
        ),
        ([{"start": 1, "end": 2}, {"start": 5, "end": 6}, {"exact": "a"}], [Place(1, 2), Place(5, 6)]),
        ({"type": "CssSelector", "value": "#p", "refinedBy": {"start": 1, "end": 2}}, [Place(1, 2)]),
        ({"type": "FragmentSelector", "value": "char=3,9"}, [Place(3, 9)]),
        ({"exact": ""}, []),
        ([5, None, "a"], []),
    ],
)
def test_the_stretches_of_a_target(selector: Any, places: list[Place]) -> None:
    assert places_of({"source": "a", "selector": selector}) == places
    assert places_of("a") == []


def test_selectors_that_refine_each_other_for_ever_are_followed_a_little() -> None:
    deep: dict[str, Any] = {"start": 1, "end": 2}
    for _ in range(50):
        deep = {"refinedBy": deep}
    assert places_of({"selector": deep}) == []
