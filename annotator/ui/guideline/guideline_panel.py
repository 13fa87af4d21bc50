"""The guideline beside the text: the rule for one label, all of it searched, and how like cases were decided."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.core.guideline import GENERAL, Chapter, found_lines
from annotator.ui.guideline.case_list import CaseList
from annotator.ui.guideline.guideline_text import GuidelineText
from annotator.ui.lines import language_name
from annotator.ui.quiet_label import QuietLabel

_LEAST_WIDTH = 260
_WIDE = 520  # pixels from which on parts stand side by side


class GuidelinePanel(QWidget):
    """It is given chapters and tells what a person wants of them.

    Signals:
        left: the person wants to read on; the panel is closed.
        language_chosen: code of the language to read it in.
        figure_typed: a label's key on the keyboard.
    """

    left = Signal()
    language_chosen = Signal(str)
    figure_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters: list[Chapter] = []
        self.chapter_box, self.language_box = QComboBox(self), QComboBox(self)
        self.search = QLineEdit(self)
        self.close_button = QToolButton(self)
        self.version, self.text, self.cases = QuietLabel("", self), GuidelineText(self), CaseList(self)
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def key(self) -> str:
        """The label that is shown, or GENERAL."""
        return str(self.chapter_box.currentData() or GENERAL)

    def set_chapters(self, chapters: Sequence[Chapter], languages: Sequence[str], language: str) -> None:
        """The whole guideline, the languages that there are, and which one this is."""
        key = self.key
        self._chapters = list(chapters)
        with QSignalBlocker(self.chapter_box), QSignalBlocker(self.language_box):
            self.chapter_box.clear()
            for one in self._chapters:
                self.chapter_box.addItem(one.title, one.key)
            self.language_box.clear()
            for code in languages:
                self.language_box.addItem(language_name(code), code)
            self.language_box.setCurrentIndex(max(0, self.language_box.findData(language)))
            self.language_box.setVisible(len(languages) > 1)
        self.show_label(key)

    def show_label(self, key: str) -> None:
        """Show what is said of this label; of one that is not there, what holds for all."""
        with QSignalBlocker(self.chapter_box):
            self.chapter_box.setCurrentIndex(max(0, self.chapter_box.findData(key)))
        self._show()

    def show_version(self, words: str) -> None:
        """Which version the annotation in focus was made under; nothing for none."""
        self.version.setText(words)
        self.version.setVisible(bool(words))

    def begin(self) -> None:
        """Take the keyboard, to be scrolled through."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.accept()  # no key that is pressed here is meant for the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Below the text there is width instead of height.
        wide = self.width() >= _WIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for layout in (self._head, self._body):
            layout.setDirection(direction)
        for line in (self._first, self._head):  # at the end of whichever is the first line
            line.removeWidget(self.close_button)
        (self._head if wide else self._first).addWidget(self.close_button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()  # first what was typed, then the panel
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.begin()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        typed = self.search.text()
        if typed.strip():
            found = found_lines(self._chapters, typed)
            none = Chapter(GENERAL, self.tr("Nothing found"), "", self.tr("The guideline says nothing of this."), False)
            self.text.show_chapters(found or [none], with_titles=True)
            return
        shown = [one for one in self._chapters if one.key == self.key]
        self.text.show_chapters(shown, with_titles=False)

    def _dress(self) -> None:
        self.setObjectName("guideline")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName(self.tr("Guideline"))
        self.chapter_box.setAccessibleName(self.tr("Label"))
        self.language_box.setAccessibleName(self.tr("Language of the guideline"))
        self.search.setPlaceholderText(self.tr("Search the guideline"))
        self.search.setAccessibleName(self.tr("Search the guideline"))
        self.search.setClearButtonEnabled(True)
        self.close_button.setText("✕")
        self.close_button.setAccessibleName(self.tr("Close the guideline"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.version.setWordWrap(True)
        self.version.setContentsMargins(12, 0, 12, 0)
        self.show_version("")

    def _lay_out(self) -> None:
        self._first = head = QHBoxLayout()
        head.addWidget(self.chapter_box, 1)
        head.addWidget(self.language_box)
        head.addWidget(self.close_button)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setContentsMargins(12, 8, 8, 0)
        self._head.addLayout(head, 1)
        self._head.addWidget(self.search, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(0)
        self._body.addWidget(self.text, 3)
        self._body.addWidget(self.cases, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._head)
        whole.addWidget(self.version)
        whole.addLayout(self._body, 1)
        for one, other in zip(
            (self.text, self.chapter_box, self.language_box, self.search),
            (self.chapter_box, self.language_box, self.search, self.cases.list),
            strict=True,
        ):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._show)
        self.chapter_box.activated.connect(self._choose)
        self.language_box.activated.connect(lambda: self.language_chosen.emit(str(self.language_box.currentData())))
        self.close_button.clicked.connect(self.left)
        self.text.typed.connect(self._typed)

    def _choose(self) -> None:
        self.search.clear()
        self._show()

    def _typed(self, sign: str) -> None:
        if sign == "/":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        else:
            self.search.clear()
            self.figure_typed.emit(sign)
