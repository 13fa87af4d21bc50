"""Quotation marks: which characters they are, what may close what, and where each one points.

Whether a glyph opens or closes is learnt from the article: newsrooms write “ ”, ” ”, „ “, « », » «
or " " as they please, whatever the norm of the language.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.languages import read_language
from annotator.core.lines import LINE_BREAKS

MARKS = "“”„‟«»‹›‘’‚‛'\"＂「」『』〝〞〟﹁﹂﹃﹄"
SINGLE = frozenset("‘’‚‛'")
# What each opening mark may close with. Families are not mixed.
CLOSERS: dict[str, str | tuple[str, ...]] = {
    "“": "”\"“", "”": "”\"“", "„": "“”\"‟", "‟": "”\"", '"': '"”“', "＂": "＂",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "‘": "’'", "’": "’'", "‚": "‘’'", "‛": "’'", "'": "'’",
    "''": ("''",), "``": ("''", '"', "”"), ",,": ("''", '"', "”", "“"),
    "「": "」", "『": "』", "〝": "〞〟", "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
ALWAYS_OPEN = frozenset(["„", "‚", "‛", "‟", "「", "『", "〝", "﹁", "﹃", "``", ",,"])
ALWAYS_CLOSE = frozenset("」』〞〟﹂﹄")
_USUAL_OPENERS = frozenset("“‘«‹")
_USUAL_CLOSERS = frozenset("”’»›")
_AMBIGUOUS = frozenset(['"', "'", "''", "＂"])
GUILLEMETS = frozenset("«»‹›")
_MARK = re.compile("''|``|,,(?=\\w)|[" + MARKS + "]")
_BEFORE_OPENING = frozenset("([{-–—/:=¿¡•*（［【《〈：·…")
_NEVER_FIRST = frozenset(",;:!?)]}，。、；：！？）］】》〉؟،؛۔।")
_NEVER_LAST = frozenset("([{（［【《〈")
_AFTER_CLOSING = frozenset(".,;:!?)]}…-–—/。，、；：！？）］】》〉·؟،؛۔।")
_FARTHEST = 4
# Used the other way less often than this, a glyph has one direction.
RARE = 0.25


class Mark(NamedTuple):
    """A mark and where the characters around it say that it points: 1 opens, -1 closes, 0 unsure."""

    start: int
    end: int
    glyph: str
    lean: int


def find_marks(text: str) -> Iterator[Mark]:
    """Every quotation mark, without apostrophes and the acronym marks of Hebrew."""
    for match in _MARK.finditer(text):
        start, end, glyph = match.start(), match.end(), match.group()
        before, after = text[start - 1 : start], text[end : end + 1]
        in_word = before.isalnum() and after.isalnum()
        if in_word and (glyph in SINGLE or (glyph == '"' and "\u0590" <= after <= "\u05ff")):
            continue
        yield Mark(start, end, glyph, _lean(text, start, end))


def _lean(text: str, start: int, end: int) -> int:
    """Where the nearest characters that are no marks say that a mark points: 1 opens, -1 closes, 0 unsure."""
    before, after = start - 1, end
    elided = False  # l’« oubli »
    while before >= 0 and start - before <= _FARTHEST and text[before] in MARKS and not elided:
        elided = text[before] in "'’" and text[before - 1 : before].isalpha()
        before -= not elided
    while after < len(text) and after - end <= _FARTHEST and text[after] in MARKS:
        after += 1
    left = text[before] if before >= 0 else "\n"
    right = text[after] if after < len(text) else "\n"
    may_open = elided or left.isspace() or left in _BEFORE_OPENING
    opens = may_open and not (right.isspace() or right in _NEVER_FIRST)
    closes = not (left.isspace() or left in _NEVER_LAST) and (right.isspace() or right in _AFTER_CLOSING)
    if elided and text[start] in "«‹":
        closes = False
    if not opens and not closes and (before < 0 or left in LINE_BREAKS or right in LINE_BREAKS):
        return -1 if right in LINE_BREAKS else 1  # « a », spaced, at the head or the end of a line
    return opens - closes


def learn_roles(marks: Iterable[Mark], language: str) -> dict[str, int]:
    """What each glyph does in this article: 1 opens, -1 closes, 0 both."""
    leans: Counter[tuple[str, int]] = Counter((mark.glyph, mark.lean) for mark in marks)
    glyphs = {glyph for glyph, _ in leans}
    usual = read_language(language).quotation_marks
    roles = {}
    for glyph in glyphs:
        opens, closes, unsure = leans[glyph, 1], leans[glyph, -1], leans[glyph, 0]
        told = opens + closes > RARE * unsure  # French and Chinese marks lean only by accident
        if glyph in _AMBIGUOUS or (told and min(opens, closes) > RARE * (opens + closes)):
            roles[glyph] = 0
        elif told and opens != closes:
            roles[glyph] = 1 if opens > closes else -1
        elif glyph in usual[1::2] and glyph not in usual[::2]:
            roles[glyph] = -1
        else:
            roles[glyph] = 1 if glyph in _USUAL_OPENERS else -1 if glyph in _USUAL_CLOSERS else 0
    return roles
