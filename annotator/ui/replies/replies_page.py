"""The page on the right of reply: claims that accuse somebody, those that nothing answers first.

It asks and is answered by signals and slots; reading and writing are done elsewhere (ui/replying.py).
"""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.replies import ReplyClaim, ReplyFilter, Scope, Standing, proposed_status
from annotator.core.schema import LabelSet
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.replies.claim_delegate import ClaimDelegate
from annotator.ui.replies.claim_details import ClaimDetails
from annotator.ui.replies.claim_model import ClaimModel
from annotator.ui.replies.words import standing_words
from annotator.ui.search.day_field import DayField
from annotator.ui.search.filter_row import FilterButton
from annotator.ui.steady_list import SteadyList, is_plain

_PAUSE = 120  # milliseconds without a key after which the list is filtered
_OVERDUE = "overdue"
_SIDE = 16
_PARTS = (0.58, 0.42)  # of the list and of the claim
_WIDE = 900  # pixels from which a claim is shown beside the list, not below it


class RepliesPage(QWidget):
    """List, filters and the chosen claim's details. `details` tells what is wanted of that claim.

    Signals:
        place_chosen: article and annotation to be opened.
        print_wanted: print the claims that are shown.
        export_wanted: write them as a file.
        left: back to the text.
    """

    place_chosen = Signal(UUID, UUID)
    print_wanted = Signal()
    export_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replies_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ClaimModel(self)
        self.list_view, self.details = ClaimList(self.model, self), ClaimDetails(self)
        self.field = QLineEdit(self)
        self.states, self.labels = FilterButton(self.tr("State"), self), FilterButton(self.tr("Label"), self)
        self.outlets = FilterButton(self.tr("Outlet"), self)
        self.since, self.until = DayField(last=False, parent=self), DayField(last=True, parent=self)
        self.print_button, self.export_button = QToolButton(self), QToolButton(self)
        self._count = QuietLabel("", self)
        self._scope: Scope | None = None
        self._name, self._writable = "", False
        self._wanted: UUID | None = None
        self._is_read = self._was_laid_out = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._dress()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """The page has come into view: to the list, on the claim that was chosen last."""
        (self.list_view if self.model.shown else self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_labels(self, label_set: LabelSet, theme_name: str, scope: Scope | None) -> None:
        """The project's labels, and what of them the right of reply is about."""
        self._scope = scope
        self.model.set_labels(label_set, theme_name)
        labels = {label.key: label for label in label_set.labels}
        self.details.set_scope(scope, labels, theme_name)
        self.labels.set_choices((key, labels[key].title) for key in (scope.labels if scope else ()))
        self.labels.setVisible(bool(scope and len(scope.labels) > 1))

    def set_rights(self, name: str, *, writable: bool) -> None:
        """Who works here, and whether anything can be changed."""
        self._name, self._writable = name, writable

    def show_claims(self, scope: Scope | None, claims: Sequence[ReplyClaim]) -> None:
        """Show what there is now; the claim that was chosen stays so."""
        self._scope, self._is_read = scope, True
        outlets = sorted({one.article.outlet for one in claims if one.article.outlet})
        self.outlets.set_choices((outlet, one_line(outlet, 60)) for outlet in outlets)
        self.outlets.setVisible(len(outlets) > 1)
        self._wanted = self.chosen_id or self._wanted
        self.model.set_claims(claims)
        self._choose_again()

    def show_waiting(self) -> None:
        """The claims are being read."""
        if not self._is_read:
            self._count.setText(self.tr("The claims are being read …"))

    def forget(self) -> None:
        """Another project is open."""
        self._pause.stop()
        self._is_read, self._wanted = False, None
        self.model.set_claims(())
        self._choose_again()

    @property
    def chosen_id(self) -> UUID | None:
        """The claim that is shown in full."""
        return self.details.claim.annotation.id if self.details.claim else None

    def filter(self) -> ReplyFilter:
        """The claims that are wanted, as it is set."""
        states = self.states.chosen()
        return ReplyFilter(
            words=self.field.text(),
            standings=frozenset(state for state in states if isinstance(state, Standing)),
            overdue=_OVERDUE in states,
            labels=self.labels.chosen(),
            outlets=self.outlets.chosen(),
            since=self.since.day(),
            until=self.until.day(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = Qt.Orientation.Horizontal if event.size().width() >= _WIDE else Qt.Orientation.Vertical
        if self._parts.orientation() is not beside or not self._was_laid_out:
            self._was_laid_out = True
            self._parts.setOrientation(beside)
            self._parts.setSizes([round(part * event.size().width()) for part in _PARTS])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.hasFocus() and self.field.text():
            self.field.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Slash and is_plain(event):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self.model.shown:
            self.list_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose_again(self) -> None:
        """The list is another one: choose what was chosen, else the first."""
        row = max(0, self.model.row_of(self._wanted))
        if self.model.shown:
            self.list_view.setCurrentIndex(self.model.index(row))
        self._show_details()
        self._tell_count()

    def _apply_filter(self) -> None:
        self._pause.stop()
        self._wanted = self.chosen_id or self._wanted
        self.model.set_filter(self.filter())
        self._choose_again()
        announce(self.field, self._count.text())

    def _show_details(self) -> None:
        claim = self.list_view.currentIndex().data(ClaimModel.ClaimRole)
        if claim is not None:
            self._wanted = claim.annotation.id
        proposed = (proposed_status(self._scope, claim, self.model.now) if self._scope and claim else None) or ""
        self._beside.setVisible(claim is not None)
        own = claim is not None and claim.annotation.annotator == self._name
        self.details.show_claim(claim, self.model.now, proposed, own=own, writable=self._writable)

    def _tell_count(self) -> None:
        shown, total = len(self.model.shown), len(self.model.claims)
        words = ""
        if total:
            unanswered = sum(one.standing is not Standing.ANSWERED for one in self.model.shown)
            words = self.tr("{shown} of {total} claims, {open} of them unanswered")
            words = words.format(shown=number(shown), total=number(total), open=number(unanswered))
        self._count.setText(words)
        empty = self._empty_words(total) if self._is_read and not shown else ""
        self.list_view.empty_text = empty
        self.list_view.setAccessibleDescription(empty)
        for button in (self.print_button, self.export_button):
            button.setEnabled(shown > 0)
        self.list_view.viewport().update()

    def _empty_words(self, total: int) -> str:
        if self._scope is None:
            return self.tr(
                "This project’s label set has no field “accuses”, so there are no accusations to follow. "
                "Add such a field to the label set, or use the set “newsroom”."
            )
        if total:
            return self.tr("No claim is as the filter asks. Take something out of it.")
        return self.tr(
            "No claim accuses anybody yet. Say in the inspector whom a claim accuses, and it is listed here."
        )

    def _dress(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter by words, names, articles"))
        self.field.setAccessibleName(self.tr("Filter the claims"))
        self.field.setClearButtonEnabled(True)
        self.list_view.setAccessibleName(self.tr("Claims that accuse somebody"))
        states: list[tuple[object, str]] = [(one, standing_words(one)) for one in Standing]
        self.states.set_choices([*states, (_OVERDUE, self.tr("overdue"))])
        self.since.setAccessibleName(self.tr("Published from"))
        self.until.setAccessibleName(self.tr("Published until"))
        for button, words, tip in (
            (self.print_button, self.tr("Print…"), self.tr("Print the claims that are shown")),
            (self.export_button, self.tr("Export…"), self.tr("Write them as a page, a table or a PDF")),
        ):
            button.setText(words)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Right of reply"), self)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        title.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget, stretch in ((title, 0), (self.field, 1), (self.print_button, 0), (self.export_button, 0)):
            head.addWidget(widget, stretch)
        days = QWidget(self)
        between = QHBoxLayout(days)
        between.setContentsMargins(0, 0, 0, 0)
        for words, day in ((self.tr("from"), self.since), (self.tr("to"), self.until)):
            between.addWidget(QuietLabel(words, days))
            between.addWidget(day)
        row = FlowLayout(spacing=4)
        for one in (self.states, self.labels, self.outlets, days):
            row.addWidget(one)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 12, _SIDE, 8)
        top.addLayout(head)
        top.addLayout(row)
        top.addWidget(self._count)
        self._beside = area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.details)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        for part, stretch in ((self.list_view, 3), (area, 2)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._parts.addWidget(part)
            self._parts.setStretchFactor(self._parts.count() - 1, stretch)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self.list_view.setMinimumSize(240, 120)
        area.setMinimumSize(300, 160)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._parts, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._apply_filter)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        for source in (self.states, self.labels, self.outlets, self.since, self.until):
            source.changed.connect(self._apply_filter)
        self.list_view.selectionModel().currentChanged.connect(lambda _new, _old: self._show_details())
        self.list_view.chosen.connect(self._open)
        self.list_view.contact_wanted.connect(self.details.contact_wanted)
        self.details.place_chosen.connect(self.place_chosen)
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button.clicked.connect(self.export_wanted)

    def _open(self, index: QModelIndex) -> None:
        claim = index.data(ClaimModel.ClaimRole)
        self.place_chosen.emit(claim.article.id, claim.annotation.id)


class ClaimList(SteadyList):
    """The claims: arrows show one after the other, Enter or a double click opens the place, C notes a contact.

    Signals:
        contact_wanted: a contact is to be noted of the claim that the keyboard is on.
    """

    contact_wanted = Signal()

    def __init__(self, model: ClaimModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(ClaimDelegate(self))
        self.clicked.disconnect(self.chosen)
        self.doubleClicked.connect(self.chosen)
        self.setToolTip(self.tr("Enter opens the place, C notes a contact"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() == Qt.Key.Key_C and self.currentIndex().isValid():
            self.contact_wanted.emit()
        elif is_plain(event) and event.key() == Qt.Key.Key_Slash:
            event.ignore()
        else:
            super().keyPressEvent(event)
