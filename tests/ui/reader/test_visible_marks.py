"""Hidden characters are shown and move no offset."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.reader.visible_marks import describe, displayed, marks_in


@given(st.text())
def test_no_offset_moves_and_no_trap_is_left(text: str) -> None:
    shown = displayed(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\x00\r")


def test_joiners_stay_and_marks_are_found() -> None:
    assert displayed("a\u200d\u200c\u00ad\u200bb") == "a\u200d\u200c\u00ad\u200bb"
    assert marks_in("a\u202eb\x00") == [1, 3]
    assert displayed("\x00") == "␀"


def test_hidden_characters_are_named() -> None:
    assert describe("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert describe("\x00") == "U+0000 NULL"
    assert describe("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert describe("a") == ""
