"""Two texts beside each other, scrolling together, with what differs marked and gone through by key."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.core.spans import Span
from annotator.core.text_diff import Piece, PieceKind, differences
from annotator.ui.lines import isolated, number, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.versions.diff_pane import DiffPane, Mark

_SHOWN = 60  # characters of each side of a difference that are told in words


class DiffView(QWidget):
    """An old and a new text. Differences are told by tint, line and words, and by Ctrl+Down and Ctrl+Up.

    `old_view` and `new_view` are the panes, `told` says which difference is meant. `count` is how many there are.

    Signals:
        difference_shown: (which, of how many), counted from 0.
        new_selection_changed: another stretch of the new text is selected.
    """

    difference_shown = Signal(int, int)
    new_selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old_view, self.new_view = DiffPane(self, out=True), DiffPane(self, out=False)
        self.old_title, self.new_title = QLabel(self), QLabel(self)
        self.told = QuietLabel("", self)
        self.previous_button = self._button("↑", self.tr("Previous difference (Ctrl+Up)"))
        self.next_button = self._button("↓", self.tr("Next difference (Ctrl+Down)"))
        self._old = self._new = ""
        self._pieces: Sequence[Piece] = ()
        self._found: list[Piece] = []
        self._at = -1
        self._following = False
        self._lay_out()
        self._connect()

    @property
    def count(self) -> int:
        """How many differences there are; those of white space alone are not counted."""
        return len(self._found)

    def show_texts(
        self, old: str, new: str, pieces: Sequence[Piece] | None = None, titles: tuple[str, str] = ("", "")
    ) -> None:
        """Show these texts; `pieces` are their differences where they are known already."""
        self._old, self._new = old, new
        self._pieces = differences(old, new) if pieces is None else pieces
        self._found = [piece for piece in self._pieces if self._is_seen(piece)]
        self._at = -1
        for pane, label, title in zip(self._panes(), (self.old_title, self.new_title), titles, strict=True):
            label.setText(one_line(title))
            pane.setAccessibleName(one_line(title))
        self._following = True
        self.old_view.show_text(old, [piece.old for piece in self._found if piece.old[0] < piece.old[1]])
        self.new_view.show_text(new, [piece.new for piece in self._found if piece.new[0] < piece.new[1]])
        self._following = False
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(self._found))
        self._tell(self._count_words())

    def show_marks(self, old: Sequence[Mark] = (), new: Sequence[Mark] = ()) -> None:
        """Show the annotations of both texts."""
        self.old_view.set_marks(old)
        self.new_view.set_marks(new)

    def next_difference(self) -> None:
        """Go to the next difference; after the last comes the first."""
        self._go(self._at + 1)

    def previous_difference(self) -> None:
        """Go to the previous difference; before the first comes the last."""
        self._go(self._at - 1 if self._at >= 0 else self.count - 1)

    def reveal(self, old: Span | None = None, new: Span | None = None) -> None:
        """Bring stretches into view and draw a ring around them; None: no ring in this text."""
        self._following = True
        for pane, span in zip(self._panes(), (old, new), strict=True):
            pane.ring(span)
        self._following = False
        if (old is None) != (new is None):
            self._follow(self.new_view if old is None else self.old_view)

    def new_selection(self) -> Span | None:
        """What is selected in the new text."""
        return self.new_view.selection()

    def _panes(self) -> tuple[DiffPane, DiffPane]:
        return self.old_view, self.new_view

    def _is_seen(self, piece: Piece) -> bool:
        if piece.kind is PieceKind.EQUAL:
            return False
        return bool(self._old[slice(*piece.old)].strip() or self._new[slice(*piece.new)].strip())

    def _go(self, to: int) -> None:
        if not self._found:
            return
        self._at = to % self.count
        piece = self._found[self._at]
        self.reveal(piece.old, piece.new)
        words = self.tr("{which} of {count}: {difference}").format(
            which=number(self._at + 1), count=number(self.count), difference=self._words(piece)
        )
        self._tell(words)
        announce(self, words)
        self.difference_shown.emit(self._at, self.count)

    def _words(self, piece: Piece) -> str:
        old, new = (_start(text[slice(*span)]) for text, span in ((self._old, piece.old), (self._new, piece.new)))
        if not new:
            return self.tr("“{words}” is left out").format(words=old)
        if not old:
            return self.tr("“{words}” is added").format(words=new)
        return self.tr("“{old}” is “{new}” here").format(old=old, new=new)

    def _count_words(self) -> str:
        if not self._found:
            return self.tr("The texts are the same.")
        one, many = self.tr("1 difference"), self.tr("{count} differences")
        return one if self.count == 1 else many.format(count=number(self.count))

    def _tell(self, words: str) -> None:
        self.told.setText(words)

    def _follow(self, moved: DiffPane) -> None:
        """Let the other text show the same place."""
        if self._following:
            return
        self._following = True
        other, bar = self.new_view if moved is self.old_view else self.old_view, moved.verticalScrollBar()
        if bar.value() in (bar.minimum(), bar.maximum()):
            edge = other.verticalScrollBar()
            edge.setValue(edge.minimum() if bar.value() == bar.minimum() else edge.maximum())
        else:
            other.scroll_to(self._across(moved.first_in_view(), from_old=moved is self.old_view))
        self._following = False

    def _across(self, position: int, *, from_old: bool) -> int:
        """Where a position of one text is in the other."""
        pairs = [(piece.old, piece.new) if from_old else (piece.new, piece.old) for piece in self._pieces]
        index = bisect_right(pairs, position, key=lambda pair: pair[0].start_char) - 1
        if index < 0:
            return 0
        here, there = pairs[index]
        return min(there.end_char, there.start_char + position - here.start_char)

    def _lay_out(self) -> None:
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.previous_button)
        line.addWidget(self.next_button)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.setHorizontalSpacing(8)
        for column, (title, pane) in enumerate(((self.old_title, self.old_view), (self.new_title, self.new_view))):
            title.setTextFormat(Qt.TextFormat.PlainText)
            title.setMinimumWidth(1)
            whole.addWidget(title, 0, column)
            whole.addWidget(pane, 1, column)
            whole.setColumnStretch(column, 1)
        whole.addLayout(line, 2, 0, 1, 2)

    def _connect(self) -> None:
        for pane in self._panes():
            pane.verticalScrollBar().valueChanged.connect(lambda _value, moved=pane: self._follow(moved))
        self.new_view.selected.connect(self.new_selection_changed)
        self.previous_button.clicked.connect(self.previous_difference)
        self.next_button.clicked.connect(self.next_difference)
        for keys, go in (("Ctrl+Down", self.next_difference), ("Ctrl+Up", self.previous_difference)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(go)

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button


def _start(text: str) -> str:
    """The beginning of a text, in one line."""
    whole = one_line(text, 4 * _SHOWN)
    shown = whole[:_SHOWN]
    if len(whole) > _SHOWN:
        shown = f"{shown.rsplit(' ', 1)[0] if ' ' in shown[_SHOWN // 2 :] else shown} …"
    return isolated(shown)
