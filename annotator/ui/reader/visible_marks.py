"""Characters that would hide or turn text around, shown as marks instead.

A character that reverses what is read, or that cannot be seen, is a trap for an editor. Each is
replaced on display by one other character, so that no offset moves; the text itself never changes.
Joiners, soft hyphens and zero-width spaces stay: they shape words and hide nothing.
"""

import re
import unicodedata

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code != 0x09} | {0x7F: 0x2421}
_LATER_CONTROLS = dict.fromkeys(range(0x80, 0xA0), 0x2426)
_RIGHTWARD = dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066), 0x21E2)
_LEFTWARD = dict.fromkeys((0x200F, 0x061C, 0x202B, 0x202E, 0x2067), 0x21E0)
_EITHER = {0x2068: 0x21F9, 0x202C: 0x21E5, 0x2069: 0x21E5}
# A lone surrogate is no text at all; Qt must never see one.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_BREAKS = {0x2029: 0x2028, 0x85: 0x2028}
_SHOWN = _CONTROLS | _LATER_CONTROLS | _RIGHTWARD | _LEFTWARD | _EITHER | _SURROGATES | _BREAKS

_MARK = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SUBSTITUTED = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2029-\u202e\u2066-\u2069\ud800-\udfff]")
# Seen by nobody, so worth a word when the pointer rests there, but left to do their work.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NAMES = {
    0x00: "NULL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "LINE TABULATION",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
}


def displayed(text: str) -> str:
    """The text as it is drawn: the same number of code points, traps replaced by marks."""
    return text.translate(_SHOWN) if _SUBSTITUTED.search(text) else text


def marks_in(text: str) -> list[int]:
    """Positions of the characters that `displayed` shows as marks; line breaks are none."""
    return [match.start() for match in _MARK.finditer(text)]


def describe(character: str) -> str:
    """Name and number of a character that cannot be seen for what it is, else an empty string."""
    if not (_MARK.match(character) or character in _INVISIBLE):
        return ""
    code = ord(character)
    name = unicodedata.name(character, "") or _NAMES.get(code, "CONTROL CHARACTER")
    return f"U+{code:04X} {name}"
