"""The headline among those a page has for its article."""

import pytest

from annotator.formats.page_title import best_title

OUTLET = ("The Quay Post", "quaypost.example", "quaypost")


@pytest.mark.parametrize(
    ("in_use", "title"),
    [
        (("Old pier to go", "", "", ""), "Old pier to go"),
        (("", "Old pier to go", "Pier", "Window"), "Old pier to go"),
        (("", "", "Old pier to go", "Window"), "Old pier to go"),
        (("", "", "", "Old pier to go – The Quay Post"), "Old pier to go"),
        (("Old pier to go | The Quay Post", "", "", ""), "Old pier to go"),
        (("Old pier to go - News - quaypost.example", "", "Old pier to go", ""), "Old pier to go"),
        (("Old pier to go - News", "", "Old pier to go", ""), "Old pier to go"),
        (("Old pier to go-News|QuayPost", "Old pier to go", "", ""), "Old pier to go"),
        # what machines are told is the headline, whatever is in it
        (("Old pier to go - News", "Old pier to go - News", "Old pier to go", ""), "Old pier to go - News"),
        # a joint is no reason to cut, and a short beginning none either
        (("Old pier – and what it cost", "", "", ""), "Old pier – and what it cost"),
        (("Pier | The Quay Post", "", "", ""), "Pier | The Quay Post"),
        (("The Quay Post", "", "", ""), "The Quay Post"),
        (("", "", "", ""), ""),
    ],
)
def test_the_headline(in_use: tuple[str, ...], title: str) -> None:
    assert best_title(in_use, OUTLET) == title
