"""Lines that a program broke to fit its window, put together again as the author wrote them."""

import re
import unicodedata
from collections.abc import Iterator

_NARROWEST = 40  # no program breaks lines shorter than this
_WIDEST = 100
_DEEPEST = 20  # a reply to a reply to a reply …
_QUOTED = re.compile(r"(?:> ?)*")
# What always begins a line of its own: an indented line, a rule, a table, a header of a quoted message.
_OWN_LINE = re.compile(r"\s|[|=_#>]|[A-Z][\w-]{1,20}: ")
# What begins an item of a list, where it does not happen to stand behind a break.
_ITEM = re.compile(r"[-*•–—‣◦▪·+] |\(?(?:\d{1,2}|[a-zA-Z])[.)] ")
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC", "FULLWIDTH", "BOPOMOFO")


def joint(left: str, right: str) -> str:
    """What stands between two lines that are one: nothing in writing without spaces, nor after a hyphen in a word."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    if left[-1] == "-" and left[-2:-1].isalpha() and right[0].isalpha():
        return ""
    return "" if _is_spaceless(left[-1]) and _is_spaceless(right[0]) else " "


def _is_spaceless(letter: str) -> bool:
    return letter >= "\u0e00" and unicodedata.name(letter, "").startswith(_SPACELESS)


def unwrapped(text: str) -> str:
    r"""Plain text (`\n` newlines) whose lines were broken at a fixed width, each paragraph on one line.

    A break is taken back only where the next word would not have fitted into the paragraph's longest line.
    """
    return "\n".join(line for block in _blocks(text.split("\n")) for line in _unwrapped(block))


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines that are not blank, quoted as deep; blank ones by themselves."""
    block: list[str] = []
    for line in lines:
        if block and (not line.strip() or _depth(line) != _depth(block[-1])):
            yield block
            block = []
        if line.strip():
            block.append(line)
        else:
            yield [line]
    if block:
        yield block


def _depth(line: str) -> int:
    return quote_of(line).count(">")


def quote_of(line: str) -> str:
    """The marks of a quoted reply at the head of a line."""
    found = _QUOTED.match(line[:200])
    return found.group() if found else ""


def _unwrapped(block: list[str]) -> list[str]:
    widths = [_width(line) for line in block]
    longest = max(widths)
    if len(block) == 1 or not _NARROWEST < longest <= _WIDEST:
        return block
    marks = [quote_of(line) for line in block]
    words = [line[len(mark) :] for line, mark in zip(block, marks, strict=True)]
    is_list = sum(bool(_ITEM.match(line)) for line in words) > 1
    paragraphs = [[block[0]]]
    for at in range(1, len(block)):
        broken = widths[at - 1] >= _NARROWEST and _is_full(widths[at - 1], words[at], longest)
        if broken and not _begins(words[at], words[at - 1], is_list):
            paragraphs[-1].append(words[at])
        else:
            paragraphs.append([block[at]])
    return [_joined(paragraph) for paragraph in paragraphs]


def _begins(line: str, before: str, is_list: bool) -> bool:
    """True for what stands on a line of its own however full the one before it is."""
    if _OWN_LINE.match(line):
        return True
    return bool(_ITEM.match(line)) and (is_list or before.rstrip()[-1:] in tuple(".:;!?"))


def _is_full(width: int, following: str, longest: int) -> bool:
    """True when the next line's first word would not have fitted behind a line of this width."""
    first = following.split(" ", 1)[0]
    if first and _is_spaceless(first[0]):
        first = first[0]
    return width + 1 + _width(first) > longest


def _width(line: str) -> int:
    """Columns of a window: letters of Chinese, Japanese and Korean take two."""
    line = line.rstrip()
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def _joined(lines: list[str]) -> str:
    text = [lines[0].rstrip()] if len(lines) > 1 else [lines[0]]
    for line in lines[1:]:
        text += [joint(text[-1], line), line.rstrip()]
    return "".join(text)


def flowed(text: str, delete_space: bool) -> str:
    """Text that says of itself which breaks are soft (RFC 3676), each paragraph on one line; `delete_space`: DelSp."""
    paragraphs: list[list[str]] = []
    soft_depth = -1
    for line in text.split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        is_signature = words == "-- "
        soft = words.endswith(" ") and not is_signature
        words = words[:-1] if soft and delete_space else words
        if soft_depth == depth and not is_signature:
            paragraphs[-1].append(words)
        else:
            paragraphs.append(["> " * min(depth, _DEEPEST), words])
        soft_depth = depth if soft else -1
    return "\n".join("".join(paragraph).rstrip() for paragraph in paragraphs)
