"""The queue beside the reading: what waits for a review, with filters."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.people import Person
from annotator.core.review_queue import STATES, SUBMITTED, QueueEntry, QueueFilter
from annotator.core.reviewing import Standing
from annotator.core.schema import LabelSet
from annotator.operations.under_review import ReviewedReading
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import isolated_language, number, one_line
from annotator.ui.page_head import BackButton, Heading, head_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.review.queue_delegate import QueueDelegate
from annotator.ui.review.queue_model import QueueModel, ReadingKey, key_of
from annotator.ui.review.words import state_words
from annotator.ui.search.filter_row import FilterButton
from annotator.ui.steady_list import SteadyList, is_plain

_PAUSE = 120  # milliseconds without a key after which the list is filtered
_SIDE = 14
_UNSURE, _FLAGGED = "unsure", "flagged"


class QueuePanel(QWidget):
    """Filters and the list. Enter or a click opens a reading; J and K step through the list, too.

    Signals:
        chosen: article and annotator of the reading that is to be reviewed.
        left: Escape, with nothing to clear.
    """

    chosen = Signal(UUID, UUID)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QueueModel(self)
        self.list_view = QueueList(self.model, self)
        self.field = QLineEdit(self)
        self.states = FilterButton(self.tr("State"), self)
        self.annotators, self.labels = FilterButton(self.tr("Annotator"), self), FilterButton(self.tr("Label"), self)
        self.languages = FilterButton(self.tr("Language"), self)
        self.outlets, self.marks = FilterButton(self.tr("Outlet"), self), FilterButton(self.tr("Only with"), self)
        self._count = QuietLabel("", self)
        self._is_read = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._dress()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """To the list; to its field where there is nothing."""
        (self.list_view if self.model.shown else self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_labels(self, label_set: LabelSet) -> None:
        """The labels to filter by."""
        self.labels.set_choices((label.key, label.title) for label in label_set.main)

    def show_entries(self, entries: Sequence[QueueEntry], people: Sequence[Person], theme_name: str) -> None:
        """Show what there is now; the ring stays on the reading it was on."""
        self._is_read = True
        names = sorted({one.annotator for one in entries})
        self._offer(self.annotators, [(name, one_line(name, 60)) for name in names])
        languages = sorted({one.language for one in entries})
        self._offer(self.languages, [(tag, isolated_language(tag)) for tag in languages])
        outlets = sorted({one.outlet for one in entries if one.outlet})
        self._offer(self.outlets, [(outlet, one_line(outlet, 60)) for outlet in outlets])
        at, row = self.current(), self.list_view.currentIndex().row()
        self.model.set_people(people, theme_name)
        self.model.set_entries(entries)
        self._stand_on(at, row)
        self._tell_count()

    def set_opened(self, key: ReadingKey | None) -> None:
        """Mark the reading that is under review."""
        self.model.set_opened(key)

    def tell_judged(self, reading: ReviewedReading) -> None:
        """How far the review of this reading is by now."""
        judged = len(reading.annotations) - reading.count(Standing.WAITING)
        self.model.tell_judged(key_of(reading), judged, reading.count(Standing.RETURNED))

    def current(self) -> ReadingKey | None:
        """The reading that the ring is on."""
        entry = self.list_view.currentIndex().data(QueueModel.EntryRole)
        return (entry.document_id, entry.annotator_id) if entry else None

    def after(self, key: ReadingKey) -> ReadingKey | None:
        """The reading that waits after this one; the first that waits where this is the last. None for no other."""
        waiting = [one for one in self.model.shown if one.state == SUBMITTED]
        keys = [(one.document_id, one.annotator_id) for one in waiting]
        row = keys.index(key) if key in keys else -1
        others = [*keys[row + 1 :], *keys[: max(0, row)]]
        return next((one for one in others if one != key), None)

    def forget(self) -> None:
        """Another project is open."""
        self._pause.stop()
        self._is_read = False
        self.model.set_opened(None)
        self.model.set_entries(())

    def filter(self) -> QueueFilter:
        """The readings that are wanted, as it is set."""
        marks = self.marks.chosen()
        return QueueFilter(
            words=self.field.text(),
            states=self.states.chosen() or frozenset({SUBMITTED}),
            annotators=self.annotators.chosen(),
            labels=self.labels.chosen(),
            languages=self.languages.chosen(),
            outlets=self.outlets.chosen(),
            unsure=_UNSURE in marks,
            flagged=_FLAGGED in marks,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_field = self.field.hasFocus()
        if event.key() == Qt.Key.Key_Escape and in_field and self.field.text():
            self.field.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Slash and is_plain(event):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and in_field and self.model.shown:
            self._apply_filter()
            self.begin()
        else:
            super().keyPressEvent(event)

    def _stand_on(self, key: ReadingKey | None, row: int) -> None:
        """The ring on a reading, else where it was, else on the first."""
        if self.model.shown:
            found = self.model.row_of(key)
            at = found if found >= 0 else max(0, min(row, len(self.model.shown) - 1))
            self.list_view.setCurrentIndex(self.model.index(at))

    def _apply_filter(self) -> None:
        self._pause.stop()
        at, row = self.current(), self.list_view.currentIndex().row()
        self.model.set_filter(self.filter())
        self._stand_on(at, row)
        self._tell_count()
        announce(self.field, self._count.text())

    def _tell_count(self) -> None:
        shown, waiting = self.model.shown, sum(one.state == SUBMITTED for one in self.model.entries)
        one, many = self.tr("1 reading waits"), self.tr("{n} readings wait")
        words = one if waiting == 1 else many.format(n=number(waiting))
        if self.filter() != QueueFilter():
            words = self.tr("{n} shown · {waiting}").format(n=number(len(shown)), waiting=words)
        self._count.setText(words if self.model.entries else "")
        empty = self._empty_words() if self._is_read and not shown else ""
        self.list_view.empty_text = empty
        self.list_view.setAccessibleDescription(empty)
        self.list_view.viewport().update()

    def _empty_words(self) -> str:
        if not self.model.entries:
            return self.tr("Nothing waits for you. What others hand in (Ctrl+Shift+Enter in the text) is listed here.")
        if self.filter() == QueueFilter():
            return self.tr("All is reviewed. “State” above shows what was approved and returned.")
        return self.tr("No reading is as the filters ask. Take something out of them.")

    @staticmethod
    def _offer(button: FilterButton, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these; where there is no choice the button is not there."""
        button.set_choices(choices)
        button.setVisible(len(choices) > 1)

    def _dress(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter by title, outlet, name"))
        self.field.setAccessibleName(self.tr("Filter the queue"))
        self.field.setClearButtonEnabled(True)
        self.list_view.setAccessibleName(self.tr("Readings that wait for a review"))
        self.states.set_choices((state, state_words(state)) for state in STATES)
        marks = ((_UNSURE, self.tr("unsure annotations")), (_FLAGGED, self.tr("legal flags, or held back")))
        self.marks.set_choices(marks)
        for button in (self.annotators, self.languages, self.outlets):
            button.hide()

    def _lay_out(self) -> None:
        back = BackButton(self)
        back.clicked.connect(self.left)
        row = FlowLayout(spacing=2)
        for one in (self.states, self.annotators, self.labels, self.languages, self.outlets, self.marks):
            row.addWidget(one)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 12, _SIDE, 8)
        top.setSpacing(6)
        top.addLayout(head_line(Heading(self.tr("Review"), self), back))
        top.addWidget(self.field)
        top.addLayout(row)
        top.addWidget(self._count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.list_view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._apply_filter)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        for button in (self.states, self.annotators, self.labels, self.languages, self.outlets, self.marks):
            button.changed.connect(self._apply_filter)
        self.list_view.chosen.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(QueueModel.EntryRole)
        self.chosen.emit(entry.document_id, entry.annotator_id)


class QueueList(SteadyList):
    """The readings: arrows, or J and K, step; Enter opens one."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(QueueDelegate(self))
        self.setToolTip(self.tr("Enter opens a reading"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        by = steps.get(event.key(), 0) if is_plain(event) else 0
        if by and self.model().rowCount():
            row = max(0, min(self.model().rowCount() - 1, self.currentIndex().row() + by))
            self.setCurrentIndex(self.model().index(row, 0))
        elif is_plain(event) and event.key() == Qt.Key.Key_Slash:
            event.ignore()
        else:
            super().keyPressEvent(event)
