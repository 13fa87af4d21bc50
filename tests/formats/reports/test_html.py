"""A report as a web page."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from annotator.core.report import can_be_written
from annotator.formats.base import ReadOptions
from annotator.formats.reports.html import HtmlReport
from annotator.formats.web_page import WebPage
from tests.formats.reports.coming_back import check_any_text, check_passages, written


def test_passages_come_back_and_bytes_stay_the_same() -> None:
    check_passages(HtmlReport())


@settings(max_examples=60)
@given(st.text(max_size=60).map(can_be_written).filter(str.strip))
def test_any_text_comes_back(text: str) -> None:
    check_any_text(HtmlReport(), text)


def test_it_loads_nothing_and_runs_nothing() -> None:
    page = written(HtmlReport()).decode()
    tree = html.fromstring(page)
    assert not tree.xpath("//script|//link|//img|//iframe|//@src|//@onload")
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == []
    assert not re.search(r"url\(|@import|https?:", page)


def test_headings_tables_and_blocks_are_those_of_a_screen_reader() -> None:
    tree = html.fromstring(written(HtmlReport()))
    assert tree.get("lang") == "en"
    (heading,) = tree.xpath("//h1[@lang='ar']")
    assert heading.get("dir") == "rtl"
    assert tree.xpath("//table/caption/text()") == ["Pairs"]
    assert tree.xpath("//thead/tr/th[@scope='col']/text()") == ["Who", "n", "kappa"]
    assert tree.xpath("//table[@class='facts']//th[@scope='row']/text()") == ["Source", "Links"]
    assert {one.get("dir") for one in tree.xpath("//p")} == {"ltr", "rtl"}
    assert tree.xpath("//nav//a/@href") == ["#part-1", "#part-2"]
    assert tree.xpath("//section/@id") == ["part-1", "part-2"]


def test_nested_marks_have_tints_and_underlines_of_their_own() -> None:
    page = written(HtmlReport()).decode()
    assert '<span class="mark m1"><span class="mark m0">inner</span></span>' in page
    assert "underline wavy #1b5e9e" in page
    assert '<span class="number m1" title="Quote">[1\u00a0</span>' in page


def test_our_own_reader_reads_it() -> None:
    (article,) = WebPage().read(written(HtmlReport()), "report.html", ReadOptions())
    assert "部长否认了“这一指控”，称其「毫无根据」。" in article.text
