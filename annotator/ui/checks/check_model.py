"""What an article's check has found, as a list model: a row a problem, and where it is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.schema import Label, LabelSet, Severity
from annotator.operations.checking import Finding
from annotator.ui.inspector.problem_words import problem_words
from annotator.ui.lines import one_line

Index = QModelIndex | QPersistentModelIndex

_START = 200
_SIGNS = {Severity.HARD: "!", Severity.SOFT: "?", Severity.HOLD: "–"}


class CheckModel(QAbstractTableModel):
    """Findings in the order given, each with the exact text of its annotation."""

    FindingRole = Qt.ItemDataRole.UserRole + 1
    SignRole = Qt.ItemDataRole.UserRole + 2
    LabelRole = Qt.ItemDataRole.UserRole + 3
    PassageRole = Qt.ItemDataRole.UserRole + 4

    def __init__(
        self, findings: Sequence[Finding], text: str, label_set: LabelSet, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._findings, self._text = tuple(findings), text
        self._labels = {label.key: label for label in label_set.labels}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        label: Label | None = self._labels.get(finding.annotation.label)
        passage = one_line(" … ".join(self._text[a:b] for a, b in finding.annotation.segments), _START)
        said = {
            Qt.ItemDataRole.DisplayRole: finding.problem.message,
            Qt.ItemDataRole.ToolTipRole: f"{finding.problem.message}\n{passage}",
            Qt.ItemDataRole.AccessibleTextRole: (
                f"{problem_words(finding.problem)} {label.title if label else finding.annotation.label}: {passage}"
            ),
            self.FindingRole: finding,
            self.SignRole: _SIGNS[finding.problem.severity],
            self.LabelRole: label,
            self.PassageRole: passage,
        }
        return said.get(role)
