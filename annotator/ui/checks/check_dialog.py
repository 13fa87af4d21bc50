"""Lists what is to be put right in an article; Enter leads to the place."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.operations.checking import ArticleCheck
from annotator.ui.checks.check_delegate import CheckDelegate
from annotator.ui.checks.check_model import CheckModel
from annotator.ui.checks.check_words import check_words
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.steady_list import SteadyList

_SIZE = (620, 440)


class CheckDialog(QDialog):
    """It only tells; what leads to a place closes it.

    Signals:
        place_chosen: go to this annotation, and to the field of it where the problem is put right ("": the passage).
    """

    place_chosen = Signal(UUID, str)

    def __init__(self, parent: QWidget | None, found: ArticleCheck, label_set: LabelSet, theme_name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check of the article"))
        self.summary = QLabel(check_words(found), self)
        self.summary.setWordWrap(True)
        hint = QuietLabel(self.tr("!  to be put right      ?  worth a second look      –  leaves in no export"), self)
        hint.setWordWrap(True)
        self.list_view = SteadyList(CheckModel(found.findings, found.document.text, label_set, self), self)
        self.list_view.setItemDelegate(CheckDelegate(self.list_view, theme_name))
        self.list_view.setAccessibleName(self.tr("What was found; Enter leads to the place"))
        self.list_view.chosen.connect(self._choose)
        self.go = QPushButton(self.tr("Go to the place"), self)
        self.go.clicked.connect(lambda: self._choose(self.list_view.currentIndex()))
        self.go.setDefault(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self.summary)
        whole.addWidget(hint)
        whole.addWidget(self.list_view, 1)
        whole.addLayout(line)
        self.resize(*_SIZE)
        self.list_view.setCurrentIndex(self.list_view.model().index(0, 0))
        self.list_view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, index: QModelIndex) -> None:
        finding = index.data(CheckModel.FindingRole)
        if finding is not None:
            self.accept()
            self.place_chosen.emit(finding.annotation.id, finding.problem.field)
