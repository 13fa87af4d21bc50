"""A text is cut into blocks without losing a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.ui.reader.blocks import LONGEST_BLOCK, Kind, cut_blocks, has_right_to_left, strong_direction_is_rtl
from tests.ui.reader.articles import tiles

TEXTS = st.text(alphabet="ab \n\u00a0\u2028\x00é👩\u200d🚒\u0301ش.")


@given(TEXTS)
def test_blocks_are_in_order_and_hold_all_that_is_seen(text: str) -> None:
    blocks = cut_blocks(text, "", tiles(text))
    reached = 0
    for start, end, _ in blocks:
        assert reached <= start < end
        assert not text[reached:start].strip()
        reached = end
    assert not text[reached:].strip()


def test_blank_lines_make_paragraphs_and_single_breaks_lines() -> None:
    text = "Title\n\none\ntwo\n\n\nthree"
    kinds = [(text[a:b], kind) for a, b, kind in cut_blocks(text, "Title", tiles(text))]
    assert kinds == [
        ("Title", Kind.HEADLINE),
        ("one", Kind.PARAGRAPH),
        ("two", Kind.LINE),
        ("three", Kind.PARAGRAPH),
    ]


def test_a_title_that_is_not_in_the_text_stands_before_it() -> None:
    assert cut_blocks("one", "Title", [Span(0, 3)])[0] == (0, 0, Kind.HEADLINE)
    assert cut_blocks("Title of it", "Title", [Span(0, 11)])[0] == (0, 0, Kind.HEADLINE)


def test_the_beginning_of_a_paragraph_is_no_headline() -> None:
    text = "3 min read\n\nThe mayor  said on Monday that ferries will run.\n\nMore."
    found = cut_blocks(text, "The mayor said on Monday…", tiles(text))
    assert [(text[a:b], kind) for a, b, kind in found][1] == (text[12:60].strip(), Kind.PARAGRAPH)
    assert all(kind is not Kind.HEADLINE for _, _, kind in found)
    assert cut_blocks(text, "The mayor said…but", tiles(text))[0].kind is Kind.HEADLINE
    assert cut_blocks(text, "Another said…", tiles(text))[0].kind is Kind.HEADLINE


@pytest.mark.parametrize("text", ["x" * 20_000, "word " * 5_000, "a" + "\u0301" * 9_000, "One. " * 4_000])
def test_a_long_line_is_cut(text: str) -> None:
    blocks = cut_blocks(text, "", tiles(text))
    assert all(end - start <= LONGEST_BLOCK for start, end, _ in blocks)
    assert [kind for _, _, kind in blocks[1:]] == [Kind.CONTINUED] * (len(blocks) - 1)
    assert len(blocks) > 2


def test_direction_is_that_of_the_first_strong_letter() -> None:
    assert strong_direction_is_rtl("12 (שלום) abc")
    assert not strong_direction_is_rtl("abc שלום")
    assert has_right_to_left("abc שלום")
    assert not has_right_to_left("abc é 市")
