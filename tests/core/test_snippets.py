"""A snippet shows what was found, in one line, and knows where it comes from."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.snippets import LENGTH, snippet, word_end, word_start
from annotator.core.spans import Span, is_boundary


def spans(text: str, word: str) -> list[Span]:
    return [Span(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]


def test_a_short_text_is_shown_whole_with_its_finds() -> None:
    made = snippet("Harga\nberas naik", [[Span(6, 11)]])
    assert (made.text, made.marks, made.start, made.is_cut) == ("Harga beras naik", ((6, 11),), 0, (False, False))


def test_the_stretch_with_most_different_finds_is_shown() -> None:
    text = "harga " + "kata " * 100 + "harga dan beras " + "kata " * 100
    made = snippet(text, [spans(text, "harga"), spans(text, "beras")])
    assert [made.text[start:end] for start, end in made.marks] == ["harga", "beras"]
    assert made.is_cut == (True, True)
    assert text[made.start : made.start + len(made.text)] == made.text
    assert not made.text.startswith(" ")


def test_an_end_of_the_text_is_filled_from_before() -> None:
    text = "kata " * 100 + "harga"
    made = snippet(text, [spans(text, "harga")])
    assert made.text.endswith("harga")
    assert len(made.text) >= LENGTH
    assert made.is_cut == (True, False)


def test_without_a_find_the_beginning_is_shown() -> None:
    assert snippet("kata " * 100, [[]]).start == 0
    assert snippet("", []).text == ""


@given(st.text("ab \n北é\u0301👩🏽‍🚒", max_size=400), st.integers(0, 399), st.integers(1, 5))
def test_a_snippet_is_a_stretch_of_its_text_and_cuts_no_character(text: str, at: int, length: int) -> None:
    span = Span(min(at, len(text)), min(at + length, len(text)))
    made = snippet(text, [[span]] if span.start_char < span.end_char else [])
    assert made.text == text[made.start : made.start + len(made.text)].replace("\n", " ")
    assert is_boundary(text, made.start)
    assert is_boundary(text, made.start + len(made.text))
    assert all(0 <= start < end <= len(made.text) for start, end in made.marks)
    assert bool(made.marks) == (span.start_char < span.end_char)


def test_words_end_at_spaces_close_by() -> None:
    assert word_start("satu dua", 6) == 5
    assert word_start("x" * 100, 60) == 60
    assert word_end("satu dua", 1) == 4
    assert word_end("x" * 100, 60) == 60
    assert word_end("satu", 4) == 4
