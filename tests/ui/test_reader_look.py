"""The reader takes its colours from the window's theme."""

import pytest
from PySide6.QtGui import QColor

from annotator.ui.inks import contrast
from annotator.ui.reader_look import reader_theme
from annotator.ui.theme import THEMES, read_theme


@pytest.mark.parametrize("name", THEMES)
def test_the_page_is_the_themes_paper_and_the_focus_is_readable(name: str) -> None:
    theme = read_theme(name)
    look = reader_theme(theme)
    assert (look.name, look.background, look.text) == (name, theme.paper, theme.ink)
    for ground in (look.focus_background, look.selection):
        assert contrast(QColor(look.text), QColor(ground)) >= 4.5
    assert contrast(QColor(look.muted), QColor(look.focus_background)) >= 4.5
    for ground in (look.background, look.focus_background):
        assert contrast(QColor(look.doubt), QColor(ground)) >= 4.5
    assert contrast(QColor(look.text), look.doubt_ground()) >= 4.5
