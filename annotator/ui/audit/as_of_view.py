"""An article's annotations as of any moment: a slider over all that was done, and the text as it was tagged then."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from annotator.core.people import Person
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.operations.timeline import Timeline
from annotator.ui.lines import local_day_and_time, number, one_line
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.passages.shown_span import ShownSpan
from annotator.ui.people.chip import person_ink
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader_look import reader_theme
from annotator.ui.theme import Theme


class AsOfView(QWidget):
    """The slider, what was done at its place, and the text.

    Signals:
        moved: the number of the journal's entry that the slider has been moved to, 0 before the first.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane, self.slider, self._says = ReadingPane(self), QSlider(Qt.Orientation.Horizontal, self), QuietLabel("")
        self.earlier, self.later = QPushButton("‹", self), QPushButton("›", self)
        self._timeline: Timeline | None = None
        self._document: DocumentRecord | None = None
        self._labels: Mapping[str, Label] = {}
        self._people: Mapping[str, Person] = {}
        self._theme_name = "light"
        self._dress()
        self._lay_out()

    @property
    def index(self) -> int:
        """The moment that is shown, -1 before the first one."""
        return self.slider.value() - 1

    def show_timeline(
        self,
        document: DocumentRecord,
        timeline: Timeline,
        labels: Mapping[str, Label],
        people: Mapping[str, Person],
        theme: Theme,
    ) -> None:
        """Show an article at its newest moment. `people` by name."""
        self._document, self._timeline, self._labels, self._people = document, timeline, labels, people
        self._theme_name = theme.name
        self.pane.set_theme(reader_theme(theme))
        self.pane.show_text(
            document.text,
            (),
            document.language,
            title=document.title,
            sentences=document.sentences,
            furniture=[Span(piece.start_char, piece.end_char) for piece in document.furniture],
        )
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(timeline.moments))
        self.slider.setValue(len(timeline.moments))
        self.slider.blockSignals(False)
        self._show_moment()

    def go_to_entry(self, entry: int) -> None:
        """Show what was there after an entry of the journal, without a word to whoever asked."""
        if self._timeline is None:
            return
        index = sum(moment.number <= entry for moment in self._timeline.moments)
        self.slider.blockSignals(True)
        self.slider.setValue(index)
        self.slider.blockSignals(False)
        self._show_moment()

    def point_at(self, annotation_ids: Iterable[UUID]) -> None:
        """Frame the first of these annotations that was there then; none where none was."""
        there = {span.id for span in self.pane.spans}
        self.pane.focus(next((key for key in annotation_ids if key in there), None), aloud=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.slider.setValue(self.slider.value() + by)

    def _move(self) -> None:
        self._show_moment()
        if self._timeline is not None:
            index = self.index
            self.moved.emit(self._timeline.moments[index].number if index >= 0 else 0)

    def _show_moment(self) -> None:
        if self._timeline is None:
            return
        index = self.index
        records = self._timeline.annotations(index)
        self.pane.set_spans([self._shown(record) for record in records])
        count = self.tr("{count} annotations").format(count=number(len(records)))
        if index >= 0:
            moment = self._timeline.moments[index]
            words = self.tr("{when} · {who}: {what} — {count}")
            words = words.format(
                when=local_day_and_time(moment.at), who=one_line(moment.annotator), what=moment.title, count=count
            )
        elif self._timeline.moments:
            words = self.tr("Before anything was tagged")
        else:
            words = self.tr("Nothing has been tagged in this article yet.")
        self._says.setText(words)
        self.slider.setAccessibleDescription(words)
        self.earlier.setEnabled(self.slider.value() > 0)
        self.later.setEnabled(self.slider.value() < self.slider.maximum())

    def _shown(self, record: AnnotationRecord) -> ShownSpan:
        label, person = self._labels.get(record.label), self._people.get(record.annotator)
        tip = f"{label.title if label else record.label} · {record.annotator}"
        if person is None:
            return ShownSpan(record.id, record.segments, label, tip=tip)
        ink = person_ink(person, self._theme_name).name()
        return ShownSpan(record.id, record.segments, label, person.initials, ink, tip=tip)

    def _dress(self) -> None:
        self.slider.setAccessibleName(self.tr("Moment"))
        self.slider.setPageStep(10)
        self.earlier.setAccessibleName(self.tr("One step earlier"))
        self.later.setAccessibleName(self.tr("One step later"))
        for button in (self.earlier, self.later):
            button.setAutoDefault(False)
            button.setFixedWidth(self.fontMetrics().averageCharWidth() * 5)
            button.setToolTip(button.accessibleName())
        self._says.setWordWrap(True)
        self.slider.valueChanged.connect(lambda _value: self._move())
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.earlier)
        line.addWidget(self.slider, 1)
        line.addWidget(self.later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(line)
        whole.addWidget(self._says)
        whole.addWidget(self.pane, 1)
