"""Colours, spacing and corners of the window, read from resources/themes.

A theme is data; here it becomes Qt's palette. What a palette cannot say is in style_sheet.py.
"""

from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from annotator import resources

EDGED = ("QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton")
THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look, as `#rrggbb` and pixels. resources/themes/light.toml says what each colour is for."""

    name: str
    dark: bool
    frame: str
    paper: str
    raised: str
    ink: str
    quiet_ink: str
    faint_ink: str
    off_ink: str
    line: str
    accent: str
    on_accent: str
    selection: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    done: str
    spacing: int
    radius: int


@cache
def read_theme(name: str) -> Theme:
    """The theme of this name ("light", "dark" or "contrast"). Raises KeyError when a colour is missing."""
    data = resources.read_toml("themes", f"{name}.toml")
    flat = {"name": data["name"], "dark": data["dark"], **data["colours"], **data["sizes"]}
    return Theme(**{field.name: flat[field.name] for field in fields(Theme)})


def chosen_theme(choice: str) -> Theme:
    """The theme for a choice in the preferences; "system" asks the desktop."""
    if choice in THEMES:
        return read_theme(choice)
    scheme = QGuiApplication.styleHints().colorScheme()
    return read_theme("dark" if scheme == Qt.ColorScheme.Dark else "light")


def edged(theme: Theme) -> QPalette:
    """The palette for boxes whose edge Fusion draws in a darker shade of the window: dark around dark, else."""
    made = palette(theme)
    if theme.dark:
        made.setColor(QPalette.ColorRole.Window, QColor(theme.line if theme.name == "contrast" else theme.quiet_ink))
    return made


def palette(theme: Theme) -> QPalette:
    """The palette that Fusion draws this theme with."""
    role = QPalette.ColorRole
    made = QPalette(QColor(theme.raised), QColor(theme.frame))
    everywhere = {
        role.Window: theme.frame,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.frame,
        role.Text: theme.ink,
        role.Button: theme.raised,
        role.ButtonText: theme.ink,
        role.BrightText: theme.error,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.ink,
        role.PlaceholderText: theme.quiet_ink,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.line,
    }
    for part, colour in everywhere.items():
        made.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.off_ink))
    return made
