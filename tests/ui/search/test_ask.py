"""A search is empty until there is something to look for."""

import pytest

from annotator.ui.search.ask import Ask


@pytest.mark.parametrize(("text", "empty"), [("", True), ("  ", True), ("-rice", True), ("“", True), ("rice", False)])
def test_something_has_to_be_looked_for(text: str, empty: bool) -> None:
    assert Ask(text).is_empty is empty
