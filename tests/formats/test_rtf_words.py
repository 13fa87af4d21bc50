"""Control words are followed as a word processor follows them, and in no more time than the file is long."""

import time

import pytest

from annotator.formats.limits import LIMITS
from annotator.formats.rtf_words import Words, read_words


def words(inside: bytes) -> Words:
    """What is read of a file with this inside."""
    return read_words(rb"{\rtf1\ansi\ansicpg1252\deff0 " + inside + b"}", LIMITS, "“a.rtf”")


FONTS = rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset128 MS Mincho{\*\falt x};}{\f2\fcharset204 Arial Cyr;}}"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (rb"na\'efve caf\'e9", "naïve café"),
        (rb"na\u239?ve \u24066?\u-27265\'3f", "naïve 市长"),
        (rb"\uc0\u24066 \u38271 .", "市长."),
        (rb"\u-10179?\u-8704? end", "😀 end"),
        (rb"\u-10179? alone", "\ufffd alone"),
        (FONTS + rb"\f1 \'8e\'73\'92\'b7\f0 : \f2 \'cc\'fd\'f0", "市長: Мэр"),
        (FONTS + rb"\f1 \'83A\'83\'8b", "アル"),
        (rb"\ansicpg1251 \'cc\'fd\'f0", "Мэр"),
        (b"\xe9t\xe9", "été"),
        (rb"a\tab b\line c\emdash d\~e\_f\-g \{x\}\\", "a\tb\nc—d\xa0e\u2011fg {x}\\"),
        (b"a\r\nb\\\nc", "ab\n\nc"),
        (rb"\trowd Kawa\cell 1,204\cell\row Miah\cell 980\cell\row\pard end", "Kawa | 1,204\n\nMiah | 980\n\nend"),
        (rb"She said{\footnote \pard\chftn  By \b her\b0 .} so.\par End.", "She said[1] so.\n\nEnd.\n\n[1] By her."),
        (rb"{\header Head}{\footer Foot}{\stylesheet{\s1 Heading;}}{\*\generator X;}{\*\unknown x}text", "text"),
        (rb'{\field{\*\fldinst HYPERLINK "http://127.0.0.1:9/"}{\fldrslt a link}}.', "a link."),
        (rb"a{\pict\wmetafile8 0100ff}b{\pict\bin5 }}}}}c}d", "abd"),
        (rb"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard in a box\par}}{\shprslt old}}b", "ab\n\nin a box"),
        (rb"{\v hidden\v0 shown}{\deleted gone \plain kept}", "shownkept"),
        (rb"{\upr{old}{\*\ud{new}}}text", "text"),
    ],
)
def test_what_control_words_say(inside: bytes, text: str) -> None:
    assert words(inside).text == text


def test_what_comes_after_the_end_is_no_text() -> None:
    assert read_words(rb"{\rtf1 text}more{\b text}", LIMITS, "").text == "text"


def test_properties_come_out_by_their_names() -> None:
    details = words(rb"{\info{\title A {\b bold} title}{\author B}{\creatim\yr2025\mo7\dy4}{\revtim\yr2026}}x").details
    assert details == {"title": "A bold title", "author": "B", "created": "2025-07-04"}
    assert words(rb"{\title not in info}x").text == "x"


@pytest.mark.parametrize(
    "piece",
    [
        rb'{\field{\*\fldinst{HYPERLINK "x" }}{',
        rb"\'e9\u233?",
        rb"{\v x}",
        rb"{\footnote x}",
        rb"{\fonttbl{\f1\fcharset0 ",
        b"\\",
        b" | ",
    ],
)
def test_time_grows_with_the_file_only(piece: bytes) -> None:
    closed = piece + b"}" * (piece.count(b"{") - piece.count(b"}"))
    began = time.perf_counter()
    words(closed * 20_000)
    assert time.perf_counter() - began < 4
