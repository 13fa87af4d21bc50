"""What a word processor must be told of a text's scripts: which way each stretch runs, and whose rules hold for it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[^\w\n]*[{_RIGHT_TO_LEFT}])*")
_WORDS = re.compile(r"[^\W\d_](?:.*[^\W\d_])?", re.DOTALL)

_EAST_ASIAN = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_COMPLEX = {
    "ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK", "ps": "ps-AF", "ckb": "ku-IQ", "yi": "yi-001",
    "hi": "hi-IN", "mr": "mr-IN", "ne": "ne-NP", "bn": "bn-BD", "pa": "pa-IN", "gu": "gu-IN", "ta": "ta-IN",
    "te": "te-IN", "kn": "kn-IN", "ml": "ml-IN", "si": "si-LK", "th": "th-TH", "lo": "lo-LA", "km": "km-KH",
    "my": "my-MM",
}  # fmt: skip
_WESTERN = {
    "en": "en-US", "id": "id-ID", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-PT", "it": "it-IT",
    "nl": "nl-NL", "ru": "ru-RU", "uk": "uk-UA", "pl": "pl-PL", "tr": "tr-TR", "vi": "vi-VN", "sv": "sv-SE",
}  # fmt: skip
FACES = {
    "zh": "SimSun", "ja": "MS Mincho", "ko": "Batang", "hi": "Nirmala UI", "mr": "Nirmala UI", "ne": "Nirmala UI",
    "bn": "Nirmala UI", "ta": "Nirmala UI", "te": "Nirmala UI", "th": "Angsana New",
}  # fmt: skip
"""The typefaces that come with word processors for languages whose script the others lack."""


class Languages(NamedTuple):
    """A language as a word processor wants it: under the group of its script, the other two blank."""

    western: str = ""
    east_asian: str = ""
    complex: str = ""


def languages_of(code: str) -> Languages:
    """A language's code ("id", "zh") under the group of its script, with the country where most of it is printed."""
    plain = code.split("-")[0].lower()
    if plain in _EAST_ASIAN:
        return Languages(east_asian=_EAST_ASIAN[plain])
    if plain in _COMPLEX:
        return Languages(complex=_COMPLEX[plain])
    return Languages(western=_WESTERN.get(plain, plain))


def runs_of(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it runs right to left.

    What has no direction of its own (spaces, figures, marks) goes with the paragraph.
    """
    at = 0
    for found in _RUN.finditer(text):
        if found.start() > at:
            yield from _between(text[at : found.start()], right_to_left=right_to_left)
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield from _between(text[at:], right_to_left=right_to_left)


def _between(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """What stands between words that run right to left: its own words, and around them what goes with the paragraph."""
    words = _WORDS.search(text) if right_to_left else None
    start, end = words.span() if words else (0, 0 if right_to_left else len(text))
    for piece, right in ((text[:start], right_to_left), (text[start:end], False), (text[end:], right_to_left)):
        if piece:
            yield piece, right
