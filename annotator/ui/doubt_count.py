"""How many quotation marks of the article look wrong, as a quiet button that goes to the next of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.ui.lines import number


class DoubtCount(QToolButton):
    """Says the count; is not there when nothing looks wrong. `clicked` asks for the next one.

    Signals:
        left: it had the keyboard, and is gone.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubts")
        self.setAutoRaise(True)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """So many marks look wrong."""
        one, several = self.tr("1 suspicious quotation mark"), self.tr("{count} suspicious quotation marks")
        self.setText(one if count == 1 else several.format(count=number(count)))
        had_focus = self.hasFocus()
        self.setVisible(count > 0)
        if had_focus and not count:
            self.left.emit()
