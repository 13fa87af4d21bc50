"""A label's sign: distinct without colour, and right in each theme."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.schema import Pattern
from annotator.ui.inks import contrast
from annotator.ui.inspector.label_chip import LabelChip, label_icon, label_ink, label_tip, paint_swatch, short_title
from tests.ui.inspector.passages import newsroom

_CLAIM = newsroom().labels[0]


def _swatch(pattern: Pattern) -> QImage:
    image = QImage(QSize(20, 16), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_swatch(painter, QRect(0, 0, 20, 16), replace(_CLAIM, pattern=pattern), "light", QColor("#ffffff"))
    painter.end()
    return image


def test_every_pattern_is_seen_without_colour(qtbot: QtBot) -> None:
    pictures = [_swatch(pattern) for pattern in Pattern]
    for at, picture in enumerate(pictures):
        assert picture not in pictures[:at]


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_each_theme_has_its_ink(theme_name: str) -> None:
    assert label_ink(_CLAIM, theme_name) == QColor(getattr(_CLAIM.colours, theme_name))
    ground = QColor("#ffffff" if theme_name == "light" else "#101010")
    assert contrast(label_ink(_CLAIM, theme_name), ground) >= 3


def test_a_chip_says_its_key_title_and_count(qtbot: QtBot) -> None:
    chip = LabelChip(_CLAIM, "light", with_key=True)
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    assert chip.accessibleName() == "1 Claim"
    chip.set_label(_CLAIM, "dark", count="1,200")
    assert chip.accessibleName() == "1 Claim 1,200"
    assert chip.sizeHint().width() > narrow
    assert chip.toolTip() == _CLAIM.description


def test_the_icon_is_sharp_on_dense_screens(qtbot: QtBot) -> None:
    assert label_icon(_CLAIM, "light", QColor("#ffffff")).availableSizes()[0].width() in (20, 40)


def test_a_long_title_is_cut_where_there_is_little_room_and_told_in_full(qtbot: QtBot) -> None:
    long = replace(_CLAIM, title="Statement of fact by an official spokesperson of a ministry")
    chip = LabelChip(long, "light", with_key=True)
    qtbot.addWidget(chip)
    metrics = chip.fontMetrics()
    assert short_title(_CLAIM, metrics) == _CLAIM.title
    assert short_title(long, metrics).startswith("Statement of")
    assert short_title(long, metrics).endswith("…")
    assert chip.toolTip() == label_tip(long, metrics) == f"{long.title}\n{_CLAIM.description}"
    assert chip.accessibleName() == f"1 {long.title}"
    assert chip.sizeHint().width() < 23 * metrics.averageCharWidth() + 40
