"""Measures and colours of the page."""

import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from annotator.ui.inks import contrast
from annotator.ui.reader.typography import CONTRAST, DARK, LIGHT, ReaderTheme, Typography
from tests.ui.reader.articles import newsroom


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_every_ink_reads_well_on_every_ground(theme: ReaderTheme) -> None:
    tints = [theme.tint(label) for label in newsroom().labels]
    for ground in [QColor(theme.background), QColor(theme.focus_background), QColor(theme.selection), *tints]:
        assert contrast(QColor(theme.text), ground) >= 4.5
    assert contrast(QColor(theme.muted), QColor(theme.background)) >= 4.5
    assert contrast(QColor(theme.muted), QColor(theme.focus_background)) >= 4.5
    assert contrast(QColor(theme.doubt), QColor(theme.background)) >= 4.5
    assert contrast(QColor(theme.text), theme.doubt_ground()) >= 4.5
    for label in newsroom().labels:
        assert contrast(theme.ink(label), QColor(theme.background)) >= 4.5


@pytest.mark.parametrize("zoom", [60, 100, 150, 300])
def test_a_column_has_at_most_72_characters_of_running_text(qtbot: QtBot, zoom: int) -> None:
    typography = Typography(zoom)
    running = "The minister said that prices would fall by spring. "
    mean = QFontMetricsF(typography.body).horizontalAdvance(running * 4) / len(running * 4)
    assert 55 <= typography.column / mean <= 72


def test_three_underlines_fit_between_two_lines(qtbot: QtBot) -> None:
    typography = Typography()
    lowest = typography.first_lane + 2 * typography.lane_step + typography.stroke
    assert lowest < typography.line_height - 0.7 * typography.size


def test_han_is_drawn_as_the_language_draws_it(qtbot: QtBot) -> None:
    assert "Noto Serif CJK JP" in Typography(language="ja").body.families()
