"""Signs that WebAnno TSV has a use for itself, escaped and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.webanno_cells import escape_text, escape_value, stack, unescape, value_of

strange = st.text(st.sampled_from("a_|\\[]->;*\t\n\r\b\f0 1😀"))


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("a_b", "a\\_b"),
        ("[1]|2", "\\[1\\]\\|2"),
        ("x->y", "x\\->y"),
        ("x-y>z", "x-y>z"),
        ("a;b*\\", "a\\;b\\*\\\\"),
        ("a\tb\nc", "a\\tb\\nc"),
    ],
)
def test_values(value: str, escaped: str) -> None:
    assert escape_value(value) == escaped
    assert unescape(escaped) == value


def test_lines_of_text() -> None:
    assert escape_text("a\tb\\c_d") == "a\\tb\\\\c_d"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("_", []),
        ("*", [("*", "")]),
        ("claim[1]|quote[3]", [("claim", "1"), ("quote", "3")]),
        ("a\\|b|c\\\\|d", [("a\\|b", ""), ("c\\\\", ""), ("d", "")]),
        ("a\\[1\\]", [("a\\[1\\]", "")]),
        ("x\\\\[2]", [("x\\\\", "2")]),
        ("1-11[2_1]", [("1-11", "2_1")]),
        ("a[" + "9" * 50 + "]", [("a[" + "9" * 50 + "]", "")]),
    ],
)
def test_stacks(cell: str, found: list[tuple[str, str]]) -> None:
    assert stack(cell) == found


def test_a_value_or_none() -> None:
    assert [value_of(one) for one in ("*", "", "\\*", "a\\_b")] == [None, None, "*", "a_b"]


@given(strange)
def test_text_comes_back(text: str) -> None:
    assert unescape(escape_text(text)) == text
    assert not {"\t", "\n", "\r"} & set(escape_text(text))


@given(st.lists(st.tuples(strange.filter(bool), st.integers(1, 99)), min_size=1))
def test_whole_cells_come_back(values: list[tuple[str, int]]) -> None:
    cell = "|".join(f"{escape_value(value)}[{number}]" for value, number in values)
    assert [(value_of(value), int(number)) for value, number in stack(cell)] == values
    assert not {"\t", "\n", "\r"} & set(cell)
