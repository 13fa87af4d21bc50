"""The thin bar over the text: where in the article one is, and which language it was taken for."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.core.language import PROBABLE_FROM, SURE_FROM, UNKNOWN
from annotator.core.records import DocumentRecord
from annotator.ui.hold_words import hold_sentence, hold_words
from annotator.ui.lines import isolated_language, number
from annotator.ui.versions.version_button import VersionButton

_UNKNOWN = ("", "und", UNKNOWN)
# The bar is as wide as the text; of more languages than these a person learns in the text.
_OTHERS_NAMED = 2


class DocumentBar(QWidget):
    """Says the place and the language of the open article, and what holds it back.

    Signals:
        language_chosen: the tag of the language that the person says it is.
        detection_requested: the program is to find the language out again.
    """

    language_chosen = Signal(str)
    detection_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._place = QLabel(self)
        self._document: DocumentRecord | None = None
        self._languages_here: Callable[[], Sequence[str]] = tuple
        self._held = QLabel(self)
        self._held.setObjectName("held")
        self._language = QToolButton(self)
        self._language.setAutoRaise(True)
        self._language.clicked.connect(self.choose_language)
        self.versions = VersionButton(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 3, 10, 3)
        line.addWidget(self._place, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._held)
        line.addWidget(self.versions)
        line.addWidget(self._language)

    def show_document(self, document: DocumentRecord, *, writable: bool) -> None:
        """Show what is known of this article."""
        self._document = document
        self._held.setText(hold_words(document))
        self._held.setToolTip(hold_sentence(document))
        self._held.setAccessibleName(hold_sentence(document))
        self._held.setVisible(bool(self._held.text()))
        words = self._language_words(document)
        self._language.setText(words)
        self._language.setToolTip(f"<p>{escape(self._explanation(document), quote=False)}</p>")  # rich text is wrapped
        self._language.setAccessibleName(self.tr("Language: {language}").format(language=words))
        self._language.setAccessibleDescription(self._explanation(document))
        self._language.setEnabled(writable and document.superseded_by is None)

    def show_place(self, index: int, total: int) -> None:
        """The focus is on sentence `index` (from 0) of `total`; -1 for none."""
        words = self.tr("Sentence {n} of {total}").format(n=number(index + 1), total=number(total))
        self._place.setText(words if index >= 0 else "")

    def add(self, widget: QWidget) -> None:
        """Put a widget of another part of the window before the language."""
        line = self.layout()
        if isinstance(line, QHBoxLayout):
            line.insertWidget(line.count() - 1, widget)

    def set_language_source(self, source: Callable[[], Sequence[str]]) -> None:
        """Where the languages of the project come from, the commonest first; called when they are wanted."""
        self._languages_here = source

    def choose_language(self) -> None:
        """Open the list of languages under the button."""
        from annotator.ui.language_picker import LanguagePicker  # seldom needed

        if self._document is None:
            return
        picker = LanguagePicker(self._document.language or UNKNOWN, self._languages_here(), self.window())
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.language_chosen.connect(self.language_chosen)
        picker.detection_requested.connect(self.detection_requested)
        corner = self._language.mapToGlobal(QPoint(self._language.width() - picker.width(), self._language.height()))
        picker.move(max(0, corner.x()), corner.y())
        picker.open()

    def _language_words(self, document: DocumentRecord) -> str:
        words = self._guess_words(document)
        return self.tr("{language} · chosen").format(language=words) if document.language_by_hand else words

    def _guess_words(self, document: DocumentRecord) -> str:
        name = isolated_language(document.language)
        if document.language in _UNKNOWN:
            return self.tr("Language unknown")
        if document.also_in and not document.language_by_hand:
            names = [name, *map(isolated_language, document.also_in[:_OTHERS_NAMED])]
            names += ["…"] if len(document.also_in) > _OTHERS_NAMED else []
            return self.tr("Mixed: {languages}").format(languages=", ".join(names))
        if document.language_confidence is None:
            return name
        if document.language_confidence < PROBABLE_FROM:
            return self.tr("Perhaps {language}").format(language=name)
        if document.language_confidence < SURE_FROM:
            return self.tr("Probably {language}").format(language=name)
        return f"{name} · {document.language_confidence * 100:.0f} %"

    def _explanation(self, document: DocumentRecord) -> str:
        """Where the words come from, and what choosing another language does."""
        return f"{self._grounds(document)} {self._consequence()}"

    def _grounds(self, document: DocumentRecord) -> str:
        if document.language_by_hand:
            return self.tr("The language was chosen by hand.")
        if document.language in _UNKNOWN:
            return self.tr("The text is too short to tell its language, or the program does not know the language.")
        if document.also_in:
            return self.tr("Large parts of the article are in different languages; the first has most of the text.")
        if document.language_confidence is not None and document.language_confidence < SURE_FROM:
            words = self.tr("There is too little to go by to be sure of the language ({confidence} %).")
            return words.format(confidence=f"{document.language_confidence * 100:.0f}")
        return self.tr("The language was found out from the article's words and letters.")

    def _consequence(self) -> str:
        return self.tr("If it is wrong, choose another: the sentences are then cut anew by that language's rules.")
