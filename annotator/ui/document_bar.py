"""The thin bar over the text: where in the article one is, and which language it was taken for."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from annotator.core.languages import known_languages
from annotator.core.records import DocumentRecord
from annotator.ui.lines import language_name, number

# Besides those that the program has rules for.
_ALSO_OFFERED = ("ko", "he", "th", "fa", "ur", "sv", "cs", "hu", "fi", "bg", "sr", "hr")
_UNKNOWN = ("", "und", "unknown")


class DocumentBar(QWidget):
    """Says the place and the language of the open article.

    Signals:
        language_chosen: the tag of the language that the person says it is.
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._place = QLabel(self)
        self._menu = QMenu(self)
        self._language = QToolButton(self)
        self._language.setAutoRaise(True)
        self._language.setMenu(self._menu)
        self._language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._language.setToolTip(self.tr("The language of the article. Choose another when it is wrong."))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 3, 10, 3)
        line.addWidget(self._place, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._language)
        self._fill_menu()

    def show_document(self, document: DocumentRecord, *, writable: bool) -> None:
        """Show what is known of this article."""
        words = self._language_words(document)
        self._language.setText(words)
        self._language.setAccessibleName(self.tr("Language: {language}").format(language=words))
        self._language.setEnabled(writable)
        for action in self._menu.actions():
            action.setChecked(action.data() == document.language)

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
        if document.language in _UNKNOWN:
            return self.tr("Language unknown")
        if document.language_confidence is None:
            return language_name(document.language)
        return f"{document.language} {document.language_confidence * 100:.0f} %"

    def _fill_menu(self) -> None:
        for tag in sorted({*known_languages(), *_ALSO_OFFERED}, key=language_name):
            action = self._menu.addAction(f"{language_name(tag)}  ({tag})")
            action.setCheckable(True)
            action.setData(tag)
        self._menu.triggered.connect(lambda action: self.language_chosen.emit(str(action.data())))
