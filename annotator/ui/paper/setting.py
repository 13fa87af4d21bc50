"""Sets the blocks of a report as a text document, for paper and for a look at it before."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from annotator.core.directions import is_right_to_left
from annotator.core.report import Block, Fact, Facts, Heading, Mark, Paragraph, Piece, Style, Table
from annotator.core.schema import Pattern
from annotator.ui.paper.faces import paper_font, plain_families, text_families

INK, QUIET_INK, RULE = "#1a1a1a", "#595959", "#d0d0d0"
_PASSAGE_GROUND, _NOTICE_GROUND = "#f3f3f3", "#fff6dd"
_BREAK = "\u2028"
_LINES = {ord("\n"): _BREAK, 0x2029: _BREAK, 0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0xFFFC: "\ufffd"}
_UNDERLINES = {
    Pattern.SOLID: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Pattern.DASHED: QTextCharFormat.UnderlineStyle.DashUnderline,
    Pattern.DOTTED: QTextCharFormat.UnderlineStyle.DotLine,
    Pattern.WAVY: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Pattern.DOUBLE: QTextCharFormat.UnderlineStyle.DashDotLine,
}
# Points, space above and below in pixels.
_HEADINGS = {1: (18.0, 0, 8), 2: (13.5, 16, 5), 3: (10.5, 12, 3)}
_PARAGRAPHS: Mapping[Style, tuple[float, int, int]] = {
    Style.PLAIN: (10, 2, 4),
    Style.QUIET: (9, 0, 5),
    Style.TEXT: (10.5, 0, 8),
    Style.CAPTION: (9.5, 0, 8),
    Style.PASSAGE: (11, 2, 5),
    Style.NOTICE: (9.5, 2, 5),
}
_CELL_POINTS, _PADDING = 9.0, 2.5
_TITLES = 90.0
_FEW, _FIRST_COLUMN = 3, 28.0  # a first column of titles, where several of figures follow
_OF_ARTICLES = frozenset({Style.TEXT, Style.CAPTION, Style.PASSAGE})


class Setting:
    """Sets blocks in the looks of these marks. `passages` gathers the words of passages as they are set."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = {mark.key: mark for mark in marks}
        self.passages: list[str] = []

    def document(self, blocks: Sequence[Block]) -> QTextDocument:
        """A document with these blocks, on no paper yet."""
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultFont(paper_font(plain_families(), 10))
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._fresh = True
        for block in blocks:
            self._block(cursor, block)
        cursor.endEditBlock()
        return document

    def _block(self, cursor: QTextCursor, block: Block) -> None:
        if isinstance(block, Heading):
            points, above, below = _HEADINGS[block.level]
            look = self._begin(cursor, block.words, above, below)
            look.setHeadingLevel(block.level)
            cursor.setBlockFormat(look)
            families = text_families(block.language) if block.level == 1 else plain_families()
            self._words(cursor, block.words, _letters(families, points, bold=True))
        elif isinstance(block, Paragraph):
            self._paragraph(cursor, block)
        elif isinstance(block, Facts):
            self._facts(cursor, block)
        else:
            self._table(cursor, block)

    def _paragraph(self, cursor: QTextCursor, block: Paragraph) -> None:
        points, above, below = _PARAGRAPHS[block.style]
        look = self._begin(cursor, block.text, above, below)
        if block.style is Style.PASSAGE:
            look.setBackground(QColor(_PASSAGE_GROUND))
        if block.style is Style.NOTICE:
            look.setBackground(QColor(_NOTICE_GROUND))
        cursor.setBlockFormat(look)
        families = text_families(block.language) if block.style in _OF_ARTICLES else plain_families()
        base = QTextCharFormat(_letters(families, points, ink=QUIET_INK if block.style is Style.QUIET else INK))
        base.setFontItalic(block.style is Style.CAPTION)
        start = cursor.position()
        for piece in block.pieces:
            self._words(cursor, piece.text, self._look(base, piece))
        if block.style is Style.PASSAGE:
            self.passages.append(self._set_since(cursor, start, block.text))

    def _set_since(self, cursor: QTextCursor, start: int, meant: str) -> str:
        """What was set from a place on: the words that were meant, where it shows these."""
        found = QTextCursor(cursor)
        found.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        there = found.selectedText().replace("\u2029", _BREAK)
        return meant if there == meant.translate(_LINES) else there.replace(_BREAK, "\n")

    def _look(self, base: QTextCharFormat, piece: Piece) -> QTextCharFormat:
        mark = self._marks.get(piece.marks[-1]) if piece.marks else None
        look = QTextCharFormat(base)
        if piece.bold or piece.number:
            look.setFontWeight(QFont.Weight.DemiBold)
        if piece.number:
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            look.setFontFamilies(list(plain_families()))
        if mark and piece.number:
            look.setForeground(QColor(mark.ink))
        elif mark:
            look.setBackground(QColor(mark.tint))
            look.setUnderlineStyle(_UNDERLINES[mark.pattern])
            look.setUnderlineColor(QColor(mark.ink))
        return look

    def _facts(self, cursor: QTextCursor, block: Facts) -> None:
        if not block.rows:
            return
        length = QTextLength.Type.PercentageLength
        table = self._new_table(cursor, len(block.rows), [QTextLength(length, 24), QTextLength(length, 76)])
        for row, fact in enumerate(block.rows):
            self._cell(table, row, 0, Fact("", fact.name), quiet=True)
            self._cell(table, row, 1, fact)
        self._leave(cursor, table)

    def _table(self, cursor: QTextCursor, block: Table) -> None:
        if block.caption:
            self._block(cursor, Heading(block.caption, 3))
        length, others = QTextLength.Type.PercentageLength, max(1, len(block.headings) - 1)
        first = 100 / len(block.headings) if others < _FEW else _FIRST_COLUMN
        if others == 1 and block.figures_from == 1:
            first = _TITLES
        widths = [QTextLength(length, first), *[QTextLength(length, (100 - first) / others)] * others]
        table = self._new_table(cursor, len(block.rows) + 1, widths[: len(block.headings)], header=True)
        figures = len(block.headings) if block.figures_from is None else block.figures_from
        for row, cells in enumerate((block.headings, *block.rows)):
            for column, words in enumerate(cells):
                self._cell(table, row, column, Fact("", words), quiet=row == 0, end=column >= figures)
        self._leave(cursor, table)

    def _new_table(
        self, cursor: QTextCursor, rows: int, widths: list[QTextLength], *, header: bool = False
    ) -> QTextTable:
        look = QTextTableFormat()
        look.setBorder(0)
        look.setCellPadding(_PADDING)
        look.setCellSpacing(0)
        look.setTopMargin(2)
        look.setBottomMargin(8)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(widths)
        look.setHeaderRowCount(int(header))
        return cursor.insertTable(rows, len(widths), look)

    def _cell(
        self, table: QTextTable, row: int, column: int, fact: Fact, *, quiet: bool = False, end: bool = False
    ) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        look = _direction(fact.words)
        if end:
            look.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        elif not fact.language:
            # A name that runs the other way begins where the others do; words of an article keep their own edge.
            look.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        cursor.setBlockFormat(look)
        families = text_families(fact.language) if fact.language else plain_families()
        ink = QUIET_INK if quiet else INK
        self._words(cursor, fact.words, _letters(families, _CELL_POINTS, bold=quiet, ink=ink))

    def _leave(self, cursor: QTextCursor, table: QTextTable) -> None:
        """Behind a table; the paragraph that stands there always is the next one."""
        cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True

    def _begin(self, cursor: QTextCursor, words: str, above: int, below: int) -> QTextBlockFormat:
        """Begin a paragraph; its format, which is not set yet."""
        if not self._fresh:
            cursor.insertBlock()
        self._fresh = False
        look = _direction(words)
        look.setTopMargin(above)
        look.setBottomMargin(below)
        return look

    @staticmethod
    def _words(cursor: QTextCursor, words: str, look: QTextCharFormat) -> None:
        cursor.insertText(words.translate(_LINES), look)


def _direction(words: str) -> QTextBlockFormat:
    look = QTextBlockFormat()
    right = is_right_to_left(words)
    look.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    return look


@lru_cache(maxsize=256)
def _letters(families: tuple[str, ...], points: float, *, bold: bool = False, ink: str = INK) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(paper_font(families, points))
    look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    look.setForeground(QColor(ink))
    return look
