"""A name is asked for; what cannot be is said, and the dialog stays."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.people.name_dialog import NameDialog


def test_a_name_is_told_on_enter(qtbot: QtBot) -> None:
    dialog = NameDialog(None, "Somebody else")
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[str] = []
    dialog.named.connect(told.append)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert told == []
    qtbot.keyClicks(dialog.name, "Eve")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert told == ["Eve"]
    dialog.refuse("Somebody is called so already.")
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    qtbot.keyClicks(dialog.name, "E")
    assert not dialog.problem.isVisible()
