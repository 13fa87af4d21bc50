"""Text to sentences: tiles that cover the text exactly, by rules and each language's facts.

One pass over the text finds whatever could end a sentence: a stop with its closing quotes, or a
line break, which always does. Cheap tests then throw out what does not: small letters after it,
abbreviations, initials, numbers, open brackets and (where one wants it) open quotations. Every look
back or ahead is bounded, so any text costs linear time.
"""

import re
from functools import cache
from itertools import pairwise

from annotator.core.enumeration import inline_items
from annotator.core.languages import Language, read_language
from annotator.core.lines import LINE_BREAKS
from annotator.core.quotation_marks import MARKS
from annotator.core.stops import NEVER_START, STOPS, WIDE_STOPS, Stops, clings

_CLOSERS = "\"'”’»›)\\]}」』）】〉》〕〗＂＇"
# What holds together what is inside, and how far it may reach.
_BRACKETS = {
    "(": (")", 120), "[": ("]", 120), "（": ("）", 120), "【": ("】", 120), "《": ("》", 120), "〈": ("〉", 120),
}  # fmt: skip
_HOLDERS = {**_BRACKETS, "「": ("」", 1000), "『": ("』", 1000)}
# Faces, hands, hearts and flags, with what joins them; not the signs that serve as bullets.
_PICTURES = "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f\U0001f900-\U0001faff❤\ufe0f\u200d"
_QUOTE_REACH = 700
_LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")
_QUOTES = (*MARKS, "``", ",,")
_ASCII_QUOTES = tuple(mark for mark in _QUOTES if mark.isascii())
_SPACES = frozenset(" \xa0\u2009\u202f")


def split_sentences(text: str, language: str, quotes: str | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a text lie, in code points; each tile includes its trailing space.

    The tiles cover the text from 0 to its end without gaps; an empty text has none. `language` is
    an ISO 639-1 code; for one that is not known, general rules do. `quotes`: whether a quotation of
    several sentences stays one ("whole") or not ("split"); None = as is usual in the language.
    """
    if not text:
        return []
    known = read_language(language)
    whole = known.sentences.whole_quotes if quotes is None else quotes == "whole"
    held = _quotations(text, language) if whole else []
    return list(pairwise([0, *_Cutter(text, known, held, whole=whole).cuts(), len(text)]))


@cache
def _space_signs(openers: tuple[str, ...], closers: tuple[str, ...]) -> re.Pattern[str] | None:
    """White space after one of the closers or before one of the openers; None without any."""
    after = "|".join(f"(?<={re.escape(word)})" for word in closers)
    before = "|".join(map(re.escape, openers))
    signs = [rf"(?:{after})[ \xa0]+(?=\S)"] * bool(closers) + [rf"(?<=\S)[ \xa0]+(?={before})"] * bool(openers)
    return re.compile("|".join(signs)) if signs else None


@cache
def _scanner(stops: str) -> re.Pattern[str]:
    """Groups: 1 after a stop, 2 after a wide stop, 3 after a line break, 4 at what holds together."""
    # Starts with one class of characters, which the engine can search for fast; each branch
    # always matches what it starts on, so that no stretch is scanned twice.
    # “, « and ‘ close quotations too (German, Danish, Urdu), but not where a word follows at once.
    # No possessive quantifiers: Python 3.11.2, which Debian 12 has, gets them wrong.
    stops, holders = re.escape(STOPS + stops), re.escape("".join(_HOLDERS))
    late = r"(?:[ \xa0\u2009\u202f](?:[\"”»’)]|''|``)(?=[\s.,;:!?]|\Z))?"  # . " for ."
    # notes.[12] And :) And pictures
    also = rf"(?: ?\[\d{{1,3}}\])*(?: ?[:;]-?[)(DP](?=\s|\Z))?(?: ?[{_PICTURES}]+(?=\s|\Z))?"
    run = rf"[{stops}{WIDE_STOPS}]*(?:[{_CLOSERS}]|[“«‘](?!\w))*{late}{also}"
    return re.compile(
        rf"[{stops}{WIDE_STOPS}{LINE_BREAKS}{holders}]"
        rf"(?:(?<=[{stops}]){run}(\s*)"
        rf"|(?<=[{WIDE_STOPS}]){run}(\s*)"
        rf"|(?<=[{LINE_BREAKS}])(\s*)|())"
    )


def _quotations(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches of the outermost quotations, sorted; one that is too long holds nothing together."""
    # Much faster than one expression.
    if not any(mark in text for mark in (_ASCII_QUOTES if text.isascii() else _QUOTES)):
        return []
    # Loaded late: most texts are split without it.
    from annotator.core.quotations import find_quotations

    return [
        segment
        for one in find_quotations(text, language).quotations
        if one.closer and not one.depth
        for segment in one.segments
        if segment.end_char - segment.start_char <= _QUOTE_REACH
    ]


class _Cutter:
    """Finds the boundaries of one text. `held`: stretches that stay whole, sorted."""

    def __init__(self, text: str, language: Language, held: list[tuple[int, int]], *, whole: bool) -> None:
        self._text, self._facts = text, language.sentences
        self._held = held[::-1]
        self._holders = _HOLDERS if whole else _BRACKETS
        self._stops = Stops(text, language)

    def cuts(self) -> list[int]:
        """The inner boundaries, each after white space or a wide stop, or before an item of a list."""
        text = self._text
        items = inline_items(text, ordinals=self._facts.ordinals) + self._after_spaces()
        cuts: list[int] = []
        for start, end in pairwise([0, *sorted({*items}), len(text)]):
            cuts += [*self._between(start, end), end]
        return cuts[:-1]

    def _between(self, start: int, limit: int) -> list[int]:
        text, cuts = self._text, []
        if start == 0 and text[0].isspace():
            start = limit - len(text[:limit].lstrip())
        closing = -1  # up to here an open bracket holds the sentence together
        for match in _scanner(self._facts.stops).finditer(text, start, limit):
            kind, end = match.lastindex, match.end()
            if end == limit:
                break
            if kind == 4:
                if end > closing:
                    closing = max(closing, self._closing(end - 1))
                continue
            gap = match.start(kind or 3)
            if text[gap - 1] == '"' and text[gap - 2] in _SPACES and not self._closes(gap - 1):
                gap, end = gap - 2, gap - 1
            hard = kind == 3 or self._has_break(gap, end)
            if not hard and (
                gap <= closing or self._is_held(gap) or not self._stops.ends(start, match.start(), gap, end)
            ):
                continue
            if clings(text[end]) and text[end - 1] not in LINE_BREAKS:
                end -= 1  # a line's first character may be a space with an accent
            cuts.append(end)
            start = end
            closing = -1
        return cuts

    def _after_spaces(self) -> list[int]:
        """Where sentences start after a mere space, in languages that have no stops."""
        signs = _space_signs(self._facts.space_openers, self._facts.space_closers)
        return [found.end() for found in signs.finditer(self._text)] if signs else []

    def _has_break(self, start: int, end: int) -> bool:
        """True when the white space holds a line break."""
        if end - start < 2 or self._text[start] in LINE_BREAKS:
            return self._text[start] in LINE_BREAKS
        return any(character in LINE_BREAKS for character in self._text[start:end])

    def _is_held(self, at: int) -> bool:
        """True inside a quotation that stays whole. Asked in ascending order only."""
        while self._held and self._held[-1][1] <= at:
            self._held.pop()
        return bool(self._held) and self._held[-1][0] < at

    def _closing(self, opener: int) -> int:
        """Where the bracket at `opener` closes on its line, within reach; -1 where it does not."""
        text = self._text
        if text[opener] not in self._holders:
            return -1
        mark, reach = self._holders[text[opener]]
        following = text[opener + 1 : opener + 2]
        if not following or following in NEVER_START or following.isspace():
            return -1
        found = text.find(mark, opener + 1, opener + reach)
        return -1 if found < 0 or _LINE_BREAK.search(text, opener, found) else found

    def _closes(self, quote: int) -> bool:
        """True when a " after white space closes: a comma follows at once, or it is the second on its line."""
        if not self._text[quote + 1].isspace():
            return True
        before = self._text[max(0, quote - _QUOTE_REACH) : quote]
        return before[before.rfind("\n") + 1 :].count('"') % 2 == 1
