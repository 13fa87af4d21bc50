"""Foreign names with what each means here: a box beside each of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.elided_box import ElidedBox
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.imports.import_choices import MapRow
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

_CHARACTERS = 14
_NAME = 60
_MOST_ROWS = 100
"""So many names are asked about, the commonest first: a thousand boxes would hold the window up for seconds."""
_INDENT = 20


class MapForm(QScrollArea):
    """Signals:
    changed: a person has chosen what a name means.
    """

    changed = Signal()

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        """`name` is what is mapped, for who cannot see it; `empty` is said where there is nothing to map."""
        super().__init__(parent)
        self._empty = empty
        self.boxes: dict[tuple[str, ...], QComboBox] = {}
        self.names = 0
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: Sequence[MapRow]) -> None:
        """Show these names, the first of them where they are many; what had the keyboard has it again."""
        had = next((key for key, box in self.boxes.items() if box.hasFocus()), None)
        self.boxes = {}
        inside = QWidget(self)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(4, 8, 12, 8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.names = sum(not row.is_part for row in rows)
        said = QuietLabel(self._words_below(len(rows)), inside)
        said.setWordWrap(True)
        said.setVisible(bool(said.text()))
        for at, row in enumerate(rows[:_MOST_ROWS]):
            self._add(grid, at, row, said)
        grid.addWidget(said, grid.rowCount(), 0, 1, 3)
        whole.addLayout(grid)
        whole.addStretch(1)
        self.setWidget(inside)
        if had in self.boxes:
            self.boxes[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> dict[tuple[str, ...], str]:
        """What each name means now."""
        return {key: str(box.currentData()) for key, box in self.boxes.items()}

    def _words_below(self, rows: int) -> str:
        if not rows:
            return self._empty
        words = self.tr("{count} rarer names are not shown: each means what is called so here, or is left out.")
        return words.format(count=number(rows - _MOST_ROWS)) if rows > _MOST_ROWS else ""

    def _add(self, grid: QGridLayout, at: int, row: MapRow, quiet: QuietLabel) -> None:
        """A name with its box. The count looks like `quiet`: a thousand of these would each hear what befalls all."""
        inside = quiet.parentWidget()
        name = ElidedLabel(inside)
        name.setText(one_line(row.name) or self.tr("(no name)"))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name.setContentsMargins(_INDENT if row.is_part else 0, 0, 0, 0)
        count = QLabel(number(row.count), inside)
        count.setFont(quiet.font())
        count.setPalette(quiet.palette())
        count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        box = ElidedBox(inside)
        for words, ours in row.choices:
            box.addItem(one_line(words, _NAME), ours)
        box.setCurrentIndex(max(0, box.findData(row.current)))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_CHARACTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(self.tr("What “{name}” means here").format(name=one_line(row.name, _NAME)))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel goes to the list, not through the choices
        box.activated.connect(lambda _row: self.changed.emit())
        name.setBuddy(box)
        self.boxes[row.key] = box
        grid.addWidget(name, at, 0)
        grid.addWidget(count, at, 1)
        grid.addWidget(box, at, 2)
