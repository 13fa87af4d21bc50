"""One line of a window: direction, white space, numbers, times."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from annotator.ui import lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Prices", False), ("عاجل", True), ("“שלום” said", True), ("12 – 3/7", False), ("", False), ("2025 عاجل", True)],
)
def test_the_first_letter_gives_the_direction(text: str, expected: bool) -> None:
    assert lines.is_right_to_left(text) is expected


def test_a_line_has_no_breaks_and_no_marks_that_turn_it() -> None:
    assert lines.one_line(" a\n\tb\u2028c\u202ed\0 ") == "a b cd"
    assert lines.one_line("x" * 300) == "x" * 300
    assert lines.one_line("x" * 5000) == "x" * 299 + "…"
    assert lines.one_line("two words", 5) == "two…"


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("it was not so", "“it was not so”"),
        ('"it was not so,"', '"it was not so,"'),
        ("«قال لا»", "«قال لا»"),
        ('"No," she said', '“"No," she said”'),
        ("", "“”"),
        ("„" + "x" * 400 + "“", "„" + "x" * 298 + "…"),
    ],
)
def test_a_passage_stands_in_marks_once(passage: str, shown: str) -> None:
    assert lines.quoted_line(passage) == shown


def test_numbers_are_grouped_even_where_the_system_names_no_language() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale.c())
        assert lines.number(10000) == "10,000"
        QLocale.setDefault(QLocale("id_ID"))
        assert lines.number(10000) == "10.000"
    finally:
        QLocale.setDefault(before)


def test_a_moment_is_told_with_its_year_or_a_part_of_it() -> None:
    assert "25" in lines.local_time(datetime(2025, 7, 4, 12, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("2026-03-02T08:15:00+01:00", "2026-03-02 08:15 +01:00"),
        ("2026-03-02T08:15:59.123Z", "2026-03-02 08:15 UTC"),
        ("2026-03-02T08:15", "2026-03-02 08:15"),
        ("Monday, 2 March, 8.15 am", "Monday, 2 March, 8.15 am"),
        ("2026-03-02", "2026-03-02"),
        ("", ""),
    ],
)
def test_a_time_for_machines_is_set_apart_and_a_printed_one_left(printed: str, read: str) -> None:
    assert lines.printed_time(printed) == read


def test_a_day_is_told_so_that_it_can_be_no_other() -> None:
    told = lines.local_day_and_time(datetime(2027, 5, 4, 12, 30, tzinfo=UTC))
    assert all(part in told for part in ("Tuesday", "May", "2027", "30"))


def test_languages_are_named_in_their_own_words() -> None:
    assert lines.language_name("id").endswith("Indonesia")
    assert lines.language_name("") == ""
    assert lines.language_name("zz-unheard") == "zz-unheard"


def test_a_name_that_runs_from_right_to_left_does_not_turn_what_stands_around_it() -> None:
    assert lines.isolated_language("ar") == "\u2068العربية\u2069"
    assert lines.isolated_language("en") == "English"


def test_words_written_from_right_to_left_are_held_apart() -> None:
    assert lines.isolated("Gazette") == "Gazette"
    assert lines.isolated("الجسر") == "\u2068الجسر\u2069"
