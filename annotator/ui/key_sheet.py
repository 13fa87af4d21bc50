"""The keys, all on one sheet (F1): two columns, in the order of the menus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.command import MENUS, Command, title_of
from annotator.ui.keys import Keys, in_words, sequences


def key_words(command: Command, keys: Keys) -> str:
    """All keys of a command as they are printed on the keyboard."""
    return "   ".join(dict.fromkeys(in_words(sequence) for sequence in sequences(command, keys)))


class KeySheet(QDialog):
    """Shows what each key does. It can stay open beside the work."""

    def __init__(self, commands: Sequence[Command], keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget(self)
        columns = QHBoxLayout(sheet)
        columns.setSpacing(40)
        for menus in (MENUS[2:4], (*MENUS[:2], *MENUS[4:])):
            columns.addLayout(self._column([one for one in commands if one.menu in menus], keys))
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        whole = QVBoxLayout(self)
        whole.addWidget(area)
        whole.addWidget(QLabel(self.tr("Every key can be changed in the preferences."), self))
        whole.addWidget(buttons)
        self.resize(sheet.sizeHint().width() + 60, min(720, sheet.sizeHint().height() + 110))

    def _column(self, commands: Sequence[Command], keys: Keys) -> QGridLayout:
        column = QGridLayout()
        column.setHorizontalSpacing(24)
        column.setVerticalSpacing(5)
        shown = [(title_of(command), words) for command in commands if (words := key_words(command, keys))]
        for row, (title, words) in enumerate(shown):
            key = QLabel(words, self)
            font = key.font()
            font.setWeight(font.Weight.DemiBold)
            key.setFont(font)
            column.addWidget(QLabel(title, self), row, 0)
            column.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
        column.setRowStretch(len(shown), 1)
        return column
