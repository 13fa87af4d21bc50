"""What WebAnno TSV escapes: the signs that part its cells, and what would end a line."""

import re

NOTHING, VALUELESS = "_", "*"
_IN_VALUE = {
    "\\": "\\\\", "[": "\\[", "]": "\\]", "|": "\\|", "_": "\\_", "->": "\\->", ";": "\\;",
    "\t": "\\t", "\n": "\\n", "\r": "\\r", "*": "\\*",
}  # fmt: skip
_IN_TEXT = {"\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_VALUE = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_TEXT = re.compile(r"[\\\b\t\n\f\r]")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_NUMBER = re.compile(r"\[(\d{1,12}(?:_\d{1,12})?)\]\Z")


def escape_value(value: str) -> str:
    """A value as a cell holds it; "" cannot be held."""
    return _VALUE.sub(lambda found: _IN_VALUE[found[0]], value)


def escape_text(text: str) -> str:
    """A line of text."""
    return _TEXT.sub(lambda found: _IN_TEXT[found[0]], text)


def unescape(words: str) -> str:
    """What either of the two has escaped."""
    return _ESCAPED.sub(lambda found: _PLAIN.get(found[1], found[1]), words) if "\\" in words else words


def stack(cell: str) -> list[tuple[str, str]]:
    """The values in a cell, still escaped, each with the number in its brackets, "" for none; none for "_"."""
    if cell == NOTHING:
        return []
    found = []
    for value in _parted(cell):
        number = _NUMBER.search(value)
        if number and not _is_escaped(value, number.start()):
            found.append((value[: number.start()], number[1]))
        else:
            found.append((value, ""))
    return found


def value_of(words: str) -> str | None:
    """What an escaped value says; None for one without."""
    return None if words in (VALUELESS, "") else unescape(words)


def _parted(cell: str) -> list[str]:
    """Cut at each bar that is not escaped."""
    if "\\" not in cell:
        return cell.split("|")
    parts, begun = [], 0
    for bar in re.finditer(r"\|", cell):
        if not _is_escaped(cell, bar.start()):
            parts.append(cell[begun : bar.start()])
            begun = bar.end()
    return [*parts, cell[begun:]]


def _is_escaped(cell: str, at: int) -> bool:
    """True behind an odd number of backslashes."""
    before = cell[:at]
    return bool((len(before) - len(before.rstrip("\\"))) % 2)
