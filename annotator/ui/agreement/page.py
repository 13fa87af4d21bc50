"""The page of agreement: figures by label, by pair, of attributes and links, the method, and the places behind each.

It asks by signals and is answered by slots; all is worked out elsewhere (ui/agreeing.py).
"""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTabBar,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.core.agreement.counting import EVERYBODY, Group
from annotator.core.agreement.measures import Measure
from annotator.operations.agreement import Comparison
from annotator.operations.agreement_places import SeenPlaces
from annotator.ui.agreement.choice_row import ChoiceRow
from annotator.ui.agreement.figure_delegate import FigureDelegate
from annotator.ui.agreement.grid import Grid, Shown, View, attributes_grid, labels_grid, links_grid, pairs_grid, scopes
from annotator.ui.agreement.grid_model import GridModel
from annotator.ui.agreement.places_list import PlacesList
from annotator.ui.agreement.words import measure_title, method_words
from annotator.ui.lines import isolated, one_line
from annotator.ui.page_head import BackButton, Heading, head_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.style_sheet import ring

_METHOD = len(View)
_TABLE, _PLACES = 310, 210  # pixels, in proportion
_HEADS = "QHeaderView::section { padding: 4px 8px; border: none; background: transparent; }"


class AgreementPage(QWidget):
    """Where one sees how far people agree.

    Signals:
        asked: figures are wanted for what `question` says.
        cell_chosen: the Cell of a figure whose places are wanted, and its title.
        place_chosen: a SeenPlace that is to be opened.
        file_wanted: the figures shall be saved, as "csv" or "json".
        gamma_wanted: gamma shall be worked out.
        left: back to the text.
    """

    asked = Signal()
    cell_chosen = Signal(object, str)
    place_chosen = Signal(object)
    file_wanted = Signal(str)
    gamma_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.choices, self.tabs, self.table = ChoiceRow(self), QTabBar(self), QTableView(self)
        self.between, self.scope, self.measure = QComboBox(self), QComboBox(self), QComboBox(self)
        self.figures, self.places, self.method = GridModel(self), PlacesList(self), QTextBrowser(self)
        self.says, self.left_out = QuietLabel("", self), QuietLabel("", self)
        self.nothing = QLabel(self)
        self.copy = QPushButton(self.tr("Copy the table"), self)
        self.csv, self.json = QPushButton(self.tr("Save as CSV…"), self), QPushButton(self.tr("Save as JSON…"), self)
        self.gamma = QPushButton(self.tr("Work out gamma"), self)
        self.back = BackButton(self)
        self._comparison: Comparison | None = None
        self._dress()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """The page has come into view: to the figures, and work them out anew."""
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.emit()

    @property
    def view(self) -> View | None:
        """Which table is shown; None for the method."""
        at = self.tabs.currentIndex()
        return list(View)[at] if at < _METHOD else None

    @property
    def shows_places(self) -> bool:
        """True while the places behind a figure are there."""
        return not self.places.isHidden()

    def show_comparison(self, comparison: Comparison, says: str, left_out: str) -> None:
        """Show figures. `says` is what they are of, or what to do where there are none."""
        self._comparison = comparison
        there = bool(comparison.articles)
        self._fill_choosers(comparison)
        self.says.setText(says if there else "")
        self.nothing.setText("" if there else says)
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))
        self.method.setPlainText(method_words(drafts=comparison.question.drafts))
        for button in (self.copy, self.csv, self.json, self.gamma):
            button.setVisible(there)
        self.places.clear()
        self._show_view()
        if there and self.view is not None and self.tabs.hasFocus() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.figures.index(0, 1))
            self.table.setFocus()

    def show_intervals(self) -> None:
        """The comparison has its intervals now."""
        self._show_grid()

    def show_places(self, title: str, found: SeenPlaces) -> None:
        """The places behind a figure."""
        if self._comparison:
            titles = {label.key: label.title for label in self._comparison.label_set.labels}
            self.places.show_places(title, found, titles)
            self.table.scrollTo(self.table.currentIndex())

    def forget(self) -> None:
        """Let go of the figures: the project is closed."""
        self._comparison = None
        self.places.clear()
        self.says.setText("")
        self.left_out.setText("")
        for button in (self.copy, self.csv, self.json, self.gamma):
            button.hide()
        self._show_view()

    def show_waiting(self, words: str) -> None:
        """Say that work goes on."""
        self.says.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.shows_places:
            self.places.clear()
            self.table.setFocus()
        else:
            self.left.emit()

    def _dress(self) -> None:
        for title in (self.tr("By label"), self.tr("By pair"), self.tr("Attributes"), self.tr("Links")):
            self.tabs.addTab(title)
        self.tabs.addTab(self.tr("Method"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Which figures"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(48)
        self.says.setWordWrap(True)
        self.left_out.setWordWrap(True)
        self.table.setModel(self.figures)
        self.table.setItemDelegate(FigureDelegate(self.table))
        self.table.setAccessibleName(self.tr("Figures of agreement"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setStyleSheet(ring("QTableView") + _HEADS)
        self.method.setFrameShape(QFrame.Shape.NoFrame)
        self.method.setAccessibleName(self.tr("How figures are worked out"))
        self.between.setAccessibleName(self.tr("Between whom"))
        self.scope.setAccessibleName(self.tr("Of which label"))
        self.measure.setAccessibleName(self.tr("Which measure"))
        for measure in Measure:
            self.measure.addItem(measure_title(measure), measure.value)
        self.measure.setCurrentIndex(list(Measure).index(Measure.KAPPA_SENTENCE))
        for button in (self.copy, self.csv, self.json, self.gamma):
            button.setAutoDefault(False)
        self.gamma.setToolTip(self.tr("Mathet and others (2015); needs the extra “gamma”, and can take minutes"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.tabs)
        buttons.addStretch(1)
        for chooser in (self.between, self.scope, self.measure):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            chooser.setMaximumWidth(self.fontMetrics().averageCharWidth() * 28)
            buttons.addWidget(chooser)
        below = QHBoxLayout()
        below.addStretch(1)
        for button in (self.gamma, self.copy, self.csv, self.json):
            below.addWidget(button)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        for widget in (self.table, self.nothing, self.method, self.places):
            parts.addWidget(widget)
            parts.setCollapsible(parts.count() - 1, False)
        parts.setSizes([_TABLE, _TABLE, _TABLE, _PLACES])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        whole.addLayout(head_line(Heading(self.tr("Agreement"), self), self.back))
        whole.addWidget(self.choices)
        whole.addWidget(self.says)
        whole.addWidget(self.left_out)
        whole.addLayout(buttons)
        whole.addWidget(parts, 1)
        whole.addLayout(below)
        way = (*self.choices.way(), self.tabs, self.between, self.scope, self.measure, self.table, self.method)
        for one, other in pairwise((*way, self.places.list, self.gamma, self.copy, self.csv, self.json)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.choices.changed.connect(self.asked)
        self.tabs.currentChanged.connect(self._choose_view)
        for chooser in (self.between, self.scope, self.measure):
            chooser.activated.connect(self._show_grid)
        self.table.activated.connect(self._choose_cell)
        self.places.chosen.connect(self.place_chosen)
        self.copy.clicked.connect(self._copy)
        self.csv.clicked.connect(self._want_csv)
        self.json.clicked.connect(self._want_json)
        self.gamma.clicked.connect(self.gamma_wanted)

    def _fill_choosers(self, comparison: Comparison) -> None:
        group, scope = self.between.currentData(), self.scope.currentData()
        self.between.clear()
        self.between.addItem(self.tr("Everybody"), EVERYBODY)
        for pair in comparison.pairs if len(comparison.pairs) > 1 else ():
            names = [isolated(one_line(comparison.names.get(person, ""), 24)) for person in pair]
            self.between.addItem(self.tr("{one} and {other}").format(one=names[0], other=names[1]), pair)
        self.scope.clear()
        for key, title in scopes(comparison):
            self.scope.addItem(title, key)
        for chooser, before in ((self.between, group), (self.scope, scope)):
            at = next((at for at in range(chooser.count()) if chooser.itemData(at) == before), 0)
            chooser.setCurrentIndex(at)

    def _choose_view(self) -> None:
        self.places.clear()
        self._show_view()

    def _show_view(self) -> None:
        there = bool(self._comparison and self._comparison.articles)
        self.between.setVisible(there and self.view is View.LABELS and self.between.count() > 1)
        for chooser in (self.scope, self.measure):
            chooser.setVisible(there and self.view is View.PAIRS)
        self.method.setVisible(self.view is None)
        self.nothing.setVisible(self._comparison is not None and not there and self.view is not None)
        self.table.setVisible(there and self.view is not None)
        self._show_grid()

    def _show_grid(self) -> None:
        grid = self._grid()
        shape = (self.figures.columnCount(), self.figures.rowCount())
        self.figures.show(grid)
        self.table.setVisible(bool(grid.rows))
        if shape != (len(grid.heads), len(grid.rows)) or self.table.columnWidth(0) < 40:
            self._fit()
        elif grid.rows:
            self.table.resizeRowsToContents()

    def _fit(self) -> None:
        """Fill the width with many columns; a few stand beside the names, so that the eye need not travel far."""
        header, letter = self.table.horizontalHeader(), self.fontMetrics().averageCharWidth()
        fills = self.view in (View.LABELS, View.PAIRS)
        header.setMinimumSectionSize(letter * 8)
        for column in range(self.figures.columnCount()):
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if fills else QHeaderView.ResizeMode.Interactive
            )
            if not fills:
                self.table.setColumnWidth(column, letter * (16 if column else 36))
        self.table.resizeRowsToContents()

    def _grid(self) -> Grid:
        comparison = self._comparison
        if comparison is None or not comparison.articles or self.view is None:
            return Grid()
        if self.view is View.LABELS:
            return labels_grid(comparison, self._group())
        if self.view is View.PAIRS:
            return pairs_grid(comparison, self.scope.currentData() or "", Measure(self.measure.currentData()))
        return attributes_grid(comparison) if self.view is View.ATTRIBUTES else links_grid(comparison)

    def _group(self) -> Group:
        chosen = self.between.currentData()
        return tuple(chosen) if chosen else EVERYBODY

    def _choose_cell(self, index: QModelIndex) -> None:
        shown: Shown | None = index.data(GridModel.ShownRole)
        if shown is not None:
            row = self.figures.grid.rows[index.row()]
            self.cell_chosen.emit(shown.asks, f"{row.title}, {self.figures.head(index.column())}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.figures.as_text())

    def _want_csv(self) -> None:
        self.file_wanted.emit("csv")

    def _want_json(self) -> None:
        self.file_wanted.emit("json")
