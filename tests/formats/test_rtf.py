"""Rich text becomes an article, or one sentence that says why not."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.limits import LIMITS
from annotator.formats.rtf import Rtf

PLAIN = rb"{\rtf1\ansi\ansicpg1252 The mayor \b denied\b0  it.\par \ldblquote Never,\rdblquote  she said.\par}"


def read(content: bytes, name: str = "story.rtf") -> ArticleRecord:
    (article,) = Rtf().read(content, name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Rtf(), Reader)
    assert not isinstance(Rtf(), Writer)
    assert Rtf().recognises(PLAIN)
    assert not Rtf().recognises(b"A text about {\\rtf")


def test_paragraphs_come_out_whole() -> None:
    article = read(PLAIN)
    assert article.text == "The mayor denied it.\n\n“Never,” she said."
    assert (article.title, article.original, article.encoding) == ("The mayor denied it.", PLAIN, "")
    assert (article.format_id, article.file_name, article.notices) == ("rtf", "story.rtf", ())


def test_properties_say_title_name_and_date() -> None:
    info = (
        rb"{\info{\title Who pays for the bridge}{\author Ana Lim}{\creatim\yr2025\mo7\dy4\hr21\min35}{\operator X Y}}"
    )
    article = read(PLAIN.replace(b"The mayor", info + b"The mayor"))
    assert (article.title, article.byline) == ("Who pays for the bridge", "Ana Lim")
    assert (article.published_at, article.source_note) == ("", "The file was made on 2025-07-04T21:35:00.")
    assert article.text == read(PLAIN).text


def test_what_was_left_out_is_told() -> None:
    content = rb"{\rtf1 She {\deleted never }said {\v secret }so{\*\annotation Really?}.}"
    article = read(content)
    assert article.text == "She said so."
    assert [notice.split()[3] for notice in article.notices] == ["tracked", "comments;", "hidden"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Just text.", "is not rich text"),
        (rb"{\rtf1 }", "holds no text"),
        (rb"{\rtf1 {\pict\pngblip 89504e47}}", "holds no text"),
        (rb"{\rtf1 " + b"{" * 1000, "more than 500 deep"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="the limit for one article"):
        Rtf().read(PLAIN, "a.rtf", ReadOptions(limits=replace(LIMITS, article_bytes=10)))


words = st.sampled_from(
    rb"{ } \par \u-10179? \u56832? \u99999999 \uc9 \uc-1 \'e9 \'g \bin9 \bin-1 \f1 \fcharset128 \fonttbl \info \title "
    rb"\creatim \yr2025 \footnote \v \deleted \v0 \plain \* \shp \shptxt \cell \row \ansicpg \ansicpg932 \mac x ; "
    rb"\\".split()
)


@given(st.lists(words | st.binary(max_size=4), max_size=20).map(b"".join))
def test_any_words_give_an_article_or_a_sentence(content: bytes) -> None:
    with suppress(UnreadableInput):
        article = read(rb"{\rtf1 begin " + content)
        assert article.text.encode()
