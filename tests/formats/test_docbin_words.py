"""spaCy's tokens: what they and their spaces give is the text, and every stretch begins and ends with one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.formats.docbin_words import words_of


def told(text: str, *stretches: Span) -> list[tuple[str, bool]]:
    words = words_of(text, stretches)
    return [(text[start:end], spaced) for (start, end), spaced in zip(words.places, words.spaced, strict=True)]


def test_white_space_as_spacy_has_it() -> None:
    assert told(" Satu dua.  Tiga\n\nempat ") == [
        *((" ", False), ("Satu", True), ("dua", False), (".", True), (" ", False)),
        *(("Tiga", False), ("\n\n", False), ("empat", True)),
    ]


def test_stretches_that_begin_or_end_with_a_space() -> None:
    assert told("Satu dua", Span(4, 8)) == [("Satu", False), (" ", False), ("dua", False)]
    assert told("Satu dua", Span(0, 5)) == [("Satu", False), (" ", False), ("dua", False)]
    assert told("Satu dua", Span(0, 4), Span(5, 8)) == [("Satu", True), ("dua", False)]


@given(st.text(st.sampled_from("ab.\n \t\u00a0😀\u0301米")), st.lists(st.tuples(st.integers(0, 12), st.integers(1, 9))))
def test_tokens_give_the_text_and_the_stretches(text: str, found: list[tuple[int, int]]) -> None:
    stretches = [Span(start, start + length) for start, length in found if start + length <= len(text)]
    words = words_of(text, stretches, [0, 3])
    assert (
        "".join(text[slice(*place)] + " " * spaced for place, spaced in zip(words.places, words.spaced, strict=True))
        == text
    )
    assert all(before.end_char <= after.start_char for before, after in pairwise(words.places))
    begins, ends = words.numbers()
    for start, end in stretches:
        assert begins[start] < ends[end]
