"""Turns of speech that a dash opens at the head of a paragraph: “— We wait —said Ana—. It is late.”

Nothing closes such a turn but the words that say who speaks: after a comma (“– Vi venter, sier hun.”), a dash, or a
question. Where these words are not known, the next dash ends it, and without one the paragraph does.
"""

import re
from functools import cache

from annotator.core.languages import read_language
from annotator.core.spans import Span

_SPACE = "[ \xa0\u202f]"
_OPENER = re.compile(rf"\s*([-–—―]){_SPACE}?(?=[^\W\d_]|[¿¡“«\"„])")
# What may stand before the words that say who speaks: a dash with a space before it, a comma, a question.
_PARTING = re.compile(
    rf",?{_SPACE}(?P<dash>[-–—―]){_SPACE}?(?=[^\W\d_])|,{_SPACE}(?=[^\W\d_])|(?<=[?!…]){_SPACE}(?=[^\W\d_])"
)
_BACK = re.compile(
    rf"(?:(?P<stop>[.!?…]){_SPACE}|(?P<space>{_SPACE}))?[-–—―](?P<sign>[.,;:!?…]*){_SPACE}(?=[^\W\d_]|[¿¡“«\"„])"
)
_WORD = re.compile(r"[\w’'-]+")
_SHARED_DASHES = frozenset("–—―")  # a hyphen may part anything
_SIGNS = ".!?…,"
_LONGEST = 2000
_LONGEST_TAG = 200
_TAG_WORDS = 4
_MOST_SEGMENTS = 20


def dash_turn(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """What is spoken in the paragraph from `start` to `end` that a dash opens, its dash included; () where none does.

    “– We wait, says Ola. – It is late.” is spoken in two segments.
    """
    opening = _OPENER.match(text, start, min(end, start + _LONGEST))
    if opening is None or not any(sign in text[opening.end() : end] for sign in _SIGNS):
        return ()
    found: list[Span] = []
    at, begin = opening.end(), opening.start(1)
    while len(found) < _MOST_SEGMENTS:
        last, tag = _end_of_speech(text, at, end, language, first=not found)
        while last > begin and text[last - 1].isspace():
            last -= 1
        found.append(Span(begin, last))
        back = _way_back(text, tag, end)
        if back < 0:
            break
        begin = at = back
    return tuple(found)


def said_after(text: str, at: int, end: int, language: str) -> bool:
    """True when the words from `at` on say who speaks: “said Lim”, “a déclaré Lim”, “dit-elle”."""
    verbs, helpers = _verbs(language)
    before = at
    for number, word in enumerate(_WORD.finditer(text, at, min(end, at + _LONGEST_TAG))):
        key = word.group().replace("’", "'")
        if number == _TAG_WORDS or not key.islower() or text[before : word.start()].strip():
            return False
        parts = {key, key.partition("'")[2], *key.split("-")}
        if not verbs.isdisjoint(parts):
            return True
        if helpers.isdisjoint(parts):
            return False
        before = word.end()
    return False


@cache
def _verbs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of speech, and helping verbs that may stand before them."""
    facts = read_language(language)
    return (facts.reporting.verbs - facts.reporting.weak) | {*facts.cues}, facts.reporting.helpers


def _end_of_speech(text: str, at: int, end: int, language: str, *, first: bool) -> tuple[int, int]:
    """Where what is spoken from `at` on ends, and where the words that say who speaks begin (-1: there are none)."""
    dash: tuple[int, int] | None = None
    for parting in _PARTING.finditer(text, at, end):
        if said_after(text, parting.end(), end, language):
            return parting.start(), parting.end()
        if dash is None and first and parting["dash"] in _SHARED_DASHES:
            dash = parting.start(), parting.end()
    return dash or (end, -1)


def _way_back(text: str, tag: int, end: int) -> int:
    """Where speech goes on after the words at `tag`; -1 where it does not.

    After a dash the next dash leads back (“—said Ana—. It”); after a comma only one that follows a full stop.
    """
    if tag < 0:
        return -1
    by_dash = text[tag - 2 : tag].strip(" ,\xa0\u202f") != ""
    for back in _BACK.finditer(text, tag, min(end, tag + _LONGEST_TAG)):
        if back["stop"] or (by_dash and (back["space"] or back["sign"] or text[back.start()] in _SHARED_DASHES)):
            return back.end()
    return -1
