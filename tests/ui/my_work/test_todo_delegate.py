"""A row is drawn in either direction, and what presses stands out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.core.todo import Duty, Todo
from annotator.ui.my_work.work_page import WorkPage


def drawn(qtbot: QtBot, todo: Todo, direction: Qt.LayoutDirection) -> QImage:
    page = WorkPage()
    qtbot.addWidget(page)
    page.setLayoutDirection(direction)
    page.resize(700, 300)
    page.show_work(None, [todo], "light")
    page.show()
    return page.list_view.grab().toImage()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_presses_looks_other_than_what_is_only_to_be_read(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    pressing = drawn(qtbot, Todo(Duty.MENTION, title="محمد in the news", words="why"), direction)
    calm = drawn(qtbot, Todo(Duty.IN_PROGRESS, title="محمد in the news", words="why"), direction)
    assert pressing != calm
