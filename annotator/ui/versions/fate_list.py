"""The list of annotations and their fates: gone through, taken and left behind by key."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.ui.copies.application_delegate import ApplicationDelegate
from annotator.ui.reader.accessibility import announce
from annotator.ui.steady_list import SteadyList
from annotator.ui.tick_list import box_in
from annotator.ui.versions.fate_model import FateModel


class FateDelegate(ApplicationDelegate):
    """Draws a row with a sign before it: “?” not decided, “✓” goes over, “–” is left behind."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        super().paint(painter, option, index)
        look: Any = option
        painter.save()
        font = QFont(look.font)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(look.palette.color(QPalette.ColorRole.Text))
        sign = str(index.data(FateModel.SignRole))
        painter.drawText(box_in(look.rect, look.direction), int(Qt.AlignmentFlag.AlignCenter), sign)
        painter.restore()


class FateList(SteadyList):
    """Space takes a row's place, Delete leaves it behind.

    Signals:
        taken: the annotation of a row goes where it is proposed to.
        left_behind: it does not go over.
        confirmed: Enter was pressed: all is decided, as the person thinks.
    """

    taken = Signal(int)
    left_behind = Signal(int)
    confirmed = Signal()

    def __init__(self, model: FateModel, theme_name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(FateDelegate(self, theme_name))
        self.empty_text = self.tr("The article has no annotations.")
        self.setAccessibleName(self.tr("What becomes of the annotations; Space takes, Delete leaves behind"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            (self.taken if event.key() == Qt.Key.Key_Space else self.left_behind).emit(index.row())
            self._tell(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        announce(self, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
