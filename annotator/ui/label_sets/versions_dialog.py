"""The versions that a label set has had: looked at, and one of them brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from annotator.core.label_differences import differences
from annotator.core.schema import LabelSet
from annotator.operations.label_sets import KeptVersion
from annotator.operations.label_usage import Usage
from annotator.ui.label_sets.change_words import change_lines
from annotator.ui.lines import local_time, number

_SIZE = (560, 480)


class VersionsDialog(QDialog):
    """Use `ask`."""

    def __init__(self, parent: QWidget | None, versions: Sequence[KeptVersion]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions of the label set"))
        self._versions = list(versions)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Versions, the newest first"))
        self.list.addItems([self._words(kept) for kept in self._versions])
        self.about = QTextBrowser(self)
        self.about.setOpenLinks(False)
        self.about.setAccessibleName(self.tr("What is in this version"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton(self.tr("Bring back"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._show)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.addWidget(self.list, 2)
        whole.addWidget(self.about, 3)
        whole.addWidget(buttons)
        self.resize(*_SIZE)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, versions: Sequence[KeptVersion]) -> KeptVersion | None:
        """The version that shall be used again; None for none. There is at least one, the present one first."""
        dialog = cls(parent, versions)
        try:
            return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def chosen(self) -> KeptVersion:
        """The version in focus."""
        return self._versions[max(0, self.list.currentRow())]

    def _words(self, kept: KeptVersion) -> str:
        version = number(kept.label_set.version)
        if kept.at is None:
            return self.tr("Version {n} · {title}").format(n=version, title=kept.label_set.title)
        words = self.tr("Version {n} · {title} · {name}, {when}")
        when = local_time(kept.at)
        return words.format(n=version, title=kept.label_set.title, name=kept.annotator, when=when)

    def _show(self, row: int) -> None:
        self.back.setEnabled(row > 0)
        if row < 0:
            return
        there = self._versions[row].label_set
        lines = [self.tr("Labels: {titles}").format(titles=", ".join(label.title for label in there.offered))]
        before: LabelSet | None = self._versions[row + 1].label_set if row + 1 < len(self._versions) else None
        if before:
            changes = change_lines(differences(before, there), (), there, Usage())
            lines += ["", self.tr("Against version {n}:").format(n=number(before.version)), *changes]
            lines += [] if changes else [self.tr("the same")]
        self.about.setPlainText("\n".join(lines))
