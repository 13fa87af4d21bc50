"""Draws documents on the pages of a PDF, with a head and a foot on each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from annotator.ui.paper.faces import paper_font, plain_families
from annotator.ui.paper.setting import INK, QUIET_INK, RULE
from annotator.ui.paper.wording import Line, lines_of

_DOTS = 96.0  # what documents are laid out in, an inch
_MILLIMETRE = _DOTS / 25.4
_SIDE, _TOP = 20 * _MILLIMETRE, 22 * _MILLIMETRE
_SMALL, _HAIR = 11, 0.5
_HEAD, _FOOT = 12 * _MILLIMETRE, 14 * _MILLIMETRE
_WIDTH, _HEIGHT = 210 * _MILLIMETRE, 297 * _MILLIMETRE
BODY = QSizeF(_WIDTH - 2 * _SIDE, _HEIGHT - 2 * _TOP)
"""The part of a page that text stands on."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its words, its level, the page from 0, how far down it stands there, 0 to 1."""

    words: str
    level: int
    page: int
    down: float


@dataclass
class Pages:
    """The pages of one PDF. `count` is how many there will be, 0 where that is not known before.

    `lines` are, page by page, those whose glyphs do not tell their words.
    """

    writer: QPdfWriter
    head: str
    count: int = 0
    drawn: int = 0
    bookmarks: list[Bookmark] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)

    def begin(self) -> QPainter:
        """A painter whose unit is that of documents. The page has no margins but those of this file."""
        self.writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        painter = QPainter(self.writer)
        scale = self.writer.resolution() / _DOTS
        painter.scale(scale, scale)
        return painter

    def draw(self, painter: QPainter, document: QTextDocument) -> None:
        """Draw a document that is laid out on BODY, on pages of its own."""
        self.bookmarks += [
            Bookmark(words, level, self.drawn + int(top // BODY.height()), (top % BODY.height() + _TOP) / _HEIGHT)
            for words, level, top in _headings(document)
        ]
        self.lines += _by_page(lines_of(document), document.pageCount())
        for page in range(document.pageCount()):
            if self.drawn:
                self.writer.newPage()
            self.drawn += 1
            self._around(painter)
            self._body(painter, document, page)

    def number_of(self, page: int) -> str:
        """What stands at the foot of a page, the first one being 1."""
        return f"{page} / {self.count}" if self.count else str(page)

    def _body(self, painter: QPainter, document: QTextDocument, page: int) -> None:
        painter.save()
        painter.translate(_SIDE, _TOP - page * BODY.height())
        # A hair less than the page, or the first line of the next one would show its upper edge.
        view = QRectF(0, page * BODY.height(), BODY.width(), BODY.height() - _HAIR)
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.palette = palette
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _around(self, painter: QPainter) -> None:
        font = paper_font(plain_families(), 8)
        font.setPixelSize(_SMALL)  # points would be those of the device
        painter.setFont(font)
        painter.setPen(QColor(QUIET_INK))
        width, flag = BODY.width(), Qt.AlignmentFlag
        painter.drawText(QRectF(_SIDE, _HEAD - 12, width, 16), flag.AlignLeft | flag.AlignVCenter, self.head)
        number = self.number_of(self.drawn)
        foot = QRectF(_SIDE, _HEIGHT - _FOOT, width, 16)
        painter.drawText(foot, flag.AlignRight | flag.AlignVCenter, number)
        painter.setPen(QColor(RULE))
        painter.drawLine(int(_SIDE), int(_HEAD + 6), int(_SIDE + width), int(_HEAD + 6))


def lay_out(document: QTextDocument) -> int:
    """Lay a document out on the pages of a PDF; how many it takes. No heading stands alone at the foot of one."""
    document.setPageSize(BODY)
    block: QTextBlock = document.begin()
    first = QTextBlock()  # of headings that follow each other, with nothing between them
    while block.isValid():
        is_heading = block.blockFormat().headingLevel() > 0
        if first.isValid() and _page_of(block) > _page_of(first):
            _begin_page(first)
        first = (first if first.isValid() else block) if is_heading else QTextBlock()
        block = block.next()
    return document.pageCount()


def _page_of(block: QTextBlock) -> int:
    """The page on which a paragraph's first line stands; a line at the head of a page may begin a hair above it."""
    layout = block.document().documentLayout()
    line = block.layout().lineAt(0)
    top = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0.0)
    return int((top + 1) // BODY.height())


def _begin_page(block: QTextBlock) -> None:
    """Move a paragraph and all behind it to the next page, unless Qt would leave that one empty, as it does where no
    line fits on what is left of this one.
    """
    before, look = _page_of(block), block.blockFormat()
    broken = QTextBlockFormat(look)
    broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    _lay_out_from(block, broken)
    if _page_of(block) > before + 1:
        _lay_out_from(block, look)


def _lay_out_from(block: QTextBlock, look: QTextBlockFormat) -> None:
    """Lay out a paragraph anew and all behind it: Qt does not note by itself where tables go then, nor draws them."""
    QTextCursor(block).setBlockFormat(look)
    document = block.document()
    document.markContentsDirty(block.position(), document.characterCount() - block.position())


def _by_page(lines: Iterable[Line], count: int) -> list[list[Line]]:
    """Lines by page; one at an edge may be drawn on both."""
    pages: list[list[Line]] = [[] for _ in range(count)]
    for line in lines:
        for page in {int(edge // BODY.height()) for edge in (line.top, line.bottom)} & set(range(count)):
            pages[page].append(line)
    return pages


def _headings(document: QTextDocument) -> Iterator[tuple[str, int, float]]:
    block: QTextBlock = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            top = document.documentLayout().blockBoundingRect(block).top()
            yield block.text(), level, top
        block = block.next()
