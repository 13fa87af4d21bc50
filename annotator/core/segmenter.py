"""Text to sentences: tiles that cover the text exactly, by rules and each language's facts.

One pass over the text finds whatever could end a sentence: a stop with its closing quotes, or a
line break, which always does. Cheap tests then throw out what does not: small letters after it,
abbreviations, initials, numbers, open brackets and (where the language wants it) open quotations.
Every look back or ahead is bounded, so any text costs linear time.
"""

import re
import unicodedata
from itertools import pairwise

from annotator.core.languages import Sentences, read_language

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_STOPS = ".!?…‥؟۔।॥‼⁇⁈⁉"
_WIDE_STOPS = "。！？｡．"
_CLOSERS = "\"'”’»›)\\]}」』）】〉》〕〗＂＇"
_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "”": "”"}
_TWO_FACED = frozenset('"«»”')  # open in one language or place, close in another
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_OPENERS = frozenset("\"'“”„‟‘‚«»‹›「『（([{¿¡-–—•*_")
_SURE_OPENERS = frozenset('"“„«「『¿¡')
_NEVER_START = frozenset(",;:、，；：")
# Scripts and marks that cling to the character before them, white space included.
_JOINERS = frozenset("\u200c\u200d") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
_QUOTE_REACH = 1000
_BRACKET_REACH = 120
_WORD_REACH = 24
_LINE_BREAK = re.compile(f"[{_BREAKS}]")
_BEFORE_OPENER = frozenset(" \t\xa0\u202f\u3000([{-–—/:,'‘" + _BREAKS)
_AFTER_JOIN = re.compile("[-'’‘/(]")
_FORGOTTEN_SPACE = re.compile(r"[^\W\d_A-Z]{3}[.!?](?=\w[^\W\d_A-Z])")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_NEXT_WORD = re.compile(r"[\w’']+")


def _scanner(openers: str) -> re.Pattern[str]:
    """Groups: 1 after a stop, 2 after a wide stop, 3 after a line break, 4 at an opener."""
    # Starts with one class of characters, which the engine can search for fast; each branch
    # always matches what it starts on, so that no stretch is scanned twice.
    # “ and « close quotations too (German, Danish), but not where a word follows at once.
    # No possessive quantifiers: Python 3.11.2, which Debian 12 has, gets them wrong.
    run = rf"[{_STOPS}{_WIDE_STOPS}]*(?:[{_CLOSERS}]|[“«](?!\w))*(?:[ \xa0\u202f](?:[\"”»’)]|'')(?=\s|\Z))?"
    return re.compile(
        rf"[{_STOPS}{_WIDE_STOPS}{_BREAKS}{openers}]"
        rf"(?:(?<=[{_STOPS}]){run}(\s*)"
        rf"|(?<=[{_WIDE_STOPS}]){run}(\s*)"
        rf"|(?<=[{_BREAKS}])(\s*)|())"
    )


_SPLIT = _scanner("(\\[（「『")
_WHOLE = _scanner('(\\[（「『“„«»"”')


def split_sentences(text: str, language: str, quotes: str | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a text lie, in code points; each tile includes its trailing space.

    The tiles cover the text from 0 to its end without gaps; an empty text has none. `language` is
    an ISO 639-1 code; for one that is not known, general rules do. `quotes`: whether a quotation of
    several sentences stays one ("whole") or not ("split"); None = as is usual in the language.
    """
    if not text:
        return []
    facts = read_language(language).sentences
    cuts = [0, *_cuts(text, facts, whole=facts.whole_quotes if quotes is None else quotes == "whole"), len(text)]
    return list(pairwise(cuts))


def _cuts(text: str, facts: Sentences, *, whole: bool) -> list[int]:
    """The inner boundaries, each after white space or a wide stop."""
    cuts: list[int] = []
    start = 0 if not text[0].isspace() else len(text) - len(text.lstrip())
    closing = -1  # up to here an open bracket or quotation holds the sentence together
    length = len(text)
    for match in (_WHOLE if whole else _SPLIT).finditer(text, start):
        kind, end = match.lastindex, match.end()
        if end == length:
            break
        if kind == 4:
            if end > closing:
                closing = max(closing, _closing(text, end - 1))
            continue
        gap = match.start(kind or 3)
        hard = kind == 3 or _has_break(text, gap, end)
        if not hard and (gap <= closing or not _ends(text, start, match, facts)):
            continue
        cuts.append(end)
        start = end
        closing = -1
    return cuts


def _has_break(text: str, start: int, end: int) -> bool:
    """True when the white space holds a line break."""
    if end - start == 1:
        return text[start] in _BREAKS
    return any(character in _BREAKS for character in text[start:end])


def _closing(text: str, opener: int) -> int:
    """Where the bracket or quotation at `opener` closes on its line, within reach; -1 where it does not."""
    mark = text[opener]
    if mark in _BRACKETS:
        marks, reach = _BRACKETS[mark], _BRACKET_REACH
    elif mark in _TWO_FACED and opener and text[opener - 1] not in _BEFORE_OPENER:
        return -1
    else:
        marks, reach = _QUOTES[mark], _QUOTE_REACH
    following = text[opener + 1 : opener + 2]
    if not following or following in _NEVER_START or (following.isspace() and mark != "«"):
        return -1
    found = [at for at in (text.find(mark, opener + 1, opener + reach) for mark in marks) if at >= 0]
    if not found or _LINE_BREAK.search(text, opener, min(found)):
        return -1
    return min(found)


def _ends(text: str, start: int, match: re.Match[str], facts: Sentences) -> bool:
    """True when the stop that was found ends the sentence that began at `start`."""
    stop, gap, end = match.start(), match.start(match.lastindex or 1), match.end()
    after = text[end]
    if gap == end:
        return _ends_unspaced(text, stop, end, wide=match.lastindex == 2)
    if _clings(after) or (after in _NEVER_START and text[end : end + 2] != ",,"):
        return False
    at = end
    while after in _OPENERS or (after.isspace() and at > end):
        at += 1
        if at >= len(text) or at > end + 6:
            break
        after = text[at]
    if after.islower() and not _starts_small(text, stop, end, at, facts):
        return False
    if text[stop] != "." or text[stop + 1] == ".":
        return True
    return _full_stop(text, start, stop, at, facts)


def _starts_small(text: str, stop: int, end: int, at: int, facts: Sentences) -> bool:
    """True when a sentence may begin with the small letter at `at`."""
    if "\u10d0" <= text[at] <= "\u10ff":  # Georgian has small letters only
        return True
    if facts.lower_case_starts and text[stop] == "." and text[stop + 1].isspace():
        return True
    if text[end] in _SURE_OPENERS and at == end + 1 and text[stop] + text[stop + 1] != "..":
        return text[stop] != "…" and text[stop + 1] not in _SURE_OPENERS
    word = _NEXT_WORD.match(text, at, at + _WORD_REACH)
    return word is not None and not word.group().islower()  # a name such as eBay


def _clings(character: str) -> bool:
    """True for combining marks and joiners, which form one character even with white space."""
    return character >= "\u0300" and (unicodedata.category(character)[0] == "M" or character in _JOINERS)


def _ends_unspaced(text: str, stop: int, end: int, wide: bool) -> bool:
    """A stop without white space after it: in scripts that need none, or where a space was forgotten."""
    after = text[end]
    if after in _NEVER_START or after in _STOPS or after in _WIDE_STOPS or _clings(after):
        return False
    if wide:  # 「…。」と: the sentence goes on after its quotation
        return not ("\u3041" <= after <= "\u309f" and text[end - 1] in "」』）")
    if text[stop] in "।॥۔؟" or (text[stop] in "!?" and "\u3041" <= after <= "\u9fff"):
        return True
    return after.isupper() and _FORGOTTEN_SPACE.match(text, max(0, stop - 3)) is not None


def _full_stop(text: str, start: int, stop: int, at: int, facts: Sentences) -> bool:
    """True when a single full stop ends a sentence: no abbreviation, initial, or numbering."""
    word = _word_before(text, start, stop)
    if word.isdigit():
        return not (stop - len(word) == start or (facts.ordinals and len(word) < 3 and not _opens(text, at, facts)))
    if word in facts.abbreviations:
        return False
    if word in facts.number_abbreviations and (
        text[at : at + 1].islower() or _NUMBER.match(text, at, at + _WORD_REACH)
    ):
        return False
    if len(word) == 1 and word.isalpha() and (word.isupper() or stop - 1 == start):
        return _opens(text, at, facts)
    if word in facts.final_abbreviations or _is_chain(word):
        return _opens(text, at, facts)
    return True


def _is_chain(word: str) -> bool:
    """True for initials with their stops: D.W, a.m, S.Pd."""
    return "." in word and max(map(len, word.split("."))) < 3 and word.replace(".", "").isalpha()


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that the stop at `stop` follows, without quotes and brackets before it."""
    words = text[max(start, stop - _WORD_REACH) : stop].split()
    if not words or text[stop - 1].isspace():
        return ""
    word = words[-1].lstrip("(\"'“”„«»‘’[/")
    return _AFTER_JOIN.split(word)[-1]


def _opens(text: str, at: int, facts: Sentences) -> bool:
    """True when the next word is one that often starts a sentence."""
    following = _NEXT_WORD.match(text, at, at + _WORD_REACH)
    return following is not None and following.group() in facts.openers
