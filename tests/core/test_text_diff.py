"""Differences tile both texts, cut no character, and read as a person would mark them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, is_boundary
from annotator.core.text_diff import Piece, PieceKind, differences, word_spans

WORDS = (
    *("Wali", "kota", "tidak", "200", "1,250.5", "don’t", "اعترف", "الوزير", "市长否认", "เขา", "क्षमा"),
    *("e\u0301", "👩🏽\u200d🚒", "🇮🇩🇳🇱", " \u0301", "\u200d", "\u0600", "ﾞ", "1\ufe0f\u20e3", "🏽"),
    *("\n", "\n\n", ". ", " ", "“", "\r\n", "\x00", "\u2028"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map("".join) | st.lists(st.sampled_from(WORDS), max_size=30).map(
    " ".join
)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """The differences as words."""
    return [(str(kind), old[slice(*one)], new[slice(*two)]) for kind, one, two in differences(old, new)]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(before, after) for kind, before, after in told(old, new) if kind != "equal"]


@given(TEXTS, TEXTS)
def test_pieces_tile_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(old[slice(*piece.old)] for piece in pieces) == old
    assert "".join(new[slice(*piece.new)] for piece in pieces) == new
    at_old = at_new = 0
    for _, one, two in pieces:
        assert (one.start_char, two.start_char) == (at_old, at_new)
        at_old, at_new = one.end_char, two.end_char


@given(TEXTS, TEXTS)
def test_kinds_are_true(old: str, new: str) -> None:
    pieces = differences(old, new)
    for kind, one, two in pieces:
        before, after = old[slice(*one)], new[slice(*two)]
        assert before or after
        if kind is PieceKind.EQUAL:
            assert before == after
        assert (kind is PieceKind.INSERTED) == (not before)
        assert (kind is PieceKind.DELETED) == (not after)
    equal = [piece.kind is PieceKind.EQUAL for piece in pieces]
    assert all(one != two for one, two in pairwise(equal))


@given(TEXTS, TEXTS)
def test_no_piece_cuts_a_character(old: str, new: str) -> None:
    for _, one, two in differences(old, new):
        assert is_boundary(old, one.start_char)
        assert is_boundary(new, two.start_char)


@given(TEXTS)
def test_the_same_text_is_one_equal_piece(text: str) -> None:
    whole = Span(0, len(text))
    assert differences(text, text) == ([Piece(PieceKind.EQUAL, whole, whole)] if text else [])


def test_a_word_is_replaced_deleted_inserted() -> None:
    old = "The council paid 200 million for the old bridge, he said."
    assert changes(old, old.replace("200", "250")) == [("200", "250")]
    assert changes(old, old.replace("old ", "")) == [("old ", "")]
    assert changes(old, old.replace("said", "said on Monday")) == [("", " on Monday")]


def test_a_number_is_one_word() -> None:
    assert changes("It cost 1,250.50 euro.", "It cost 1,350.50 euro.") == [("1,250.50", "1,350.50")]


def test_scripts_without_spaces_change_by_characters() -> None:
    assert changes("市长否认了这一说法。", "市长承认了这一说法。") == [("否", "承")]
    assert changes("เขาพูดว่าไม่", "เขาพูดว่าใช่") == [("ไม่", "ใช่")]


def test_marks_belong_to_their_letters() -> None:
    assert changes("क्षमा मांगी", "क्षमा मांगो") == [("मांगी", "मांगो")]
    assert changes("اعترف الوزير بالخطأ", "اعترف المدير بالخطأ") == [("الوزير", "المدير")]


def test_a_paragraph_that_was_moved_is_deleted_here_and_inserted_there() -> None:
    one, two, three = "First things first.\n", "Then the second one.\n", "And a third at last.\n"
    assert changes(one + two + three, two + three + one) == [(one, ""), ("", one)]


def test_a_paragraph_that_was_split_keeps_its_words() -> None:
    old = "The mayor denied it. Prices rose again this week."
    assert changes(old, old.replace(". P", ".\nP")) == [(" ", "\n")]


def test_chance_words_between_two_changes_are_part_of_one() -> None:
    old = "Police arrested a man in the harbour."
    new = "Firefighters rescued a woman in the harbour."
    assert changes(old, new) == [("Police arrested a man", "Firefighters rescued a woman")]


def test_a_paragraph_put_in_is_told_whole() -> None:
    old = "One. Two six.\nSeven eight.\n"
    new = "One. Two six.\nAdded here.\nSeven eight.\n"
    assert changes(old, new) == [("", "Added here.\n")]
    assert changes(old.replace("One", "Eins"), new) == [("Eins", "One"), ("", "Added here.\n")]
    assert changes(new.replace("One", "Eins"), old) == [("Eins", "One"), ("Added here.\n", "")]


def test_a_line_break_parts_two_changes() -> None:
    assert len(changes("One alpha\nbeta two", "One gamma\ndelta two")) == 2


def test_longer_words_in_common_part_two_changes() -> None:
    old = "Police arrested a suspected smuggler in the harbour."
    new = "Firefighters saw a suspected smuggler at the quay."
    assert ("equal", " a suspected smuggler ", " a suspected smuggler ") in told(old, new)


def test_words_are_what_is_compared() -> None:
    text = " Don’t pay 1,250.5, 市长!"
    spans = word_spans(text, Span(0, len(text)))
    assert [text[slice(*span)] for span in spans] == [
        "Don’t",
        "pay",
        "1,250.5",
        ",",
        "市",
        "长",
        "!",
    ]


@pytest.mark.parametrize("kind", ["prose", "one line", "one word", "empty lines", "no spaces"])
def test_a_long_text_is_bounded(kind: str) -> None:
    old, new = {
        "prose": _prose(),
        "one line": tuple(text.replace("\n", " ") for text in _prose()),
        "one word": ("a " * 100_000, "b " + "a " * 96_000 + "c " + "a " * 3000),
        "empty lines": ("\n" * 100_000 + "x", "y" + "\n" * 99_000),
        "no spaces": ("否认" * 40_000, "承认" * 40_000),
    }[kind]
    start = time.perf_counter()
    pieces = differences(old, new)
    assert time.perf_counter() - start < 4  # some 0.2 s where nothing else runs
    assert "".join(new[slice(*piece.new)] for piece in pieces) == new


def _prose() -> tuple[str, str]:
    lines = [" ".join(f"word{(line * 7 + word * 13) % 4001}" for word in range(60)) for line in range(600)]
    changed = [line.replace("word5", "term5") if number % 9 == 0 else line for number, line in enumerate(lines)]
    return "\n".join(lines), "\n".join(changed[3:300] + changed[350:] + changed[300:350])


def test_empty_lines_do_not_hold_paragraphs_together_that_have_nothing_in_common() -> None:
    """A copy with another headline and an agency's line differs in these, not in every paragraph."""
    old = "The bridge is closed for two years.\n\nNobody was told of it at all.\n\nIt costs eleven million crowns.\n"
    new = f"Harrow loses it\n\nRIVERTON (Agency) – {old}".replace("at all", "before")
    found = [(old[slice(*piece.old)], new[slice(*piece.new)]) for piece in differences(old, new)]
    assert [pair for pair in found if pair[0] != pair[1]] == [
        ("", "Harrow loses it\n\nRIVERTON (Agency) – "),
        ("at all", "before"),
    ]
