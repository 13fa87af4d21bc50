"""A Word file becomes an article, with its changes accepted, and fetches nothing."""

import time
import tracemalloc
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.docx import Docx
from annotator.formats.limits import LIMITS
from tests.formats.office_files import WORD, docx, relationships, word_paragraph, zipped

PLAIN = word_paragraph("The mayor denied it.") + word_paragraph("“Never,” she said: naïve 市长.")


def read(content: bytes, name: str = "story.docx") -> ArticleRecord:
    (article,) = Docx().read(content, name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def notes(kind: str, *texts: str) -> str:
    """The part with the foot- or endnotes."""
    found = "".join(
        f'<w:{kind} w:id="{number}">{word_paragraph(text)}</w:{kind}>' for number, text in enumerate(texts, 1)
    )
    return f'<w:{kind}s xmlns:w="{WORD}">{found}</w:{kind}s>'


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Docx(), Reader)
    assert not isinstance(Docx(), Writer)
    assert Docx().recognises(docx(PLAIN))
    assert not Docx().recognises(zipped({"a.txt": "word/document.xml"}))
    assert not Docx().recognises(b"PK\x03\x04")


def test_paragraphs_come_out_whole() -> None:
    content = docx(PLAIN)
    article = read(content)
    assert article.text == "The mayor denied it.\n\n“Never,” she said: naïve 市长."
    assert (article.title, article.original, article.encoding) == ("The mayor denied it.", content, "")
    assert (article.format_id, article.file_name, article.notices) == ("docx", "story.docx", ())


def test_macros_change_nothing() -> None:
    assert (
        read(docx(PLAIN, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen"}), "story.docm").text
        == read(docx(PLAIN)).text
    )


def test_properties_say_title_name_and_date() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Who pays for the bridge</dc:title><dc:creator>Ana Lim</dc:creator>"
        "<dcterms:created>2025-07-04T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    article = read(docx(PLAIN, {"docProps/core.xml": core}))
    assert (article.title, article.byline) == ("Who pays for the bridge", "Ana Lim")
    assert (article.published_at, article.source_note) == ("", "The file was made on 2025-07-04T10:00:00+00:00.")


def test_changes_are_accepted_and_told() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">The mayor </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>never'
        '</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>always</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3"><w:r><w:t> gone</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> there.</w:t></w:r></w:moveTo></w:p>'
    )
    article = read(docx(body))
    assert article.text == "The mayor always there."
    assert "what was deleted is not" in article.notices[0]


def test_notes_stand_at_the_end_and_what_frames_a_page_is_left_out() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p><w:r><w:t>It was denied.</w:t></w:r>{reference}</w:p>"
    article = read(
        docx(
            body,
            {
                "word/footnotes.xml": notes("footnote", "By the mayor."),
                "word/header1.xml": f'<w:hdr xmlns:w="{WORD}">{word_paragraph("A head")}</w:hdr>',
                "word/comments.xml": notes("comment", "Is it so?"),
                "word/_rels/document.xml.rels": relationships(
                    ("footnotes", "footnotes.xml", False), ("comments", "comments.xml", False)
                ),
            },
        )
    )
    assert article.text.startswith("It was denied.[1]")
    assert article.text.endswith("[1] By the mayor.")
    assert "A head" not in article.text
    assert article.notices == ("The file has comments (1); they are not in the text.",)


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:fldSimple w:instr="DATE"><w:r><w:t>denied</w:t></w:r></w:fldSimple>',
        '<w:bdo w:val="rtl"><w:r><w:t>denied</w:t></w:r></w:bdo>',
        '<w:dir w:val="rtl"><w:smartTag><w:r><w:t>denied</w:t></w:r></w:smartTag></w:dir>',
        "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>denied</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r>",
        '<m:oMath xmlns:m="m"><m:r><m:t>denied</m:t></m:r></m:oMath>',
        "<w:sdt><w:sdtContent><w:r><w:t>denied</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:hyperlink r:id="rId9"><w:r><w:t>denied</w:t></w:r></w:hyperlink>',
    ],
)
def test_wrapped_words_are_not_lost(wrapped: str) -> None:
    links = {"word/_rels/document.xml.rels": relationships(*[("hyperlink", "http://127.0.0.1:9/", True)] * 9)}
    body = f'<w:p><w:r><w:t xml:space="preserve">She </w:t></w:r>{wrapped}<w:r><w:t> it.</w:t></w:r></w:p>'
    article = read(docx(body, links))
    assert " ".join(article.text.split()) in ("She denied it.", "She deniedit.")
    assert article.notices == ()


def test_hidden_words_are_left_out_and_told() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    shown = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>'
    article = read(docx(PLAIN + hidden + shown))
    assert "secret" not in article.text
    assert "shown" in article.text
    assert "hidden text" in article.notices[0]


def test_tables_and_lists_keep_their_words() -> None:
    cells = "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in ("Kawa", "1,204"))
    article = read(docx(f"{PLAIN}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert article.text.endswith("Kawa | 1,204")


def test_nothing_is_fetched() -> None:
    """A template and a picture elsewhere; the test run refuses sockets."""
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        "</w:p>"
    )
    template = relationships(("attachedTemplate", "http://127.0.0.1:9/evil.dotm", True))
    article = read(docx(PLAIN, {"word/_rels/settings.xml.rels": template}))
    assert article.notices == ("The file points at a template or picture elsewhere; it was not fetched.",)
    linked = relationships(("image", "file:///etc/passwd", True))
    article = read(docx(PLAIN + picture, {"word/_rels/document.xml.rels": linked}))
    assert article.text == read(docx(PLAIN)).text
    assert article.notices == ("The file points at a template or picture elsewhere; it was not fetched.",)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/header1.xml", "word/_rels/document.xml.rels", "docProps/core.xml"]
)
def test_a_document_type_is_refused_in_any_part(part: str) -> None:
    hostile = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    with pytest.raises(UnreadableInput, match=r"“story\.docx” declares entities"):
        read(docx(PLAIN, {part: hostile}))


def test_a_bomb_is_refused_at_once_and_in_little_memory() -> None:
    content = docx(word_paragraph("A" * 1000) * 30_000)
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(UnreadableInput, match="the limit is 100 times"):
        read(content)
    assert time.perf_counter() - began < 1
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_too_many_bytes_and_parts_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="the limit for one article"):
        Docx().read(docx(PLAIN), "a.docx", ReadOptions(limits=replace(LIMITS, article_bytes=100)))
    with pytest.raises(UnreadableInput, match="more than 2 files"):
        Docx().read(docx(PLAIN), "a.docx", ReadOptions(limits=replace(LIMITS, parts=2)))


def test_tables_deep_in_each_other_are_read_or_refused() -> None:
    began = time.perf_counter()
    for depth in (20, 70):
        deep = "<w:tbl><w:tr><w:tc>" * depth + word_paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth
        with suppress(UnreadableInput):
            assert "deep" in read(docx(PLAIN + deep)).text
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"Just text.", "is not a Word file"),
        (b"PK\x03\x04 cut", "cannot be opened"),
        (zipped({"a.txt": "a"}), "is damaged"),
        (docx(""), "holds no text"),
        (docx("<w:p>"), "its XML cannot be read"),
    ],
)
def test_what_is_no_word_file_is_said_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


names = st.sampled_from(["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/numbering.xml", "a.xml"])
tags = st.sampled_from(
    "<w:p> </w:p> <w:r> </w:r> <w:t>x</w:t> <w:tbl> </w:tbl> <w:ins> </w:ins> <w:del/> <w:footnoteReference/> <w:br/> "
    "<w:tc/> <w:sdt/> <w:hyperlink/> <w:style/> <w:num/> <w:sym/> <w:fldChar/> <w:rPr><w:vanish/></w:rPr> "
    "<w:ruby/>".split()
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(names, st.lists(tags, max_size=8).map("".join)),
    st.sampled_from(["document", "styles", "footnotes"]),
)
def test_any_parts_give_an_article_or_a_sentence(parts: dict[str, str], root: str) -> None:
    wrapped = {name: f'<w:{root} xmlns:w="{WORD}">{inside}</w:{root}>' for name, inside in parts.items()}
    with suppress(UnreadableInput):
        read(docx(PLAIN, wrapped))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutilated_file_gives_an_article_or_a_sentence(data: st.DataObject) -> None:
    content = bytearray(docx(PLAIN, {"word/footnotes.xml": notes("footnote", "One.")}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableInput):
        read(bytes(content[: data.draw(st.sampled_from([len(content), len(content) - 30]))]))
