"""Spans never cut a character, whatever the script, and count in Qt's units and back."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import (
    Span,
    Utf16Map,
    check,
    covered,
    encloses,
    is_boundary,
    snap_to_characters,
    snap_to_words,
    trim,
    words,
)
from annotator.errors import InvalidSpan

# A claim nested in a quote, a denial after an emoji: code points here, UTF-16 units below.
GOLDEN = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
QUOTE, CLAIM, DENIAL = Span(14, 34), Span(15, 32), Span(37, 55)

_PIECES = [
    "a", "Z", " ", "\n", "\r\n", "\r", "é", "e\u0301", "o\u0302\u0323", "👩🏽‍🚒", "👨‍👩‍👧‍👦",
    "🇮🇩", "🇯🇵", "😀", "❤️", "한", "ᄒ", "ᅡ", "ᆫ",
    "क्षि", "नी", "த", "ி", "กำ", "市", "「", "\u200d", "\u200c", "\u0301", "\u202e",
    "\u2028", "\x00", "\u0600", "\U000e0067", ".", "-", "’", "_", "9",
]  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join) | st.text(max_size=40)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def boundaries(text: str) -> set[int]:
    return {0} | {match.end() for match in regex.finditer(r"\X", text)}


@given(texts)
def test_boundaries_are_those_of_the_whole_text(text: str) -> None:
    assert {at for at in range(len(text) + 1) if is_boundary(text, at)} == boundaries(text)


@pytest.mark.parametrize("sign", ["😀", "👍🏽", "👩🏽‍🚒‍", "🇮🇩", "e\u0301", "∞", "क्ष"])
@pytest.mark.parametrize("before", ["", "x", "🇮", "\u200d"])
def test_boundaries_hold_in_a_long_run_of_one_sign(sign: str, before: str) -> None:
    text = before + sign * 150
    assert {at for at in range(len(text) + 1) if is_boundary(text, at)} == boundaries(text)


def test_a_long_line_of_signs_is_cut_into_words_in_linear_time() -> None:
    assert len(words("😀" * 20_000, Span(0, 20_000))) <= 20_000  # minutes, when each looked back at all before it


@given(texts_and_spans())
def test_snapping_never_cuts_a_character_and_only_grows(pair: tuple[str, Span]) -> None:
    text, span = pair
    snapped = snap_to_characters(text, span)
    assert snapped.contains(span)
    assert set(snapped) <= boundaries(text)
    assert snap_to_characters(text, snapped) == snapped


@given(texts_and_spans())
def test_snapping_to_words_cuts_no_character_and_is_stable(pair: tuple[str, Span]) -> None:
    text, span = pair
    snapped = snap_to_words(text, span)
    if snapped.start_char < snapped.end_char:
        assert set(snapped) <= boundaries(text)
        assert snapped.contains(trim(text, span))
        assert snap_to_words(text, snapped) == snapped


@given(texts_and_spans())
def test_whatever_is_snapped_can_carry_an_annotation(pair: tuple[str, Span]) -> None:
    text, span = pair
    snapped = snap_to_characters(text, span)
    assert check(text, [snapped]) == (snapped,)


@given(texts_and_spans())
def test_an_end_inside_a_character_is_refused(pair: tuple[str, Span]) -> None:
    text, span = pair
    if set(span) <= boundaries(text):
        assert check(text, [span]) == (span,)
    else:
        with pytest.raises(InvalidSpan, match="inside a character"):
            check(text, [span])


@given(texts)
def test_positions_in_utf_16_go_there_and_back(text: str) -> None:
    units = Utf16Map(text)
    for point in range(len(text) + 1):
        assert units.to_utf16(point) == len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        assert units.to_points(units.to_utf16(point)) == point


def test_the_middle_of_a_surrogate_pair_belongs_to_its_character() -> None:
    units = Utf16Map("a😀b")
    assert [units.to_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_the_golden_fixture_in_code_points_and_in_utf_16() -> None:
    assert len(GOLDEN) == 56
    assert [GOLDEN[start:end] for start, end in (QUOTE, CLAIM, DENIAL)] == [
        '"Harga beras turun."',
        "Harga beras turun",
        "Pedagang membantah",
    ]
    units = Utf16Map(GOLDEN)
    assert [tuple(map(units.to_utf16, span)) for span in (QUOTE, CLAIM, DENIAL)] == [(14, 34), (15, 32), (38, 56)]
    assert units.to_utf16(len(GOLDEN)) == 57


def test_check_sorts_segments_and_keeps_touching_ones_apart() -> None:
    assert check("abcdef", [Span(3, 5), Span(0, 2), Span(2, 3)]) == (Span(0, 2), Span(2, 3), Span(3, 5))


@pytest.mark.parametrize(
    ("segments", "reason"),
    [
        ([], "at least one"),
        ([Span(2, 2)], "empty"),
        ([Span(3, 2)], "empty"),
        ([Span(-1, 2)], "outside"),
        ([Span(0, 7)], "outside"),
        ([Span(0, 3), Span(2, 5)], "overlaps"),
        ([Span(0, 3), Span(0, 3)], "overlaps"),
    ],
)
def test_check_refuses_and_says_why(segments: list[Span], reason: str) -> None:
    with pytest.raises(InvalidSpan, match=reason):
        check("abcdef", segments)


@pytest.mark.parametrize("character", ["e\u0301", "👩🏽‍🚒", "🇮🇩", "क्षि", "\r\n"])
def test_check_refuses_half_a_character(character: str) -> None:
    with pytest.raises(InvalidSpan, match="inside a character"):
        check(f"x{character}y", [Span(1, 2)])


def test_words_keep_hyphens_and_apostrophes_together() -> None:
    text = "Negara-negara itu, l’été; tak apa."
    assert [text[start:end] for start, end in words(text, Span(0, len(text)))] == [
        "Negara-negara", "itu", ",", "l’été", ";", "tak", "apa", ".",
    ]  # fmt: skip


def test_a_selection_snaps_to_whole_words_without_their_marks() -> None:
    text = '"Harga beras turun," kata Menteri.'
    assert text[slice(*snap_to_words(text, Span(3, 9)))] == "Harga beras"


def test_scripts_without_spaces_snap_to_characters() -> None:
    assert snap_to_words("市長は否定した", Span(1, 2)) == Span(1, 2)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=12))
def test_the_union_covers_the_same_positions(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    union = covered(spans)
    assert {at for span in union for at in range(*span)} == {at for span in spans for at in range(*span)}
    assert all(one.end_char < two.start_char for one, two in pairwise(union))


def test_trim_leaves_white_space_out_even_no_break_space() -> None:
    assert trim(" a\u00a0\n", Span(0, 4)) == Span(1, 2)
    assert trim("   ", Span(0, 3)) == Span(3, 3)
    assert trim("\r\na\r\n", Span(0, 5)) == Span(2, 3)


def test_trim_keeps_a_space_that_carries_a_mark() -> None:
    assert trim("  \u0301a ", Span(0, 5)) == Span(1, 4)


@given(texts_and_spans())
def test_trimming_what_is_whole_cuts_no_character(pair: tuple[str, Span]) -> None:
    text, span = pair
    trimmed = trim(text, snap_to_characters(text, span))
    assert trimmed.start_char == trimmed.end_char or set(trimmed) <= boundaries(text)


@given(texts_and_spans())
def test_the_steps_of_a_selection_are_whole_characters_and_leave_out_only_space(pair: tuple[str, Span]) -> None:
    text, span = pair
    whole = snap_to_characters(text, span)
    steps = words(text, whole)
    assert {at for step in steps for at in step} <= boundaries(text)
    at = whole.start_char
    for start, end in [*steps, Span(whole.end_char, whole.end_char)]:
        assert not text[at:start].strip()
        at = end


def test_a_closing_quotation_mark_is_a_step_of_its_own() -> None:
    text = "He said “by spring”. «Ja,» kata dia."
    steps = [text[start:end] for start, end in words(text, Span(0, len(text)))]
    assert steps == ["He", "said", "“", "by", "spring", "”", ".", "«", "Ja", ",", "»", "kata", "dia", "."]


def test_what_lies_whole_within_one_of_several() -> None:
    around = [Span(0, 5), Span(8, 12)]
    assert encloses(around, [Span(1, 5), Span(8, 9)])
    assert encloses(around, ())
    assert not encloses(around, [Span(1, 5), Span(4, 9)])
    assert not encloses((), [Span(1, 2)])
