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

MARKS = "“”„‟«»‹›‘’‚‛'\"＂״「」『』〝〞〟﹁﹂﹃﹄"
SINGLE = frozenset("‘’‚‛'")
# What each opening mark may close with. Families are not mixed.
CLOSERS: dict[str, str | tuple[str, ...]] = {
    "“": "”\"“", "”": "”\"“", "„": "“”\"‟", "‟": "”\"", '"': '"”“', "＂": "＂", "״": "״",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "‘": "’'", "’": "’'", "‚": "‘’'", "‛": "’'", "'": "'’",
    "''": ("''",), "``": ("''", '"', "”"), ",,": ("''", '"', "”", "“"),
    "「": "」", "『": "』", "〝": "〞〟", "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
ALWAYS_OPEN = frozenset(["„", "‚", "‛", "‟", "「", "『", "〝", "﹁", "﹃", "``", ",,"])
ALWAYS_CLOSE = frozenset("」』〞〟﹂﹄")
_USUAL_OPENERS = frozenset("“‘«‹")
_USUAL_CLOSERS = frozenset("”’»›")
_AMBIGUOUS = frozenset(['"', "'", "''", "＂", "״"])
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
        if in_word and (glyph in SINGLE or (glyph in '"״' and "\u0590" <= after <= "\u05ff")):
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


class Roles(NamedTuple):
    """What each glyph does in an article: 1 opens, -1 closes, 0 both; and for which there is good reason to say so."""

    of: dict[str, int]
    sure: frozenset[str]


def learn_roles(marks: Iterable[Mark], language: str) -> Roles:
    """Count what each glyph does; where an article leaves it open, its language and then the glyph decide."""
    leans: Counter[tuple[str, int]] = Counter((mark.glyph, mark.lean) for mark in marks)
    roles: dict[str, int] = {}
    sure = set()
    for glyph in {glyph for glyph, _ in leans}:
        opens, closes, unsure = leans[glyph, 1], leans[glyph, -1], leans[glyph, 0]
        # French and Chinese marks lean only by accident; one mark alone may be the one that is wrong.
        told = opens + closes > max(1, RARE * unsure)
        usual = _usual_role(glyph, language)
        if glyph in _AMBIGUOUS or (told and min(opens, closes) > RARE * (opens + closes)):
            roles[glyph] = 0
        elif told and opens != closes:
            roles[glyph] = 1 if opens > closes else -1
        else:
            roles[glyph] = usual or (1 if glyph in _USUAL_OPENERS else -1 if glyph in _USUAL_CLOSERS else 0)
        if told or (usual and glyph not in GUILLEMETS):  # »…« and «…» are both at home in many languages
            sure.add(glyph)
    return Roles(roles, frozenset(sure))


def _usual_role(glyph: str, language: str) -> int:
    """What a glyph does in the language's own usage; 0 where that says nothing, or both."""
    marks = read_language(language).quotation_marks
    return (glyph in marks[::2]) - (glyph in marks[1::2])
