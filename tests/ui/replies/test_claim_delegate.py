"""How a claim is painted: in each theme, each direction, late or not."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.core.replies import ReplyClaim
from annotator.ui.inks import contrast
from annotator.ui.replies.claim_delegate import ClaimDelegate
from annotator.ui.replies.claim_model import ClaimModel
from annotator.ui.theme import palette, read_theme
from tests.core.test_linking import NEWSROOM
from tests.ui.replies.claims import late, numbered

THEMES = ("light", "dark", "contrast")


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts and palettes are Qt's."""


def painted(claim: ReplyClaim, theme: str = "light", rtl: bool = False, width: int = 640) -> QImage:
    model, delegate = ClaimModel(), ClaimDelegate()
    model.set_labels(NEWSROOM, theme)
    model.set_claims([claim])
    option = QStyleOptionViewItem()
    option.palette = palette(read_theme(theme))
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.rect = QRect(0, 0, width, delegate.sizeHint(option, model.index(0)).height())
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    picture.fill(option.palette.color(QPalette.ColorRole.Base))
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def inked(picture: QImage, left: float, right: float, top: float = 0, bottom: float = 1) -> int:
    ground = QColor(picture.pixel(0, 0))
    xs = range(round(picture.width() * left), round(picture.width() * right))
    ys = range(round(picture.height() * top), round(picture.height() * bottom))
    return sum(QColor(picture.pixel(x, y)) != ground for x in xs for y in ys)


@pytest.mark.parametrize("theme", THEMES)
def test_a_passage_its_place_and_its_state_are_painted(theme: str) -> None:
    picture = painted(numbered(1), theme)
    assert inked(picture, 0, 0.6, 0, 0.4) > 100
    assert inked(picture, 0, 0.6, 0.6, 1) > 100
    assert inked(picture, 0.66, 1, 0, 0.4) > 50


@pytest.mark.parametrize("theme", THEMES)
def test_late_is_told_in_words_that_can_be_read(theme: str) -> None:
    quiet, loud = painted(numbered(1), theme), painted(late(1), theme)
    assert inked(quiet, 0.66, 1, 0.66, 1) == 0
    assert inked(loud, 0.66, 1, 0.66, 1) > 50
    colours = palette(read_theme(theme))
    ink, ground = colours.color(QPalette.ColorRole.BrightText), colours.color(QPalette.ColorRole.Base)
    assert contrast(ink, ground) >= 4.5


def test_in_a_window_from_right_to_left_the_state_is_on_the_left() -> None:
    picture = painted(late(1), rtl=True)
    assert inked(picture, 0, 0.33, 0.66, 1) > 50


def test_in_little_room_words_are_cut_and_none_is_painted_over_another() -> None:
    assert inked(painted(numbered(1), width=200), 0, 1) > 0
