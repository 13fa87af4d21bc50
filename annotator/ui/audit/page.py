"""The page of the audit trail: who did what and when on the left, the article as of that moment on the right.

It asks by signals and is answered by slots; what is read is read elsewhere (ui/auditing.py).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QListView, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.core.people import Person
from annotator.core.records import DocumentRecord
from annotator.core.schema import Label, LabelSet
from annotator.operations.timeline import Timeline
from annotator.operations.trail import Question, Trail, TrailEntry, annotations_of
from annotator.ui.audit.as_of_view import AsOfView
from annotator.ui.audit.trail_delegate import TrailDelegate
from annotator.ui.audit.trail_model import TrailModel
from annotator.ui.audit.words import change_words
from annotator.ui.elided_box import ElidedBox
from annotator.ui.lines import number, one_line
from annotator.ui.page_head import BackButton, Heading, head_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.style_sheet import ring
from annotator.ui.theme import Theme

_CHANGES_SHOWN = 40
_DAYS = (0, 1, 7, 30)  # 0: from the beginning


class AuditPage(QWidget):
    """Where one sees who did what.

    Signals:
        asked: a Question, of which the first page of answers is wanted.
        more_asked: the Question, and the number before which the next page is wanted.
        entry_opened: a TrailEntry whose article is to be opened.
        journal_wanted: the journal shall be written to a file.
        left: back to the text.
    """

    asked = Signal(object)
    more_asked = Signal(object, int)
    entry_opened = Signal(object)
    journal_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audit_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.scope, self.person, self.label, self.since = (ElidedBox(self) for _ in range(4))
        self.journal = QPushButton(self.tr("Save journal…"), self)
        self.back = BackButton(self)
        self.trail, self.entries = TrailModel(self), QListView(self)
        self.as_of = AsOfView(self)
        self._says, self._details = QuietLabel("", self), QuietLabel("", self)
        self._document_id: UUID | None = None
        self._label_set: LabelSet | None = None
        self._name_of: Callable[[UUID], str] = lambda _key: ""
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def question(self) -> Question:
        """What is chosen above."""
        days: int = self.since.currentData() or 0
        return Question(
            document_id=self._document_id if self.scope.currentData() else None,
            annotator_id=self.person.currentData(),
            label=self.label.currentData() or "",
            since=datetime.now(UTC) - timedelta(days=days) if days else None,
        )

    def prepare(
        self,
        document: DocumentRecord | None,
        people: Sequence[Person],
        labels: Sequence[Label],
        label_set: LabelSet,
        name_of: Callable[[UUID], str],
    ) -> None:
        """What may be chosen: the open article, these people, these labels."""
        self._document_id = document.id if document else None
        self._label_set, self._name_of = label_set, name_of
        here = [(one_line(document.title, 40), True)] if document else []
        _fill(self.scope, [*here, (self.tr("The whole project"), False)])
        _fill(self.person, [(self.tr("Everybody"), None), *((one.name, one.id) for one in people)])
        _fill(self.label, [(self.tr("Every label"), ""), *((one.title, one.key) for one in labels)])

    def begin(self) -> None:
        """The page has come into view: to the list, and ask anew."""
        self.entries.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask_again()

    def ask_again(self) -> None:
        """Ask once more what is chosen."""
        self.trail.names_articles = not self.scope.currentData()
        self.as_of.setVisible(bool(self.scope.currentData()))
        self.asked.emit(self.question)

    def show_trail(self, trail: Trail) -> None:
        """The first page of the answers."""
        self.trail.show(trail)
        if not trail.entries and trail.before is not None:
            self.trail.fetchMore()
        self._count()
        if trail.entries:
            self.entries.setCurrentIndex(self.trail.index(0))
        else:
            self._details.clear()

    def add_trail(self, trail: Trail) -> None:
        """The next page of the answers."""
        self.trail.add(trail)
        self._count()

    def show_timeline(
        self,
        document: DocumentRecord,
        timeline: Timeline,
        labels: Mapping[str, Label],
        people: Mapping[str, Person],
        theme: Theme,
    ) -> None:
        """The open article at all its moments."""
        self.as_of.show_timeline(document, timeline, labels, people, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.as_of.isHidden():
            self.as_of.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        count, more = self.trail.rowCount(), self.trail.canFetchMore()
        if not count:
            words = self.tr("Nothing of that kind was done.")
        elif more:
            words = self.tr("The newest {count}; older ones come as you scroll").format(count=number(count))
        else:
            words = self.tr("{count} entries, the newest first").format(count=number(count))
        self._says.setText(words)

    def _choose(self, index: QModelIndex) -> None:
        entry: TrailEntry | None = index.data(TrailModel.EntryRole)
        if entry is None:
            return
        shown = entry.changes[:_CHANGES_SHOWN]
        lines = [change_words(entry, change, self._label_set, self._name_of) for change in shown]
        if len(entry.changes) > len(shown):
            lines.append(self.tr("and {count} more").format(count=number(len(entry.changes) - len(shown))))
        self._details.setText("\n".join(lines))
        if not self.as_of.isHidden():
            self.as_of.go_to_entry(entry.number)
            self.as_of.point_at(key for change in entry.changes for key in annotations_of(change))

    def _follow(self, entry: int) -> None:
        """The slider was moved: to the entry that was made then."""
        row = next((row for row, one in enumerate(self.trail.entries) if one.number <= entry), -1)
        selection = self.entries.selectionModel()
        selection.blockSignals(True)
        self.entries.setCurrentIndex(self.trail.index(row) if row >= 0 else QModelIndex())
        selection.blockSignals(False)
        self.entries.viewport().update()

    def _dress(self) -> None:
        words = {
            self.scope: self.tr("Where"), self.person: self.tr("Who"),
            self.label: self.tr("Label"), self.since: self.tr("Since"),
        }  # fmt: skip
        for box, name in words.items():
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
        spans = (self.tr("All the time"), self.tr("Last day"), self.tr("Last 7 days"), self.tr("Last 30 days"))
        _fill(self.since, list(zip(spans, _DAYS, strict=True)))
        self.entries.setModel(self.trail)
        self.entries.setFrameShape(QFrame.Shape.NoFrame)
        self.entries.setItemDelegate(TrailDelegate(self.entries))
        self.entries.setUniformItemSizes(True)
        self.entries.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setAccessibleName(self.tr("What was done"))
        self.entries.setToolTip(self.tr("Enter opens the article"))
        self.entries.setStyleSheet(ring("QListView"))
        for label in (self._says, self._details):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.journal.setAutoDefault(False)
        self.journal.setToolTip(self.tr("Writes the whole journal to a file, and beside it how anybody can check it"))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        for box in (self.scope, self.person, self.label, self.since):
            above.addWidget(box)
        above.addStretch(1)
        above.addWidget(self.journal)
        left, right = QWidget(self), QWidget(self)
        for widget, parts in ((left, (self._says, self.entries)), (right, (self._details, self.as_of))):
            column = QVBoxLayout(widget)
            column.setContentsMargins(*(0, 0, 12, 0) if widget is left else (12, 0, 0, 0))
            column.setSpacing(8)
            for part in parts:
                column.addWidget(part, 1 if part in (self.entries, self.as_of) else 0)
        right.layout().addStretch(0)  # type: ignore[union-attr]
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(left)
        both.addWidget(right)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.setSizes([360, 640])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(head_line(Heading(self.tr("Who did what"), self), self.back))
        whole.addLayout(above)
        whole.addWidget(both, 1)

    def _connect(self) -> None:
        for box in (self.scope, self.person, self.label, self.since):
            box.activated.connect(lambda _row: self.ask_again())
        self.trail.more_wanted.connect(lambda before: self.more_asked.emit(self.question, before))
        self.entries.selectionModel().currentChanged.connect(lambda current, _former: self._choose(current))
        self.entries.activated.connect(lambda index: self.entry_opened.emit(index.data(TrailModel.EntryRole)))
        self.as_of.moved.connect(self._follow)
        self.back.clicked.connect(self.left)
        self.journal.clicked.connect(self.journal_wanted)


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer these; what was chosen stays chosen where it is still there."""
    known = box.currentData()
    box.blockSignals(True)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, next((at for at, (_, value) in enumerate(choices) if value == known), 0)))
    box.blockSignals(False)
