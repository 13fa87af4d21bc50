"""Places, passages and times as the words of cells; what could be a formula; context that cuts no character."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.formats.sheet_cells import (
    passage_words,
    segment_words,
    segments_in,
    sentence_of,
    texts_in,
    time_words,
    value_words,
    words_after,
    words_before,
)
from tests.formats.records import framed, minister
from tests.formats.strange import TEXTS


def test_places_come_back_from_their_words() -> None:
    quote = framed().annotations[0]
    assert segments_in(segment_words(quote)) == quote.segments
    assert segments_in(" 12 .. 40   52..60\n") == (Span(12, 40), Span(52, 60))


@pytest.mark.parametrize("cell", ["", "12", "12-40", "12..40 und", "..", "a..b", "12..", "-3..4"])
def test_what_is_no_place_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is no place"):
        segments_in(cell)


def test_a_passage_is_as_long_as_its_stretches() -> None:
    record = framed()
    words = passage_words(record.text, record.annotations[0])
    assert texts_in(words, record.annotations[0].segments) == ("“Kami rugi,”", "“setiap hari.”")
    assert texts_in(words + "!", record.annotations[0].segments) is None
    assert texts_in(words[:-1], record.annotations[0].segments) is None


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=3))
def test_any_texts_come_back_from_one_cell(texts: list[str]) -> None:
    segments = [(0, len(words)) for words in texts]
    assert texts_in(" ".join(texts), segments) == tuple(texts)


def test_what_is_said_in_words() -> None:
    assert [value_words(value) for value in (True, False, None, 7, "x")] == ["yes", "no", "", "7", "x"]
    moment = datetime(2026, 1, 2, 10, 4, 5, 678_900, timezone(timedelta(hours=7)))
    assert time_words(moment) == "2026-01-02T03:04:05.678Z"


def test_what_stands_around_a_place() -> None:
    record = minister()
    assert words_before(record.text, 14) == "Kata Menteri: "
    assert words_after(record.text, 34) == " 😀 Pedagang membantah."
    assert sentence_of(record, Span(15, 32)) == (0, 'Kata Menteri: "Harga beras turun." 😀')
    family = "👩‍👩‍👧"
    assert words_before(family + "a" * 30, len(family) + 30) == "a" * 30
    assert words_after("a" * 30 + family, 0) == "a" * 30
