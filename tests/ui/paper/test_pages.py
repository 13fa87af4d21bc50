"""Documents on pages: where headings are, and how many pages there are."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot

from annotator.core.report import Heading, plain
from annotator.ui.paper.pages import BODY, Pages, lay_out
from annotator.ui.paper.setting import Setting


def test_documents_begin_on_pages_of_their_own(qtbot: QtBot) -> None:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pages = Pages(QPdfWriter(buffer), "head", 3)
    painter = pages.begin()
    long = [Heading("One", 1), *[plain("words " * 40)] * 20, Heading("Late", 2), *[plain("words " * 40)] * 8]
    for blocks in (long, [Heading("Two", 1)]):
        document = Setting(()).document(blocks)
        lay_out(document)
        pages.draw(painter, document)
    painter.end()
    assert pages.drawn == 3
    assert [(one.words, one.level, one.page) for one in pages.bookmarks] == [
        ("One", 1, 0),
        ("Late", 2, 1),
        ("Two", 1, 2),
    ]
    assert all(0 < one.down < 1 for one in pages.bookmarks)


def _orphans(lines: int) -> list[str]:
    """Headings whose paragraph stands on another page, in a document that begins with so many lines."""
    blocks = [plain("x")] * lines + [Heading("A", 2), Heading("B", 3), plain("words")]
    document = Setting(()).document(blocks)
    lay_out(document)
    layout, pages = document.documentLayout(), {}
    block = document.begin()
    while block.isValid():
        pages[block.text()] = int(layout.blockBoundingRect(block).bottom() // BODY.height())
        block = block.next()
    return [words for words in "AB" if pages[words] != pages["words"]]


def test_no_heading_stands_alone_at_the_foot_of_a_page(qtbot: QtBot) -> None:
    assert [_orphans(lines) for lines in range(36, 60)] == [[]] * 24
