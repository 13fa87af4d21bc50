"""An entry's group, title and keys are seen, whichever way the window runs; so is the row that Enter chooses."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.palette.entries import Entry, Group
from annotator.ui.palette.palette_delegate import PaletteDelegate
from annotator.ui.palette.palette_model import PaletteModel

WIDTH = 600


def picture(entry: Entry, *, rtl: bool = False, current: bool = False) -> QImage:
    model, view = PaletteModel(), QTableView()
    model.show((entry,))
    view.setModel(model)
    if current:
        view.setCurrentIndex(model.index(0, 0))
    delegate, option = PaletteDelegate(view), QStyleOptionViewItem()
    option.font, option.palette, option.widget = view.font(), view.palette(), view
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.rect = QRect(0, 0, WIDTH, delegate.sizeHint(option, model.index(0, 0)).height())
    image = QImage(QSize(WIDTH, option.rect.height()), QImage.Format.Format_RGB32)
    image.fill(view.palette().base().color())
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def inked(image: QImage, left: int, right: int) -> bool:
    ground = image.pixel(WIDTH // 2, 1)
    return any(image.pixel(x, y) != ground for x in range(left, right) for y in range(2, image.height() - 2))


def test_three_columns_which_are_mirrored(qtbot: QtBot) -> None:
    entry = Entry(Group.COMMAND, "undo", "Undo", keys="Ctrl+Z")
    plain, mirrored = picture(entry), picture(entry, rtl=True)
    for left, right in ((12, 100), (WIDTH - 60, WIDTH - 12)):
        assert inked(plain, left, right)
        assert inked(mirrored, WIDTH - right, WIDTH - left)
    assert inked(plain, 120, 160)
    assert not inked(mirrored, WIDTH - 110, WIDTH - 106)
    assert not inked(picture(Entry(Group.COMMAND, "undo", "Undo")), WIDTH - 60, WIDTH - 12)


def test_letters_that_were_typed_and_the_current_row_are_seen(qtbot: QtBot) -> None:
    plain = Entry(Group.ARTICLE, 1, "New ferry")
    marked = Entry(Group.ARTICLE, 1, "New ferry", marks=(Span(4, 9),))
    assert picture(plain) != picture(marked)
    assert picture(plain) != picture(plain, current=True)
