"""How places are drawn."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.operations.agreement_places import SeenPlace
from annotator.ui.agreement.place_delegate import PlaceDelegate
from annotator.ui.agreement.place_model import PlaceModel
from tests.ui.agreement.test_place_model import PLACE


def drawn(place: SeenPlace) -> QImage:
    model, option = PlaceModel(), QStyleOptionViewItem()
    model.show([place], {"quote": "Quote"})
    height = PlaceDelegate().sizeHint(option, model.index(0)).height()
    image = QImage(500, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    option.rect = QRect(0, 0, 500, height)  # type: ignore[attr-defined]
    painter = QPainter(image)
    PlaceDelegate().paint(painter, option, model.index(0))
    painter.end()
    return image


def ink_in(image: QImage, top: int, bottom: int) -> int:
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(top, bottom))


def test_what_is_in_dispute_is_stronger_than_what_is_agreed(qtbot: QtBot) -> None:
    disputed, agreed = drawn(PLACE), drawn(replace(PLACE, agreed=True))
    last = disputed.height() - 22
    assert ink_in(disputed, last, disputed.height()) > ink_in(agreed, last, agreed.height()) > 0


def test_what_is_tagged_has_a_ground(qtbot: QtBot) -> None:
    assert drawn(PLACE) != drawn(replace(PLACE, marks=()))
