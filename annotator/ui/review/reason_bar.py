"""Why something is returned: a reason from the project's list by its number, or in words. And words about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.ui.comments.words_field import WordsField
from annotator.ui.lines import isolated
from annotator.ui.quiet_label import QuietLabel, small
from annotator.ui.steady_list import is_plain

_LONGEST = 2000


class ReasonBar(QWidget):
    """A line to type in, and the reasons below it. A digit in the empty line is a reason; Enter takes what is typed.

    For a comment there is a field of several lines, which completes names after an @.

    Signals:
        given: the reason or comment, in words.
        left: Escape: nothing is returned.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QLabel(self)
        self.field, self.comment = _Line(self), WordsField(self)
        self.send = QPushButton(self.tr("Return"), self)
        self.cancel = QToolButton(self)
        self._hint = QuietLabel("", self)
        self._reasons: Sequence[str] = ()
        self._buttons: list[QToolButton] = []
        self._list = QVBoxLayout()
        self._lay_out()
        self.field.numbered.connect(self._take)
        self.field.returnPressed.connect(self._give)
        self.send.clicked.connect(self._give)
        self.cancel.clicked.connect(self.left)
        self.field.textChanged.connect(self._follow)
        self.comment.edit.textChanged.connect(self._follow)
        self.comment.sent.connect(self._give)
        self.comment.left.connect(self.left)

    def ask(self, question: str, reasons: Sequence[str], proposal: str = "") -> None:
        """Ask why; `proposal` stands in the line already."""
        self._put(question, self.tr("Return"), reasons, self.field)
        self.field.setText(proposal)
        self.field.selectAll()
        usual = self.tr("A number takes a reason, Enter sends your words, Esc lets it be")
        self._hint.setText(usual if reasons else self.tr("Enter sends your words, Esc lets it be"))

    def ask_comment(self, question: str, names: Sequence[str]) -> None:
        """Ask for a comment, in which people of these names can be meant."""
        self._put(question, self.tr("Comment"), (), self.comment)
        self.comment.set_names(names)
        self.comment.clear()
        self._hint.setText(self.tr("Ctrl+Enter sends it, @ names somebody, Esc lets it be"))

    @property
    def typed_in(self) -> QWidget:
        """The field that the words are typed in."""
        return self.field if self.comment.isHidden() else self.comment

    def _put(self, question: str, send: str, reasons: Sequence[str], field: QWidget) -> None:
        self.field.setVisible(field is self.field)
        self.comment.setVisible(field is self.comment)
        self.send.setText(send)
        self.question.setText(question)
        for named in (self.field, self.comment.edit):
            named.setAccessibleName(question)
        if tuple(reasons) != tuple(self._reasons):
            self._show_reasons(reasons)
        self._follow()
        self.show()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, number: int) -> None:
        if number <= len(self._reasons):
            self.given.emit(self._reasons[number - 1])

    def _give(self) -> None:
        if words := self._words():
            self.given.emit(words)

    def _words(self) -> str:
        return (self.field.text() if self.comment.isHidden() else self.comment.words).strip()

    def _follow(self) -> None:
        self.send.setEnabled(bool(self._words()))

    def _show_reasons(self, reasons: Sequence[str]) -> None:
        for button in self._buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self._reasons, self._buttons = tuple(reasons), []
        for number, reason in enumerate(reasons, 1):
            button = QToolButton(self)
            button.setText(f"{number}   {isolated(reason)}".replace("&", "&&"))
            button.setAccessibleName(f"{number}, {reason}")
            button.setToolTip(reason)
            button.setAutoRaise(True)
            button.setFont(small(self.font()))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, which=number: self._take(which))
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self._buttons.append(button)

    def _lay_out(self) -> None:
        font = QFont(self.question.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.question.setFont(font)
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.comment.hide()
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(self.tr("In your words"))
        self.send.setProperty("leading", True)
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(self.send)
        line.addWidget(self.cancel)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        for part in (self.question, self.field, self.comment, self._hint):
            whole.addWidget(part)
        whole.addLayout(self._list)
        whole.addLayout(line)


class _Line(QLineEdit):
    """A line in which a digit, typed while it is empty or all of it is selected, means a reason.

    Signals:
        numbered: that digit.
    """

    numbered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        untouched = not self.text() or self.selectedText() == self.text()
        if untouched and is_plain(event) and event.text() in tuple("123456789"):
            self.numbered.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
