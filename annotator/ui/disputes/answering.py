"""How a ruling is given, key by key: which side, or what else; then why; then, if it is to be one, the case's name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.core.rulings import Dispute, RulingVerdict
from annotator.core.schema import Label, LabelSet
from annotator.operations.disputed_articles import DisputedArticle
from annotator.operations.rulings import Choice
from annotator.ui.disputes.answer_line import AnswerLine
from annotator.ui.lines import isolated, one_line
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce


@dataclass(frozen=True, slots=True)
class Answer:
    """A ruling that somebody wants. `case_title` None: it is no case of the guideline."""

    dispute: Dispute
    choice: Choice
    reason: str = ""
    case_title: str | None = None


class Answering(QObject):
    """One ruling at a time. `steps` says what can be done while the words of something new are chosen.

    Signals:
        answered: an Answer.
        titled: a ruling, and the title of the case that it becomes.
        ended: the keyboard belongs to the page again.
    """

    answered = Signal(object)
    titled = Signal(UUID, str)
    ended = Signal()

    def __init__(self, line: AnswerLine, steps: QuietLabel, pane: ReadingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._steps, self._pane = line, steps, pane
        self._article: DisputedArticle | None = None
        self._dispute: Dispute | None = None
        self._labels: Sequence[Label] = ()
        self._label: Label | None = None
        self._answer: Answer | None = None
        self._as_case = False
        self._asks_title = False
        self.reasons: Sequence[str] = ()
        line.given.connect(self._take)
        line.left.connect(self.stop)
        steps.hide()

    @property
    def is_selecting(self) -> bool:
        """True while the words of something new are chosen."""
        return self._pane.selection() is not None

    @property
    def _is_asking(self) -> bool:
        return self.is_selecting or not self._line.isHidden()

    def turn_to(self, dispute: Dispute | None, article: DisputedArticle | None, label_set: LabelSet | None) -> None:
        """Answer this one from now on. What is being answered already goes on, as long as it is what it was."""
        former, self._dispute, self._article = self._dispute, dispute, article
        if self._is_asking and former and dispute and former.group == dispute.group and former.ruling == dispute.ruling:
            return
        self._labels = label_set.main if label_set else ()
        self._as_case = False
        self._put_away()

    def choose(self, verdict: RulingVerdict, annotator_id: UUID | None = None) -> None:
        """Rule so; why is asked next."""
        if self._dispute is None:
            return
        self._end_selecting()
        choice = Choice(verdict, annotator_id)
        held = {
            RulingVerdict.BOTH: self.tr("All of it holds."),
            RulingVerdict.NEITHER: self.tr("Nothing of it holds."),
        }.get(verdict)
        name = self._article.name(annotator_id) if self._article else ""
        self._ask_reason(choice, held or self.tr("{name}’s side holds.").format(name=isolated(one_line(name))))

    def begin_new(self) -> None:
        """Let the words of something new be chosen, from what is in dispute."""
        if self._dispute is None or not self._labels:
            return
        self._put_away()
        group = self._dispute.group
        self._label = next((label for label in self._labels if label.key in group.labels), self._labels[0])
        self._pane.begin_selecting(group.extent)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_steps()

    def make_case(self) -> None:
        """Make what was ruled a case; where nothing is yet, what will be."""
        if self._dispute is None:
            return
        if self._dispute.ruling is None:
            self._as_case = not self._as_case
            words = self.tr("What you rule now becomes a case of the guideline. G again: it does not.")
            self._say(words if self._as_case else self.tr("It becomes no case."))
            return
        self._answer = None
        self._ask_title(self._dispute.ruling.case_title)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key while words are chosen, or while a case is to be made. True when it meant something."""
        if not self.is_selecting:
            return event.key() == Qt.Key.Key_Escape and self._let_case_go()
        steps = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        key = Qt.Key(event.key())
        held = event.modifiers()
        if key in steps:
            # As in the reader with Ctrl+Shift and Ctrl+Alt+Shift; and plain, as nothing else needs the arrows here.
            of_start = bool(held & Qt.KeyboardModifier.AltModifier) or held == Qt.KeyboardModifier.ShiftModifier
            (self._pane.move_start if of_start else self._pane.move_end)(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_words()
        elif key == Qt.Key.Key_Escape:
            self.stop()
        elif label := next(
            (label for label in self._labels if label.shortcut and label.shortcut == event.text()), None
        ):
            self._label = label
            self._tell_steps()
        return True

    def stop(self) -> None:
        """Nothing is answered, and nothing becomes a case."""
        self._as_case = False
        self._put_away()
        self.ended.emit()

    def _let_case_go(self) -> bool:
        """What is ruled shall become no case after all; False where it would not have."""
        was_wanted, self._as_case = self._as_case, False
        if was_wanted:
            self._say(self.tr("It becomes no case."))
        return was_wanted

    def _take_words(self) -> None:
        span, label = self._pane.selection(), self._label
        if span and label:
            self._end_selecting()
            words = one_line(self._pane.text[span.start_char : span.end_char], 80)
            held = self.tr("{label} “{words}” holds instead.").format(label=label.title, words=isolated(words))
            self._ask_reason(Choice(RulingVerdict.NEW, label=label.key, segments=[span]), held)

    def _ask_reason(self, choice: Choice, held: str) -> None:
        if self._dispute is None:
            return
        self._asks_title = False
        self._answer = Answer(self._dispute, choice)
        hint = self.tr("Enter without a word: no reason.")
        if self.reasons:
            hint = f"{hint} {self.tr('Down brings back the reasons given before.')}"
        self._line.ask(self.tr("{held} Why?").format(held=held), hint, self.reasons)

    def _ask_title(self, title: str = "") -> None:
        self._asks_title = True
        self._line.ask(self.tr("What is the case called?"), self.tr("It gets the next number."), (), title)

    def _take(self, words: str) -> None:
        if self._asks_title:
            self._take_title(words)
        elif self._answer:
            self._answer = replace(self._answer, reason=words)
            if self._as_case:
                self._ask_title()
            else:
                self._finish(self._answer)

    def _take_title(self, words: str) -> None:
        if self._answer:
            self._finish(replace(self._answer, case_title=words))
        elif self._dispute and self._dispute.ruling:
            ruling = self._dispute.ruling
            self._put_away()
            self.ended.emit()
            self.titled.emit(ruling.id, words)

    def _finish(self, answer: Answer) -> None:
        self._as_case = False
        self._put_away()
        self.ended.emit()
        self.answered.emit(answer)

    def _tell_steps(self) -> None:
        names = " · ".join(f"{label.shortcut} {label.title}" for label in self._labels if label.shortcut)
        title = self._label.title if self._label else ""
        words = self.tr(
            "New {label}: ← → move the end, Shift+← → the start; {labels} change the label. Enter goes on, Esc stops."
        )
        self._say(words.format(label=title, labels=names))

    def _say(self, words: str) -> None:
        self._steps.setText(words)
        self._steps.show()
        announce(self._steps, words)

    def _put_away(self) -> None:
        self._end_selecting()
        self._answer, self._asks_title = None, False
        self._line.hide()
        self._steps.hide()

    def _end_selecting(self) -> None:
        if self.is_selecting:
            self._pane.end_selecting()
        self._steps.hide()
