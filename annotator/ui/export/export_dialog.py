"""Asks what to export, as which format and where to; what the file will hold and what is lost stands beside."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.losses import Loss
from annotator.core.recipes import ExportRequest, Recipe, as_command
from annotator.operations.heeding import as_heeded, makes_folder
from annotator.ui.export.choice_form import ChoiceForm
from annotator.ui.export.choices import FormatChoice, Offered, is_there, lacks_folder, target_path, with_extension
from annotator.ui.export.format_list import FormatList
from annotator.ui.export.format_words import use_of
from annotator.ui.export.losses_view import LossesView
from annotator.ui.export.recipe_row import RecipeRow
from annotator.ui.export.sample_view import SampleView
from annotator.ui.export.special_box import SpecialBox
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

_LOOK_AFTER_MILLISECONDS = 200
_SHOWN_OF_COMMAND = 2000  # letters; all of it is copied
_SHOWN_ARTICLES = 60  # more than there is room for in so many letters
_SIZE, _WIDEST, _LIST_WIDTH, _FORM_WIDTH = (1000, 660), 1200, 236, 372
_LEFT_AROUND = 24  # of a window that has the room
_ARCHIVE = ".zip"


class ExportDialog(QDialog):
    """Remembers nothing from one time to the next but what is kept as a recipe.

    Signals:
        look_wanted: an ExportRequest; show its first rows and count its losses.
        chosen: an ExportRequest and a target (Path); write it.
        keeping: a Recipe.
        forgetting: the name of a recipe.
    """

    look_wanted = Signal(object)
    chosen = Signal(object, object)
    keeping = Signal(object)
    forgetting = Signal(str)

    def __init__(self, parent: QWidget | None, formats: Sequence[FormatChoice], offered: Offered) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._titles, self._project = {one.id: one.title for one in formats}, offered.project
        self._is_empty = not offered.all
        self.formats = FormatList(formats, self)
        self._format, self._is_folder = self.formats.chosen(), False
        self._use = QuietLabel("", self)
        self.form = ChoiceForm(offered, self)
        self.special = SpecialBox(self)
        self.looks = QTabWidget(self)
        self.sample, self.losses = SampleView(self), LossesView(offered.label_set, self)
        self.target, self.place = QLineEdit(self), QLabel("", self)
        self._browse = QPushButton(self.tr("Browse…"), self)
        self._replaces = QuietLabel("", self)
        self.command = QLineEdit(self)
        self._copy = QPushButton(self.tr("Copy"), self)
        self.recipes = RecipeRow(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._soon = QTimer(self, interval=_LOOK_AFTER_MILLISECONDS, singleShot=True)
        self._dress()
        self._lay_out()
        self._connect()
        self._follow_format()

    def request(self) -> ExportRequest:
        """What is chosen at the moment, wherever it is to go."""
        request = ExportRequest(
            self.formats.chosen().id,
            self.form.selection(),
            with_furniture=self.form.with_furniture,
            strict=self.losses.strict.isChecked(),
        )
        return self.special.add_to(request)

    def chosen_target(self) -> Path | None:
        """The file or folder that is named at the moment, None while none is."""
        return self._target()

    def show_request(self, request: ExportRequest, target: str = "") -> None:
        """Choose what a recipe says."""
        self.formats.choose(request.format_id)
        self.form.set_selection(request.selection)
        self.form.furniture.setChecked(request.with_furniture)
        self.special.set_request(request)
        self.losses.strict.setChecked(request.strict)
        if target:
            self.target.setText(target)
        self._soon.start()

    def show_recipes(self, recipes: Sequence[Recipe], current: str = "") -> None:
        """Offer these recipes; `current` is the name of the one that is chosen."""
        self.recipes.show_recipes(recipes, current)

    def show_losses(
        self, counts: Mapping[str, int], first: Sequence[Loss], words: Mapping[str, str], nearest: str
    ) -> None:
        """Show what is lost, as LossesView does; `nearest` is the id of a format. The tab says how much that is."""
        self.losses.show_losses(counts, first, words, (nearest, self._titles.get(nearest, nearest)))
        total = sum(counts.values())
        words_of_tab = self.tr("What is lost")
        self.looks.setTabText(1, f"{words_of_tab} ({number(total)})" if total else words_of_tab)

    def _dress(self) -> None:
        self.target.setPlaceholderText(self.tr("Where to"))
        self._use.setWordWrap(True)
        self._replaces.setWordWrap(True)
        self._replaces.setTextFormat(Qt.TextFormat.PlainText)
        self.command.setReadOnly(True)
        for part, name in (
            (self.command, self.tr("The same at the prompt")),
            (self._use, self.tr("What the format is good for")),
            (self.looks, self.tr("What the file will hold")),
        ):
            part.setAccessibleName(name)
        self.looks.tabBar().setAccessibleName(self.looks.accessibleName())
        self.looks.addTab(self.sample, self.tr("First rows"))
        self.looks.addTab(self.losses, self.tr("What is lost"))
        self._export.setDefault(True)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self._use, self.form, self.special):
            column.addWidget(part)
        column.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFixedWidth(_FORM_WIDTH)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.formats.setFixedWidth(_LIST_WIDTH)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.formats)
        columns.addWidget(scrolled)
        columns.addWidget(self.looks, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(columns, 1)
        whole.addLayout(self._foot())
        whole.addWidget(self._buttons)
        above = self.parentWidget()
        room = above.width() if above else 0
        self.resize(max(_SIZE[0], min(_WIDEST, room - 2 * _LEFT_AROUND)), _SIZE[1])

    def _foot(self) -> QFormLayout:
        foot = QFormLayout()
        foot.setHorizontalSpacing(16)
        foot.setVerticalSpacing(8)
        for words, parts in (
            (self.place, (self.target, self._browse)),
            (self.tr("At the prompt"), (self.command, self._copy)),
        ):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(parts[0], 1)
            line.addWidget(parts[1])
            foot.addRow(words, line)
            if parts[0] is self.target:
                foot.addRow("", self._replaces)
        foot.addRow(self.tr("Recipe"), self.recipes)
        return foot

    def _connect(self) -> None:
        self.formats.changed.connect(self._follow_format)
        self.target.textChanged.connect(self._follow_target)
        self.target.editingFinished.connect(self._look_at_parts)
        self.form.changed.connect(self._change)
        self.form.filters.understood.connect(self._follow_target)
        self.special.changed.connect(self._change)
        self.losses.strict_changed.connect(self._follow_target)
        self.losses.nearest_wanted.connect(self.formats.choose)
        self._browse.clicked.connect(self._ask_target)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._command()))
        self._soon.timeout.connect(lambda: self.look_wanted.emit(self.request()))
        self.recipes.chosen.connect(lambda recipe: self.show_request(recipe.request, recipe.target))
        self.recipes.keeping.connect(lambda name: self.keeping.emit(Recipe(name, self.request(), self._typed())))
        self.recipes.forgetting.connect(self.forgetting)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _follow_format(self) -> None:
        """What is asked for follows from the format; a name loses the ending of the one before."""
        before, chosen = self._format, self.formats.chosen()
        self._format = chosen
        typed = Path(self.target.text())
        ending = typed.suffix.lower()
        if ending in before.extensions and ending not in chosen.extensions:
            self.target.setText(str(typed.with_suffix("")))
        self._use.setText(use_of(chosen.id))
        self.form.fit(chosen)
        self.special.fit(chosen)
        self.losses.show_always(chosen.losses)
        self._change()

    def _change(self) -> None:
        self._follow_kind()
        self._follow_target()
        self.looks.setTabText(1, self.tr("What is lost"))
        self.sample.wait()
        self.losses.wait()
        self._soon.start()

    def _follow_kind(self) -> None:
        """The name of a folder has no ending, but for what a person gives it once it is one."""
        was_folder, chosen = self._is_folder, self._chosen()
        self._is_folder = chosen.is_folder
        typed = Path(self.target.text())
        if chosen.is_folder and not was_folder and typed.suffix.lower() in chosen.extensions:
            self.target.setText(str(typed.with_suffix("")))

    def _chosen(self) -> FormatChoice:
        """The format, which is a folder where what is chosen of it makes one."""
        chosen = self.formats.chosen()
        return replace(chosen, is_folder=chosen.is_folder or makes_folder(self.request()))

    def _look_at_parts(self) -> None:
        """Which articles are in a part may follow from what lies beside the target."""
        if self.request().selection.split:
            self._soon.start()

    def _follow_target(self) -> None:
        """What is said of the target, and the command, follow from all that is chosen."""
        target = self._target()
        replaces, lacks = is_there(target), lacks_folder(target)
        is_archive = target is not None and target.suffix.lower() == _ARCHIVE
        self.place.setText(self.tr("Folder") if self._is_folder and not is_archive else self.tr("File"))
        self.target.setAccessibleName(self.place.text())
        words = self.tr("There is a file of this name; it will be replaced.")
        if lacks and target is not None:
            words = self.tr("There is no folder “{name}”.").format(name=one_line(str(target.parent)))
        elif replaces and target is not None and target.is_dir():
            words = self.tr("There is a folder of this name; it is replaced only where an export has made it.")
        self._replaces.setText(words if replaces or lacks else "")
        self._replaces.setVisible(replaces or lacks)
        self._export.setText(self.tr("Replace") if replaces else self.tr("Export"))
        can_go = target is not None and not lacks and not self._is_empty
        self._export.setEnabled(can_go and self.form.filters.is_understood)
        self.command.setText(self._command(_SHOWN_ARTICLES)[:_SHOWN_OF_COMMAND])
        self.command.setCursorPosition(0)

    def _command(self, most: int | None = None) -> str:
        """The same at the prompt; with `most` articles, as it may name thousands and is made anew at every key."""
        request, target = self.request(), self._target()
        if request.selection.documents:
            shown = replace(request.selection, documents=request.selection.documents[:most])
            request = replace(request, selection=shown)
        asked = as_heeded(request, target.suffix.lower() if target else "")
        return as_command(asked, str(target or self.tr("OUT")), self._project)

    def _target(self) -> Path | None:
        return target_path(self.target.text(), self._chosen())

    def _typed(self) -> str:
        return str(self._target() or "")

    def _accept(self) -> None:
        if target := self._target():
            self.chosen.emit(self.request(), target)
            self.accept()

    def _ask_target(self) -> None:
        chosen = self._chosen()
        title, before = self.tr("Export as"), self.target.text()
        endings = chosen.extensions if not chosen.is_folder else ()
        pattern = " ".join(f"*{ending}" for ending in endings) or "*"
        path, _ = QFileDialog.getSaveFileName(self, title, before, f"{chosen.title} ({pattern})")
        if path:
            self.target.setText(str(with_extension(Path(path), chosen)))
