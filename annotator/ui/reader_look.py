"""The reader's colours, taken from the window's theme, so that both are one page."""

from PySide6.QtGui import QColor

from annotator.ui.inks import mix
from annotator.ui.reader.typography import ReaderTheme
from annotator.ui.theme import Theme

# How strongly a label's ink lies behind its text: as much as leaves the text 4.5 : 1.
_TINTS = {"light": 0.13, "dark": 0.18, "contrast": 0.26}


def reader_theme(theme: Theme) -> ReaderTheme:
    """How the reader looks in this theme."""
    return ReaderTheme(
        name=theme.name,
        background=theme.paper,
        text=theme.ink,
        muted=theme.faint_ink,
        focus_bar=theme.accent,
        focus_background=_between(theme.paper, theme.accent, 0.06),
        selection=theme.selection,
        mark=theme.error,
        doubt=theme.warning,
        strip_background=theme.frame,
        strip_undecided=_between(theme.frame, theme.ink, 0.28),
        strip_nothing=theme.done,
        strip_tagged=theme.accent,
        strip_furniture=_between(theme.frame, theme.ink, 0.1),
        strip_position=theme.ink,
        tint_strength=_TINTS[theme.name],
    )


def _between(ground: str, ink: str, share: float) -> str:
    return mix(QColor(ground), QColor(ink), share).name()
