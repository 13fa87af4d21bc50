"""One claim on the page: what it says, whom it accuses, what answers it, and the contact log."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.records import ContactRecord
from annotator.core.replies import ReplyClaim, Scope
from annotator.core.schema import Label
from annotator.ui.inspector.passage import Passage
from annotator.ui.lines import one_line, quoted_line
from annotator.ui.links.rows import Row, RowDelegate, RowModel
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.replies.words import article_words, contact_words, outcome_words, speakers_words
from annotator.ui.steady_list import SteadyList, is_plain

_SIDE = 16
_ROWS = (3, 4)  # of answers and of contacts, before the list scrolls
_SHOWN = 300


class ClaimDetails(QWidget):
    """Shows a claim and tells what a person wants of it; it writes nothing itself.

    Signals:
        place_chosen: article and annotation to be opened.
        status_chosen: the key of the reply status that the claim shall have.
        contact_wanted: a new contact is to be noted.
        change_wanted: this ContactRecord is to be changed.
        removal_wanted: this ContactRecord is to be removed.
    """

    place_chosen = Signal(UUID, UUID)
    status_chosen = Signal(str)
    contact_wanted = Signal()
    change_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim: ReplyClaim | None = None
        self._scope: Scope | None = None
        self._labels: dict[str, Label] = {}
        self._contacts: tuple[ContactRecord, ...] = ()
        self.sentence, self.facts = Passage(self), QuietLabel("", self)
        self.status, self.proposal = QComboBox(self), QPushButton(self)
        self.answers, self.log = _List(self.tr("What answers this claim"), self), _List(self.tr("Contact log"), self)
        self.add, self.change = QPushButton(self.tr("&Note a contact…"), self), QPushButton(self.tr("&Change…"), self)
        self.remove = QPushButton(self.tr("Remo&ve"), self)
        self._proposed = ""
        self._lay_out()
        self._connect()
        for widget in (self.status, self.add, self.change, self.remove, self.proposal):
            widget.setEnabled(False)  # not the whole: quiet words would be taken for words that count for nothing
        self.proposal.hide()

    def set_scope(self, scope: Scope | None, labels: dict[str, Label], theme_name: str) -> None:
        """The label set's own fields, and the labels that answers are drawn with."""
        self._scope, self._labels = scope, labels
        self.answers.rows.theme_name = theme_name
        reply = scope.reply if scope else None
        self.status.clear()
        for value in reply.values if reply else ():
            if not value.retired:
                self.status.addItem(value.title, value.key)
        for widget in (self.status, self._status_name):
            widget.setVisible(reply is not None)

    def show_claim(self, claim: ReplyClaim | None, now: datetime, proposed: str, *, own: bool, writable: bool) -> None:
        """Show a claim, None for none. `proposed` is the status that the log speaks for; "" for none."""
        self.claim = claim
        self.sentence.set_text(claim.place.sentence_text if claim else "")
        self.facts.setText(self._facts_words(claim) if claim else "")
        self.answers.show_rows(self._answer_rows(claim) if claim else (), self.tr("Nothing answers this claim."))
        self._contacts = claim.contacts if claim else ()
        self.log.show_rows([self._contact_row(one, now) for one in self._contacts], self.tr("Nobody has been asked."))
        self.add.setEnabled(writable and claim is not None)
        self._tell_chosen_contact(writable)
        self._show_status(claim, proposed, changeable=own and writable)

    @property
    def chosen_contact(self) -> ContactRecord | None:
        """The contact that the keyboard is on."""
        row = self.log.currentIndex().row()
        return self._contacts[row] if 0 <= row < len(self._contacts) else None

    def _show_status(self, claim: ReplyClaim | None, proposed: str, *, changeable: bool) -> None:
        if claim and self._scope and self._scope.reply and self.status.findData(claim.status) < 0:
            value = self._scope.reply.value(claim.status)  # a retired one stays readable
            self.status.addItem(value.title if value else claim.status, claim.status)
        self.status.setCurrentIndex(self.status.findData(claim.status) if claim else -1)
        self.status.setEnabled(changeable and claim is not None)
        self.proposal.setEnabled(changeable)
        self.status.setToolTip("" if changeable else self.tr("Only who made this annotation can change it."))
        self._proposed = proposed if changeable else ""
        if self.proposal.hasFocus() and not self._proposed:
            self.status.setFocus(Qt.FocusReason.OtherFocusReason)
        self.proposal.setVisible(bool(self._proposed))
        title = self.status.itemText(self.status.findData(proposed)) if proposed else ""
        self.proposal.setText(self.tr("Set to “{status}”").format(status=title))
        self.proposal.setAccessibleDescription(self.tr("This is what the contact log speaks for."))

    def _facts_words(self, claim: ReplyClaim) -> str:
        accused = self._scope.accuses.value(claim.accuses) if self._scope else None
        words = self.tr("Says who: {who}\nAccuses: {whom}\n{article}")
        whom = accused.title if accused else claim.accuses
        return words.format(who=speakers_words(claim), whom=whom, article=article_words(claim))

    def _answer_rows(self, claim: ReplyClaim) -> list[Row]:
        rows = []
        for one in claim.answers:
            who = ", ".join(one.speakers)
            same = self.tr("of the same claim") if one.through_same else ""
            parts = (who, same, one_line(one.article.title, 120), one_line(one.article.outlet, 60))
            beside = " · ".join(part for part in parts if part)
            label, words = self._labels.get(one.annotation.label), quoted_line(one.place.passage, _SHOWN)
            rows.append(Row(one.article.id, one.annotation.id, label, words, beside, one.title))
        return rows

    def _contact_row(self, contact: ContactRecord, now: datetime) -> Row:
        said = contact_words(contact), outcome_words(contact, now)
        return Row(contact.document_id, contact.annotation_id, None, *said, relation_id=contact.id)

    def _tell_chosen_contact(self, writable: bool) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(writable and bool(self._contacts))

    def _lay_out(self) -> None:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        whole.setSpacing(8)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        whole.addWidget(self.sentence)
        whole.addWidget(self.facts)
        line = QHBoxLayout()
        self._status_name = QLabel(self.tr("Repl&y"), self)
        self._status_name.setBuddy(self.status)
        self.status.setAccessibleName(self.tr("Reply status of the claim"))
        self.status.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for widget in (self._status_name, self.status, self.proposal):
            line.addWidget(widget)
        line.addStretch(1)
        whole.addLayout(line)
        for words, rows, most in ((self.tr("Answered by"), self.answers, 0), (self.tr("Contact log"), self.log, 1)):
            name = QLabel(words, self)
            name.setFont(strong)
            rows.most = _ROWS[most]
            whole.addWidget(name)
            whole.addWidget(rows)
        buttons = QHBoxLayout()
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        whole.addLayout(buttons)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.status.activated.connect(lambda _index: self.status_chosen.emit(self.status.currentData()))
        self.proposal.clicked.connect(lambda: self.status_chosen.emit(self._proposed))
        self.answers.chosen.connect(self._open)
        self.log.chosen.connect(lambda _index: self._ask_change())
        self.log.removed.connect(self._ask_removal)
        self.add.clicked.connect(self.contact_wanted)
        self.change.clicked.connect(self._ask_change)
        self.remove.clicked.connect(self._ask_removal)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        self.place_chosen.emit(row.document_id, row.annotation_id)

    def _ask_change(self) -> None:
        if (contact := self.chosen_contact) and self.change.isEnabled():
            self.change_wanted.emit(contact)

    def _ask_removal(self) -> None:
        if (contact := self.chosen_contact) and self.remove.isEnabled():
            self.removal_wanted.emit(contact)


class _List(SteadyList):
    """Rows of two lines, as high as they need up to `most`; a click marks, Enter or a double click chooses.

    Signals:
        removed: Del was pressed.
    """

    removed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        self.rows = RowModel()
        super().__init__(self.rows, parent)
        self.rows.setParent(self)
        self.most = 4
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.disconnect(self.chosen)
        self.doubleClicked.connect(self.chosen)

    def show_rows(self, rows: Sequence[Row], empty: str) -> None:
        """Show these; the mark stays where it was, or is put on the first."""
        at = max(0, self.currentIndex().row())
        self.empty_text = empty
        self.setAccessibleDescription("" if rows else empty)
        self.rows.show(rows)
        height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height * min(self.most, max(1, len(rows))) + 4)
        if rows:
            self.setCurrentIndex(self.rows.index(min(at, len(rows) - 1)))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
