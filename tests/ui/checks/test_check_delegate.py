"""Rows are drawn in both directions, in every theme."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.checks.check_delegate import CheckDelegate
from annotator.ui.checks.check_model import CheckModel
from annotator.ui.steady_list import SteadyList
from tests.ui.checks.findings import EACH, TEXT
from tests.ui.inspector.passages import newsroom


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_rows_are_drawn(qtbot: QtBot, direction: Qt.LayoutDirection, theme: str) -> None:
    view = SteadyList(CheckModel(EACH, TEXT, newsroom()))
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    empty = view.grab().toImage()
    view.setItemDelegate(CheckDelegate(view, theme))
    view.resize(300, 200)
    drawn = view.grab().toImage()
    assert drawn != empty
    assert view.rowHeight(0) >= 2 * view.fontMetrics().height()
