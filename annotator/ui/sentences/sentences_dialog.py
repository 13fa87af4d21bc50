"""Asks whether a quotation of several sentences is one, language by language, and says what that would change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QShowEvent
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
from annotator.ui.sentences.examples import example, has_example

_WIDTH = 520
_ROW_GAP = 8
_ROWS_HIGH, _ROWS_LOW = 7, 4  # as many rows are seen at once on a high screen, and on a low one
_HIGH_SCREEN = 720


class SentencesDialog(QDialog):
    """Offers the choices; whoever shows it answers `choice_changed` with a count of what would change.

    `boxes` hold the choice of each language, `every` sets them all and is empty where they differ.

    Signals:
        choice_changed: what is chosen otherwise now, as `changes` gives it.
    """

    choice_changed = Signal(dict)

    def __init__(self, parent: QWidget | None, offered: Sequence[LanguageChoice]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sentences"))
        self._start = {one.code: one.choice for one in offered}
        self.every = self._every_box()  # the first in the order of Tab
        self.boxes = {one.code: self._box(one) for one in offered}
        self.every.setCurrentIndex(self._common_choice())
        self._order = [self.every, *self.boxes.values()] if len(offered) > 1 else [*self.boxes.values()]
        self._shown_first = next((one.code for one in offered if has_example(one.code)), OTHERS)
        self.example = ExampleView(self.boxes, self)
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.cut = self._buttons.addButton(self.tr("Cut sentences anew"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cut.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_example(self._shown_first)
        self._order[0].setFocus(Qt.FocusReason.TabFocusReason)
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

    def showEvent(self, event: QShowEvent) -> None:
        layout = self.layout()
        if layout and not event.spontaneous():
            # Left to itself it takes two thirds of a low screen, and lines lie over one another.
            self.resize(_WIDTH, max(self.height(), layout.totalHeightForWidth(_WIDTH)))
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() != Qt.FocusReason.MouseFocusReason:
                self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # or the first ring waits for a key
            codes = [code for code, box in self.boxes.items() if box is watched]
            self._show_example(codes[0] if codes else self._shown_first)
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()  # it scrolls the list; a choice must not change in passing
            return True
        return super().eventFilter(watched, event)

    def _box(self, offered: LanguageChoice) -> QComboBox:
        box = self._empty_box(offered.usual, self._name(offered))
        box.setCurrentIndex(max(0, box.findData(offered.choice)))
        box.currentIndexChanged.connect(lambda: self._chosen(offered.code))
        return box

    def _every_box(self) -> QComboBox:
        box = self._empty_box("", self.tr("Every language"))
        box.setPlaceholderText(self.tr("(differs)"))
        box.activated.connect(self._chosen_for_all)
        return box

    def _empty_box(self, usual: str, name: str) -> QComboBox:
        box = QComboBox(self)
        titles = {WHOLE: self.tr("One sentence"), SPLIT: self.tr("Several sentences")}
        as_usual = {
            WHOLE: self.tr("As usual: one sentence"),
            SPLIT: self.tr("As usual: several sentences"),
        }.get(usual, self.tr("As usual in each language"))
        for choice, words in ((USUAL, as_usual), *titles.items()):
            box.addItem(words, choice)
        box.setAccessibleName(name)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        return box

    def _common_choice(self) -> int:
        """What is chosen in all boxes alike, -1 where that differs."""
        chosen = {box.currentIndex() for box in self.boxes.values()}
        return chosen.pop() if len(chosen) == 1 else -1

    def _name(self, offered: LanguageChoice) -> str:
        if offered.code == OTHERS:
            return self.tr("All other languages")
        name = self.tr("Language unknown") if offered.code == UNKNOWN else offered.name
        words = self.tr("1 article") if offered.articles == 1 else self.tr("{n} articles")
        # Held apart, or a name that is written from right to left would turn the count around.
        return f"\u2068{name}\u2069 ({words.format(n=number(offered.articles))})"

    def _chosen(self, code: str) -> None:
        self.every.setCurrentIndex(self._common_choice())
        self._show_example(code)
        self.choice_changed.emit(self.changes())

    def _chosen_for_all(self, choice: int) -> None:
        for box in self.boxes.values():
            with QSignalBlocker(box):
                box.setCurrentIndex(choice)
        self._show_example(self._shown_first)
        self.choice_changed.emit(self.changes())

    def _show_example(self, code: str) -> None:
        self.example.show_example(example(code, quotes_in(self.policy(), code)))

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.count.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.count, QAccessible.Event.Alert))

    def _lay_out(self) -> None:
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
        whole.addWidget(self._form())
        whole.addWidget(self.example)
        whole.addStretch(1)
        whole.addWidget(self.count)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _form(self) -> QWidget:
        sheet = QWidget(self)
        sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(_ROW_GAP)
        for box in self._order:
            form.addRow(box.accessibleName(), box)
        self.every.setVisible(self.every in self._order)
        rows = _ROWS_HIGH if self.screen().availableGeometry().height() >= _HIGH_SCREEN else _ROWS_LOW
        if len(self._order) <= rows:
            return sheet
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.every.ensurePolished()
        area.setFixedHeight(rows * self.every.sizeHint().height() + (rows - 1) * _ROW_GAP)
        return area
