"""A row each, with all that is told of it."""

from PySide6.QtCore import Qt

from annotator.core.todo import Duty, Todo
from annotator.ui.my_work.todo_model import TodoModel


def test_rows() -> None:
    model = TodoModel()
    todos = [Todo(Duty.ASSIGNED, title="One"), Todo(Duty.IN_PROGRESS, title="Two")]
    model.set_todos(todos)
    assert (model.rowCount(), model.columnCount(), model.todos) == (2, 1, tuple(todos))
    assert model.index(1, 0).data(TodoModel.TodoRole) == todos[1]
    assert "Two" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None
    model.set_todos([])
    assert model.rowCount() == 0
