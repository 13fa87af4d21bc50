"""The keys, all on one sheet (F1): a heading for each menu and page, two columns, to be searched and printed."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.fuzzy import fold
from annotator.ui.command import CONTEXT, MENUS, Command, title_of
from annotator.ui.keys import Keys, in_words, sequences
from annotator.ui.page_keys import lines_of_page
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce

_WIDEST, _HIGHEST = 1000, 680
_BETWEEN_MENUS = 8


class Section(NamedTuple):
    """A menu and its commands that have keys, or a page and what it does by keys: title, keys."""

    heading: str
    lines: Sequence[tuple[str, str]]


def key_words(command: Command, keys: Keys) -> str:
    """All keys of a command as they are printed on the keyboard."""
    return "   ".join(dict.fromkeys(in_words(sequence) for sequence in sequences(command, keys)))


def sections(commands: Sequence[Command], keys: Keys, typed: str = "") -> list[Section]:
    """The keys menu by menu, then page by page.

    Only those that have all that is typed in their words, their keys or the name of their menu or page.
    """
    wanted = fold(typed).split()
    found = []
    for menu in dict.fromkeys((*MENUS, *(command.menu for command in commands))):
        heading = QCoreApplication.translate(CONTEXT, menu).replace("&", "")
        found.append(Section(heading, [(title_of(one), key_words(one, keys)) for one in commands if one.menu == menu]))
    for command in commands:
        if on_page := lines_of_page(command.id):
            heading = "   ".join(filter(None, (title_of(command), key_words(command, keys))))
            found.append(Section(heading, on_page))
    fitting = (
        Section(heading, [line for line in lines if line[1] and _has(wanted, (*line, heading))])
        for heading, lines in found
    )
    return [section for section in fitting if section.lines]


def columns(there: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in two columns of nearly the same height, in order."""
    heights = [len(section.lines) + 2 for section in there]
    cut = min(range(len(there) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return list(there[:cut]), list(there[cut:])


def sheet_html(there: Sequence[Section], title: str) -> str:
    """The sheet as it is printed, in two columns."""
    halves = "".join(f'<td width="48%">{_column_html(half)}</td>' for half in columns(there))
    return f"<h2>{escape(title)}</h2><table width='100%' cellspacing='12'><tr>{halves}</tr></table>"


class KeySheet(QDialog):
    """Shows what each key does. It can stay open beside the work."""

    def __init__(self, commands: Sequence[Command], keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands, self._keys = commands, keys
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by what it does or by key"))
        self.search.setAccessibleName(self.tr("Search the keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self.area = QScrollArea(self)
        self.area.setObjectName("key_sheet")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print_button = buttons.addButton(self.tr("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        self.print_button.clicked.connect(self._print)
        buttons.rejected.connect(self.close)
        whole = QVBoxLayout(self)
        whole.addWidget(self.search)
        whole.addWidget(self.area, 1)
        whole.addWidget(QuietLabel(self.tr("The keys of the menus can be changed in the preferences."), self))
        whole.addWidget(buttons)
        size = self._show("").sizeHint()
        self.resize(min(_WIDEST, size.width() + 60), min(_HIGHEST, size.height() + 150))

    def printed(self) -> QTextDocument:
        """The whole sheet as a document."""
        document = QTextDocument(self)
        document.setHtml(sheet_html(sections(self._commands, self._keys), self.windowTitle()))
        return document

    def _show(self, typed: str) -> QWidget:
        there = sections(self._commands, self._keys, typed)
        sheet = QWidget(self)
        halves = QHBoxLayout(sheet)
        halves.setSpacing(40)
        for half in columns(there):
            halves.addLayout(self._column(half, sheet), 1)
        if not there:
            halves.addWidget(QuietLabel(self.tr("No key does that."), sheet))
        self.area.setWidget(sheet)
        if typed:
            announce(self.search, "; ".join(", ".join(line) for section in there for line in section.lines[:3]))
        return sheet

    def _column(self, there: Iterable[Section], sheet: QWidget) -> QGridLayout:
        column = QGridLayout()
        column.setHorizontalSpacing(24)
        column.setVerticalSpacing(5)
        for heading, lines in there:
            column.addWidget(QuietLabel(heading, sheet), column.rowCount(), 0, 1, 2)
            for title, words in lines:
                row = column.rowCount()
                column.addWidget(QLabel(title, sheet), row, 0)
                column.addWidget(_key_label(words, sheet), row, 1, Qt.AlignmentFlag.AlignRight)
            column.setRowMinimumHeight(column.rowCount(), _BETWEEN_MENUS)
        column.setRowStretch(column.rowCount(), 1)
        return column

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed, and slow to load

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.printed().print_(printer)


def _has(wanted: Sequence[str], words: Iterable[str]) -> bool:
    there = fold(" ".join(words))
    return all(word in there for word in wanted)


def _key_label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    font = label.font()
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


def _column_html(there: Iterable[Section]) -> str:
    found = (f"<h4>{escape(heading)}</h4><table width='100%'>{_rows_html(lines)}</table>" for heading, lines in there)
    return "".join(found)


def _rows_html(lines: Iterable[tuple[str, str]]) -> str:
    row = "<tr><td>{title}</td><td align='right'><b>{keys}</b></td></tr>"
    return "".join(row.format(title=escape(title), keys=escape(keys)) for title, keys in lines)
