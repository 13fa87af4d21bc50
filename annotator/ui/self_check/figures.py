"""One's own figures in words: a table of labels and months that can be read aloud and copied."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.core.schema import Label
from annotator.core.self_check import Consistency, Sameness
from annotator.ui.lines import number


class FiguresTable(QTableWidget):
    """A row for all labels, one for each label, one for each month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("Of"), self.tr("Sentences"), self.tr("The same"), self.tr("Cohen’s kappa")]
        )
        self.setAccessibleName(self.tr("How often you say the same"))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_figures(self, found: Consistency, labels: Mapping[str, Label]) -> None:
        """Show these."""
        rows = [(self.tr("All labels"), found.overall)]
        rows += [(labels[one.label].title if one.label in labels else one.label, one) for one in found.labels]
        rows += list(found.months)
        self.setRowCount(len(rows))
        for row, (name, one) in enumerate(rows):
            for column, words in enumerate((name, number(one.n), same_words(one), kappa_words(one))):
                self.setItem(row, column, QTableWidgetItem(words))
        self.resizeColumnsToContents()


def same_words(one: Sameness) -> str:
    """In how many of a hundred sentences it was the same; of few, that it says little."""
    if one.same is None:
        return "–"
    share = _tr("{percent} %").format(percent=number(round(100 * one.same)))
    return _tr("{share}, too few to judge").format(share=share) if one.is_of_few else share


def kappa_words(one: Sameness) -> str:
    """Kappa with two decimals; why there is none where it is not defined."""
    if one.kappa is not None:
        return f"{one.kappa:.2f}"
    return _tr("not defined") if one.n else "–"


def _tr(words: str) -> str:
    return QCoreApplication.translate("SelfCheck", words)
