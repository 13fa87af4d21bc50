"""Transcripts: paragraphs by speaker and pause, in any writing, without times."""

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.subtitles import Subtitles
from tests.formats.mutations import mutated

SRT = """1
00:00:01,000 --> 00:00:03,000
The mayor of Sandhaven
denied it.

2
00:00:03,500 --> 00:00:05,000
- Were you there?
- <i>I was never there.</i>

3
00:00:09,000 --> 00:00:11,000
She left in
1984
"""
VTT = """WEBVTT
Kind: captions
Language: en-GB

NOTE checked

00:01.000 --> 00:03.000
<v Ada Brook>The mayor denied it.

00:03.000 --> 00:05.000
<v Ada Brook>She did so twice.

00:05.000 --> 00:06.000
<v Jo Keil>When?
"""


def read(content: str | bytes, name: str = "council.srt") -> ArticleRecord:
    (article,) = Subtitles().read(content if isinstance(content, bytes) else content.encode(), name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_what_is_said_without_times() -> None:
    article = read(SRT)
    assert article.text == (
        "The mayor of Sandhaven denied it.\n\nWere you there?\n\nI was never there.\n\nShe left in 1984"
    )
    assert (article.title, article.original, article.encoding) == ("council", SRT.encode(), "")
    assert (article.file_name, article.format_id) == ("council.srt", "subtitles")


def test_speakers_stand_before_what_they_say() -> None:
    article = read(VTT)
    assert article.text == "Ada Brook: The mayor denied it. She did so twice.\n\nJo Keil: When?"
    assert article.language == "en"
    assert read(VTT.replace("WEBVTT\n", "WEBVTT - Council of Sandhaven\n")).title == "Council of Sandhaven"


def test_names_in_capitals_begin_a_paragraph() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\nCHAIR: Order.\nADA BROOK: It was\n\n2\n00:00:02,0 --> 00:00:03,0\ndenied.\n"
    assert read(text).text == "CHAIR: Order.\n\nADA BROOK: It was denied."


def test_lines_that_roll_stand_once() -> None:
    text = (
        "WEBVTT\n\n00:01.0 --> 00:02.0\nthe mayor of sandhaven\n\n00:02.0 --> 00:03.0\nthe mayor of sandhaven\n"
        "denied<00:02.500><c> it</c>\n\n00:03.0 --> 00:04.0\nNo.\n\n00:04.0 --> 00:05.0\nNo.\n"
    )
    assert read(text).text == "the mayor of sandhaven denied it No. No."


def test_writing_without_spaces_is_joined_without_them() -> None:
    assert (
        read("1\n00:00:01,0 --> 00:00:02,0\n市長は\n\n2\n00:00:02,0 --> 00:00:03,0\n認めた。\n").text
        == "市長は認めた。"
    )


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_old_encodings_and_line_ends(codec: str) -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,000\r\nL’élève a dit « ça ira », très étonné.\r\n"
    assert read(text.encode(codec)).text == "L’élève a dit « ça ira », très étonné."


def test_what_is_none_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no subtitles"):
        read("The mayor denied it.")
    with pytest.raises(UnreadableInput, match="no subtitles"):
        read("")
    with pytest.raises(UnreadableInput, match="limit for subtitles is 50 MB"):
        read(b" " * 50_000_001)


def test_they_are_recognised() -> None:
    assert formats.reader_of(SRT.encode(), "council.txt").id == "subtitles"
    assert formats.reader_of(b"\xef\xbb\xbf" + VTT.encode(), "council.txt").id == "subtitles"
    assert not Subtitles().recognises(b"1\nThe mayor denied it.")


@given(mutated(SRT.encode(), VTT.encode(), SRT.encode("utf-16")))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        assert read(content).text.strip()
    except UnreadableInput:
        return
