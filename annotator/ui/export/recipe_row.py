"""The exports that have a name: choose one, keep the present one under a name, forget one.

What would do away with a recipe is asked first.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMessageBox, QPushButton, QWidget

from annotator.core.recipes import Recipe
from annotator.ui.elided_box import ElidedBox
from annotator.ui.lines import one_line

_LONGEST_NAME = 80


class RecipeRow(QWidget):
    """Signals:
    chosen: a Recipe.
    keeping: the name under which the present choices are to be kept.
    forgetting: the name of a recipe.
    """

    chosen = Signal(object)
    keeping = Signal(str)
    forgetting = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipes: dict[str, Recipe] = {}
        self.box = ElidedBox(self)
        self.box.setAccessibleName(self.tr("Recipe"))
        self.keep = QPushButton(self.tr("Keep as recipe…"), self)
        self.forget = QPushButton(self.tr("Forget"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box, 1)
        line.addWidget(self.keep)
        line.addWidget(self.forget)
        self.box.activated.connect(self._choose)
        self.keep.clicked.connect(self._ask_name)
        self.forget.clicked.connect(self._ask_forget)
        self.show_recipes(())

    def name(self) -> str:
        """The name of the recipe that is chosen, "" for none."""
        return str(self.box.currentData() or "")

    def recipe(self) -> Recipe | None:
        """The recipe that is chosen, as it was kept."""
        return self._recipes.get(self.name())

    def show_recipes(self, recipes: Sequence[Recipe], current: str = "") -> None:
        """Offer these; `current` is the name of the one that is chosen."""
        self._recipes = {one.name: one for one in recipes}
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(self.tr("Choose a recipe…") if recipes else self.tr("No recipe kept yet"), "")
        for one in recipes:
            self.box.addItem(one_line(one.name, _LONGEST_NAME), one.name)
        self.box.setCurrentIndex(max(0, self.box.findData(current)))
        self.box.blockSignals(False)
        self.box.setEnabled(bool(recipes))
        self.forget.setEnabled(bool(self.name()))

    def _choose(self) -> None:
        self.forget.setEnabled(bool(self.name()))
        if recipe := self.recipe():
            self.chosen.emit(recipe)

    def _ask_name(self) -> None:
        words = self.tr("What these choices are called, such as “weekly training set”:")
        name, wanted = QInputDialog.getText(self, self.tr("Keep as recipe"), words, text=self.name())
        chosen = " ".join(name.split())[:_LONGEST_NAME].strip()
        if not wanted or not chosen:
            return
        words = self.tr("There is a recipe “{name}” already. Shall what is chosen now take its place?")
        if chosen not in self._recipes or self._is_wanted(self.tr("Replace"), words, chosen):
            self.keeping.emit(chosen)

    def _ask_forget(self) -> None:
        words = self.tr("Shall the recipe “{name}” be forgotten? What it has exported stays.")
        if self._is_wanted(self.tr("Forget"), words, self.name()):
            self.forgetting.emit(self.name())

    def _is_wanted(self, verb: str, words: str, name: str) -> bool:
        asking = QMessageBox(self)
        asking.setIcon(QMessageBox.Icon.Question)
        asking.setWindowTitle(self.tr("Recipe"))
        asking.setTextFormat(Qt.TextFormat.PlainText)
        asking.setText(words.format(name=one_line(name, _LONGEST_NAME)))
        go = asking.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        asking.setDefaultButton(asking.addButton(QMessageBox.StandardButton.Cancel))
        asking.exec()
        asking.deleteLater()
        return asking.clickedButton() is go
