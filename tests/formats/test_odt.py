"""An OpenDocument text becomes an article: what was deleted stays out, notes stand at the end."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QTextDocument, QTextDocumentWriter

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.limits import LIMITS
from annotator.formats.odt import Odt
from tests.formats.office_files import flat_odt, odt, zipped

PLAIN = "<text:h>The bridge</text:h><text:p>The mayor <text:span>denied</text:span> it: naïve 市长.</text:p>"
WORDS = "The bridge\n\nThe mayor denied it: naïve 市长."


def read(content: bytes, name: str = "story.odt") -> ArticleRecord:
    (article,) = Odt().read(content, name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Odt(), Reader)
    assert not isinstance(Odt(), Writer)
    assert Odt().recognises(odt(PLAIN))
    assert Odt().recognises(flat_odt(PLAIN))
    assert not Odt().recognises(zipped({"content.xml": "<a/>"}))


@pytest.mark.parametrize("content", [odt(PLAIN), flat_odt(PLAIN)])
def test_paragraphs_come_out_whole(content: bytes) -> None:
    article = read(content)
    assert (article.text, article.title) == (WORDS, "The bridge")
    assert (article.original, article.encoding, article.format_id, article.notices) == (content, "", "odt", ())


def test_what_qt_writes_is_read(qapp: object) -> None:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    document = QTextDocument()
    document.setHtml("<h1>The bridge</h1><p>The mayor <b>denied</b> it.</p><ul><li>one</li><li>two</li></ul>")
    QTextDocumentWriter(buffer, QByteArray(b"ODF")).write(document)
    content = bytes(store.data())
    assert Odt().recognises(content)
    assert read(content).text.split() == "The bridge The mayor denied it. one two".split()


def test_properties_say_title_name_and_date() -> None:
    meta = (
        "<dc:title>Who pays for the bridge</dc:title><meta:initial-creator>Ana Lim</meta:initial-creator>"
        "<meta:creation-date>2025-07-04T10:00:00.123</meta:creation-date><dc:date>2025-08-04T10:00:00</dc:date>"
    )
    article = read(odt(PLAIN, meta))
    assert (article.title, article.byline) == ("Who pays for the bridge", "Ana Lim")
    assert (article.published_at, article.source_note) == ("", "The file was made on 2025-07-04T10:00:00.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c\nd"),
        ("<text:p>a\n   b</text:p>", "a b"),
        (
            "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p>"
            "</text:list-item></text:list><text:p>end</text:p>",
            "one\ntwo\n\nend",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Kawa</text:p></table:table-cell><table:table-cell>"
            "<text:p>1,204</text:p></table:table-cell></table:table-row></table:table>",
            "Kawa | 1,204",
        ),
        (
            "<text:p><text:ruby><text:ruby-base>市</text:ruby-base><text:ruby-text>shi</text:ruby-text></text:ruby></text:p>",
            "市",
        ),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b</text:p>",
            "a\n\nbox\n\nb",
        ),
        (
            "<text:p>Denied<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>By her."
            "</text:p></text:note-body></text:note> twice.</text:p><text:p>End.</text:p>",
            "Denied[1] twice.\n\nEnd.\n\n[1] By her.",
        ),
    ],
    ids=["white space", "line ends of XML", "list", "table", "ruby", "box", "note"],
)
def test_what_stands_where(body: str, text: str) -> None:
    assert read(odt(body)).text == text


def test_deleted_hidden_and_commented_words_are_left_out_and_told() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:section text:display='none'><text:p>secret</text:p>"
        "</text:section><text:p>She <text:change/><office:annotation><text:p>really?</text:p></office:annotation>"
        "said so.</text:p>"
    )
    article = read(odt(body))
    assert article.text == "She said so."
    assert [notice.split()[3] for notice in article.notices] == ["tracked", "comments", "hidden"]


def test_a_password_is_said_to_be_needed() -> None:
    manifest = "<manifest xmlns='m'><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(UnreadableInput, match="protected by a password"):
        read(odt(PLAIN, further={"META-INF/manifest.xml": manifest, "content.xml": b"\x00\xff"}))


@pytest.mark.parametrize("part", ["content.xml", "meta.xml", "META-INF/manifest.xml"])
def test_a_document_type_is_refused(part: str) -> None:
    for hostile in ('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>', "<!DOCTYPE d><d/>"):
        with pytest.raises(UnreadableInput, match="declares"):
            read(odt(PLAIN, further={part: hostile}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Just text.", "is not an OpenDocument text"),
        (b"PK\x03\x04 cut", "cannot be opened"),
        (b"<a/>", "no text; save it as a text document"),
        (zipped({"a.txt": "a"}), "is damaged"),
        (odt(""), "holds no text"),
        (odt("<text:p>"), "its XML cannot be read"),
        (odt("<text:p>" * 300 + "</text:p>" * 300), "more than 256 deep"),
        (odt(f"<text:p>{'a' * 2_000_000}</text:p>"), "the limit is 100 times"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="the limit for one article"):
        Odt().read(odt(PLAIN), "a.odt", ReadOptions(limits=replace(LIMITS, article_bytes=100)))


tags = st.sampled_from(
    "<text:p> </text:p> <text:note> </text:note> <text:note-body> </text:note-body> <text:list> </text:list> "
    "x <text:list-item> </text:list-item> <table:table> </table:table> <table:table-cell/> <text:s/> "
    "<draw:frame/>".split()
)


@given(st.lists(tags, max_size=12).map("".join))
def test_any_elements_give_an_article_or_a_sentence(body: str) -> None:
    with suppress(UnreadableInput):
        assert read(flat_odt(f"<text:p>a</text:p>{body}")).text.startswith("a")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutilated_file_gives_an_article_or_a_sentence(data: st.DataObject) -> None:
    content = bytearray(odt(PLAIN))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableInput):
        read(bytes(content))
