"""A report as an OpenDocument text."""

import io
from zipfile import ZIP_STORED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.report import can_be_written
from annotator.formats.base import ReadOptions
from annotator.formats.odt import Odt
from annotator.formats.reports.odt import OdtReport
from tests.formats.reports.coming_back import check_any_text, check_passages, written


def test_passages_come_back_and_bytes_stay_the_same() -> None:
    check_passages(OdtReport())


@settings(max_examples=60)
@given(st.text(max_size=60).map(can_be_written).filter(bool))
def test_any_text_comes_back(text: str) -> None:
    check_any_text(OdtReport(), text)


def test_its_kind_stands_first_and_plain() -> None:
    with ZipFile(io.BytesIO(written(OdtReport()))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert Odt().recognises(written(OdtReport()))


def test_our_own_reader_reads_it() -> None:
    (article,) = Odt().read(written(OdtReport()), "report.odt", ReadOptions())
    assert article.title == "Quotes & <claims>"
    for words in (
        "نفى الوزير في 12 مايو «كل ما قيل» (BBC) وأضاف: لا.",
        "大臣は「そんなことは言っていない」と否定した。",
    ):
        assert words in article.text
