"""Shows what a feed offers; what is chosen is loaded from its own addresses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.operations import addresses
from annotator.operations.addresses import FeedOffer
from annotator.ui.addresses.contact_words import contact_words
from annotator.ui.addresses.entry_model import EntryModel, Index
from annotator.ui.lines import number
from annotator.ui.steady_list import SteadyList, is_plain

_SIZE = (640, 520)


class EntryDelegate(QStyledItemDelegate):
    """Draws the boxes so that they are seen on every paper: their edge is a darker shade of the window's colour."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        shades: QPalette = option.palette
        shades.setColor(QPalette.ColorRole.Window, shades.color(QPalette.ColorRole.Text))


class EntryList(SteadyList):
    """The list of entries, where the space bar chooses as a click does; Enter is for the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and is_plain(event):
            self.chosen.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FeedDialog(QDialog):
    """Stands beside the window and keeps nobody from working.

    Signals:
        pages_chosen: addresses of entries to load.
        texts_chosen: the articles in the feed itself are to be loaded; nothing is fetched for them.
    """

    pages_chosen = Signal(list)
    texts_chosen = Signal()

    def __init__(self, parent: QWidget | None, offer: FeedOffer) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose from the feed"))
        self._offer = offer
        self.model = EntryModel(offer.entries, self)
        self.entries = EntryList(self.model, self)
        self.entries.setItemDelegate(EntryDelegate(self.entries))
        self.told = QLabel(self)
        self.new = QPushButton(self.tr("Choose all that are new"), self)
        self.none = QPushButton(self.tr("Choose none"), self)
        self.texts = QPushButton(self.tr("Load the texts in the feed itself"), self)
        self.load = QPushButton(self.tr("Load"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._dress()
        self._lay_out()
        self._follow()

    def _dress(self) -> None:
        self.entries.setAccessibleName(self.tr("Entries of the feed; the space bar chooses"))
        self.entries.setCurrentIndex(self.model.index(0, 0))
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(3 * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.texts.setVisible(self._offer.texts)
        self.load.setDefault(True)
        self.entries.chosen.connect(self.model.toggle)
        self.model.choice_changed.connect(self._follow)
        self.new.clicked.connect(self.model.choose_new)
        self.none.clicked.connect(self.model.choose_none)
        self.texts.clicked.connect(self._take_texts)
        self.load.clicked.connect(self._take_pages)
        self.cancel.clicked.connect(self.reject)

    def _follow(self) -> None:
        """What can be done follows from what is chosen."""
        urls = self.model.urls()
        self.load.setEnabled(bool(urls))
        one, many = self.tr("Load 1 page"), self.tr("Load {n} pages")
        self.load.setText(one if len(urls) == 1 else many.format(n=number(len(urls))) if urls else self.tr("Load"))
        words = self.tr("The feed has {n} entries. The space bar or a click chooses, Enter loads what is chosen.")
        entries = words.format(n=number(self.model.rowCount()))
        self.told.setText(contact_words(addresses.contacts(urls), len(urls)) if urls else entries)
        self.load.setAccessibleDescription(self.told.text())

    def _take_pages(self) -> None:
        self.pages_chosen.emit(list(self.model.urls()))
        self.accept()

    def _take_texts(self) -> None:
        self.texts_chosen.emit()
        self.accept()

    def _lay_out(self) -> None:
        choosing = QHBoxLayout()
        choosing.setSpacing(8)
        for button in (self.new, self.none):
            choosing.addWidget(button)
        choosing.addStretch(1)
        doing = QHBoxLayout()
        doing.setSpacing(8)
        doing.addWidget(self.texts)
        doing.addStretch(1)
        for button in (self.load, self.cancel):
            doing.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.entries, 1)
        whole.addLayout(choosing)
        whole.addWidget(self.told)
        whole.addLayout(doing)
        self.resize(*_SIZE)
