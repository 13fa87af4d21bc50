"""Whom an article names for a stretch of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.source_words import is_a_name, source_words
from annotator.core.spans import Span

INDONESIAN = (
    'Wali Kota Rina Hartono menegaskan bahwa jembatan itu aman. "Kami sudah memeriksanya," kata Rina, Senin. '
    "Menurut Kepala Dinas Bambang Sutejo, dana itu habis. Hujan turun lagi. "
    "Ketua Forum Ali Lado mencatat di buku harian air naik terus."
)
ENGLISH = "She denies it. “I was there,” she said.\nPolice chief Ann Lee said the bridge was safe."


@pytest.mark.parametrize(
    ("text", "language", "passage", "source"),
    [
        (INDONESIAN, "id", "jembatan itu aman", "Wali Kota Rina Hartono"),
        (INDONESIAN, "id", '"Kami sudah memeriksanya,"', "Rina"),
        (INDONESIAN, "id", "dana itu habis", "Kepala Dinas Bambang Sutejo"),
        (INDONESIAN, "id", "Hujan turun lagi.", ""),
        (INDONESIAN, "id", "air naik terus", "Ketua Forum Ali Lado"),
        (INDONESIAN, "id", "di buku harian air naik terus.", "Ketua Forum Ali Lado"),
        (ENGLISH, "en", "“I was there,”", "she"),
        (ENGLISH, "en", "the bridge was safe", "Police chief Ann Lee"),
    ],
)
def test_the_words_beside_the_cue(text: str, language: str, passage: str, source: str) -> None:
    start = text.index(passage)
    assert source_words(text, [Span(start, start + len(passage))], language) == source


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Rina", True),
        ("she", False),
        ("She", False),
        ("the police", False),
        ("Police chief Ann Lee", True),
        ("李娜", True),
    ],
)
def test_who_is_no_name(words: str, named: bool) -> None:
    assert is_a_name(words, ENGLISH, "en") is named


@given(st.text("Aa “”,. said\n", max_size=120), st.integers(0, 119), st.integers(1, 40))
def test_any_stretch_of_any_text(text: str, start: int, length: int) -> None:
    segment = Span(min(start, len(text)), min(start + length, len(text)))
    assert source_words(text, [segment], "en") in " ".join(text.split())
