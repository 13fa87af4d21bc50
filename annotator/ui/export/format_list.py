"""The formats to choose from, by what they are for, with a line to find one in by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.export.choices import FormatChoice
from annotator.ui.export.format_words import grouped, purpose_title, use_of
from annotator.ui.quiet_label import QuietLabel, small

_KEY = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FormatList(QWidget):
    """One format is always chosen.

    Signals:
        changed: another format is chosen.
    """

    changed = Signal()

    def __init__(self, formats: Sequence[FormatChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = {one.id: one for one in formats}
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(self.tr("Find a format…"))
        self.sought.setAccessibleName(self.tr("Find a format"))
        self.sought.setClearButtonEnabled(True)
        self.list_view = QListWidget(self)
        self.list_view.setObjectName("choices")
        self.list_view.setAccessibleName(self.tr("Format"))
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill(formats)
        self.none = QuietLabel(self.tr("No format is called so."), self)
        self.none.setWordWrap(True)
        self.none.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.sought)
        whole.addWidget(self.none)
        whole.addWidget(self.list_view, 1)
        self.sought.textChanged.connect(self._narrow)
        self.sought.installEventFilter(self)
        self.list_view.currentItemChanged.connect(self._tell)

    def chosen(self) -> FormatChoice:
        """The format that is chosen."""
        return self._formats[str(self.list_view.currentItem().data(_KEY))]

    def choose(self, format_id: str) -> None:
        """Choose a format; one that is not there changes nothing."""
        for row in range(self.list_view.count()):
            if self.list_view.item(row).data(_KEY) == format_id:
                self.sought.clear()
                self.list_view.setCurrentRow(row)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.sought and pressed and Qt.Key(event.key()) in _STEPS:  # type: ignore[attr-defined]
            self.list_view.event(event)
            return True
        return super().eventFilter(watched, event)

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.changed.emit()

    def _fill(self, formats: Sequence[FormatChoice]) -> None:
        heading_font = small(self.font())
        heading_font.setBold(True)
        for purpose, found in grouped(formats):
            heading = QListWidgetItem(purpose_title(purpose), self.list_view)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(heading_font)
            for one in found:
                row = QListWidgetItem(one.title, self.list_view)
                row.setData(_KEY, one.id)
                row.setData(_WORDS, f"{one.id} {one.title} {use_of(one.id)} {' '.join(one.extensions)}".casefold())
                row.setToolTip(f"{one.title}\n{use_of(one.id)}")
                row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, use_of(one.id))
        self.list_view.setCurrentRow(1)

    def _narrow(self, typed: str) -> None:
        """Show the formats that have all the words. The one that is called so is chosen; else, when the chosen one is
        not there, the first of them.
        """
        words = typed.casefold().split()
        shown: list[QListWidgetItem] = []
        heading: QListWidgetItem | None = None
        for row in range(self.list_view.count()):
            item = self.list_view.item(row)
            if item.data(_KEY) is None:
                heading = item
                item.setHidden(True)
                continue
            fits = all(word in str(item.data(_WORDS)) for word in words)
            item.setHidden(not fits)
            if fits:
                shown.append(item)
                if heading:
                    heading.setHidden(False)
        named = [item for item in shown if [item.data(_KEY)] == words]
        if named or (shown and self.list_view.currentItem() not in shown):
            self.list_view.setCurrentItem((named or shown)[0])
        self.none.setVisible(not shown)
