"""The page of one's own work: all that waits for one, the most pressing first; Enter opens the place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.people import Person
from annotator.core.todo import Todo
from annotator.ui.my_work.todo_delegate import TodoDelegate
from annotator.ui.my_work.todo_model import TodoModel
from annotator.ui.my_work.words import summary_words
from annotator.ui.page_head import BackButton, Heading
from annotator.ui.people.chip import PersonChip
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.steady_list import SteadyList

_SIDE = 20


class WorkPage(QWidget):
    """A list. J and K go down and up as in the text, Enter opens, Escape leads back.

    Signals:
        chosen: the Todo to be opened.
        left: back to the text.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TodoModel(self)
        self.list_view = SteadyList(self.model, self)
        self.list_view.setItemDelegate(TodoDelegate(self.list_view))
        self.list_view.setAccessibleName(self.tr("What waits for you; Enter opens it"))
        self.list_view.empty_text = self.tr("Reading …")
        self.list_view.chosen.connect(self._choose)
        self._heading, self._count = Heading(self.tr("My work"), self), QuietLabel("", self)
        self._who: PersonChip | None = None
        self._line = QHBoxLayout()
        self._lay_out()

    def begin(self) -> None:
        """The page has come into view: to the list, on what was chosen last."""
        self.list_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list_view.currentIndex().isValid() and self.model.todos:
            self.list_view.setCurrentIndex(self.model.index(0, 0))

    def show_work(self, person: Person | None, todos: Sequence[Todo], theme_name: str) -> None:
        """Show what waits for this person; the keyboard's ring stays about where it was."""
        row = max(0, self.list_view.currentIndex().row())
        self.model.set_todos(todos)
        self.list_view.empty_text = self.tr(
            "Nothing waits for you. What is assigned to you, returned to you or asked of you stands here."
        )
        if todos:
            self.list_view.setCurrentIndex(self.model.index(min(row, len(todos) - 1), 0))
        words = summary_words(list(todos))
        self._count.setText(words)
        self.list_view.setAccessibleDescription(words or self.list_view.empty_text)
        self._show_person(person, theme_name)
        self.list_view.viewport().update()
        if self.list_view.hasFocus():
            announce(self.list_view, words or self.list_view.empty_text)

    def forget(self) -> None:
        """The project is being closed."""
        self.model.set_todos(())
        self._count.setText("")
        self.list_view.empty_text = self.tr("Reading …")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps and self.model.todos:
            row = self.list_view.currentIndex().row() + steps[Qt.Key(event.key())]
            self.list_view.setCurrentIndex(self.model.index(min(max(row, 0), len(self.model.todos) - 1), 0))
        else:
            super().keyPressEvent(event)

    def _show_person(self, person: Person | None, theme_name: str) -> None:
        if person is None:
            if self._who:
                self._who.hide()
            return
        if self._who is None:
            self._who = PersonChip(person, theme_name, self, with_name=True)
            self._line.insertWidget(1, self._who)
        self._who.set_person(person, theme_name)
        self._who.show()

    def _lay_out(self) -> None:
        back = BackButton(self)
        back.clicked.connect(self.left)
        self._line.setContentsMargins(_SIDE, 14, 12, 0)
        self._line.setSpacing(14)
        self._line.addWidget(self._heading)
        self._line.addStretch(1)
        self._line.addWidget(back)
        told = QHBoxLayout()
        told.setContentsMargins(_SIDE, 2, _SIDE, 8)
        told.addWidget(self._count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._line)
        whole.addLayout(told)
        whole.addWidget(self.list_view, 1)

    def _choose(self, index: QModelIndex) -> None:
        todo = index.data(TodoModel.TodoRole)
        if todo is not None:
            self.chosen.emit(todo)
