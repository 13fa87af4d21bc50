"""A PDF becomes an article in reading order, or one sentence that says why not."""

import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument, QTextLayout

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.limits import LIMITS
from annotator.formats.pdf import Pdf
from annotator.ui import fonts
from tests.formats.office_files import Line, pdf, pdf_of, stream, written

PROSE = [
    "The mayor said on Monday that the harbour bridge",
    "would open in the spring and that nobody had asked",
    "her to wait for the report of the inspectors.",
]
LEFT = [
    "In the left column the story",
    "goes on from line to line and",
    "has nothing to do with the",
    "words that stand beside it.",
]
RIGHT = [
    "The right column is read when",
    "the left one has been read to",
    "its end, as people read any",
    "newspaper in two columns.",
]


def read(content: bytes, name: str = "report.pdf") -> ArticleRecord:
    """The one article in a file."""
    (article,) = Pdf().read(content, name, ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def printed(html: str) -> bytes:
    """A PDF as Qt prints a page of HTML, with the fonts of the program."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
    writer.deleteLater()
    del writer
    buffer.close()
    return bytes(store.data())


def furniture(article: ArticleRecord) -> list[tuple[str, str]]:
    return [(article.text[part.start_char : part.end_char], part.kind) for part in article.furniture]


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Pdf(), Reader)
    assert not isinstance(Pdf(), Writer)
    assert Pdf().recognises(b"%PDF-1.4 ...")
    assert not Pdf().recognises(b"A text about %PDF-")


def test_lines_become_paragraphs() -> None:
    content = pdf([written(PROSE) + written(PROSE, y=680)])
    article = read(content)
    assert article.text == f"{' '.join(PROSE)}\n\n{' '.join(PROSE)}"
    assert (article.original, article.encoding, article.file_name) == (content, "", "report.pdf")
    assert (article.format_id, article.notices) == ("pdf", ())


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = written(PROSE) + written(["And then it opened, so that the harbour was", *PROSE[1:]], y=708)
    lines[3] = lines[3]._replace(x=65)
    assert read(pdf([lines])).text.count("\n\n") == 1


@pytest.mark.parametrize("across", [True, False], ids=["row by row", "column by column"])
def test_columns_are_read_one_after_the_other(across: bool) -> None:
    """Whichever way the program that made the file has drawn them."""
    left, right = written(LEFT, x=50), written(RIGHT, x=300)
    body = [line for row in zip(left, right, strict=True) for line in row] if across else [*right, *left]
    heading = Line(50, 790, "A heading that runs over both of the columns", 20)
    assert read(pdf([[heading, *body]])).text == "\n\n".join([heading.text, " ".join(LEFT), " ".join(RIGHT)])


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Town", "Votes", "Share"), ("Kawa", "1,204", "31 %"), ("Miah", "980", "25 %"), ("Dora", "77", "2 %")]
    lines = [
        Line(50 + 120 * at, 700 - 14 * row, cell) for row, cells in enumerate(rows) for at, cell in enumerate(cells)
    ]
    assert read(pdf([lines])).text.split("\n\n") == ["\t".join(cells) for cells in rows]


def test_a_paragraph_runs_on_over_heads_and_numbers() -> None:
    bodies = (PROSE, ["and that the report would be read by all of them,", *LEFT], RIGHT)
    pages = [
        [Line(50, 810, "The Harbour Report 2025"), *written(body), Line(290, 30, str(number))]
        for number, body in enumerate(bodies, 1)
    ]
    pages[0][3] = pages[0][3]._replace(text="her to wait for the report of the inspectors of it")
    article = read(pdf(pages))
    head, first, second = "The Harbour Report 2025", " ".join(PROSE[:2]), " ".join(LEFT)
    assert article.text.split("\n\n") == [
        head,
        f"{first} her to wait for the report of the inspectors of it and that the report would be read by all of them, "
        + second,
        "1",
        head,
        "2",
        head,
        " ".join(RIGHT),
        "3",
    ]
    expected = [(head, "running_head"), ("1", "page_number"), (head, "running_head"), ("2", "page_number")]
    assert furniture(article) == [*expected, (head, "running_head"), ("3", "page_number")]


def test_hyphens_go_where_they_break_a_word() -> None:
    lines = [
        "The inspectors spoke of the inter-",
        "national bridge and of a long-",
        "lasting debt, a long-lasting one, of",
    ]
    lines += ["anak-", "anak and of Anglo-", "Saxon words."]
    article = read(pdf([written([line.ljust(2) for line in lines[:3]])]))
    assert article.text == (
        "The inspectors spoke of the international bridge and of a long-lasting debt, a long-lasting one, of"
    )
    assert "anak-anak and of Anglo-Saxon" in read(pdf([written([lines[3], lines[4], lines[5]])])).text


SCRIPTS = {
    "arabic": (
        "قال رئيس البلدية يوم الاثنين إن الرحلة رقم 123 كانت جيدة (كما يقال) وإن أحدا لم يخطئ في ذلك كله يوم الاثنين."
    ),
    "hebrew": "ראש העיר הכחיש את הדברים ביום שני בשעה 12:30 (לדבריו) ולא אמר דבר נוסף על כך לאיש מן הנוכחים שם.",
    "thai": "นายกเทศมนตรียอมรับความผิดพลาด",
    "chinese": "市长承认去年的错误，并承诺今年予以改正。" * 5,
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("script", SCRIPTS)
def test_arabic_hebrew_thai_and_chinese_come_out_as_they_are_read(script: str) -> None:
    words, turned = SCRIPTS[script], " dir=rtl" if script in ("arabic", "hebrew") else ""
    fonts.load_fonts()
    fonts.load_fonts_for(words)
    if not has_letters_of(words):
        pytest.skip(f"no font of this machine has the letters: {script}")
    text = read(printed(f"<p{turned}>{words}</p><p>An efficient officer.</p>")).text
    assert words in text
    assert "An efficient officer." in text


def has_letters_of(words: str) -> bool:
    """True where a font draws each letter, not a box in its place."""
    layout = QTextLayout(words)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def test_titles_names_and_dates_are_taken_when_a_person_meant_them() -> None:
    told = {"Title": "The Harbour Report", "Author": "Ana Lim", "CreationDate": "D:20250704213500+07'00'"}
    article = read(pdf([[Line(50, 800, "The Harbour Report", 20), *written(PROSE)]], told))
    assert (article.title, article.byline, article.authors) == ("The Harbour Report", "Ana Lim", ("Ana Lim",))
    assert (article.published_at, article.source_note) == ("", "The file was made on 2025-07-04T21:35:00+07:00.")
    told = {"Title": "Microsoft Word - final_v3.docx", "Author": "user", "CreationDate": "D:19700101000000Z"}
    article = read(pdf([[Line(50, 800, "The Harbour Report", 20), *written(PROSE)]], told))
    assert (article.title, article.byline, article.published_at) == ("The Harbour Report", "", "")


def test_a_scan_is_said_to_be_one() -> None:
    for lines in ([], [Line(10, 10, "Scanned by a machine")]):
        with pytest.raises(UnreadableInput, match=r"“report\.pdf” is a scan: .* run OCR and load that"):
            read(pdf([lines, lines], pictures=[1, 2]))


def test_scanned_pages_between_others_are_named() -> None:
    article = read(pdf([written(PROSE), [], [], written(PROSE), []], pictures=[2, 3, 5]))
    assert article.notices == (
        "Pages 2–3, 5 of this PDF: pictures without text, which were left out; run OCR to have them.",
    )


def test_a_picture_behind_text_is_no_scan() -> None:
    assert read(pdf([written(PROSE)], pictures=[1])).notices == ()


def test_pages_without_anything_hold_no_text() -> None:
    with pytest.raises(UnreadableInput, match="holds no text"):
        read(pdf([[]]))


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    content = pdf([written(PROSE)])
    upside_down = content.replace(b"/MediaBox[0 0 595 842]", b"/Rotate 0/MediaBox[0 0 595 842]")
    assert read(upside_down).text == " ".join(PROSE)


def test_a_password_is_said_to_be_needed() -> None:
    protected = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)
    with pytest.raises(UnreadableInput, match="protected by a password"):
        read(pdf([written(PROSE)]).replace(b"/Info 5 0 R", protected))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n1 0 obj\n<</Type/Catalog", b"%PDF-", pdf_of([b"<</Type/Catalog>>"])])
def test_a_damaged_file_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"“report\.pdf” is damaged"):
        read(content)


def test_another_kind_of_file_is_no_pdf() -> None:
    with pytest.raises(UnreadableInput, match="is not a PDF, whatever its name says"):
        read(b"Just text.")


def test_too_many_pages_and_bytes_are_refused() -> None:
    content = pdf([[]] * 3)
    with pytest.raises(UnreadableInput, match="has 3 pages; the limit is 2"):
        Pdf().read(content, "a.pdf", ReadOptions(limits=replace(LIMITS, parts=2)))
    with pytest.raises(UnreadableInput, match=r"the limit for one article is 0\.0 MB"):
        Pdf().read(content, "a.pdf", ReadOptions(limits=replace(LIMITS, article_bytes=100)))


@pytest.mark.parametrize(
    "objects",
    [
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>"],
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
            stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"),
        ],
    ],
    ids=["pages in themselves", "a count that lies", "a form in itself"],
)
def test_loops_end(objects: list[bytes]) -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableInput):
        read(pdf_of(objects))
    assert time.perf_counter() - began < 2


@given(st.data())
def test_a_mutilated_file_gives_an_article_or_a_sentence(data: st.DataObject) -> None:
    content = bytearray(pdf([written(PROSE), written(LEFT) + written(RIGHT, x=300)], {"Title": "A"}, pictures=[2]))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    with suppress(UnreadableInput):
        article = read(bytes(content[: data.draw(st.sampled_from([len(content), len(content) // 2]))]))
        assert article.text.strip()
