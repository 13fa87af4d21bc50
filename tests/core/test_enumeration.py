"""Lists that run on in one line."""

from itertools import pairwise

import pytest

from annotator.core.enumeration import inline_items


def items(text: str, *, ordinals: bool = False) -> list[str]:
    starts = inline_items(text, ordinals=ordinals)
    return [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) rice 2) oil 3) salt", ["2) oil", "3) salt"]),
        ("1.) Rice 2.) Oil", ["2.) Oil"]),
        ("1. Rice 2. Oil", ["2. Oil"]),
        ("a. Rice b. Oil c. Salt", ["b. Oil", "c. Salt"]),
        ("Buy:\n(1) rice (2) oil", ["(2) oil"]),
        ("• 9. Rice • 10. Oil", ["• 10. Oil"]),
        ("1. Rice fell 2. percent", []),
        ("1) rice 3) oil", []),
        ("Buy 1) rice 2) oil", []),
        ("1. Rice\n2. Oil", []),
        ("Rice • oil", []),
    ],
)
def test_items_count_on_from_the_head_of_the_line(text: str, expected: list[str]) -> None:
    assert items(text) == expected


def test_ordinals_are_no_items() -> None:
    assert items("1. Liga und 2. Liga", ordinals=True) == []
    assert items("1) Liga 2) Pokal", ordinals=True) == ["2) Pokal"]


@pytest.mark.parametrize(
    "text",
    [
        "1) a 2) b " * 20_000,
        " ".join(f"{number}) rice" for number in range(1, 9999)),
        "• a " * 50_000,
        "1) x " + "\n1) x" * 50_000,
        "a. " * 50_000,
    ],
)
def test_no_text_is_too_much(text: str) -> None:
    starts = inline_items(text)  # at quadratic cost this would not end today
    assert starts == sorted(set(starts))
