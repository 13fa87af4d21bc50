"""A label for what is second in rank: smaller, quieter, and still easy to read in every theme."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.ui.inks import muted


def small(font: QFont) -> QFont:
    """The font for secondary text beside this one."""
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(max(7.5, font.pointSizeF() * 0.88))
    else:
        smaller.setPixelSize(max(10, round(font.pixelSize() * 0.88)))
    return smaller


class QuietLabel(QLabel):
    """A label that takes its ink and size from the widget it lies on, and follows when those change."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._adopted()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.ParentChange:
            self._adopted()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.Polish):
            # A style sheet that is set anew gives the label back the ink it had before the last one.
            self._follow()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._follow()
        return super().eventFilter(watched, event)

    def _adopted(self) -> None:
        # What is set by hand no longer follows by itself, so the widget below is watched.
        if above := self.parentWidget():
            above.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        above = self.parentWidget()
        around = above.palette() if above else QApplication.palette()
        font = small(above.font() if above else QApplication.font())
        ink, role = muted(around), QPalette.ColorRole.WindowText
        if self.palette().color(role) != ink:
            shade = self.palette()
            shade.setColor(role, ink)
            self.setPalette(shade)
        if self.font().pointSizeF() != font.pointSizeF() or self.font().pixelSize() != font.pixelSize():
            self.setFont(font)
