"""The button names its key, follows it, and does what the key does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.palette.palette_button import PaletteButton


def test_it_follows_its_command(qtbot: QtBot) -> None:
    action = QAction("Go to anything…")
    action.setShortcut(QKeySequence("Ctrl+K"))
    button = PaletteButton(action)
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    assert button.accessibleName() == "Search everything"
    assert button.accessibleDescription() == "Ctrl+K"
    action.setShortcut(QKeySequence("Ctrl+P"))
    assert button.accessibleDescription() == "Ctrl+P"
    assert button.grab().toImage() != before
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(button, Qt.Key.Key_Space)
    action.setEnabled(False)
    assert not button.isEnabled()
