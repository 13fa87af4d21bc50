"""Telling what went into a packet or came home with one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.packet.told_dialog import ToldDialog

FIGURES = [("Articles", "18"), ("Locked", "no")]


def test_all_of_it_can_be_read_and_heard(qtbot: QtBot) -> None:
    dialog = ToldDialog(None, "Packet made", "It is ready.", FIGURES, ["One link was left out."], ["Show folder"])
    qtbot.addWidget(dialog)
    assert dialog.headline.text() == "It is ready."
    assert dialog.accessibleDescription() == "It is ready. Articles: 18. Locked: no. One link was left out."
    assert [notice.text() for notice in dialog.notices] == ["One link was left out."]


def test_which_way_was_chosen(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    assert ToldDialog.tell(None, "t", "h", FIGURES, [], ["Show conflicts"]) == 0
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert ToldDialog.tell(None, "t", "h", FIGURES, [], ["Show conflicts"]) == -1
