"""The beginning of a report."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.report import Heading, Paragraph, Piece, plain, words_of
from annotator.core.report_beginning import beginning


def test_what_is_short_is_whole() -> None:
    blocks = [Heading("Title"), plain("words")]
    assert list(beginning(blocks)) == blocks


def test_a_paragraph_is_cut_and_nothing_comes_after_it() -> None:
    long = Paragraph((Piece("abc"), Piece("defgh", bold=True)))
    found = list(beginning([Heading("Ti"), long, plain("x")], 7))
    assert found == [Heading("Ti"), Paragraph((Piece("abc"), Piece("de…", bold=True)))]
    assert list(beginning([Heading("Title")], 3)) == []


@given(st.lists(st.text(max_size=9), max_size=9), st.integers(0, 40))
def test_it_is_never_longer_than_it_may_be(texts: list[str], longest: int) -> None:
    shown = sum(len(words) for block in beginning(map(plain, texts), longest) for words in words_of(block))
    assert shown <= longest + 1
