"""What the chosen format cannot hold of what is chosen: told in one sentence, and listed one by one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.losses import Loss
from annotator.core.schema import LabelSet
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

MOST_ROWS = 500
"""So many losses are listed; the file beside the export has them all."""

_LONGEST_TITLE = 60


class LossesView(QWidget):
    """Calls attributes and links as the label set does.

    Signals:
    nearest_wanted: the id of the format that would lose nothing.
    strict_changed: whether anything lost is to refuse the export.
    """

    nearest_wanted = Signal(str)
    strict_changed = Signal()

    def __init__(self, label_set: LabelSet | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nearest, self._names = "", self._named(label_set) if label_set else {}
        self.summary = QLabel("", self)
        self.always, self.whole, self.loses_nothing = (QuietLabel("", self) for _ in range(3))
        for label in (self.summary, self.always, self.whole, self.loses_nothing):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(self.tr("What is lost"))
        self.nearest = QPushButton(self.tr("Choose it"), self)
        self.strict = QCheckBox(self.tr("Write nothing if anything would be lost"), self)
        self._dress_table()
        self._lay_out()
        self.nearest.clicked.connect(lambda: self.nearest_wanted.emit(self._nearest))
        self.strict.toggled.connect(lambda: self.strict_changed.emit())
        self.table.currentCellChanged.connect(self._tell_row)
        self._show_list(is_shown=False, offers=False)

    def wait(self, done: int = 0, total: int = 0) -> None:
        """Say that the losses are being counted, and how far that is; when it lasts, those before them go."""
        words = self.tr("Counting what would be lost…")
        if total:
            self._show_list(is_shown=False, offers=False)
        self.summary.setText(f"{words} {number(done)} / {number(total)}" if total else words)

    def show_losses(
        self,
        counts: Mapping[str, int],
        first: Sequence[Loss] = (),
        words: Mapping[str, str] | None = None,
        nearest: tuple[str, str] = ("", ""),
    ) -> None:
        """Show what is lost: `counts` by what it is, and the `first` of them.

        `words` are those of annotations and articles by key, `nearest` is the format that would lose nothing.
        """
        self._nearest, title = nearest
        known = words or {}
        total = sum(counts.values())
        self.summary.setText(self._summary(counts))
        self.table.setRowCount(len(first))
        for row, loss in enumerate(first):
            said = one_line(known.get(loss.annotation or loss.article, ""))
            for column, told in enumerate((self._names.get(loss.what, loss.what), said, one_line(loss.why))):
                cell = QTableWidgetItem(told)
                cell.setToolTip(told)
                self.table.setItem(row, column, cell)
        self.table.setCurrentCell(0 if first else -1, 0)
        self._tell_row(self.table.currentRow())
        self.loses_nothing.setText(self.tr("“{format}” loses nothing.").format(format=title))
        self.nearest.setAccessibleName(self.tr("Choose “{format}”, which loses nothing").format(format=title))
        self._show_list(is_shown=bool(first), offers=bool(self._nearest and total))

    def show_always(self, sentences: Sequence[str]) -> None:
        """Say what no file of this format holds."""
        about = self.tr("About this export:")
        self.always.setText("\n".join([about, *(f"– {sentence}" for sentence in sentences)]))
        self.always.setVisible(bool(sentences))

    def show_refusal(self, words: str) -> None:
        """Say why nothing could be counted."""
        self.show_losses({})
        self.summary.setText(words)

    def _show_list(self, *, is_shown: bool, offers: bool) -> None:
        for part, there in ((self.table, is_shown), (self.whole, is_shown), (self.nearest, offers)):
            part.setVisible(there)
        self.loses_nothing.setVisible(offers)

    def _tell_row(self, row: int, *_before: int) -> None:
        """Say in full what the row may have no room for."""
        cells = [cell for column in (1, 2) if (cell := self.table.item(row, column))]
        self.whole.setText("\n".join(cell.text() for cell in cells if cell.text()))

    def _named(self, label_set: LabelSet) -> dict[str, str]:
        """What losses of attributes and links are called, by what they are called elsewhere: by their keys."""
        attribute, link = self.tr("attribute “{title}”"), self.tr("link “{title}”")
        names = {
            "span": self.tr("annotation"),
            "gap": self.tr("gap in a passage"),
            "text": self.tr("wording"),
            "annotator": self.tr("annotator’s name"),
        }
        for kind in label_set.relations:
            named = link.format(title=one_line(kind.title, _LONGEST_TITLE))
            names |= {
                f"link {kind.key}": named,
                f"attribute {kind.key}": named,
            }  # some formats have links as attributes
        for one in label_set.attributes:
            names[f"attribute {one.key}"] = attribute.format(title=one_line(one.title, _LONGEST_TITLE))
        return names

    def _summary(self, counts: Mapping[str, int]) -> str:
        if not counts:
            return self.tr("Nothing of what is chosen is lost.")
        kinds = ", ".join(
            f"{number(count)} × {self._names.get(what, what)}" for what, count in sorted(counts.items(), key=_by_count)
        )
        total = sum(counts.values())
        words = self.tr("This format cannot hold {count} things: {kinds}.")
        if total > MOST_ROWS:
            words += " " + self.tr("The first {count} are listed here, all of them in a file beside the export.")
            return words.replace("{count}", number(total), 1).format(kinds=kinds, count=number(MOST_ROWS))
        if total == 1:
            return self.tr("This format cannot hold one thing: {kinds}.").format(kinds=kinds)
        return words.format(count=number(total), kinds=kinds)

    def _dress_table(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("What"), self.tr("Words"), self.tr("Why")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.loses_nothing, 1)
        foot.addWidget(self.nearest)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.summary)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.whole)
        whole.addLayout(foot)
        whole.addWidget(self.always)
        whole.addWidget(self.strict)
        whole.addStretch(0)


def _by_count(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]
