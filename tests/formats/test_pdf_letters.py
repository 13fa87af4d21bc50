"""Shapes become the letters that a person would search for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.pdf_letters import letters_of


@pytest.mark.parametrize(
    ("shapes", "letters"),
    [
        ("e\ufb03cient \ufb01rst", "efficient first"),
        ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "مرحبا"),
        ("市⻓⼤", "市长大"),
        (" a \t  b ", "a b"),
        ("a\xa0b", "a\xa0b"),
        ("\uf0b7 item", "• item"),
        ("con\xadtinue con\xad", "continue con\xad"),
        ("a\x00\x02b\x85", "ab"),
        ("½ ² ﷺ Å", "½ ² ﷺ Å"),
    ],
)
def test_shapes_become_letters(shapes: str, letters: str) -> None:
    assert letters_of(shapes) == letters


@given(st.text(max_size=40))
def test_what_comes_out_has_no_line_ends_and_stays_as_it_is(text: str) -> None:
    letters = letters_of(text)
    assert letters.splitlines() in ([], [letters])
    assert letters_of(letters) == letters
