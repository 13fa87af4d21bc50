"""Which way words run, and words of others in a line."""

import pytest

from annotator.core.directions import is_right_to_left, set_apart, without_turns


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("12 (3)", False), ("1. نفى", True), ("Ana said שלום", False), ("שלום Ana", True), ("中文", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_foreign_words_leave_the_line_alone() -> None:
    assert set_apart("Ana") == "Ana"
    assert set_apart("نفى") == "\u2068نفى\u2069"
    assert set_apart("\u202eAna") == "Ana"
    assert without_turns("a\u2067b\u2069") == "ab"
