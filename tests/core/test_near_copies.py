"""Sketches of texts: what they make of copies, of other texts, of any script and of what is hostile."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.near_copies import LIKE_ENOUGH, bands, exact_likeness, likeness, sketch

# Deviation of the estimate is 0.04; five of them may not be exceeded by a fixed set of texts.
TOLERANCE = 0.2


def words_of(number: int, seed: int) -> list[str]:
    """Words as often as in a language: a few very common ones, many seen once."""
    chosen = random.Random(seed)
    return [f"w{int(chosen.paretovariate(0.2)) % 5_000}" for _ in range(number)]


def story(number: int, seed: int) -> str:
    words = words_of(number, seed)
    return "\n\n".join(" ".join(words[at : at + 40]) + "." for at in range(0, number, 40))


def edited(text: str, seed: int, share: float) -> str:
    """The text with another headline, an agency's line, a paragraph less and a share of the words replaced."""
    chosen = random.Random(seed)
    paragraphs = text.split("\n\n")
    del paragraphs[chosen.randrange(1, len(paragraphs))]
    paragraphs[:0] = ["Another headline of seven words stands here", "RIVERTON (Agency) –"]
    return "\n\n".join(
        " ".join(f"x{chosen.randrange(99)}" if chosen.random() < share else word for word in paragraph.split(" "))
        for paragraph in paragraphs
    )


def shares_a_band(text: str, other: str) -> bool:
    return bool(set(bands(sketch(text))) & set(bands(sketch(other))))


@given(st.text(max_size=400))
def test_any_text_has_a_sketch_like_its_own(text: str) -> None:
    made = sketch(text)
    assert made == sketch(text)
    assert len(made) in (0, 260)
    assert likeness(made, made) == (1.0 if made else 0.0)
    assert all(0 <= band < 2**63 for band in bands(made))
    assert len(set(bands(made))) == (12 if made else 0)


@given(st.integers(0, 10_000), st.floats(0, 0.3))
def test_the_estimate_is_near_what_is_shared(seed: int, share: float) -> None:
    text = story(600, seed)
    other = edited(text, seed + 1, share)
    assert likeness(sketch(text), sketch(other)) == pytest.approx(exact_likeness(text, other), abs=TOLERANCE)
    assert likeness(sketch(text), sketch(other)) == likeness(sketch(other), sketch(text))


def test_the_estimate_leans_to_neither_side() -> None:
    pairs = [(story(400, seed), edited(story(400, seed), seed, 0.05)) for seed in range(80)]
    errors = [likeness(sketch(text), sketch(other)) - exact_likeness(text, other) for text, other in pairs]
    assert abs(sum(errors) / len(errors)) < 0.015
    assert (sum(error * error for error in errors) / len(errors)) ** 0.5 < 0.055


def test_lightly_edited_copies_share_a_band_and_are_like_enough() -> None:
    pairs = [(story(500, seed), edited(story(500, seed), seed, 0.02)) for seed in range(60)]
    assert sum(shares_a_band(*pair) for pair in pairs) >= 59
    assert all(exact_likeness(*pair) > LIKE_ENOUGH for pair in pairs)


def test_other_articles_share_none() -> None:
    sketches = [sketch(story(500, seed)) for seed in range(60)]
    pairs = [(one, other) for at, one in enumerate(sketches) for other in sketches[:at]]
    assert sum(bool(set(bands(one)) & set(bands(other))) for one, other in pairs) <= len(pairs) // 200
    assert max(likeness(*pair) for pair in pairs) < LIKE_ENOUGH / 2


def test_case_marks_and_lines_make_no_difference() -> None:
    text = story(60, 1)
    told = text.upper().replace(" ", ", ").replace(".\n\n", " – \u201c\n\u2019")
    assert likeness(sketch(text), sketch(told)) == 1.0
    assert sketch("“Café” " * 3 + text)[4:] == sketch('"Cafe\u0301" ' * 3 + text)[4:]


def test_a_very_short_text_has_only_equal_copies() -> None:
    assert sketch(" ".join(words_of(19, 1))) == b""
    assert sketch("") == b""
    assert sketch(" ".join(words_of(20, 1)))
    assert likeness(b"", b"") == 0.0
    assert likeness(sketch(story(60, 1)), b"") == 0.0
    assert bands(b"") == []
    assert exact_likeness("", "") == 0.0


def test_a_short_text_fills_its_sketch_from_few_runs() -> None:
    text = " ".join(words_of(40, 3))
    other = " ".join([*words_of(40, 3)[:-3], "ends", "in", "another", "way"])
    assert exact_likeness(text, other) > 0.7
    assert likeness(sketch(text), sketch(other)) == pytest.approx(exact_likeness(text, other), abs=0.25)


@pytest.mark.parametrize(
    "first", [0x4E00, 0x3042, 0x0E01, 0x0E81, 0x1000, 0x1780], ids=["han", "kana", "thai", "lao", "burmese", "khmer"]
)
def test_scripts_without_word_spaces(first: int) -> None:
    chosen = random.Random(first)
    letters = 40 if first != 0x4E00 else 800
    text = "".join(chr(first + chosen.randrange(letters)) for _ in range(1_200))
    copy = text[:300] + text[360:700] + text[10:14] + text[700:]
    other = "".join(chr(first + chosen.randrange(letters)) for _ in range(1_200))
    assert exact_likeness(text, copy) > 0.8
    assert likeness(sketch(text), sketch(copy)) == pytest.approx(exact_likeness(text, copy), abs=TOLERANCE)
    assert shares_a_band(text, copy)
    assert exact_likeness(text, other) < 0.1
    assert not shares_a_band(text, other)


def test_half_of_a_long_text_is_less_than_half_like_it() -> None:
    long = " ".join(words_of(60_000, 5))
    assert likeness(sketch(long), sketch(long[: len(long) // 2])) <= 0.5
    assert likeness(sketch(long), sketch(long + " end")) > 0.95


def test_texts_from_elsewhere_are_told_the_same_everywhere() -> None:
    """Sketches are kept: they may never come out otherwise than they did."""
    assert sketch(story(400, 1)).hex()[:24] == "9e060000c843796fed2c8966"
    assert bands(sketch(story(400, 1)))[1:3] == [5048723081, 10857662790]


@pytest.mark.parametrize("letter", ["a", "a ", "\u0e01", "\ud800 ", "\u4e00", "e\u0301 ", "\u3000", "\x00", "”"])
def test_a_huge_text_costs_no_more_than_a_long_one(letter: str) -> None:
    text = letter * 3_000_000
    start = time.process_time()
    sketch(text)
    assert time.process_time() - start < 0.5
