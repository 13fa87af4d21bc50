"""Asks whether a quotation of several sentences is one, language by language, and says what that would change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.core.language import UNKNOWN
from annotator.core.quote_policy import AS_IT_IS, OTHERS, SPLIT, USUAL, WHOLE, quotes_in, settled
from annotator.errors import AnnotatorError
from annotator.operations.resplit import Resplit
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sentences.choices import LanguageChoice
from annotator.ui.sentences.counts import change_words
from annotator.ui.sentences.example_view import ExampleView
from annotator.ui.sentences.examples import example

_MOST_ROWS_HIGH = 6


class SentencesDialog(QDialog):
    """Offers the choices; whoever shows it answers `choice_changed` with a count of what would change.

    Signals:
        choice_changed: what is chosen otherwise now, as `changes` gives it.
    """

    choice_changed = Signal(dict)

    def __init__(self, parent: QWidget | None, offered: Sequence[LanguageChoice]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sentences"))
        self._start = {one.code: one.choice for one in offered}
        self.boxes = {one.code: self._box(one) for one in offered}
        self.example = ExampleView(self)
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.cut = self._buttons.addButton(self.tr("Cut sentences anew"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cut.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(offered)
        self._show_example(offered[0].code)
        self.boxes[offered[0].code].setFocus(Qt.FocusReason.TabFocusReason)
        self.show_progress(0, 0)

    def policy(self) -> dict[str, str]:
        """What is chosen at the moment."""
        return settled({code: str(box.currentData()) for code, box in self.boxes.items()})

    def changes(self) -> dict[str, str]:
        """What is chosen otherwise than it was: the rest is not this person's, and may have changed meanwhile."""
        chosen = {code: str(box.currentData()) for code, box in self.boxes.items()}
        changes = {code: choice for code, choice in chosen.items() if choice != self._start[code]}
        return {**dict.fromkeys(chosen, AS_IT_IS), **changes} if OTHERS in changes else changes

    def show_progress(self, done: int, total: int) -> None:
        """The articles are being looked through; until that is done nothing can be cut."""
        words = self.tr("Working out what would change …")
        if total:
            words += "  " + self.tr("{done} of {total}").format(done=number(done), total=number(total))
        self.count.setText(words)
        self.cut.setEnabled(False)

    def show_count(self, found: Resplit) -> None:
        """What would change."""
        self.cut.setEnabled(found.changed > 0 or bool(self.changes()))
        self._say(change_words(found, done=False))

    def show_failure(self, error: Exception) -> None:
        """It cannot be said what would change, and why."""
        known = isinstance(error, AnnotatorError)
        self._say(str(error) if known else self.tr("What would change cannot be worked out; the log says why."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for code, box in self.boxes.items():
                if box is watched:
                    self._show_example(code)
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()  # it scrolls the list; a choice must not change in passing
            return True
        return super().eventFilter(watched, event)

    def _box(self, offered: LanguageChoice) -> QComboBox:
        box = QComboBox(self)
        titles = {WHOLE: self.tr("One sentence"), SPLIT: self.tr("Several sentences")}
        usual = {
            WHOLE: self.tr("As usual: one sentence"),
            SPLIT: self.tr("As usual: several sentences"),
        }.get(offered.usual, self.tr("As usual in each language"))
        for choice, words in ((USUAL, usual), *titles.items()):
            box.addItem(words, choice)
        box.setCurrentIndex(max(0, box.findData(offered.choice)))
        box.setAccessibleName(self._name(offered))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.currentIndexChanged.connect(lambda: self._chosen(offered.code))
        return box

    def _name(self, offered: LanguageChoice) -> str:
        if offered.code == OTHERS:
            return self.tr("All other languages")
        name = self.tr("Language unknown") if offered.code == UNKNOWN else offered.name
        words = self.tr("1 article") if offered.articles == 1 else self.tr("{n} articles")
        # Held apart, or a name that is written from right to left would turn the count around.
        return f"\u2068{name}\u2069 ({words.format(n=number(offered.articles))})"

    def _chosen(self, code: str) -> None:
        self._show_example(code)
        self.choice_changed.emit(self.changes())

    def _show_example(self, code: str) -> None:
        self.example.show_example(example(code, quotes_in(self.policy(), code)))

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.count.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.count, QAccessible.Event.Alert))

    def _lay_out(self, offered: Sequence[LanguageChoice]) -> None:
        words = self.tr(
            "A quotation may hold several sentences. Is it one sentence to you, or several? The choice holds for "
            "everybody in this project. Tags and “nothing here” stay where they are, and so does what you have "
            "split or joined by hand."
        )
        question = QuietLabel(words, self)
        question.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(question)
        whole.addWidget(self._form(offered))
        whole.addWidget(self.example)
        whole.addStretch(1)
        whole.addWidget(self.count)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(520)

    def _form(self, offered: Sequence[LanguageChoice]) -> QWidget:
        sheet = QWidget(self)
        sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for one in offered:
            form.addRow(self._name(one), self.boxes[one.code])
        if len(offered) <= _MOST_ROWS_HIGH:
            return sheet
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(sheet.sizeHint().height() * _MOST_ROWS_HIGH // len(offered))
        return area
