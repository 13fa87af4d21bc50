"""The bundled typefaces: a serif to read in, a sans for the window, and the scripts they lack.

No font ever comes from the network. Full Chinese, Japanese and Korean faces are the system's.
"""

import re
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from annotator import resources

READING = ("Literata",)
"""The families of the text of an article, best first."""

WINDOW = ("Inter",)
"""The families of the window itself."""

_START = ("Literata-Regular", "Literata-Italic", "Literata-Bold", "Inter-Regular", "Inter-SemiBold")
# Arabic, Hebrew and Devanagari: loaded when the first text that needs them is shown.
_SCRIPTS = {
    (
        "Noto Naskh Arabic",
        ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    ): "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    ("Noto Sans Hebrew", ("NotoSansHebrew-Regular",)): "\u0590-\u05ff",
    ("Noto Sans Devanagari", ("NotoSansDevanagari-Regular",)): "\u0900-\u097f",
}
_OTHER_SCRIPT = re.compile("[\u0590-\u097f]")
_WINDOW_POINTS = 10.0


def load_fonts() -> None:
    """Make the two families of the window known to Qt; once per application."""
    for name in _START:
        _load(name)


def load_fonts_for(text: str) -> None:
    """Make known what the scripts of this text need besides; costs nothing for the others."""
    start = text[:20_000]
    if not _OTHER_SCRIPT.search(start):
        return
    for (_, files), letters in _SCRIPTS.items():
        if re.search(f"[{letters}]", start):
            for name in files:
                _load(name)


def families(first: tuple[str, ...]) -> list[str]:
    """A family list for QFont.setFamilies: the chosen ones, those for other scripts, the system's."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return [*first, *(family for family, _ in _SCRIPTS), system]


def window_font() -> QFont:
    """The font of menus, panels and buttons."""
    font = QFont(QGuiApplication.font())
    font.setFamilies(families(WINDOW))
    font.setPointSizeF(max(_WINDOW_POINTS, font.pointSizeF()))
    return font


@cache
def _load(name: str) -> int:
    return QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{name}.ttf")))
