"""Cues, as programs write them and as people mend them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.cues import Words, cues_of


def said(text: str) -> list[list[str]]:
    return [[words.text for words in cue.lines] for cue in cues_of(text)]


def test_times_are_seconds() -> None:
    (cue,) = cues_of("1\n01:00:01,500 --> 01:00:02,25\nSo.\n")
    assert (cue.start, cue.end) == (3601.5, 3602.25)
    (short,) = cues_of("WEBVTT\n\n00:01.5 --> 00:02.000 line:0 align:start\nSo.")
    assert (short.start, short.end) == (1.5, 2.0)


def test_a_number_that_is_said_is_no_number_of_a_cue() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\nIn\n1984\n\n2\n00:00:03,0 --> 00:00:04,0\nor\n\n1985"
    assert said(text) == [["In", "1984"], ["or", "1985"]]


def test_cues_without_empty_lines_between_them() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\nIn\n1984\n2\n00:00:03,0 --> 00:00:04,0\nhe left\n"
    text += "3\n00:00:05,0 --> 00:00:06,0\nit."
    assert said(text) == [["In", "1984"], ["he left"], ["it."]]


def test_comments_styles_and_names_of_cues_are_not_said() -> None:
    text = (
        "WEBVTT - A title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE to the\neditor\n\n"
        "intro\n00:01.000 --> 00:02.000\nOne.\n\nNOTE again\n\nsecond one\n00:03.000 --> 00:04.000\nTwo.\n"
    )
    assert said(text) == [["One."], ["Two."]]


def test_tags_and_entities() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\n"
    text += '{\\an8}<i>Fish</i> &amp; <font color="red">chips</font> <00:00:01.500><c>now</c> 1 < 2'
    assert said(text) == [["Fish & chips now 1 < 2"]]


def test_who_speaks() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    text += "<v.loud Ada Brook>Yes.</v> <v Jo>No.\nNever.\n- Who?\nMR. KEIL: I.\nAt 9: it was.\nмэр Брук: нет."
    (cue,) = cues_of(text)
    assert cue.lines == (
        Words("Ada Brook", "Yes.", False),
        Words("Jo", "No.", False),
        Words("Jo", "Never.", False),
        Words("Jo", "Who?", True),
        Words("Jo", "MR. KEIL: I.", True),
        Words("Jo", "At 9: it was.", False),
        Words("Jo", "мэр Брук: нет.", False),
    )


@pytest.mark.parametrize("text", ["", "no cues", "-->", "00:00 --> 00:01", "\n" * 9])
def test_where_there_are_none(text: str) -> None:
    assert said(text) == []


def test_any_text_takes_linear_time() -> None:
    start = time.perf_counter()
    said("00:01.0 --> 00:02.0\n" + "a" + "\n" * 300_000 + "b")
    said("00:01.0 --> 00:02.0\n" + "<v " * 100_000)
    said("00:01.0 --> 00:02.0\n" + "{\\" * 100_000)
    said("A." * 100_000 + "\n" + "00:01.0 --> 00:02.0\n" + "A. " * 50_000)
    assert time.perf_counter() - start < 4


@given(st.text(st.sampled_from("01:,.-> <v>\n\\{}A&;a"), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for cue in cues_of("00:01.000 --> 00:02.000\n" + text):
        assert all(words.text for words in cue.lines)
