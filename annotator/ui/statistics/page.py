"""The page of statistics: what to count on the left, its chart and its table, and the passages behind a number.

It asks by signals and is answered by slots; counting is done elsewhere (ui/counting.py).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.figures import Figures, Subject
from annotator.core.schema import Label
from annotator.operations.statistics import CountedPassage
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.statistics.chart import Chart, drawn
from annotator.ui.statistics.chart_view import ChartView
from annotator.ui.statistics.figures_model import FiguresModel
from annotator.ui.statistics.passages_model import PassagesModel
from annotator.ui.statistics.words import subject_title
from annotator.ui.style_sheet import ring

_SUBJECT = Qt.ItemDataRole.UserRole
_WIDEST = 14  # letters of a column of numbers, so that many long titles leave the sum in view


class StatisticsPage(QWidget):
    """Where one looks at figures.

    Signals:
        asked: a Subject that is to be counted.
        number_chosen: subject, row key and label of a number whose passages are wanted.
        passage_chosen: a CountedPassage that is to be opened.
        picture_wanted: the chart shall be saved, as "png" or "svg".
        left: back to the text.
    """

    asked = Signal(object)
    number_chosen = Signal(object, str, str)
    passage_chosen = Signal(object)
    picture_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statistics_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.subjects, self.table, self.passages = QListWidget(self), QTableView(self), QListView(self)
        self.chart = ChartView(self)
        self.figures, self._found = FiguresModel(self), PassagesModel(self)
        self._says, self._counted = QuietLabel("", self), QuietLabel("", self)
        self.png, self.svg = QPushButton(self.tr("Save as PNG…"), self), QPushButton(self.tr("Save as SVG…"), self)
        self.copy = QPushButton(self.tr("Copy the table"), self)
        self._dress()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """The page has come into view: to the list of subjects, and count what is chosen there anew."""
        self.subjects.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask_again()

    def ask_again(self) -> None:
        """Count once more what is chosen."""
        self.asked.emit(self.subject)

    @property
    def subject(self) -> Subject:
        """What is chosen to be counted."""
        return Subject(self.subjects.currentItem().data(_SUBJECT))

    def show_figures(
        self, figures: Figures, labels: Mapping[str, Label], theme_name: str, note: str, nothing: str
    ) -> None:
        """Show a table and its chart; `note` says how it was counted, `nothing` what is said where there is nothing."""
        self.figures.show(figures, labels)
        there = bool(figures.rows)
        shown = drawn(figures, self.tr("all others"))
        chart = Chart(shown, labels, theme_name, self.palette()) if there else None
        self.chart.show_chart(chart, self.figures.as_text() if there else nothing)
        self._says.setText(note if there else nothing)
        for widget in (self.chart, self.table, self.png, self.svg, self.copy):
            widget.setVisible(there)
        self.show_passages((), "")
        self.table.resizeColumnsToContents()
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        for column in range(1, self.figures.columnCount()):
            self.table.setColumnWidth(column, min(most, self.table.columnWidth(column)))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_waiting(self, words: str) -> None:
        """Say that counting goes on."""
        self._says.setText(words)

    def show_passages(self, passages: Sequence[CountedPassage], words: str) -> None:
        """The passages behind a number, and how many there are."""
        self._found.show(passages)
        self._counted.setText(words)
        self._below.setVisible(bool(passages))

    @property
    def shows_passages(self) -> bool:
        """True while the passages behind a number are there."""
        return not self._below.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        for subject in Subject:
            entry = QListWidgetItem(subject_title(subject), self.subjects)
            entry.setData(_SUBJECT, subject.value)
            entry.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
        self.subjects.setCurrentRow(0)
        self.subjects.setAccessibleName(self.tr("What to count"))
        self.subjects.setFixedWidth(self.fontMetrics().averageCharWidth() * 22)
        self.table.setModel(self.figures)
        self.table.setAccessibleName(self.tr("Figures"))
        self.table.setToolTip(self.tr("Enter on a number shows the passages that it counts"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setAlternatingRowColors(True)
        self.passages.setModel(self._found)
        self.passages.setUniformItemSizes(True)
        self.passages.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.passages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.passages.setSpacing(3)
        self.passages.setAccessibleName(self.tr("Passages"))
        for view in (self.subjects, self.passages):
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setStyleSheet(ring("QListView"))
        self._says.setWordWrap(True)
        for one, other in pairwise((self.subjects, self.table, self.passages, self.copy, self.png, self.svg)):
            self.setTabOrder(one, other)
        for button in (self.png, self.svg, self.copy):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self._counted)
        below.addWidget(self.passages, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy, self.png, self.svg):
            buttons.addWidget(button)
        area = QScrollArea(self)
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        for widget in (area, self.table, self._below):
            parts.addWidget(widget)
            parts.setCollapsible(parts.count() - 1, False)
        parts.setSizes([360, 240, 160])
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addWidget(self._says)
        right.addWidget(parts, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.subjects)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.subjects.currentRowChanged.connect(self.ask_again)
        self.table.activated.connect(self._choose_number)
        self.passages.activated.connect(self._choose_passage)
        self.png.clicked.connect(self._want_png)
        self.svg.clicked.connect(self._want_svg)
        self.copy.clicked.connect(self._copy)

    def _choose_number(self, index: QModelIndex) -> None:
        row = self.figures.row_at(index.row())
        if row is not None:
            key = self.figures.column_key(index.column())
            self.number_chosen.emit(self.figures.figures.subject, row.key, key)

    def _choose_passage(self, index: QModelIndex) -> None:
        self.passage_chosen.emit(index.data(PassagesModel.PassageRole))

    def _want_png(self) -> None:
        self.picture_wanted.emit("png")

    def _want_svg(self) -> None:
        self.picture_wanted.emit("svg")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.figures.as_text())
