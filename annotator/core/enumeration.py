"""Lists written in one line: 1) this 2) that; a. this b. that; • this • that.

Saved pages and PDF files often come with their lists run together. An item starts a sentence, but
only where the counting begins at the head of the line and leaves nothing out.
"""

import re
from functools import cache

from annotator.core.lines import BULLETS, LINE_BREAKS

# At the head of a line: a bullet, or the first number or letter of a list.
_HEAD = re.compile(rf"[ \t]*(?:([{BULLETS}])|\(?([1a])(\.\)|[.)])[ \t])")
_LINE_START = re.compile(rf"[{LINE_BREAKS}](?=[ \t(1a{BULLETS}])")  # of a line that may begin a list
_LINE = re.compile(f"[^{LINE_BREAKS}]*")
_LONGEST = 4000


def inline_items(text: str, *, ordinals: bool = False) -> list[int]:
    """Where the second and later items of lists written in one line start, in code points, ascending.

    `ordinals`: in this language "2." may mean "second", so only "2)" counts as an item.
    """
    starts: list[int] = []
    for line in (0, *(found.end() for found in _LINE_START.finditer(text))):
        head = _HEAD.match(text, line)
        end = _LINE.match(text, head.end(), head.end() + _LONGEST) if head else None
        if head is None or end is None:
            continue
        bullet, first, sign = head.groups()
        if bullet:
            starts.extend(_bullets(text, bullet, head.end(), end.end()))
        elif sign != "." or not (ordinals and first == "1"):
            starts.extend(_counted(text, first, sign, head.end(), end.end()))
    return starts


def _bullets(text: str, bullet: str, start: int, end: int) -> list[int]:
    found = []
    at = text.find(bullet, start, end)
    while at >= 0:
        if text[at - 1].isspace():
            found.append(at)
        at = text.find(bullet, at + 1, end)
    return found


def _counted(text: str, first: str, sign: str, start: int, end: int) -> list[int]:
    """Items that count on from `first` with the same sign, each before a letter that begins a clause."""
    found: list[int] = []
    for item in _item(sign).finditer(text, start, end):
        if item[1] == _following(first, len(found) + 1) and not (sign == "." and text[item.end()].islower()):
            found.append(item.start())
    return found


@cache
def _item(sign: str) -> re.Pattern[str]:
    """Fits the number or letter of an item, with its sign."""
    return re.compile(rf"(?<=\s)\(?(\d{{1,4}}|[a-z]){re.escape(sign)}[ \t]+(?=[^\W\d_])")


def _following(first: str, by: int) -> str:
    """The number or letter so many places after the first; empty after the alphabet's last."""
    if first.isdigit():
        return str(1 + by)
    return chr(ord(first) + by) if by < 26 else ""
