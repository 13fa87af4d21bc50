"""Typefaces for paper: by language, without hinting, and which letters none of them can draw."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFont, QTextLayout

from annotator.ui import fonts
from annotator.ui.reader.typography import Typography

_ASKED_AT_ONCE = 500
_OTHER_SHAPES = ("calt", "liga")
"""Shapes that Latin letters can do without. A PDF of Qt's does not know which letters they stand for: dates would be
copied from it without their hyphens, and “office” without its middle.
"""


@lru_cache(maxsize=64)
def text_families(language: str) -> tuple[str, ...]:
    """The families of an article's text in this language, best first."""
    return tuple(Typography(language=language).body.families())


@lru_cache(maxsize=1)
def plain_families() -> tuple[str, ...]:
    """The families of headings and of what a report says itself."""
    return tuple(Typography().byline.families())


def paper_font(families: Iterable[str], points: float) -> QFont:
    """A font for paper: its letters stand where the typeface's designer wants them, not where a screen's dots are."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _OTHER_SHAPES:
        font.setFeature(QFont.Tag(feature), 0)
    return font


class Letters:
    """Notes the letters of a text as it passes, and which of them no typeface here can draw."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self.missing: set[str] = set()

    def take(self, words: Iterable[str]) -> None:
        """Load the typefaces that these words need, and note the letters that none has."""
        new = set().union(*words) - self._seen
        if not new:
            return
        self._seen |= new
        asked = sorted(letter for letter in new if ord(letter) >= _FIRST_OTHER and not _is_unseen(letter))
        fonts.load_fonts_for("".join(asked))
        for start in range(0, len(asked), _ASKED_AT_ONCE):
            self.missing.update(_missing(asked[start : start + _ASKED_AT_ONCE]))


_FIRST_OTHER = 0x530
"""Latin, Greek and Cyrillic come with the program."""


def _is_unseen(letter: str) -> bool:
    """True for what is not drawn: spaces, marks that join or turn, half a pair."""
    return letter.isspace() or "\u200b" <= letter <= "\u206f" or "\ufe00" <= letter <= "\ufe0f" or letter == "\ufeff"


def _missing(letters: list[str]) -> list[str]:
    """Shapes the letters one a line; what has no glyph comes out as glyph 0."""
    text = "\u2028".join(letters)
    layout = QTextLayout(text, paper_font(text_families(""), 10))
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    flag = QTextLayout.GlyphRunRetrievalFlag
    at: set[int] = set()
    for run in layout.glyphRuns(-1, -1, flag.RetrieveGlyphIndexes | flag.RetrieveStringIndexes):
        indexes = zip(run.glyphIndexes(), run.stringIndexes(), strict=False)
        at.update(place for glyph, place in indexes if glyph == 0)
    units = text.encode("utf-16-le")
    found = {units[place * 2 : place * 2 + 4].decode("utf-16-le", "ignore")[:1] for place in at}
    return [letter for letter in letters if letter in found]
