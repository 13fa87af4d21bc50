"""The style sheet is whole in every theme."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from annotator.ui.style_sheet import ring, style_sheet
from annotator.ui.theme import THEMES, read_theme


@pytest.mark.parametrize("name", THEMES)
def test_every_name_is_filled_in_and_qt_can_parse_it(
    name: str, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    sheet = style_sheet(read_theme(name))
    assert sheet.count("{") == sheet.count("}")
    assert read_theme(name).accent in sheet
    label = QLabel("x")
    qtbot.addWidget(label)
    label.setStyleSheet(sheet)
    label.ensurePolished()
    assert "Could not parse" not in capfd.readouterr().err


def test_a_list_without_a_frame_has_room_for_the_ring(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setStyleSheet(ring("QListView"))
    view.show()
    assert view.viewport().geometry().topLeft() == QPoint(1, 1)
