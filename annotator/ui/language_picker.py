"""The list of languages: type a part of a name, choose with Enter or a click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.core.language import UNKNOWN
from annotator.ui import fonts
from annotator.ui.language_choices import LanguageRow, begins, in_order, language_rows, meant

_CODE = Qt.ItemDataRole.UserRole
_DETECT = ""
_PAGE = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
_SIZE = (360, 420)


class LanguagePicker(QDialog):
    """Offers every language, those of the project first. `field` is where a name is typed, `rows` the list.

    Signals:
        language_chosen: the code of a language, or "unknown".
        detection_requested: the program is to find the language out again.
    """

    language_chosen = Signal(str)
    detection_requested = Signal()

    def __init__(self, current: str, in_project: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Language of the article"))
        self._current = current
        self._all = language_rows()
        self._here = in_order(self._all, in_project)
        self.field, self.rows = QLineEdit(self), QListWidget(self)
        self.field.setPlaceholderText(self.tr("A name, also in English, or a code"))
        self.field.setAccessibleName(self.tr("Find a language"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.rows.setObjectName("languages")
        self.rows.setAccessibleName(self.tr("Languages"))
        self.rows.setUniformItemSizes(True)  # the others need not be set in type to open
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the field move in it
        self.rows.itemClicked.connect(self._take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.addWidget(self.field)
        whole.addWidget(self.rows)
        self.resize(*_SIZE)
        fonts.load_fonts_for(" ".join(row.name for row in self._all))
        self._fill("")
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()  # only now the list knows its height

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._step(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.rows.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self.rows.clear()
        for code, words in ((_DETECT, self.tr("Detect again")), (UNKNOWN, self.tr("Unknown"))):
            if begins(words, typed):
                self._add(code, words)
        here, others = meant(self._here, typed), meant([row for row in self._all if row not in self._here], typed)
        self._add_part(self.tr("In this project"), here)
        self._add_part(self.tr("All other languages") if here else self.tr("All languages"), others)
        if not self.rows.count():
            self._add_heading(self.tr("No language is called so."))
        self._begin()

    def _add_part(self, heading: str, rows: Sequence[LanguageRow]) -> None:
        if rows:
            self._add_heading(heading)
        for row in rows:
            self._add(row.code, row.words)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words, self.rows)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, code: str, words: str) -> None:
        chosen = code == self._current
        item = QListWidgetItem(f"{words}  ✓" if chosen else words, self.rows)
        item.setData(_CODE, code)
        if chosen:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{language}, chosen now").format(language=words))

    def _begin(self) -> None:
        """To the row to begin at, with as much as there is room for of what stands over it."""
        self.rows.scrollToTop()
        self._go_to(self._first(self.field.text()))

    def _first(self, typed: str) -> int:
        """The row to begin at: the present language, or the first that is meant by what was typed."""
        choices = self._choices()
        now = [row for row in choices if self.rows.item(row).data(_CODE) == self._current]
        languages = [row for row in choices if self.rows.item(row).data(_CODE) not in (_DETECT, UNKNOWN)]
        return [*([] if typed.strip() else now), *(languages if typed.strip() else []), *choices, -1][0]

    def _choices(self) -> list[int]:
        return [row for row in range(self.rows.count()) if self.rows.item(row).flags() & Qt.ItemFlag.ItemIsEnabled]

    def _step(self, by: int) -> None:
        choices = self._choices()
        if choices:
            at = choices.index(self.rows.currentRow()) + by
            self._go_to(choices[max(0, min(len(choices) - 1, at))])

    def _go_to(self, row: int) -> None:
        self.rows.setCurrentRow(row)
        if row >= 0:
            self.rows.scrollToItem(self.rows.item(row))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        code = str(item.data(_CODE))
        self.accept()
        if code == _DETECT:
            self.detection_requested.emit()
        else:
            self.language_chosen.emit(code)
