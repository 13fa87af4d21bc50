"""The bundled typefaces: a serif to read in, a sans for the window, and the scripts they lack.

No font ever comes from the network. For Chinese and Japanese the system's faces are best; where it
has none, a cut with the frequent characters keeps articles readable.
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
_OTHER_SCRIPT = re.compile("[\u0590-\u097f\u3000-\u30ff\u3400-\u9fff]")
# JIS X 0208 and GB 2312 without their rare characters, for systems without a face of their own.
_EAST_ASIAN = ("Noto Sans CJK JP", "NotoSansCJK-Frequent.otf", re.compile("[\u3000-\u30ff\u3400-\u9fff]"))
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
    if _EAST_ASIAN[2].search(start) and not _system_writes_east_asian():
        _load(_EAST_ASIAN[1])


def families(first: tuple[str, ...]) -> list[str]:
    """A family list for QFont.setFamilies: the chosen ones, those for other scripts, the system's."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return [*first, *(family for family, _ in _SCRIPTS), system, _EAST_ASIAN[0]]


def window_font() -> QFont:
    """The font of menus, panels and buttons."""
    font = QFont(QGuiApplication.font())
    font.setFamilies(families(WINDOW))
    font.setPointSizeF(max(_WINDOW_POINTS, font.pointSizeF()))
    return font


@cache
def _system_writes_east_asian() -> bool:
    kind = QFontDatabase.WritingSystem
    return any(QFontDatabase.families(system) for system in (kind.Japanese, kind.SimplifiedChinese))


@cache
def _load(name: str) -> int:
    file = name if "." in name else f"{name}.ttf"
    return QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
