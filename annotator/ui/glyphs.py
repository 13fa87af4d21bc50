"""Whether this system can draw an article's letters, and which typeface would help when it cannot."""

from PySide6.QtGui import QFont, QTextLayout

_LOOK_AT = 3000
_MOST_LETTERS = 300
_MISSING_SHARE = 0.02
# First letter, last letter, the Debian package whose typefaces draw them.
_PACKAGES = (
    (0x1100, 0x11FF, "fonts-noto-cjk"),
    (0x2E80, 0x9FFF, "fonts-noto-cjk"),
    (0xAC00, 0xD7FF, "fonts-noto-cjk"),
    (0xF900, 0xFAFF, "fonts-noto-cjk"),
    (0x20000, 0x3FFFF, "fonts-noto-cjk"),
    (0x1F000, 0x1FAFF, "fonts-noto-color-emoji"),
)
_OTHER = "fonts-noto-core"


def package_for(text: str, font: QFont) -> str:
    """The Debian package with a typeface for letters of this text that nothing here can draw; "" for none.

    Asks Qt to shape the distinct letters of the text's beginning: what has no glyph comes out as glyph 0.
    """
    letters = sorted({letter for letter in text[:_LOOK_AT] if letter.isalpha()})[:_MOST_LETTERS]
    missing = [letter for letter in letters if _is_missing(letter, font)] if not _is_bundled(letters) else []
    if not missing or len(missing) < _MISSING_SHARE * len(letters):
        return ""
    return _package(ord(missing[len(missing) // 2]))


def _is_bundled(letters: list[str]) -> bool:
    """True for Latin, Greek and Cyrillic: their faces come with the program."""
    return not letters or ord(letters[-1]) < 0x530


def _is_missing(letter: str, font: QFont) -> bool:
    if ord(letter) < 0x530:
        return False
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _package(code: int) -> str:
    return next((package for first, last, package in _PACKAGES if first <= code <= last), _OTHER)
