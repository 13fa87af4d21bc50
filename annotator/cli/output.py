"""What the command line prints: UTF-8 whatever the locale, one JSON object, or lines for a terminal.

Lines come from articles that somebody else wrote, so control characters and those that change the
direction of writing are shown by their number instead of being obeyed.
"""

import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click
import orjson

_SURROGATES = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def well_formed(text: str) -> str:
    """The text with what is no character (half a pair, a byte that is not UTF-8) replaced by U+FFFD.

    Where the locale knows only ASCII, arguments come as bytes in disguise; those become letters again.
    """
    if not _SURROGATES.search(text):
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)


def visible(text: str) -> str:
    """The text with every character that a terminal would obey shown as its number: <U+202E>."""
    return _OBEYED.sub(lambda match: f"<U+{ord(match.group()):04X}>", well_formed(text))


def one_line(text: str) -> str:
    """The text, visible, with each run of white space as one space."""
    return visible(" ".join(text.split()))


def counted(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun: "1 article", "2 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def print_lines(lines: Iterable[str]) -> bool:
    """Print lines on standard output, with nothing in them that a terminal would obey. True when there were any."""
    any_line = False
    for line in lines:
        click.echo(visible(line).encode())
        any_line = True
    return any_line


def counter() -> Callable[[int, int], None] | None:
    """Shows how far a long command is, on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        return None
    return lambda done, total: click.echo(f"\r{done} of {total}", err=True, nl=done == total)


def print_json(content: dict[str, Any]) -> None:
    """Print one JSON object. Keys and times are written as they are read back: UUIDs and ISO times in UTC."""
    click.echo(json_bytes(content))


def json_bytes(content: dict[str, Any]) -> bytes:
    """The object as JSON in UTF-8. Bytes become hexadecimal digits."""
    options = orjson.OPT_UTC_Z
    try:
        return orjson.dumps(content, _plain, options)
    except TypeError:  # a file's name need not be UTF-8, JSON must
        return orjson.dumps(_well_formed(content), _plain, options)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):  # orjson leaves named tuples to us
        return list(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def _well_formed(value: Any) -> Any:
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {well_formed(key): _well_formed(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_well_formed(entry) for entry in value]
    return value
