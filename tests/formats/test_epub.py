"""A book becomes one article, its chapters in order."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.epub import Epub
from annotator.formats.limits import LIMITS
from tests.formats.office_files import epub, zipped

FIRST = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
    "<style>p {}</style></head><body><h1>One</h1><p>The mayor<a id='x'/> denied&#160;it: 市长.</p></body></html>"
)
SECOND = "<html><head><script src='http://127.0.0.1:9/x.js'/></head><body><h1>Two</h1><p>Nobody&nbsp;asked.</p></body></html>"
METADATA = (
    "<dc:title>The Bridge</dc:title><dc:creator>Ana Lim</dc:creator><dc:creator>Budi</dc:creator>"
    "<dc:publisher>Harbour Press</dc:publisher><dc:date>2025-07-04</dc:date><dc:language>en-GB</dc:language>"
)


def read(content: bytes, name: str = "book.epub") -> ArticleRecord:
    (article,) = Epub().read(content, name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Epub(), Reader)
    assert not isinstance(Epub(), Writer)
    assert Epub().recognises(epub({"a.xhtml": FIRST}))
    assert not Epub().recognises(zipped({"a.xhtml": FIRST}))


def test_chapters_come_in_the_order_of_the_book() -> None:
    content = epub({"z.xhtml": FIRST, "text/a%20b.xhtml": "", "a.xhtml": SECOND}, METADATA)
    article = read(content)
    assert article.text == "One\n\nThe mayor denied\xa0it: 市长.\n\nTwo\n\nNobody\xa0asked."
    assert (article.title, article.byline, article.authors) == ("The Bridge", "Ana Lim, Budi", ("Ana Lim", "Budi"))
    assert (article.outlet, article.published_at, article.language) == ("Harbour Press", "2025-07-04", "en")
    assert (article.original, article.encoding, article.format_id) == (content, "", "epub")


def test_a_book_without_metadata_is_called_by_its_first_line() -> None:
    article = read(epub({"a.xhtml": FIRST}))
    assert (article.title, article.byline, article.published_at, article.language) == ("One", "", "", "")


def test_a_chapter_that_is_not_there_is_passed_over() -> None:
    content = epub({"a.xhtml": FIRST, "b.xhtml": SECOND})
    assert read(content.replace(b"OEBPS/b.xhtml", b"OEBPS/c.xhtml")).text.startswith("One")


def test_a_book_that_is_locked_is_said_to_be() -> None:
    locked = "<encryption><EncryptedData><CipherReference URI='OEBPS/{}'/></EncryptedData></encryption>"
    fonts = {"META-INF/encryption.xml": locked.format("font.otf")}
    assert read(epub({"a.xhtml": FIRST}, further=fonts)).title == "One"
    with pytest.raises(UnreadableInput, match="locked by the shop"):
        read(epub({"a.xhtml": FIRST}, further={"META-INF/encryption.xml": locked.format("a.xhtml")}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Just text.", "is not an EPUB"),
        (b"PK\x03\x04 cut", "cannot be opened"),
        (zipped({"a.txt": "a"}), "is damaged"),
        (epub({}), "holds no text"),
        (epub({"a.xhtml": FIRST}, further={"META-INF/container.xml": "<container/>"}), "is damaged"),
        (
            epub({"a.xhtml": FIRST}, further={"OEBPS/book.opf": '<!DOCTYPE d [<!ENTITY x "y">]><d/>'}),
            "declares entities",
        ),
        (epub({"a.xhtml": "<div>" * 100_000}), "deep"),
        (epub({"a.xhtml": "a" * 2_000_000}), "the limit is 100 times"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="the limit for one article"):
        Epub().read(epub({"a.xhtml": FIRST}), "a.epub", ReadOptions(limits=replace(LIMITS, article_bytes=100)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutilated_file_gives_an_article_or_a_sentence(data: st.DataObject) -> None:
    content = bytearray(epub({"a.xhtml": FIRST, "b.xhtml": SECOND}, METADATA))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableInput):
        read(bytes(content))


@given(st.binary(max_size=80), st.text(max_size=20))
def test_any_chapter_gives_an_article_or_a_sentence(chapter: bytes, title: str) -> None:
    with suppress(UnreadableInput):
        read(epub({"a.xhtml": chapter, "b.xhtml": FIRST}, f"<dc:title>{title}</dc:title>"))
