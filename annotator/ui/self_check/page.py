"""The page on which somebody decides on own sentences once more, without a mark on them, and sees own figures.

It asks by signals and is answered by slots; what is read and written is elsewhere (ui/self_checking.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.records import DocumentRecord
from annotator.core.schema import Label
from annotator.core.self_check import Consistency
from annotator.core.spans import Span
from annotator.ui.lines import number
from annotator.ui.page_head import BackButton, Heading, head_line
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.passages.shown_span import ShownSpan
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader_look import reader_theme
from annotator.ui.self_check.figures import FiguresTable
from annotator.ui.theme import Theme

_SHARES = (2, 5, 10)
_DAYS = (1, 7, 30)


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence to decide on, in its article; `left` with it are still to be decided on."""

    check_id: UUID
    document: DocumentRecord
    sentence: Span
    left: int


class SelfCheckPage(QWidget):
    """At first one's figures and what waits; then one sentence after the other.

    Signals:
        wanted: a share in per cent and an age in days: choose sentences to be asked again.
        begun: the first sentence that waits is to be shown.
        answered: the key of a check, and what is said now: a list of (label's key, stretches).
        left: back to the text.
    """

    wanted = Signal(int, int)
    begun = Signal()
    answered = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("self_check_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.table, self.pane = FiguresTable(self), ReadingPane(self)
        self.share, self.age = QComboBox(self), QComboBox(self)
        self.take, self.begin_asking = QPushButton(self.tr("Choose sentences"), self), QPushButton(self)
        self._private = QuietLabel(self.tr("Only you are shown these figures. Nothing you tagged is changed here."))
        self.back = BackButton(self)
        self._waiting, self._says, self._keys = QuietLabel("", self), QuietLabel("", self), QuietLabel("", self)
        self._both = QStackedWidget(self)
        self._labels: Mapping[str, Label] = {}
        self._asked: Asked | None = None
        self._said: dict[UUID, ShownSpan] = {}
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def is_asking(self) -> bool:
        """True while a sentence is to be decided on."""
        return self._asked is not None

    def begin(self) -> None:
        """The page has come into view: to the button that goes on."""
        (self.take if self.begin_asking.isHidden() else self.begin_asking).setFocus()

    def show_figures(self, found: Consistency, waiting: int, labels: Mapping[str, Label], theme: Theme) -> None:
        """Show what has been answered, and how many sentences wait."""
        self._labels, self._asked = labels, None
        self.pane.set_theme(reader_theme(theme))
        self.table.show_figures(found, labels)
        self.table.setVisible(bool(found.overall.n))
        self.begin_asking.setVisible(waiting > 0)
        self.begin_asking.setText(self.tr("Decide on {count} sentences").format(count=number(waiting)))
        self._waiting.setText("" if waiting or found.overall.n else self._empty_words())
        self._both.setCurrentIndex(0)

    def say(self, words: str) -> None:
        """Say something below the buttons."""
        self._waiting.setText(words)

    def show_asked(self, asked: Asked, labels: Sequence[Label]) -> None:
        """Show one sentence in its article, with nothing tagged."""
        document, self._asked, self._said = asked.document, asked, {}
        furniture = [Span(piece.start_char, piece.end_char) for piece in document.furniture]
        self.pane.show_text(
            document.text, (), document.language, title=document.title,
            sentences=document.sentences, furniture=furniture,
        )  # fmt: skip
        self.pane.begin_selecting(asked.sentence)
        keys = [f"{label.shortcut} {label.title}" for label in labels if label.shortcut]
        words = self.tr("{labels} · Ctrl+Shift+arrows choose words · Enter goes on · Esc leaves")
        self._keys.setText(words.format(labels=" · ".join(keys)))
        self._tell()
        self._both.setCurrentIndex(1)
        self.pane.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text scrolls by keys, too: those that decide something go before."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False for one that asks for nothing here."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._asked is None:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self._asked)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at_start = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.pane.move_start if at_start else self.pane.move_end)(key == Qt.Key.Key_Right)
        elif label := next((one for one in self._labels.values() if event.text() == one.shortcut), None):
            self._toggle(label)
        else:
            return False
        return True

    def _finish(self, asked: Asked) -> None:
        self._asked = None
        said = [(span.label.key, span.segments) for span in self._said.values() if span.label]
        self.answered.emit(asked.check_id, said)

    def _toggle(self, label: Label) -> None:
        """Put a label on what is selected, or take the same one off."""
        span = self.pane.selection()
        if span is None or self._asked is None:
            return
        inside = Span(
            max(span.start_char, self._asked.sentence.start_char), min(span.end_char, self._asked.sentence.end_char)
        )
        if inside.start_char >= inside.end_char:
            self.say(self.tr("Choose words of the sentence that is asked about."))
            return
        same = [key for key, one in self._said.items() if one.label == label and one.segments == (inside,)]
        if same:
            del self._said[same[0]]
        else:
            key = uuid4()
            self._said[key] = ShownSpan(key, (inside,), label)
        self.pane.set_spans(list(self._said.values()))
        self._tell()

    def _tell(self) -> None:
        if self._asked is None:
            return
        titles = ", ".join(one.label.title for one in self._said.values() if one.label)
        left = self.tr("{count} left").format(count=number(self._asked.left))
        words = self.tr("What is in the marked sentence? {said} — {left}")
        self._says.setText(words.format(said=titles or self.tr("Nothing"), left=left))

    def _empty_words(self) -> str:
        return self.tr(
            "Nobody decides the same way every day. Let a few of your own sentences come back, without your tags on "
            "them, and see how often you say the same."
        )

    def _dress(self) -> None:
        for share in _SHARES:
            self.share.addItem(self.tr("{share} % of my sentences").format(share=share), share)
        for days in _DAYS:
            words = self.tr("older than {days} days") if days > 1 else self.tr("older than a day")
            self.age.addItem(words.format(days=days), days)
        self.age.setCurrentIndex(1)
        self.share.setAccessibleName(self.tr("How many"))
        self.age.setAccessibleName(self.tr("How old"))
        for label in (self._private, self._waiting, self._says, self._keys):
            label.setWordWrap(True)

    def _lay_out(self) -> None:
        choose = QHBoxLayout()
        choose.setSpacing(8)
        for widget in (self.share, self.age, self.take):
            choose.addWidget(widget)
        choose.addStretch(1)
        choose.addWidget(self.begin_asking)
        home, asking = QWidget(self), QWidget(self)
        first, second = QVBoxLayout(home), QVBoxLayout(asking)
        first.addLayout(choose)
        for words in (self._private, self._waiting):
            first.addWidget(words)
        first.addWidget(self.table, 1)
        first.addStretch(0)
        for words in (self._says, self._keys):
            second.addWidget(words)
        second.addWidget(self.pane, 1)
        for column in (first, second):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        self._both.addWidget(home)
        self._both.addWidget(asking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(head_line(Heading(self.tr("Ask myself again"), self), self.back))
        whole.addWidget(self._both)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.pane.installEventFilter(self)
        self.take.clicked.connect(lambda: self.wanted.emit(self.share.currentData(), self.age.currentData()))
        self.begin_asking.clicked.connect(self.begun)
