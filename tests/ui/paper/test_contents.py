"""The contents of a printed report."""

from pytestqt.qtbot import QtBot

from annotator.core.report import Heading, Report
from annotator.ui.paper.contents import front_with_contents
from annotator.ui.paper.setting import Setting

REPORT = Report("Title", "2026", "en", front=(Heading("Title", 1),))


def _lines(titles: list[str], lengths: list[int]) -> tuple[int, list[str]]:
    document = front_with_contents(Setting(()), REPORT, titles, lengths)
    return document.pageCount(), document.toPlainText().split("\n")


def test_each_part_has_the_page_that_it_begins_on(qtbot: QtBot) -> None:
    pages, lines = _lines(["One", "Two", "Three"], [2, 1, 5])
    assert pages == 1
    assert lines[:9] == ["Title", "Contents", "Page", "One", "2", "Two", "4", "Three", "5"]


def test_a_long_list_counts_its_own_pages(qtbot: QtBot) -> None:
    pages, lines = _lines([f"Part {number}" for number in range(200)], [1] * 200)
    assert pages > 2
    assert lines[4] == str(pages + 1)
