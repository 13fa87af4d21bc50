"""The palette (Ctrl+K): one field, and below it whatever of the project and the program fits what is typed.

It stands over the window until something is chosen, Esc is pressed, or one goes elsewhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.palette.entries import Entry
from annotator.ui.palette.palette_delegate import PaletteDelegate
from annotator.ui.palette.palette_model import PaletteModel
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.steady_list import SteadyList

_WIDTH, _HEIGHT, _TOP = 680, 460, 72
_PAGE = 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}


class Palette(QDialog):
    """Shows what it is given. The keyboard stays in the field; the arrows move in the list.

    Signals:
        typed: what is in the field now.
        chosen: the Entry that was chosen; the palette is closed by then.
    """

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = parent
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Go to anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Command, article, source or annotation"))
        self.field.setAccessibleName(self.tr("Go to anything"))
        self.field.installEventFilter(self)
        self.entries = PaletteModel(self)
        self.view = SteadyList(self.entries, self)
        self.view.setItemDelegate(PaletteDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("What fits"))
        self.view.empty_text = self.tr("Nothing fits. Press Esc to go back.")
        hint = QuietLabel(self.tr("> commands   @ sources   # annotations"), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 8)
        whole.setSpacing(8)
        whole.addWidget(self.field)
        whole.addWidget(self.view, 1)
        whole.addWidget(hint)
        self.field.textChanged.connect(self.typed)
        self.view.chosen.connect(self._choose)

    def open_with(self, entries: Sequence[Entry]) -> None:
        """Come up with an empty field."""
        self.field.clear()
        self.show_entries(entries)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[Entry], *, keep_row: bool = False) -> None:
        """Show what fits; the first is the one that Enter chooses, or (`keep_row`) the one that it was."""
        row = self.view.currentIndex().row() if keep_row else 0
        self.entries.show(entries)
        self._go(max(0, row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        window = self._window
        self.resize(min(_WIDTH, window.width() - 40), min(_HEIGHT, window.height() - _TOP - 20))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, _TOP)))
        super().showEvent(event)

    def done(self, result: int) -> None:
        was_active = self.isActiveWindow()
        super().done(result)
        if was_active:  # not every system gives the keyboard back by itself
            self._window.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()

    def _key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._go(self.view.currentIndex().row() + _STEPS[key], spoken=True)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
            return True
        return False

    def _go(self, row: int, *, spoken: bool = False) -> None:
        last = self.entries.rowCount() - 1
        index = self.entries.index(min(max(0, row), last), 0) if last >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        self.view.viewport().update()
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "") if last >= 0 else self.view.empty_text
        self.field.setAccessibleDescription(words)
        if spoken or last < 0:
            announce(self.field, words)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(PaletteModel.EntryRole)
        if entry is not None:
            self.accept()
            self.chosen.emit(entry)
