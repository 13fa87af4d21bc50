"""Every text can be read in every theme: WCAG AA, 4.5 to 1."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.inks import contrast, mix
from annotator.ui.reader_look import reader_theme
from annotator.ui.style_sheet import style_sheet
from annotator.ui.theme import THEMES, chosen_theme, edged, palette, read_theme

PAIRS = [
    (ink, ground) for ink in ("ink", "quiet_ink", "faint_ink", "off_ink") for ground in ("frame", "paper", "raised")
] + [
    ("on_accent", "accent"),
    ("accent", "paper"),
    ("accent", "frame"),
    ("ink", "selection"),
    ("warning", "warning_ground"),
    ("error", "error_ground"),
    ("error", "paper"),
    ("done", "paper"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_reads_on_its_ground(name: str, ink: str, ground: str) -> None:
    theme = read_theme(name)
    assert contrast(QColor(getattr(theme, ink)), QColor(getattr(theme, ground))) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_text_under_a_label_and_the_labels_own_ink_can_be_read(name: str) -> None:
    theme, look = read_theme(name), reader_theme(read_theme(name))
    labels = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml")).labels
    for label in labels:
        tint = mix(QColor(theme.paper), look.ink(label), look.tint_strength)
        twice = mix(tint, look.ink(label), look.tint_strength)
        assert contrast(QColor(theme.ink), tint) >= 4.5
        assert contrast(QColor(theme.ink), twice) >= 4.5
        for ground in (theme.paper, theme.frame):
            assert contrast(look.ink(label), QColor(ground)) >= 4.5


def test_a_palette_says_what_the_theme_says() -> None:
    theme = read_theme("dark")
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Base).name() == theme.paper
    assert made.color(QPalette.ColorRole.WindowText).name() == theme.ink
    assert made.color(QPalette.ColorRole.Highlight).name() == theme.accent


def test_the_edge_that_fusion_draws_around_a_box_is_seen_in_high_contrast() -> None:
    """Fusion takes the window's colour, 1.4 times darker."""
    theme = read_theme("contrast")
    edge = edged(theme).color(QPalette.ColorRole.Window).darker(140)
    assert contrast(edge, QColor(theme.frame)) >= 7
    assert edged(read_theme("light")) == palette(read_theme("light"))


def test_the_edge_around_a_box_is_seen_in_the_dark() -> None:
    theme = read_theme("dark")
    edge = edged(theme).color(QPalette.ColorRole.Window).darker(140)
    assert min(contrast(edge, QColor(ground)) for ground in (theme.frame, theme.paper)) >= 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", THEMES)
def test_words_in_an_empty_field_are_read(name: str) -> None:
    theme = read_theme(name)
    field = QLineEdit()
    field.setStyleSheet(style_sheet(theme))
    field.setPlaceholderText("Search")
    field.ensurePolished()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert contrast(ink, QColor(theme.raised)) >= 4.5


@pytest.mark.usefixtures("qapp")
def test_a_choice_is_kept_and_the_system_is_asked_for_any_other() -> None:
    assert chosen_theme("contrast").name == "contrast"
    assert chosen_theme("system").name in ("light", "dark")


def test_in_high_contrast_what_cannot_be_used_is_told_from_what_can() -> None:
    theme = read_theme("contrast")
    assert contrast(QColor(theme.ink), QColor(theme.off_ink)) >= 2.5
