"""The list's boxes are pressed with Space or the mouse; nothing else presses them."""

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.tick_list import BOX, SIDE, TickList, box_in, paint_box


def test_space_and_a_click_on_the_box_toggle(qtbot: QtBot) -> None:
    toggled: list[int] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    view = TickList(QStringListModel(["one", "two", "three"], parent), QStyledItemDelegate(), toggled.append, parent)
    view.resize(300, 200)
    parent.show()
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view.setLayoutDirection(direction)
        row = view.visualRect(view.model().index(2, 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box_in(row, direction).center())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 190))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert toggled == [1, 2, 2]


def test_a_box_is_drawn_by_its_state(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    pictures = []
    for state in (None, Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        image = QImage(100, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        option.rect = image.rect()
        painter = QPainter(image)
        paint_box(painter, option, state)
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1] != pictures[2]
    assert all(one.pixel(x, 20) == pictures[0].pixel(0, 0) for one in pictures for x in (SIDE - 2, SIDE + BOX + 2))
