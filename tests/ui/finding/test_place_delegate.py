"""How a place is painted: its stretch has a ground, its box a tick, whichever way the window runs."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.core.found_places import Extent, proposals
from annotator.ui.finding.place_delegate import PlaceDelegate, shown
from annotator.ui.finding.place_model import PlaceModel
from tests.ui.finding.places import all_standings, places

WIDTH = 500


def picture(extent: Extent, *, row: int = 0, rtl: bool = False) -> QImage:
    model, view = PlaceModel(all_standings(), extent, "claim"), QListView()
    option = QStyleOptionViewItem()
    option.font, option.palette, option.widget = view.font(), view.palette(), view
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    delegate, index = PlaceDelegate(view), model.index(row, 0)
    option.rect = QRect(0, 0, WIDTH, delegate.sizeHint(option, index).height())
    image = QImage(QSize(WIDTH, option.rect.height()), QImage.Format.Format_RGB32)
    image.fill(view.palette().base().color())
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def inked(image: QImage, left: int, right: int) -> bool:
    ground = image.pixel(1, 1)
    return any(image.pixel(x, y) != ground for x in range(left, right) for y in range(image.height()))


def test_box_and_words_stand_where_the_row_begins(qtbot: QtBot) -> None:
    assert inked(picture(Extent.SENTENCE), 10, 32)
    assert not inked(picture(Extent.SENTENCE, row=1), 0, 36), "nothing to choose"
    assert inked(picture(Extent.SENTENCE, rtl=True), WIDTH - 32, WIDTH - 10)


def test_what_will_be_tagged_is_seen(qtbot: QtBot) -> None:
    assert picture(Extent.SENTENCE) != picture(Extent.EXACT)
    for extent, words in ((Extent.SENTENCE, "One left."), (Extent.EXACT, "left")):
        text, (mark,) = shown(proposals(places(4), extent, "claim")[0])
        assert text[slice(*mark)] == words
