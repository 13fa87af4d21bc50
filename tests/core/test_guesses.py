"""What the quotation marks around a stretch propose, and how near they are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.guesses import DIRECT, INDIRECT, MIXED, guess_attributes, quotations_near, said_by_marks
from annotator.core.label_changes import retire_value
from annotator.core.quotations import find_quotations
from annotator.core.spans import Span
from tests.ui.inspector.passages import newsroom

TEXT = "“Air sudah naik,” kata Sari kepada warga. Sari mengatakan bahwa air “sudah naik” lagi.\n— Kami pulang."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("“Air sudah naik,”", DIRECT),
        ("Air sudah naik", DIRECT),  # without its marks it still stands inside them
        ("“Air sudah naik,” kata Sari kepada warga.", DIRECT),  # tagged whole: who spoke is no part of the words
        ("bahwa air “sudah naik” lagi", MIXED),
        ("bahwa air", INDIRECT),
        ("kata Sari", INDIRECT),
    ],
)
def test_the_marks_say_how_it_is_quoted(words: str, said: str) -> None:
    assert said_by_marks(TEXT, [span(words)], "id") == said


def test_segments_are_taken_together() -> None:
    assert said_by_marks(TEXT, [span("“Air sudah naik,”"), span("“sudah naik”")], "id") == DIRECT
    assert said_by_marks(TEXT, [span("“Air sudah naik,”"), span("Kami pulang")], "id") == MIXED


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The minister called it [“reckless”] and [“stupid”].", MIXED),
        ("en", "She spoke of [“a good week”] for the hall and of [“a bad end”] to it.", MIXED),
        ("id", "Ia menyebutnya [“ceroboh”] dan [“bodoh”].", MIXED),
        ("de", "Er nannte es [„rücksichtslos“] und [„dumm“].", MIXED),
        ("en", "[“We wait,”] she said, [“until spring.”]", DIRECT),
        ("en", "[“We wait”] she said [“until spring”]", DIRECT),
        ("en", "[“We wait”] – Lim again – [“until spring”]", DIRECT),
        ("en", "[“We wait.”] and then [“Go.”]", DIRECT),
        ("de", "[„Wir warten“], so die Ministerin, [„bis Mai“]", DIRECT),
        ("en", "[“We wait”]\n\n[“Until spring.”]", DIRECT),
        ("en", "[We wait] and [go on]", INDIRECT),
        ("xx", "[“We wait”] and [“go on”]", DIRECT),
        ("no", "[– Vi venter], sier Ola. – [Lenge.]", DIRECT),
    ],
)
def test_pieces_in_a_sentence_of_the_articles_own_are_mixed(language: str, text: str, said: str) -> None:
    plain, segments = "", []
    for piece in text.split("["):
        words, end, rest = piece.partition("]")
        segments += [Span(len(plain), len(plain) + len(words))] if end else []
        plain += words + rest
    assert said_by_marks(plain, segments, language) == said


def test_only_labels_that_ask_get_a_guess() -> None:
    quote = [span("“Air sudah naik,”")]
    assert guess_attributes(newsroom(), "quote", TEXT, quote, "id") == {"quote_type": "direct"}
    assert guess_attributes(newsroom(), "claim", TEXT, quote, "id") == {}
    assert guess_attributes(newsroom(), "quote", TEXT, [], "id") == {}
    without = retire_value(newsroom(), "quote_type", "direct")
    assert guess_attributes(without, "quote", TEXT, quote, "id") == {}


def test_a_long_article_costs_no_more_than_what_is_near() -> None:
    text = "Satu “dua” tiga.\n" * 20_000
    at = text.index("“", len(text) // 2)
    near = quotations_near(text, [Span(at, at + 5)], "id").quotations
    assert Span(at, at + 5) in [one.segments[0] for one in near]
    assert 100 < len(near) < 1000


@given(st.text('“”"a.\n —', max_size=80), st.integers(0, 79), st.integers(1, 20))
def test_any_stretch_of_any_text(text: str, start: int, length: int) -> None:
    segment = Span(min(start, len(text)), min(start + length, len(text)))
    assert said_by_marks(text, [segment], "id") in (DIRECT, INDIRECT, MIXED)
    assert quotations_near(text, [segment], "id") == find_quotations(text, "id")
