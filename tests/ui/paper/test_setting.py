"""Blocks as a text document: directions, marks, tables, and passages as they were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from annotator.core.report import Fact, Facts, Style, Table, can_be_written, plain
from annotator.ui.paper.setting import Setting
from tests.formats.reports.sample import PASSAGES, sample


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts are Qt's."""


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """Its paragraphs; they end with the document, so that must be kept."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def part(number: int) -> QTextDocument:
    report = sample()
    return Setting(report.marks).document(list(report.parts)[number].blocks)


def test_passages_are_set_as_they_are() -> None:
    report = sample()
    setting = Setting(report.marks)
    for one in report.parts:
        setting.document(one.blocks)
    assert setting.passages == [words for _, words in PASSAGES]


@settings(max_examples=50)
@given(st.text(max_size=40).map(can_be_written))
def test_any_passage_is_set_as_it_is(text: str) -> None:
    setting = Setting(())
    document = setting.document([plain(text, Style.PASSAGE), plain("after")])
    assert setting.passages == [text]
    assert blocks(document)[-1].text() == "after"


def test_paragraphs_run_their_own_way() -> None:
    document = part(1)
    directions = {block.text()[:6]: block.blockFormat().layoutDirection() for block in blocks(document)}
    assert directions["نفى ال"] == Qt.LayoutDirection.RightToLeft
    assert directions["部长否认了“"] == Qt.LayoutDirection.LeftToRight


def test_headings_have_their_level_and_tables_a_header_row() -> None:
    document = part(1)
    there = blocks(document)
    assert [(block.text(), block.blockFormat().headingLevel()) for block in there[:2]] == [("Two", 1), ("Pairs", 3)]
    (table,) = document.rootFrame().childFrames()
    assert table.format().toTableFormat().headerRowCount() == 1


def test_marks_have_a_tint_and_a_line_and_numbers_are_raised() -> None:
    document = part(0)
    (block,) = (block for block in blocks(document) if "Kata dia" in block.text())
    looks: dict[str, QTextCharFormat] = {}
    pieces = block.begin()
    while not pieces.atEnd():
        looks[pieces.fragment().text()] = pieces.fragment().charFormat()
        pieces += 1
    assert looks["inner"].background().color().name() == "#ece5d6"
    assert looks["inner"].underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert looks["outer "].underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert looks["[1\u00a0"].verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript


def test_names_in_tables_begin_at_one_edge_and_words_of_an_article_at_their_own() -> None:
    facts = Facts((Fact("Source", "وزارة"), Fact("Sentence", "نفى الوزير", "ar")))
    document = Setting(()).document([facts, Table("", ("Who", "n"), (("نور", "3"),), 1)])
    edges = {block.text(): block.blockFormat().alignment() for block in blocks(document)}
    left, right, absolute = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignAbsolute
    assert edges["وزارة"] == edges["نور"] == left | absolute
    assert edges["3"] == right | absolute
    assert not edges["نفى الوزير"] & absolute
