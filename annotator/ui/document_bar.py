"""The thin bar over the text: where in the article one is, and which language it was taken for."""

import unicodedata

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from annotator.core.language import PROBABLE_FROM, SURE_FROM, UNKNOWN
from annotator.core.languages import known_languages
from annotator.core.records import DocumentRecord
from annotator.ui.lines import isolated_language, language_name, number

_UNKNOWN = ("", "und", UNKNOWN)
# The bar is as wide as the text; of more languages than these a person learns in the text.
_OTHERS_NAMED = 2


class DocumentBar(QWidget):
    """Says the place and the language of the open article.

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
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        # Filled when it is first wanted: naming a hundred languages takes a tenth of a second.
        self._menu.aboutToShow.connect(self._prepare_menu)
        self._language = QToolButton(self)
        self._language.setAutoRaise(True)
        self._language.setMenu(self._menu)
        self._language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 3, 10, 3)
        line.addWidget(self._place, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._language)

    def show_document(self, document: DocumentRecord, *, writable: bool) -> None:
        """Show what is known of this article."""
        self._document = document
        words = self._language_words(document)
        self._language.setText(words)
        self._language.setToolTip(self._explanation(document))
        self._language.setAccessibleName(self.tr("Language: {language}").format(language=words))
        self._language.setAccessibleDescription(self._explanation(document))
        self._language.setEnabled(writable)

    def show_place(self, index: int, total: int) -> None:
        """The focus is on sentence `index` (from 0) of `total`; -1 for none."""
        words = self.tr("Sentence {n} of {total}").format(n=number(index + 1), total=number(total))
        self._place.setText(words if index >= 0 else "")

    def add(self, widget: QWidget) -> None:
        """Put a widget of another part of the window before the language."""
        line = self.layout()
        if isinstance(line, QHBoxLayout):
            line.insertWidget(line.count() - 1, widget)

    def choose_language(self) -> None:
        """Open the list of languages."""
        self._menu.popup(self._language.mapToGlobal(QPoint(0, self._language.height())))

    def _language_words(self, document: DocumentRecord) -> str:
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

    def _prepare_menu(self) -> None:
        if self._menu.isEmpty():
            self._fill_menu()
        for action in self._menu.actions():
            action.setChecked(self._document is not None and action.data() == self._document.language)

    def _fill_menu(self) -> None:
        detect = self._menu.addAction(self.tr("Detect again"))
        detect.setToolTip(self.tr("Let the program find the language out, instead of what was chosen by hand."))
        detect.triggered.connect(self.detection_requested)
        self._menu.addSeparator()
        for tag in sorted(known_languages(), key=_place_in_the_list):
            action = self._menu.addAction(f"{language_name(tag)}  ({tag})")
            action.setCheckable(True)
            action.setData(tag)
            action.triggered.connect(lambda _checked, tag=tag: self.language_chosen.emit(tag))


def _place_in_the_list(tag: str) -> str:
    """By name; a letter with an accent stands with the letter."""
    return unicodedata.normalize("NFKD", language_name(tag).casefold())
