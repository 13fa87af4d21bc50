"""The text, and what is wanted beside it: at its side where there is room for both, else below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

_ROOM = 760  # pixels that a column of text and a panel at its side need
_WIDTH, _SHARE = 320, 0.45  # of the panel: pixels at the side, share of the height below


class Beside(QSplitter):
    """Holds the text, which is always there, and one panel that comes and goes."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panel: QWidget | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        # A splitter grows along its handles only; what lies above and below it would take the height in a tall window.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.addWidget(text)
        self.setStretchFactor(0, 1)

    def put(self, panel: QWidget) -> None:
        """The panel that is wanted now and then; it stays hidden until it is shown."""
        panel.hide()
        self._panel = panel
        self.addWidget(panel)
        self.setStretchFactor(1, 0)

    def open(self) -> None:
        """Show the panel."""
        if self._panel and not self._panel.isVisible():
            self._panel.show()
            self._turn(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(anew=False)

    def _turn(self, *, anew: bool) -> None:
        """Put the panel where there is room for it."""
        if self._panel is None or self._panel.isHidden():
            return
        wide = self.width() >= _ROOM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if not anew and wanted == self.orientation():
            return
        self.setOrientation(wanted)
        whole = self.width() if wide else self.height()
        part = _WIDTH if wide else round(whole * _SHARE)
        self.setSizes([whole - part, part])
