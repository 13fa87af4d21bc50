"""Asks what a label, a field or a value shall become, and says how many annotations change with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.ui.quiet_label import QuietLabel

_WIDTH, _MARGIN = 420, 24


class MergeDialog(QDialog):
    """Use `ask`."""

    def __init__(
        self, parent: QWidget | None, title: str, into: Sequence[tuple[str, str]], words: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge"))
        self._words = words
        self.into = QComboBox(self)
        self.into.setAccessibleName(self.tr("What it becomes"))
        for key, name in into:
            self.into.addItem(name, key)
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        kept = QuietLabel(
            self.tr("It is done when you apply the changes. Undo gives the annotations back what they had."), self
        )
        kept.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        merge = buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        merge.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.into.currentIndexChanged.connect(self._follow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        whole.setSpacing(12)
        for widget in (QLabel(self.tr("“{title}” becomes").format(title=title), self), self.into, self.count, kept):
            whole.addWidget(widget)
        whole.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        self._follow()

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, into: Sequence[tuple[str, str]], words: Callable[[str], str]
    ) -> str:
        """The key that was chosen, "" when the person thought better of it.

        `into` are keys and titles, `words` tell what merging into a key would change.
        """
        dialog = cls(parent, title, into, words)
        try:
            return str(dialog.into.currentData()) if dialog.exec() == QDialog.DialogCode.Accepted else ""
        finally:
            dialog.deleteLater()

    def _follow(self) -> None:
        self.count.setText(self._words(str(self.into.currentData())))
        self.count.setMinimumHeight(self.count.heightForWidth(_WIDTH - 2 * _MARGIN))
        self.adjustSize()  # to the words
