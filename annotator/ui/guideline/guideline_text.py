"""The guideline's words, to be read: Markdown that leads nowhere and fetches nothing."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.core.guideline import Chapter
from annotator.core.guideline_cases import SCHEME
from annotator.ui.style_sheet import ring

_SPACE = "\n\n"
_INDENT = 18  # pixels of a list; the panel is narrow


class GuidelineText(QTextBrowser):
    """Shows chapters. A newsroom's own text, which may come from a file of others, is only shown.

    Signals:
        typed: a figure or a slash: which label is meant, or that something is looked for.
        case_chosen: the number of a case that shall be opened where it stands.
    """

    typed = Signal(str)
    case_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Nothing else tells that the keyboard is here: there is no cursor in a text that is only read.
        self.setStyleSheet(ring("QTextBrowser"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(12)
        self.document().setIndentWidth(_INDENT)
        self.setAccessibleName(self.tr("Guideline"))

    def show_chapters(self, chapters: list[Chapter], *, with_titles: bool) -> None:
        """Show these, each under its title when there are several, from the beginning."""
        parts = [f"## {one.title}{_SPACE}{one.text}" if with_titles else one.text for one in chapters]
        self.setMarkdown(_SPACE.join(parts))
        self.setAccessibleDescription(self.toPlainText())

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """No pictures and no other files, whatever a text asks for."""
        return None

    def _follow(self, address: QUrl) -> None:
        """A case is the one thing that a link leads to; an address of any other kind is none."""
        if address.scheme() == SCHEME and address.path().isdecimal():
            self.case_chosen.emit(int(address.path()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in "123456789/":
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
