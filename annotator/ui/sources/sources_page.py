"""The page of sources: all of them on the left; on the right what is known of one, and all that it has said.

It asks by signals and is answered by slots; reading and changing is done elsewhere (ui/sourcing.py).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.core.records import SourceRecord
from annotator.core.schema import Label
from annotator.core.source_statements import Statement
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.line_undo import LineUndo
from annotator.ui.lines import isolated, number, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sources.details_form import DetailsForm
from annotator.ui.sources.source_delegate import SourceDelegate
from annotator.ui.sources.source_model import SourceModel, SourceRow
from annotator.ui.sources.statement_delegate import StatementDelegate
from annotator.ui.sources.statement_model import StatementModel
from annotator.ui.sources.timeline import Timeline
from annotator.ui.steady_list import SteadyList

_PAUSE = 120  # milliseconds that the ring rests on a source before all it has said is read
_WIDTHS = (38, 62)


class SourcesPage(QWidget):
    """Where one looks at sources. `field` is where a name is typed.

    Signals:
        typed: what is in the field now.
        chosen: the key of the source that is to be shown beside, None for none.
        edited: the key of a source, and what is changed of it by the names of its fields.
        new_wanted: make a source of this name.
        merge_wanted, remove_wanted: the key of the source that is shown.
        statement_chosen: a Statement whose place is to be opened.
        reveal_changed: protected names are to be shown, or no longer.
        left: back to the text.
    """

    typed = Signal(str)
    chosen = Signal(object)
    edited = Signal(object, dict)
    new_wanted = Signal(str)
    merge_wanted = Signal(object)
    remove_wanted = Signal(object)
    statement_chosen = Signal(object)
    reveal_changed = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_page")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.field, self.reveal = QLineEdit(self), QCheckBox(self.tr("Show &protected names"), self)
        self.sources, self.statements = SourceModel(self), StatementModel(self)
        self.list, self.said = SteadyList(self.sources, self), SteadyList(self.statements, self)
        self.details, self.timeline = DetailsForm(self), Timeline(self)
        self.new = QPushButton(self.tr("Ne&w"), self)
        self.merge, self.remove = QPushButton(self.tr("&Merge…"), self), QPushButton(self.tr("Remove"), self)
        self._count, self._title = QuietLabel("", self), ElidedLabel(self)
        self._shown: UUID | None = None
        self._writable = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._choose_current)
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> UUID | None:
        """The source that is shown beside the list."""
        return self._shown

    def begin(self) -> None:
        """The page has come into view: to the field, with what was typed last selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def dress(self, labels: Mapping[str, Label], kinds: Mapping[str, str], theme_name: str, *, writable: bool) -> None:
        """The label set and the theme that everything is drawn in, and whether anything can be changed."""
        self._writable = writable
        for model in (self.sources, self.statements):
            model.labels, model.theme_name = labels, theme_name
        self.statements.kinds = kinds
        self.new.setEnabled(writable)
        for view in (self.list, self.said):
            view.viewport().update()

    def show_sources(self, rows: Sequence[SourceRow], total: int) -> None:
        """The sources that fit what is typed, of so many; the ring stays on the one that is shown, if it is listed."""
        self.sources.show(rows)
        self.sources.set_open(self._shown)
        row = self.sources.row_of(self._shown)
        if row < 0 and rows:
            row = 0
        if row >= 0:
            self.list.setCurrentIndex(self.sources.index(row))
        self._count.setText(self._count_words(len(rows), total))
        self.list.empty_text = self._empty_words(total)
        self.list.setAccessibleDescription("" if rows else self.list.empty_text)
        self.list.viewport().update()
        self._pause.start()

    def show_source(self, source: SourceRecord | None, name: str, *, hidden: bool) -> None:
        """What is known of the source beside the list; `hidden`: its names are not to be seen."""
        self._shown = source.id if source else None
        self.sources.set_open(self._shown)
        self._title.setText(one_line(name))
        self.details.show_source(source, name, hidden=hidden, writable=self._writable)
        for part in (self.details, self.merge, self.remove):
            part.setVisible(source is not None)
        for button in (self.merge, self.remove):
            button.setEnabled(self._writable)
        if source is None:
            self.show_statements((), ())

    def show_statements(self, statements: Sequence[Statement], months: Sequence[tuple[str, Counter[str]]]) -> None:
        """All that the source has said, and how much in which month."""
        if self.statements.show(statements):
            self.said.scrollToTop()
        self.timeline.show_months(months, self.statements.labels, self.statements.theme_name)
        empty = self.tr("Nothing names this source yet. S in the text gives a tag its source.") if self._shown else ""
        self.said.empty_text = empty
        self.said.setAccessibleDescription("" if statements else empty)
        self.said.viewport().update()

    def edit_name(self) -> None:
        """To the name of the source that is shown."""
        self.details.edit_name()

    def forget(self) -> None:
        """Another project is open."""
        self._pause.stop()
        self.field.clear()
        self.reveal.setChecked(False)
        self.show_sources((), 0)
        self._pause.stop()
        self.show_source(None, "", hidden=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.details.commit()
        self.reveal.setChecked(False)  # what was shown for a moment is not on the screen for ever

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_new(event):
                event.accept()  # in this field it is not the window's key for something else
            elif event.type() == QEvent.Type.KeyPress:
                return self._key_in_field(event)
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
                self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
                self.remove_wanted.emit(self._shown)
                return True
        return super().eventFilter(watched, event)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        listed = self.sources.rowCount()
        if _is_new(event) or (is_enter and not listed and self.field.text().strip()):
            self._want_new()
        elif (is_enter or event.key() == Qt.Key.Key_Down) and listed:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _dress(self) -> None:
        self.field.setPlaceholderText(self.tr("A name, in any script"))
        self.field.setAccessibleName(self.tr("Find a source"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.setItemDelegate(SourceDelegate(self.list))
        self.list.setAccessibleName(self.tr("Sources"))
        self.said.setItemDelegate(StatementDelegate(self.said))
        self.said.setAccessibleName(self.tr("What the source has said"))
        self.said.setToolTip(self.tr("Enter or a click opens the place"))
        self.new.setToolTip(self.tr("A source with the name that is typed above (Ctrl+Enter)"))
        self.merge.setToolTip(self.tr("Another entry is the same source"))
        self.remove.setToolTip(self.tr("Take away a source that nothing names"))
        self.reveal.setToolTip(self.tr("Until this page is left"))
        heading = self._title.font()
        heading.setPointSizeF(heading.pointSizeF() * 1.2)
        heading.setWeight(heading.Weight.DemiBold)
        self._title.setFont(heading)
        for button in (self.new, self.merge, self.remove):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setContentsMargins(16, 0, 8, 0)
        above.addWidget(self.field, 1)
        above.addWidget(self.new)
        below.setContentsMargins(16, 0, 8, 0)
        below.addWidget(self._count, 1)
        below.addWidget(self.reveal)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self.list, 1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 12, 0, 0)
        head, known = QHBoxLayout(), QVBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.merge)
        head.addWidget(self.remove)
        known.setContentsMargins(16, 0, 16, 0)
        known.addLayout(head)
        known.addWidget(self.details)
        known.addWidget(self.timeline)
        beside.addLayout(known)
        beside.addWidget(self.said, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        for widget, share in zip((left, right), _WIDTHS, strict=True):
            parts.addWidget(widget)
            parts.setStretchFactor(parts.count() - 1, share)
        parts.setSizes([10 * share for share in _WIDTHS])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)
        form = self.details
        fields = (form.name, form.aliases, form.kind, form.naming, form.role, form.protected, form.note)
        way = (self.field, self.new, self.reveal, self.list, self.merge, self.remove, *fields, self.said)
        for one, other in pairwise(way):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        LineUndo(self.field)
        self.field.textChanged.connect(self.typed)
        self.reveal.toggled.connect(self.reveal_changed)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._pause.start())
        self.list.chosen.connect(self._enter)
        self.said.chosen.connect(lambda index: self.statement_chosen.emit(index.data(StatementModel.StatementRole)))
        self.details.edited.connect(lambda changes: self.edited.emit(self._shown, changes))
        self.new.clicked.connect(self._want_new)
        self.merge.clicked.connect(lambda: self.merge_wanted.emit(self._shown))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._shown))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def _want_new(self) -> None:
        if self._writable:
            self.new_wanted.emit(self.field.text().strip())

    def _enter(self, index: QModelIndex) -> None:
        """A source was clicked, or Enter pressed on it: show it at once; with Enter go on to what it has said."""
        self.list.setCurrentIndex(index)
        self._pause.stop()
        was_shown = self._shown
        self._choose_current()
        if was_shown == self._shown and self.statements.rowCount():
            if not self.said.currentIndex().isValid():
                self.said.setCurrentIndex(self.statements.index(0))
            self.said.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_current(self) -> None:
        row = self.list.currentIndex().data(SourceModel.RowRole)
        key = row.source.id if row else None
        if key != self._shown:
            self.details.commit()
            self.chosen.emit(key)

    def _count_words(self, listed: int, total: int) -> str:
        if listed < total:
            return self.tr("{count} of {total}").format(count=number(listed), total=number(total))
        return self.tr("1 source") if total == 1 else self.tr("{count} sources").format(count=number(total))

    def _empty_words(self, total: int) -> str:
        if not total:
            return self.tr("There are no sources yet. S in the text gives a tag its source; New makes one here.")
        typed = isolated(one_line(self.field.text(), 60))
        return self.tr("Nobody is called “{name}”. Enter makes a new source of this name.").format(name=typed)


def _is_new(event: QKeyEvent) -> bool:
    """True for Ctrl+Enter: a new source, also where others are found."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
