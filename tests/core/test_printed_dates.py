"""Datelines as papers print them: what they say is read, and what they leave open is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.printed_dates import printed_time
from annotator.core.times import iso_time

MONTHS = {
    "juli": 7,
    "july": 7,
    "jul": 7,
    "mei": 5,
    "may": 5,
    "يوليو": 7,
    "7月": 7,
    "juillet": 7,
    "июля": 7,
    "desember": 12,
}


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Jumat, 4 Juli 2025 21.35 WIB", "2025-07-04T21:35+07:00"),
        ("Jumat, 04 Juli 2025 | 21:35 WITA", "2025-07-04T21:35+08:00"),
        ("July 4, 2025 at 9:35 p.m.", "2025-07-04T21:35"),
        ("July 4th, 2025 12:05 am", "2025-07-04T00:05"),
        ("4. Juli 2025, 21:35:10 +0200", "2025-07-04T21:35:10+02:00"),
        ("vendredi 4 juillet 2025 à 21h35", "2025-07-04T21:35"),
        ("4 июля 2025", "2025-07-04"),
        ("الجمعة 4 يوليو 2025", "2025-07-04"),
        ("2025年7月4日 21:35", "2025-07-04T21:35"),
        ("Fri., Jul. 4 2025, 9:35 IST", "2025-07-04T09:35"),
    ],
)
def test_datelines(words: str, iso: str) -> None:
    assert printed_time(words, MONTHS) == iso


@pytest.mark.parametrize(
    "words",
    ["", "4/7/2025", "Juli 2025", "4 Juli", "4-5 Juli 2025", "31 Mei 2025 – 1 Juli 2025", "45 Juli 2025", "31 x 2025",
     "4 Juli 2025 25:70", "0 Juli 2025", "Update 2 from 4 July 2025"],
)  # fmt: skip
def test_what_is_left_open_stays_open(words: str) -> None:
    found = printed_time(words, MONTHS)
    assert found in ("", "2025-07-04")  # a time that is none leaves the day
    assert found == "" or "Juli 2025 25:70" in words


@given(st.text(st.sampled_from("0123456789 :.,-+/ Juli May pm WIB 年月日") | st.characters(), max_size=60))
def test_no_words_upset_it(words: str) -> None:
    found = printed_time(words, MONTHS)
    assert found == "" or iso_time(found) == found
