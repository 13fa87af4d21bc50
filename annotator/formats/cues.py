r"""Cues of subtitles, SRT and WebVTT: when each is shown and what it says, without tags.

Read here rather than by a library: that takes a last line that is a number ("1984") for the number of the next cue,
joins comments and names of cues to the text before them, and takes quadratic time for empty lines.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t\ufeff]{{0,9}}{_TIME}[ \t]{{0,9}}--?>[ \t]{{0,9}}{_TIME}", re.ASCII)
# Who speaks, where the file says so itself: <v Esme>, and <v.loud Esme> with a class.
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?[ \t]([^<>\n]{1,200})>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,200}\}")
# A dash or two angles at the head of a line: somebody else speaks.
_TURN = re.compile(r"\s*(?:>>+|[-–—‐](?=\s?[^\s-]))\s*")
_NAMED = re.compile(r"\[?([^:\n]{2,60}):\s")
_BLOCKS = ("NOTE", "STYLE", "REGION")


class Words(NamedTuple):
    """A line of a cue: who says it, "" where the file does not say, and whether somebody else begins here."""

    speaker: str
    text: str
    is_turn: bool


class Cue(NamedTuple):
    """What is shown from `start` to `end`, in seconds."""

    start: float
    end: float
    lines: tuple[Words, ...]


def cues_of(text: str) -> Iterator[Cue]:
    r"""The cues of a file's text (`\n` newlines only), in its order, without comments and styles."""
    times: re.Match[str] | None = None
    lines: list[str] = []
    number = 0
    for block in _blocks(text):
        before = 0
        for at, line in enumerate(block):
            found = _TIMES.match(line)
            if found is None:
                continue
            lines += _without_number(block[before:at], number, at - before == 1 and before == 0)
            if times is not None:
                yield _cue(times, lines)
            times, lines, before, number = found, [], at + 1, _number(block[at - 1] if at else "")
        if before or block[0].split(" ")[0] not in _BLOCKS:
            lines += block[before:]
    if times is not None:
        yield _cue(times, lines)


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines that are not empty."""
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _without_number(lines: list[str], last: int, alone: bool) -> list[str]:
    """Lines before a cue's times without its own number or name: the line alone above them, or the next number."""
    if lines and (alone or _number(lines[-1]) == last + 1):
        return lines[:-1]
    return lines


def _number(line: str) -> int:
    line = line.strip()
    return int(line) if line.isascii() and line.isdigit() and len(line) < 9 else 0


def _cue(times: re.Match[str], lines: list[str]) -> Cue:
    parts = [float(part or 0) for part in times.groups()]
    start, end = (hours * 3600 + minutes * 60 + seconds for hours, minutes, seconds, _ in (parts[:4], parts[4:]))
    fractions = [float(f"0.{times[group]}") for group in (4, 8)]
    return Cue(start + fractions[0], end + fractions[1], tuple(_words(lines)))


def _words(lines: list[str]) -> Iterator[Words]:
    speaker = ""
    for line in lines:
        pieces = _VOICE.split(line)  # words, name, words, name, words
        for at, piece in enumerate(pieces[::2]):
            named = at > 0
            if named:
                speaker = _clean(pieces[2 * at - 1])
            turn = _TURN.match(piece)
            text = _clean(piece[turn.end() :] if turn else piece)
            if text:
                yield Words(speaker, text, bool(turn) or _is_named(text))


def _is_named(text: str) -> bool:
    """True for a line that begins with who speaks, in capitals: “MAYOR BROOK: …”."""
    found = _NAMED.match(text)
    return found is not None and found[1].isupper() and len(found[1].split()) < 6


def _clean(words: str) -> str:
    """Words without tags, entities spelled out, on one line."""
    return " ".join(html.unescape(_TAG.sub("", words)).replace("\0", "").split())
