"""The places behind a figure: how many there are, and the list; Enter opens one."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from annotator.operations.agreement_places import SeenPlaces
from annotator.ui.agreement.place_delegate import PlaceDelegate
from annotator.ui.agreement.place_model import PlaceModel
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.style_sheet import ring


class PlacesList(QWidget):
    """Hidden until a figure is chosen.

    Signals:
        chosen: a SeenPlace that is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.list, self.counted = PlaceModel(self), QListView(self), QuietLabel("", self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PlaceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet(ring("QListView"))
        self.list.setAccessibleName(self.tr("Places behind the figure"))
        self.counted.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.counted)
        layout.addWidget(self.list, 1)
        self.list.activated.connect(self._choose)
        self.hide()

    def show_places(self, title: str, found: SeenPlaces, titles: Mapping[str, str]) -> None:
        """Show what stands behind a figure; `titles` are those of the labels."""
        self.model.show(found.places, titles)
        words = self.tr("{title}: {disputed} in dispute, {agreed} agreed. Enter opens one in its article.")
        if not found.places:
            words = self.tr("{title}: nobody says anything anywhere here.")
        elif len(found.places) < found.disputed + found.agreed:
            words += " " + self.tr("Shown are the first {number}.").format(number=number(len(found.places)))
        told = {"title": title, "disputed": number(found.disputed), "agreed": number(found.agreed)}
        self.counted.setText(words.format(**told))
        self.setVisible(True)
        if found.places:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus()

    def clear(self) -> None:
        """Show nothing."""
        self.model.show((), {})
        self.hide()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PlaceModel.PlaceRole))
