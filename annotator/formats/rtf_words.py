r"""The words in rich text: its control words followed one by one, in time that grows with the file only.

Which control words open a group that is no text, which character sets there are and what special signs are called is
taken from striprtf. Its own loop is not: it loses notes, keeps what was deleted or hidden, and takes quadratic time.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})?[ ]?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<run>[^\\{}\r\n]+)|(?P<stray>\\)"
)
_BREAKS = {"par": "\n\n", "sect": "\n\n", "page": "\n\n", "column": "\n\n", "line": "\n", "lbr": "\n", "softline": "\n"}
_CELLS = {"cell": " | ", "nestcell": " | ", "row": "\n\n", "nestrow": "\n\n", "trowd": ""}
_SIGNS = {"~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": "\n\n", "\r": "\n\n", "\t": "\t"}
_DEFAULT_SETS = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_STYLES = {"v": "v", "deleted": "deleted"}  # character styles whose words stay out
_DETAILS = {"title": "title", "author": "author", "creatim": "created"}
_OPENED = frozenset({"shp", "shpinst", "shptxt", "do", "dptxbxtext", "footnote", "info", "fonttbl", *_DETAILS})
_DATE = ("yr", "mo", "dy", "hr", "min")


class Words(NamedTuple):
    """What a file says: its text with notes at the end, its properties, and what was left out of the text."""

    text: str
    details: dict[str, str]
    left_out: frozenset[str]


@dataclass(slots=True)
class _Group:
    """What holds inside a pair of braces. `into` names where words go: "" is nowhere, "text" the article."""

    into: str = "text"
    font: int | None = None
    skip: int = 1  # characters that stand in for a letter of Unicode, for programs that know none
    styles: frozenset[str] = frozenset()
    starred: bool = False


@dataclass(slots=True)
class _Reading:
    """All that is known while the control words are followed."""

    charset: str = "cp1252"
    default_font: int | None = None
    fonts: dict[int, str] = field(default_factory=dict)
    flows: dict[str, list[str]] = field(default_factory=lambda: {"text": []})
    date: dict[str, int] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    group: _Group = field(default_factory=_Group)
    groups: list[_Group] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    skipped: int = 0
    notes: int = 0


def read_words(content: bytes, limits: Limits, what: str) -> Words:
    """What a file of rich text says. Raises UnreadableInput when its groups lie too deep in each other."""
    reading = _Reading()
    at = 0
    while at < len(content) and (token := _TOKEN.match(content, at)):
        at = token.end()
        kind, value = token.lastgroup, token.group()
        if token["word"] is not None:
            word, number = token["word"].decode(), token["number"]
            if word == "bin":
                at += max(0, int(number or 0))
            else:
                _control(reading, word, int(number) if number else None)
        elif kind == "hex":
            _bytes(reading, bytes.fromhex(token["hex"].decode()))
        elif kind == "run":
            _bytes(reading, value)
        elif kind == "sign":
            _sign(reading, token["sign"].decode("latin-1"))
        elif value == b"{":
            _open(reading, limits, what)
        elif value == b"}" and not _close(reading):
            break
    _decode(reading)
    return Words(_text(reading), _details(reading), frozenset(reading.left_out))


def _open(reading: _Reading, limits: Limits, what: str) -> None:
    if len(reading.groups) >= limits.nesting:
        raise UnreadableInput(
            f"{what} holds groups more than {limits.nesting} deep in each other, which is the limit; "
            "save it again in a program of your own."
        )
    _decode(reading)
    reading.groups.append(reading.group)
    reading.group = replace(reading.group, starred=False)
    reading.skipped = 0


def _close(reading: _Reading) -> bool:
    """False when the last group is closed: what comes after is no part of the file."""
    _decode(reading)
    reading.skipped = 0
    if reading.groups:
        reading.group = reading.groups.pop()
    return bool(reading.groups)


def _sign(reading: _Reading, sign: str) -> None:
    if sign == "*":
        reading.group.starred = True
    elif reading.skipped:
        reading.skipped -= 1
    else:
        _put(reading, _SIGNS.get(sign, ""))


def _control(reading: _Reading, word: str, number: int | None) -> None:
    """Follows one control word."""
    # Taken late: only rich text needs these tables.
    from striprtf.striprtf import destinations

    _decode(reading)
    if word in _BREAKS or word in _CELLS:
        _put(reading, _BREAKS.get(word) or _CELLS.get(word, ""))
    elif word in _OPENED:
        _enter(reading, word)
    elif word in destinations or reading.group.starred:
        if word == "annotation":
            reading.left_out.add(word)
        reading.group.into = ""
    elif word in _STYLES:
        now = {_STYLES[word]} if number != 0 else set()
        reading.group.styles = (reading.group.styles - {_STYLES[word]}) | now
    elif word in _HANDLED:
        _HANDLED[word](reading, 1 if number is None and word == "uc" else number or 0)
    elif word in _DATE and reading.group.into == "created":
        reading.date[word] = number or 0
    else:
        _special(reading, word)
    reading.group.starred = False


def _special(reading: _Reading, word: str) -> None:
    from striprtf.striprtf import specialchars  # as above

    if word in _DEFAULT_SETS:
        reading.charset = _DEFAULT_SETS[word]
    elif sign := specialchars.get(word):
        _put(reading, sign)


def _enter(reading: _Reading, word: str) -> None:
    """A group whose words go somewhere else than into the text where it stands."""
    group = reading.group
    if word == "footnote" and group.into:
        reading.notes += 1
        _put(reading, f"[{reading.notes}]")
        group.into = f"note {reading.notes}"
        group.styles = frozenset()
        reading.flows[group.into] = []
    elif word in ("shptxt", "dptxbxtext"):
        group.into = "boxes"
        reading.flows.setdefault("boxes", []).append("\n\n")
    elif word in _DETAILS:
        inside_info = any(around.into == "info" for around in reading.groups)
        group.into = _DETAILS[word] if inside_info else ""
    elif word in ("info", "fonttbl"):
        group.into = word
    elif group.into:  # a drawing: only the text in it is wanted
        group.into = "drawing"


def _unicode(reading: _Reading, number: int) -> None:
    _put(reading, chr(number % 0x10000) if number < 0x10000 else chr(min(number, 0x10FFFF)))
    reading.skipped = reading.group.skip


def _set_font(reading: _Reading, number: int) -> None:
    reading.group.font = number


def _set_charset_of_font(reading: _Reading, number: int) -> None:
    from striprtf.striprtf import charset_map  # as above

    if reading.group.into == "fonttbl" and reading.group.font is not None:
        reading.fonts[reading.group.font] = _known(charset_map.get(number, ""))


def _set_page(reading: _Reading, number: int) -> None:
    reading.charset = "utf-8" if number == 65001 else _known(f"cp{number}") or reading.charset


def _set_skip(reading: _Reading, number: int) -> None:
    reading.group.skip = min(max(number, 0), 9)


def _set_default_font(reading: _Reading, number: int) -> None:
    reading.default_font = number


def _plain(reading: _Reading, _number: int) -> None:
    reading.group.styles = frozenset()
    reading.group.font = reading.default_font


_HANDLED: dict[str, Callable[[_Reading, int], None]] = {
    "u": _unicode,
    "f": _set_font,
    "fcharset": _set_charset_of_font,
    "ansicpg": _set_page,
    "uc": _set_skip,
    "deff": _set_default_font,
    "plain": _plain,
}


def _known(codec: str) -> str:
    """The codec's name when Python has it; the old ones of the Macintosh it has under other names, or not at all."""
    try:
        return codecs.lookup(codec).name if codec else ""
    except LookupError:
        return ""


def _bytes(reading: _Reading, content: bytes) -> None:
    """Letters in the character set of their font; a letter may need two bytes, the second of them an ordinary one."""
    if reading.skipped:
        passed = min(reading.skipped, len(content))
        reading.skipped -= passed
        content = content[passed:]
    if reading.group.into and reading.group.into != "fonttbl":
        reading.waiting += content


def _decode(reading: _Reading) -> None:
    if reading.waiting:
        font = reading.group.font if reading.group.font is not None else reading.default_font
        charset = (reading.fonts.get(font, "") if font is not None else "") or reading.charset
        letters = bytes(reading.waiting).decode(charset, "replace")
        reading.waiting.clear()
        _put(reading, letters)


def _put(reading: _Reading, text: str) -> None:
    group = reading.group
    if reading.waiting:
        _decode(reading)
    if not text or group.into in ("", "info", "fonttbl", "drawing"):
        return
    if group.styles:
        if text.strip():
            reading.left_out.update(group.styles)
    else:
        reading.flows.setdefault(group.into, []).append(text)


def _text(reading: _Reading) -> str:
    flows = [reading.flows["text"], reading.flows.get("boxes", [])]
    parts = ["".join(flow) for flow in flows]
    parts += [
        f"[{number}] {''.join(reading.flows[f'note {number}']).strip()}" for number in range(1, reading.notes + 1)
    ]
    # Letters beyond the first 65,536 are written as two halves.
    text = "\n\n".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text.replace("\r", "").replace("\0", "")
    text = re.sub(r"(?: \| )+(?=\n|$)", "", text)
    lines = [line.strip(" \t") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _details(reading: _Reading) -> dict[str, str]:
    details = {word: "".join(reading.flows.get(word, [])) for word in ("title", "author")}
    if "yr" in reading.date:
        year, month, day, hour, minute = (reading.date.get(word, 0) for word in _DATE)
        time = f"T{hour:02}:{minute:02}:00" if "hr" in reading.date else ""
        details["created"] = f"{year:04}-{month:02}-{day:02}{time}"
    return details
