"""What the guideline says of a label, in a language, to be written by the newsroom: Markdown."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.guideline import chapter, languages_of, shipped
from annotator.core.languages import own_names
from annotator.core.schema import LabelSet
from annotator.ui.label_sets.draft import Own
from annotator.ui.lines import locale
from annotator.ui.quiet_label import QuietLabel


class GuidelineForm(QWidget):
    """Begins with the words that ship; what is written stands in their place.

    Signals:
        edited: label (or what holds for all), language, and the text; "" for the one that ships.
    """

    edited = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._shipped = "", ""
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language of the guideline"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Guideline, Markdown"))
        self.text.setTabChangesFocus(True)
        self.state = QuietLabel("", self)
        self.state.setWordWrap(True)
        self.back = QPushButton(self.tr("Back to the text that ships"), self)
        self.back.setAutoDefault(False)
        self._set: tuple[LabelSet, Own] | None = None
        self.language.activated.connect(self._turn)
        self.text.textChanged.connect(self._tell)
        self.back.clicked.connect(lambda: self.text.setPlainText(self._shipped))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        for widget in (self.language, self.text, self.state, self.back):
            column.addWidget(widget)

    def show_chapter(self, label_set: LabelSet, own: Own, key: str) -> None:
        """Show what is said of a label."""
        first = self._set is None
        self._set, self._key = (label_set, own), key
        if first:
            self._fill_languages(label_set, own)
        self._turn()

    def _fill_languages(self, label_set: LabelSet, own: Own) -> None:
        there = languages_of(label_set, own)
        names = own_names()
        codes = [*there, *(code for code in names if code not in there)]
        for code in codes:
            self.language.addItem(names.get(code, code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(locale().name().split("_")[0])))

    def _turn(self) -> None:
        if self._set is None:
            return
        label_set, own = self._set
        language = str(self.language.currentData())
        found = chapter(label_set, own, self._key, language)
        self._shipped = shipped(label_set.id, language).get(self._key, "")
        text = found.text if found.language == language else ""
        if self.text.toPlainText() != text:
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)
        self._say(own=bool(own.get(language, {}).get(self._key)))

    def _tell(self) -> None:
        text = self.text.toPlainText()
        self._say(own=bool(text.strip()) and text.strip() != self._shipped)
        self.edited.emit(self._key, str(self.language.currentData()), text)

    def _say(self, *, own: bool) -> None:
        there = self.tr("This is the text that ships.") if self._shipped else self.tr("Nothing ships in this language.")
        self.state.setText(self.tr("This is the newsroom’s own text.") if own else there)
        self.back.setEnabled(own and bool(self._shipped))
