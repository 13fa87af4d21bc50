"""Lines broken by a program become one again; lines that a person wrote stay apart."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.line_joining import flowed, joint, quote_of, unwrapped

STORY = (
    "The mayor of Sandhaven denied on Monday that the well-known harbour bridge had been closed without notice, "
    "and said that “nobody was ever in danger” while the engineers of the county looked at its cables.\n\n"
    "A spokesman for the county said that it would answer later. He added that 12. July would be a good day for that."
)


@pytest.mark.parametrize("width", [60, 65, 72, 76])
def test_a_story_comes_back_whole(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(line, width) for line in STORY.split("\n\n"))
    assert "\n" in wrapped.split("\n\n")[0]
    assert unwrapped(wrapped) == STORY


def test_japanese_comes_back_without_spaces() -> None:
    story = "市長は昨年の過ちを認め、来年までに橋を修理すると約束した。" * 6
    wrapped = "\n".join(story[at : at + 36] for at in range(0, len(story), 36))
    assert unwrapped(wrapped) == story


@pytest.mark.parametrize(
    "text",
    [
        "By Jo Keil\nSandhaven, 4 July\n",
        "Apples and pears from the county of Sandhaven and around it\n- one\n- two",
        "1. The mayor of Sandhaven denied it on Monday in the town hall\n2. The county did not answer at all",
        "The mayor of Sandhaven said in the town hall on Monday evening:\n– Nobody was ever in danger there.",
        "roses\nviolets\nsugar and you",
        "    indented lines of a table that are as long as a paragraph is\n    stay what they are",
        "Kind regards from all of us at the county of Sandhaven, Monday\n\nJo",
        "",
    ],
)
def test_lines_that_stand_for_themselves_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_quoted_replies_are_joined_as_deep_as_they_are() -> None:
    text = (
        "> The mayor of Sandhaven denied on Monday that the harbour bridge was\n> closed without notice.\n"
        ">> Was the harbour bridge of Sandhaven closed without notice on Monday\n>> or was it not?\nNo."
    )
    assert unwrapped(text) == (
        "> The mayor of Sandhaven denied on Monday that the harbour bridge was closed without notice.\n"
        ">> Was the harbour bridge of Sandhaven closed without notice on Monday or was it not?\nNo."
    )


@given(st.text(st.sampled_from("ab ,.>-\n市é1: "), max_size=300))
def test_nothing_but_breaks_and_spaces_changes(text: str) -> None:
    def bare(words: str) -> str:
        return "".join(words.replace(">", "").split())

    assert bare(unwrapped(text)) == bare(text)
    assert bare(flowed(text, False)) == bare(text)


def test_flowed_text_says_itself_where_its_lines_end() -> None:
    text = "The mayor \ndenied it.\n\n> Was it \n> closed?\n From here\n-- \nJo"
    assert flowed(text, False) == "The mayor denied it.\n\n> Was it closed?\nFrom here\n--\nJo"
    assert flowed("市長は \n認めた。", True) == "市長は認めた。"


def test_a_joint_suits_the_writing() -> None:
    assert (joint("denied", "it"), joint("well-", "known"), joint("denied -", "it")) == (" ", "", " ")
    assert (joint("市長は", "認めた"), joint("สวัสดี", "ครับ"), joint("시장은", "인정")) == ("", "", " ")
    assert joint("", "it") == joint("a ", "b") == ""


def test_marks_of_a_reply() -> None:
    assert (quote_of("> > a"), quote_of(">>a"), quote_of("a > b")) == ("> > ", ">>", "")


def test_a_very_long_text_takes_linear_time() -> None:
    start = time.perf_counter()
    unwrapped("word " * 12 + "\n" + ("word " * 12 + "\n") * 40_000)
    flowed("a \n" * 200_000, False)
    unwrapped(">" * 500_000)
    assert time.perf_counter() - start < 3
