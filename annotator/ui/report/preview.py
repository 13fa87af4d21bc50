"""The beginning of a report as it will stand on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from annotator.core.report import Block, Mark, words_of
from annotator.ui.paper.faces import Letters
from annotator.ui.paper.setting import INK, Setting

_MARGIN = 28
_PAPER = "#ffffff"


class Preview(QTextBrowser):
    """Paper is white, whatever the window's theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The beginning of the report"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        paper = self.palette()
        for role, colour in ((QPalette.ColorRole.Base, _PAPER), (QPalette.ColorRole.Text, INK)):
            paper.setColor(role, QColor(colour))
        self.setPalette(paper)
        self._document: QTextDocument | None = None  # the first one is Qt's own to delete

    def show_blocks(self, blocks: Sequence[Block], marks: Sequence[Mark]) -> None:
        """Show these blocks from the beginning."""
        Letters().take(words for block in blocks for words in words_of(block))
        document = Setting(marks).document(blocks)
        document.setDocumentMargin(_MARGIN)
        document.setParent(self)
        self.setDocument(document)
        former, self._document = self._document, document
        if former is not None:
            former.deleteLater()

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Nothing that a text may name is fetched."""
        return
