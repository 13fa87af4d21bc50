"""A menu that drops from a button: while it is open, its keys are its own."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.ui.steady_list import is_plain


class SteadyMenu(QMenu):
    """A menu whose rows are chosen by figures and letters, which in the text beneath it are the keys of labels."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_plain(event):
            event.accept()
            return True
        return super().event(event)
