"""Which characters are quotation marks, and where each one points."""

import pytest

from annotator.core.quotation_marks import find_marks, learn_roles


def leans(text: str) -> list[tuple[str, int]]:
    return [(mark.glyph, mark.lean) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A”, b", [("“", 1), ("”", -1)]),
        ('he:"a"—b', [('"', 1), ('"', -1)]),
        ("\"'a'\" b", [('"', 1), ("'", 1), ("'", -1), ('"', -1)]),
        ("他说“好”了", [("“", 0), ("”", 0)]),
        ("« a »", [("«", 1), ("»", -1)]),
        ("it's Дар’я", []),
        ('צה"ל', []),
    ],
)
def test_the_characters_beside_a_mark_say_where_it_points(text: str, expected: list[tuple[str, int]]) -> None:
    assert leans(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„A“, b „C“, d", {"„": 1, "“": -1}),
        ("id", "”A,” b ”C,” d", {"”": 0}),
        ("en", "x » A « b", {"»": -1, "«": 1}),
        ("en", "»A« b »C« d", {"»": 1, "«": -1}),
        ("en", '"A" b', {'"': 0}),
        ("de", "x“x", {"“": -1}),
        ("en", "x“x", {"“": 1}),
    ],
)
def test_what_a_glyph_does_is_learnt_from_the_article(language: str, text: str, expected: dict[str, int]) -> None:
    assert learn_roles(list(find_marks(text)), language).of == expected
