"""The flow layout wraps like words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.flow_layout import FlowLayout


def _row(qtbot: QtBot, width: int) -> tuple[QWidget, list[QPushButton]]:
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box, spacing=10)
    buttons = [QPushButton(box) for _ in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        layout.addWidget(button)
    box.resize(width, 200)
    box.show()
    layout.activate()
    return box, buttons


def test_what_fits_stays_on_the_line(qtbot: QtBot) -> None:
    _, buttons = _row(qtbot, 320)
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (220, 0)]


def test_the_rest_goes_on_below(qtbot: QtBot) -> None:
    box, buttons = _row(qtbot, 319)
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (0, 40)]
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(319) == 70
    assert layout.heightForWidth(100) == 110


def test_right_to_left_is_mirrored(qtbot: QtBot) -> None:
    box, buttons = _row(qtbot, 320)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: [button.x() for button in buttons] == [220, 110, 0])


def test_clear_takes_the_widgets_away(qtbot: QtBot) -> None:
    box, buttons = _row(qtbot, 320)
    layout = box.layout()
    assert isinstance(layout, FlowLayout)
    layout.clear()
    assert layout.count() == 0
    assert layout.itemAt(0) is None
    assert not any(button.isVisible() for button in buttons)


def test_what_is_lower_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    box, buttons = _row(qtbot, 319)
    buttons[1].setFixedSize(100, 20)
    layout = box.layout()
    assert layout is not None
    layout.activate()
    qtbot.waitUntil(lambda: [button.y() for button in buttons] == [0, 5, 40])
