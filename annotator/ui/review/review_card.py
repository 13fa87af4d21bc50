"""The card beside the article: the annotation that is meant, what can be said of it, and what of the whole reading."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.core.review_queue import APPROVED, RETURNED, SUBMITTED
from annotator.core.reviewing import Standing
from annotator.operations.under_review import ReviewedReading
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import isolated, number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.review.annotation_facts import AnnotationFacts
from annotator.ui.review.correction_form import CorrectionForm
from annotator.ui.review.reason_bar import ReasonBar
from annotator.ui.review.words import NameOf, progress_words, state_words

_SIDE = 16


class ReviewCard(QWidget):
    """Shows and asks; what is wanted it tells.

    `facts`, `reason` (why it is returned) and `correction` take turns in the upper part.

    Signals:
        approve_clicked, correct_clicked, return_clicked, comment_clicked: of the annotation that is shown.
        rest_clicked: approve all that wait. finish_clicked: approve the reading, or return it where something in it is
            returned. give_back_clicked: return it all the same. reopen_clicked.
    """

    approve_clicked = Signal()
    correct_clicked = Signal()
    return_clicked = Signal()
    comment_clicked = Signal()
    rest_clicked = Signal()
    finish_clicked = Signal()
    give_back_clicked = Signal()
    reopen_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts, self.reason, self.correction = AnnotationFacts(self), ReasonBar(self), CorrectionForm(self)
        self.progress, self.hint = QuietLabel("", self), QuietLabel("", self)
        self.approve = _button(self.tr("&Approve"), self.tr("It is right; on to the next (A)"), self)
        self.correct = _button(self.tr("Corr&ect…"), self.tr("Put another one in its place (E)"), self)
        self.send_back = _button(self.tr("&Return…"), self.tr("To be looked at again, with a reason (R)"), self)
        self.comment = _button(self.tr("Comment…"), self.tr("Say something about it (T)"), self)
        self.rest = _button(self.tr("Approve the rest"), self.tr("All that still wait (Shift+A)"), self)
        self.give_back = _button(
            self.tr("Return reading…"), self.tr("The whole reading, with a reason (Shift+R)"), self
        )
        self.finish, self.reopen = QPushButton(self), _button(self.tr("Reopen"), self.tr("Review it once more"), self)
        self._area = QScrollArea(self)
        self._lay_out()
        for button, signal in (
            (self.approve, self.approve_clicked),
            (self.correct, self.correct_clicked),
            (self.send_back, self.return_clicked),
            (self.comment, self.comment_clicked),
            (self.rest, self.rest_clicked),
            (self.finish, self.finish_clicked),
            (self.give_back, self.give_back_clicked),
            (self.reopen, self.reopen_clicked),
        ):
            button.clicked.connect(signal)
        self.show_facts()

    def show_facts(self) -> None:
        """Nothing is asked."""
        self.reason.hide()
        self.correction.hide()
        self.correction.end()
        self.facts.setVisible(self._shows_annotation)
        self._verdicts.setVisible(self._shows_annotation)
        self._foot.show()

    @property
    def is_asking(self) -> bool:
        """True while a reason or a correction is being typed."""
        return not (self.reason.isHidden() and self.correction.isHidden())

    def ask_reason(
        self, question: str, reasons: tuple[str, ...], proposal: str = "", *, about_all: bool = False
    ) -> None:
        """Ask why something is returned; the annotation stays above, unless it is `about_all`."""
        self._make_room(about_all=about_all)
        self.reason.ask(question, reasons, proposal)

    def ask_comment(self, names: Sequence[str]) -> None:
        """Ask what is to be said of the annotation; `names` are those of people who may be meant."""
        self._make_room()
        self.reason.ask_comment(self.tr("What is to be said about it?"), names)

    def _make_room(self, *, about_all: bool = False) -> None:
        self.show_facts()
        if about_all:
            self.facts.hide()
        self._verdicts.hide()
        self._foot.hide()
        QTimer.singleShot(0, self, self._show_question)  # when it has its place

    def _show_question(self) -> None:
        self._area.ensureWidgetVisible(self.reason)
        self._area.ensureWidgetVisible(self.reason.typed_in)  # where there is no room for all of it

    def begin_correction(self) -> None:
        """The form stands in place of the facts."""
        self.reason.hide()
        self.facts.hide()
        self._verdicts.hide()
        self._foot.hide()
        self.correction.show()
        self._area.verticalScrollBar().setValue(0)

    def show_reading(
        self, reading: ReviewedReading | None, at: int, theme_name: str, name_of: NameOf, *, mine: bool, writable: bool
    ) -> None:
        """Show a reading and the annotation at a place of it, -1 for none. `mine`: one's own, which others review."""
        there = reading is not None and at >= 0
        self._shows_annotation = there
        if reading is not None and there:
            self.facts.show_annotation(reading, at, theme_name, name_of)
        if not self.is_asking:
            self.show_facts()
        state = str(reading.reading.state) if reading else ""
        can = writable and not mine and state == SUBMITTED
        for button in (self.approve, self.correct, self.send_back):
            button.setEnabled(can and there)
        waiting = reading.count(Standing.WAITING) if reading else 0
        self.comment.setEnabled(writable and there)
        self.rest.setVisible(can and reading is not None and bool(reading.rest()))
        self.give_back.setVisible(can and not (reading is not None and reading.count(Standing.RETURNED)))
        self.reopen.setVisible(writable and not mine and state in (APPROVED, RETURNED))
        self.finish.setVisible(can and reading is not None)
        self.finish.setEnabled(waiting == 0 or bool(reading and reading.count(Standing.RETURNED)))
        self.progress.setText(progress_words(reading) if reading else "")
        if reading is not None:
            self._say_finish(reading, waiting)
            self.hint.setText(self._hint_words(reading, waiting, mine=mine))

    def _say_finish(self, reading: ReviewedReading, waiting: int) -> None:
        name = isolated(reading.annotator)
        returned = reading.count(Standing.RETURNED)
        words = self.tr("Return to {name}…").format(name=name) if returned else self.tr("Approve reading")
        self.finish.setText(words.replace("&", "&&"))
        self.finish.setProperty("leading", not waiting)
        self.finish.style().unpolish(self.finish)
        self.finish.style().polish(self.finish)

    def _hint_words(self, reading: ReviewedReading, waiting: int, *, mine: bool) -> str:
        if mine:
            return self.tr("This is your own reading; somebody else has to review it.")
        if reading.reading.state != SUBMITTED:
            state = state_words(str(reading.reading.state))
            reason = reading.reading.reason
            return (
                f"{state[:1].upper()}{state[1:]}: {isolated(reason)}" if reason else f"{state[:1].upper()}{state[1:]}."
            )
        if waiting and not reading.rest():
            words = self.tr("{n} left, to be put right: A approves one all the same, E corrects it, R returns it.")
            return words.format(n=number(waiting))
        if waiting:
            return self.tr(
                "A approve · E correct · R return · T comment · J K next, previous · "
                "Enter to the next that waits · Shift+A approve the rest · Shift+R return the reading"
            )
        if reading.count(Standing.RETURNED):
            return self.tr("All is judged. Enter returns the reading to {name}.").format(
                name=isolated(reading.annotator)
            )
        count = len(reading.annotations)
        if not count:
            return self.tr("Nothing is tagged in it. Enter approves the reading.")
        return self.tr("All {n} are judged. Enter approves the reading.").format(n=number(count))

    def _lay_out(self) -> None:
        self._shows_annotation = False
        self._verdicts, self._foot = QWidget(self), QWidget(self)
        verdicts = FlowLayout(self._verdicts, spacing=4)
        for button in (self.approve, self.correct, self.send_back, self.comment):
            verdicts.addWidget(button)
        inner = QWidget(self)
        upper = QVBoxLayout(inner)
        upper.setContentsMargins(_SIDE, _SIDE, _SIDE, 8)
        upper.setSpacing(10)
        for part in (self.facts, self._verdicts, self.reason, self.correction):
            upper.addWidget(part)
        upper.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(_SIDE, 8, _SIDE, 12)
        foot.setSpacing(6)
        for label in (self.progress, self.hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            foot.addWidget(label)
        buttons = FlowLayout(spacing=4)
        ends: tuple[QWidget, ...] = (self.finish, self.rest, self.give_back, self.reopen)
        for widget in ends:
            buttons.addWidget(widget)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot)


def _button(words: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
