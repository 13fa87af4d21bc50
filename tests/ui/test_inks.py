"""Quiet inks keep their contrast on any ground."""

import pytest
from PySide6.QtGui import QColor, QPalette

from annotator.ui.inks import contrast, mix, muted, quiet, row_ground
from annotator.ui.theme import palette, read_theme


def test_contrast_of_black_and_white_is_the_known_extreme() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("ink", "ground"), [("#22242a", "#fffdfa"), ("#e8e6e1", "#191b1e"), ("#ffffff", "#000000"), ("#333333", "#dddddd")]
)
def test_quiet_text_is_softer_and_still_readable(ink: str, ground: str) -> None:
    softer = quiet(QColor(ink), QColor(ground))
    assert 4.5 <= contrast(softer, QColor(ground)) < contrast(QColor(ink), QColor(ground))


def test_an_ink_that_is_weak_already_is_left_alone() -> None:
    assert quiet(QColor("#888888"), QColor("#ffffff")) == QColor("#888888")


def test_mix_goes_from_ground_to_ink() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert (mix(black, white, 0), mix(black, white, 1)) == (black, white)
    assert mix(black, white, 0.5) == QColor("#808080")


def test_secondary_text_reads_on_the_open_row_too() -> None:
    palette = QPalette(QColor("#f6f4f0"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#2f5fae"))
    ground = row_ground(palette, chosen=True)
    assert ground != row_ground(palette, chosen=False)
    assert contrast(quiet(palette.color(QPalette.ColorRole.Text), ground), ground) >= 4.5
    assert contrast(muted(palette), palette.color(QPalette.ColorRole.Window)) >= 4.5


def test_in_high_contrast_secondary_text_on_the_open_row_is_as_strong_as_elsewhere() -> None:
    shades = palette(read_theme("contrast"))
    ground, paper = row_ground(shades, chosen=True), shades.color(QPalette.ColorRole.Base)
    assert contrast(quiet(shades.color(QPalette.ColorRole.Text), ground, paper), ground) >= 14
