"""A report as a Word file."""

import io

import docx
import mammoth
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.report import can_be_written
from annotator.formats.base import ReadOptions
from annotator.formats.docx import Docx
from annotator.formats.reports.docx import DocxReport
from tests.formats.reports.coming_back import check_any_text, check_passages, written


def test_passages_come_back_and_bytes_stay_the_same() -> None:
    check_passages(DocxReport())


@settings(max_examples=12)
@given(st.text(max_size=60).map(can_be_written).filter(bool))
def test_any_text_comes_back(text: str) -> None:
    check_any_text(DocxReport(), text)


def test_another_library_sees_headings_and_tables() -> None:
    told = mammoth.convert_to_html(io.BytesIO(written(DocxReport())))
    assert "<h1>عنوان</h1>" in told.value
    assert "<table>" in told.value
    assert [one.message for one in told.messages if one.type == "error"] == []


def test_python_docx_opens_it_with_its_title_and_header_rows() -> None:
    document = docx.Document(io.BytesIO(written(DocxReport())))
    assert document.core_properties.title == "Quotes & <claims>"
    assert document.core_properties.author == ""
    assert [table.style is not None for table in document.tables] == [True, True]
    assert document.tables[1].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert [cell.text for cell in document.tables[1].rows[1].cells] == ["Ana, Ben", "1,200", "0.812"]


def test_our_own_reader_reads_it() -> None:
    (article,) = Docx().read(written(DocxReport()), "report.docx", ReadOptions())
    for words in (
        "نفى الوزير في 12 مايو «كل ما قيل» (BBC) وأضاف: لا.",
        "大臣は「そんなことは言っていない」と否定した。",
    ):
        assert words in article.text
