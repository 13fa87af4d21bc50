"""Places in texts as other tools count: UTF-16, line ends of two characters, and places that are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.formats import foreign_text
from annotator.formats.foreign_text import ForeignText, main_text, normal, shortened
from tests.formats.exchanged import TEXT

_TEXTS = st.text(st.sampled_from(["a", "b", " ", "\r", "\n", "😀", "é", "م"]), max_size=30)


def test_the_golden_offsets() -> None:
    assert ForeignText(TEXT).place(37, 55) == Span(37, 55)
    assert ForeignText(TEXT, utf16=True).place(38, 56) == Span(37, 55)


def test_words_tell_which_unit_a_file_counts_in() -> None:
    words = "Pedagang membantah"
    assert ForeignText(TEXT).place(38, 56, words) == Span(37, 55)
    assert ForeignText(TEXT, utf16=True).place(37, 55, words) == Span(37, 55)


def test_words_put_a_wrong_place_right_by_the_nearest_one() -> None:
    text = ForeignText("beras, beras dan beras")
    assert text.place(8, 13, "beras") == Span(7, 12)
    assert text.place(16, 21, "beras") == Span(17, 22)
    assert text.place(90, 95, "dan") == Span(13, 16)


def test_surroundings_tell_which_of_several(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ForeignText("Harga beras naik. Harga beras turun.")
    assert text.place(None, None, "beras", "Harga ", " turun") == Span(24, 29)
    with pytest.raises(ValueError, match="2 times"):
        text.place(None, None, "beras", "Harga ")
    assert text.place(3, 8, "beras", "Harga ") == Span(6, 11)


def test_line_ends_and_white_space_may_differ() -> None:
    text = ForeignText("Kata\r\nMenteri:\r\nya")
    assert text.text == "Kata\nMenteri:\nya"
    assert text.place(6, 13) == Span(5, 12)
    assert text.place(0, 13, "Kata\\nMenteri") == Span(0, 12)
    assert text.place(None, None, "Menteri: ya") == Span(5, 16)
    assert text.place(0, 13, "Kata\r\nMenteri") == Span(0, 12)


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (4, 2), (-1, 2), (0, 57), ("0", 4), (None, 4), (True, 4), (0.0, 4.0), (0, 10**30)]
)
def test_what_is_no_place_is_refused(start: object, end: object) -> None:
    with pytest.raises(ValueError, match="is not in the text"):
        ForeignText(TEXT).place(start, end)


def test_a_place_between_a_return_and_its_line_feed_is_none() -> None:
    with pytest.raises(ValueError, match="is not in the text"):
        ForeignText("a\r\nb").place(1, 2)


def test_words_that_are_nowhere_are_refused() -> None:
    with pytest.raises(ValueError, match="“Harga minyak” are not in the text"):
        ForeignText(TEXT).place(0, 4, "Harga  minyak")


def test_a_text_in_which_everything_is_wrong_is_not_searched_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_text, "_SEARCHED", 200)
    text = ForeignText(TEXT)
    for _ in range(3):
        text.place(0, 4, "Harga")
    with pytest.raises(ValueError, match="Too many places"):
        text.place(0, 4, "Harga")


@given(_TEXTS, st.data())
def test_each_stretch_keeps_its_words_in_every_unit(foreign: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(foreign)))
    until = data.draw(st.integers(at, len(foreign)))
    words = foreign[at:until]
    units = [len(foreign[:end].encode("utf-16-le")) // 2 for end in (at, until)]
    cut = "\r\n" in (foreign[at - 1 : at + 1], foreign[until - 1 : until + 1])  # between the two of a line end
    for text, (start, end) in ((ForeignText(foreign), (at, until)), (ForeignText(foreign, utf16=True), units)):
        assert text.text == normal(foreign)
        if words and not cut:
            span = text.place(start, end)
            assert text.text[span.start_char : span.end_char] == normal(words)


def test_the_text_of_an_entry_is_under_a_usual_name_or_the_longest() -> None:
    assert main_text({"id": "a long identifier", "text": "a", "title": "ab"}) == "a"
    assert main_text({"id": "a long identifier", "berita": "abc", "judul": "ab", "n": 1}) == "abc"
    assert main_text({"n": 1}) is None


def test_words_in_a_sentence_are_one_short_line() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("x" * 500)) == 60
