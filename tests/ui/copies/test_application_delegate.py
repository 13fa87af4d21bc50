"""How an application is painted: looked at through its picture."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.ui.copies.application_delegate import ApplicationDelegate
from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.tick_list import box_in
from tests.ui.copies.proposals import Proposals, labels

WIDTH = 500


def picture(row: int, *, rtl: bool = False, toggled: bool = False) -> QImage:
    proposals = Proposals()
    model = ApplicationModel(proposals.wire, proposals.texts, proposals.all, labels())
    if toggled:
        model.toggle(row)
    view = QListView()
    option = QStyleOptionViewItem()
    option.font, option.palette, option.widget = view.font(), view.palette(), view
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    delegate = ApplicationDelegate(view, "light")
    index = model.index(row, 0)
    option.rect = QRect(QRect(0, 0, WIDTH, delegate.sizeHint(option, index).height()))
    image = QImage(QSize(WIDTH, option.rect.height()), QImage.Format.Format_RGB32)
    image.fill(view.palette().base().color())
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    assert (box_in(option.rect, option.direction).center().x() > WIDTH / 2) == rtl
    return image


def inked(image: QImage, left: int, right: int) -> bool:
    ground = image.pixel(1, 1)
    return any(image.pixel(x, y) != ground for x in range(left, right) for y in range(image.height()))


def test_there_is_a_box_where_something_can_be_chosen_and_its_state_is_seen(qtbot: QtBot) -> None:
    assert inked(picture(0), 10, 32)
    assert not inked(picture(1), 0, 36)
    assert picture(0) != picture(0, toggled=True)


def test_it_is_mirrored_with_the_window(qtbot: QtBot) -> None:
    assert inked(picture(0, rtl=True), WIDTH - 32, WIDTH - 10)
    assert not inked(picture(1, rtl=True), WIDTH - 36, WIDTH)


def test_label_words_and_fate_are_seen(qtbot: QtBot) -> None:
    for row in range(4):
        image = picture(row)
        assert inked(image, 38, 58)
        assert inked(image, 66, 200)
        assert not inked(image, WIDTH - 10, WIDTH)
