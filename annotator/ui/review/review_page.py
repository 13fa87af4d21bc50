"""The review page: the queue, the article under review, and the card of the annotation that is meant.

It asks and is answered by signals and slots; reading and writing are done elsewhere (ui/reviewing.py).
"""

from collections.abc import Sequence
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from annotator.core.people import Person
from annotator.core.records import SourceRecord
from annotator.core.review_queue import QueueEntry
from annotator.core.reviewing import Standing
from annotator.operations.under_review import ReviewedAnnotation, ReviewedReading
from annotator.ui.lines import isolated
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.typography import ReaderTheme
from annotator.ui.review.article_pane import ArticlePane
from annotator.ui.review.queue_model import ReadingKey, key_of
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.review_card import ReviewCard
from annotator.ui.review.review_keys import act_for
from annotator.ui.review.words import NameOf, exact_words, return_proposal, sources_of

_PARTS = (0.21, 0.5, 0.29)
_ZOOM = 92
_LEAST = 320


class _Asked(Enum):
    """What the words are for that are being typed."""

    REASON = "reason"
    WHOLE = "whole"
    COMMENT = "comment"


class ReviewPage(QWidget):
    """Queue, article, card. Down and Up, or J and K, go from annotation to annotation; A, E, R judge; Enter finishes.

    Signals:
        reading_chosen: article and annotator of the reading to be shown.
        approved: keys of annotations. returned: keys and why. corrected: a key, a Correction, and why.
        commented: the key of an annotation, and words about it.
        reading_approved. reading_returned: why. reading_reopened.
        left: back to the text.
    """

    reading_chosen = Signal(UUID, UUID)
    approved = Signal(list)
    returned = Signal(list, str)
    corrected = Signal(UUID, object, str)
    commented = Signal(UUID, str)
    reading_approved = Signal()
    reading_returned = Signal(str)
    reading_reopened = Signal()
    left = Signal()

    fills = True
    """The queue stands where the library does, which would say the same once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.queue, self.pane, self.card = QueuePanel(self), ArticlePane(self), ReviewCard(self)
        self.nothing = QuietLabel("", self)
        self.reading: ReviewedReading | None = None
        self._at, self._theme_name = -1, "light"
        self._name_of: NameOf = _own_name
        self._reasons, self._names = tuple[str, ...](), list[str]()
        self._mine, self._writable = False, True
        self._asks_for = _Asked.REASON
        self._lay_out()
        self._connect()

    @property
    def at(self) -> int:
        """The place of the annotation that is meant; -1 for none."""
        return self._at

    @property
    def current(self) -> ReviewedAnnotation | None:
        """The annotation that is meant."""
        return self.reading.annotations[self._at] if self.reading and self._at >= 0 else None

    @property
    def key(self) -> ReadingKey | None:
        """The reading that is shown."""
        return key_of(self.reading) if self.reading else None

    def begin(self) -> None:
        """The page has come into view: to the article under review, else to the queue."""
        if self.card.is_asking:
            return
        (self.pane if self.reading else self.queue.list_view).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.reading:
            self.queue.begin()

    def set_look(self, theme: ReaderTheme, name_of: NameOf) -> None:
        """The theme's colours, and how sources are called."""
        self._theme_name, self._name_of = theme.name, name_of
        self.pane.set_theme(theme)

    def set_rights(self, reasons: Sequence[str], *, writable: bool) -> None:
        """The reasons for returning, and whether anything can be changed."""
        self._reasons, self._writable = tuple(reasons), writable

    def show_queue(self, entries: Sequence[QueueEntry], people: Sequence[Person]) -> None:
        """Show what waits; `people` is everybody who can be named in a comment."""
        self._names = [one.name for one in people]
        self.queue.show_entries(entries, people, self._theme_name)
        self._say_nothing()

    def show_reading(self, reading: ReviewedReading | None, *, mine: bool = False) -> None:
        """Show a reading: another one from its first annotation that waits, the same one as it is now."""
        same = reading is not None and self.key == key_of(reading)
        before = self.current
        self.reading, self._mine = reading, mine
        self.queue.set_opened(self.key)
        if reading is None:
            self._at = -1
            self.card.show_facts()
            self._show_card()
            self._say_nothing()
            return
        if not same:
            self.card.show_facts()
            self.pane.show_reading(reading)
            self.go(reading.first_waiting(0))
        else:
            self.queue.tell_judged(reading)
            self.pane.show_standings(reading)
            keys = [one.annotation.id for one in reading.annotations]
            self._at = keys.index(before.annotation.id) if before and before.annotation.id in keys else self._at
            self._at = min(self._at, len(keys) - 1)
            self._show_card()
            self._frame()
        self._say_nothing()

    def go_on(self) -> None:
        """To the next annotation that waits; stay where none does."""
        if self.reading is not None and self.reading.count(Standing.WAITING):
            self.go(self.reading.first_waiting(self._at + 1))
        else:
            announce(self.card, self.card.hint.text())
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """A reason or correction has been given, or is not wanted: back to the article."""
        self.pane.end_selecting()
        self.card.show_facts()
        self._show_card()
        self._frame()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Another project is open."""
        self.show_reading(None)
        self.queue.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_for(self, event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    # What is said

    def approve(self) -> None:
        """The annotation that is meant is right."""
        one = self.current
        if one is None or not self.card.approve.isEnabled():
            return
        if one.judged.standing in (Standing.APPROVED, Standing.CORRECTED):
            self.step(1)  # it is approved, or what was put in its place is
        else:
            self.approved.emit([one.annotation.id])

    def approve_rest(self) -> None:
        """All that still wait are right, but for what is to be put right."""
        if self.reading is not None and not self.card.rest.isHidden():
            self.approved.emit(self.reading.rest())

    def send_back(self) -> None:
        """Ask why the annotation that is meant is returned."""
        if self.current and self.card.send_back.isEnabled():
            self._asks_for = _Asked.REASON
            self.card.ask_reason(self.tr("Why is it returned?"), self._reasons)

    def comment(self) -> None:
        """Ask for words about the annotation that is meant."""
        if self.current and self.card.comment.isEnabled():
            self._asks_for = _Asked.COMMENT
            self.card.ask_comment(self._names)

    def correct(self) -> None:
        """Begin a correction of the annotation that is meant, or of the correction that there is."""
        one = self.current
        if one is None or self.reading is None or not self.card.correct.isEnabled():
            return
        record = one.present
        self.card.correction.set_labels(self.reading.label_set, self._theme_name)
        self.card.begin_correction()
        self.card.correction.begin(record, sources_of(self.reading, record), exact_words(self.reading, record))
        self.pane.begin_selecting(record.segments[-1])

    def finish(self) -> None:
        """Approve or return the reading; where something waits, go there."""
        reading = self.reading
        if reading is None or self.card.finish.isHidden():
            return
        if reading.count(Standing.WAITING):
            self.go(reading.first_waiting(self._at))
        else:
            self._finish_now()

    def give_back(self) -> None:
        """Ask why the reading is returned; the reasons of its annotations are proposed."""
        if self.reading is not None and not self.card.finish.isHidden():
            self._asks_for = _Asked.WHOLE
            question = self.tr("What shall {name} look at?").format(name=isolated(self.reading.annotator))
            self.card.ask_reason(question, (), return_proposal(self.reading), about_all=True)

    # Parts

    def _finish_now(self) -> None:
        """What the button says: the reading is returned where something in it is, though other things still wait."""
        if self.reading is not None and self.reading.count(Standing.RETURNED):
            self.give_back()
        else:
            self.reading_approved.emit()

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) annotation."""
        if self.reading and self.reading.annotations:
            self.go(max(0, min(len(self.reading.annotations) - 1, self._at + by)))

    def go(self, at: int) -> None:
        """To the annotation at a place of the reading's list."""
        self._at = at
        self._show_card()
        self._frame(aloud=True)

    def _show_card(self) -> None:
        self.card.show_reading(
            self.reading, self._at, self._theme_name, self._name_of, mine=self._mine, writable=self._writable
        )

    def _frame(self, *, aloud: bool = False) -> None:
        one = self.current
        self.pane.focus(one.present.id if one else None, aloud=False)
        if one and aloud:
            announce(self.pane, self.card.facts.words())

    def _take_selection(self) -> None:
        draft, span = self.card.correction.draft, self.pane.selection()
        if draft is None or span is None or self.reading is None:
            return
        kept = [one for one in draft.segments[:-1] if one.end_char < span.start_char]
        segments = (*kept, span)
        words = " … ".join(self.reading.document.text[start:end] for start, end in segments)
        self.card.correction.set_stretch(segments, words)

    def _choose_span(self, key: UUID) -> None:
        annotations = self.reading.annotations if self.reading else ()
        for at, one in enumerate(annotations):
            if key in (one.annotation.id, one.correction.id if one.correction else None):
                self.go(at)
                self.pane.setFocus(Qt.FocusReason.MouseFocusReason)

    def _take_reason(self, reason: str) -> None:
        one, asked = self.current, self._asks_for
        self.stop_asking()
        if asked is _Asked.WHOLE:
            self.reading_returned.emit(reason)
        elif one is not None and asked is _Asked.COMMENT:
            self.commented.emit(one.present.id, reason)
        elif one is not None:
            self.returned.emit([one.annotation.id], reason)

    def _take_correction(self, correction: object, reason: str) -> None:
        if one := self.current:
            self.corrected.emit(one.present.id, correction, reason)

    def _say_nothing(self) -> None:
        words = self.tr("Choose a reading at the left, and it is shown here. Enter opens it.")
        if not self.queue.model.entries:
            words = self.tr("When others hand in what they have read, you can go through it here.")
        self.nothing.setText(words)
        self._middle.setCurrentIndex(1 if self.reading else 0)
        self.card.setVisible(self.reading is not None)

    def _lay_out(self) -> None:
        self.pane.set_zoom(_ZOOM)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(40)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.nothing)
        self._middle.addWidget(self.pane)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        for part, least in ((self.queue, 210), (self._middle, 300), (self.card, 300)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            part.setMinimumWidth(least)
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setSizes([round(1280 * part) for part in _PARTS])
        (whole := QHBoxLayout(self)).addWidget(self._split)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setMinimumWidth(_LEAST)  # a page that is not shown takes room from no other
        self._say_nothing()

    def _connect(self) -> None:
        self.queue.chosen.connect(self.reading_chosen)
        self.queue.left.connect(self.left)
        self.pane.span_chosen.connect(self._choose_span)
        self.pane.selection_changed.connect(self._take_selection)
        card = self.card
        card.approve_clicked.connect(self.approve)
        card.correct_clicked.connect(self.correct)
        card.return_clicked.connect(self.send_back)
        card.comment_clicked.connect(self.comment)
        card.rest_clicked.connect(self.approve_rest)
        card.finish_clicked.connect(self._finish_now)
        card.give_back_clicked.connect(self.give_back)
        card.reopen_clicked.connect(self.reading_reopened)
        card.reason.given.connect(self._take_reason)
        card.reason.left.connect(self.stop_asking)
        card.correction.left.connect(self.stop_asking)
        card.correction.saved.connect(self._take_correction)
        card.correction.end_moved.connect(self.pane.move_end)
        card.correction.start_moved.connect(self.pane.move_start)


def _own_name(source: SourceRecord) -> str:
    return source.name
