"""The empty page offers ways to an article."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.welcome import Welcome


def _drop(welcome: Welcome, mime: QMimeData) -> None:
    none = Qt.KeyboardModifier.NoModifier
    welcome.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))


def test_its_buttons_ask_for_commands(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show_empty()
    buttons = [one for one in welcome.findChildren(QPushButton) if one.isVisibleTo(welcome)]
    asked: list[str] = []
    welcome.command_requested.connect(asked.append)
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["load", "paste", "samples"]


def test_a_drop_of_files_or_of_text_is_handed_on(qtbot: QtBot, tmp_path: Path) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    text.setText("An article.")
    with qtbot.waitSignal(welcome.files_dropped) as dropped:
        _drop(welcome, files)
    assert dropped.args == [[str(tmp_path / "a.txt")]]
    with qtbot.waitSignal(welcome.text_dropped) as said:
        _drop(welcome, text)
    assert said.args == ["An article."]
