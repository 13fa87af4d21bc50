"""Text to sentences: tiles that cover the text exactly, by rules and each language's facts.

One pass over the text finds whatever could end a sentence: a stop with its closing quotes, or a
line break, which always does. Cheap tests then throw out what does not: small letters after it,
abbreviations, initials, numbers, open brackets and (where one wants it) open quotations. Every look
back or ahead is bounded, so any text costs linear time.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from annotator.core.attribution import is_attributed
from annotator.core.enumeration import inline_items
from annotator.core.full_stop import WORD, FullStops
from annotator.core.languages import Language, read_language
from annotator.core.quotation_marks import MARKS

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
# Before white space or at the end; “;” of U+037E is the Greek question mark.
_STOPS = ".!?…‥؟۔।॥‼⁇⁈⁉\u037e"
# Of scripts that put no space after them, or not always: Chinese and Japanese; Ethiopic, Burmese,
# Khmer, Armenian, Tibetan, Mongolian, Javanese, Balinese, Santali, Meitei and Syriac.
_WIDE_STOPS = "。！？｡．።፧፨။។៕։༎༑᠃᠉꧉᭞᭟᱾᱿꯫܀܁܂"
_UNSPACED_STOPS = frozenset("।॥۔؟")
_ABBREVIATING = frozenset(".۔")
_CLOSERS = "\"'”’»›)\\]}」』）】〉》〕〗＂＇"
# What holds together what is inside, and how far it may reach.
_BRACKETS = {
    "(": (")", 120), "[": ("]", 120), "（": ("）", 120), "【": ("】", 120), "《": ("》", 120), "〈": ("〉", 120),
}  # fmt: skip
_HOLDERS = {**_BRACKETS, "「": ("」", 1000), "『": ("』", 1000)}
_OPENERS = frozenset("\"'“”„‟‘‚«»‹›「『（([{¿¡-–—•*_`….")
_SURE_OPENERS = frozenset('"“„«「『¿¡')
_NEVER_START = frozenset(",;:、，；：")
# Faces, hands, hearts and flags, with what joins them; not the signs that serve as bullets.
_PICTURES = "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f\U0001f900-\U0001faff❤\ufe0f\u200d"
# Scripts and marks that cling to the character before them, white space included.
_JOINERS = frozenset("\u200c\u200d") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
_QUOTE_REACH = 700
_WORD_REACH = 24
_LINE_BREAK = re.compile(f"[{_BREAKS}]")
_QUOTES = (*MARKS, "``", ",,")
_FORGOTTEN_SPACE = re.compile(r"[^\W\d_A-Z]{3}[.!?](?=\w[^\W\d_A-Z])")
_DOMAIN = re.compile(r"(?:Com|Net|Org|Info|Id|Tv)\b")  # Kabar.Com
_NO_CAPITALS = re.compile("[\u05d0-\u06d3]{3}[.!?](?=[\u05d0-\u06d3]{3})")  # Hebrew and Arabic
_WORD = re.compile(WORD)
_CITATION = re.compile(r"\([^()\n]{1,40}\)\.")  # "..." (Smith 55).
# What stands by itself after a sentence though its letters are small: (dpa), (see the map), a link,
# the next item of a list.
_ASIDE = re.compile(
    rf"\([^()\n]{{1,120}}\)[ \xa0]*(?=[{_BREAKS}]|\Z)|https?://|www\.|[a-z]+\.[a-z.]+/\w"
    r"|[*•] |\((?:[a-z]|[ivx]+)\) "
)
_SPACES = frozenset(" \xa0\u2009\u202f")
_LONGEST_HEAD = 30
_DATELINE = re.compile(r"\d|[A-Z]{4}")
_QUOTE_ENDS = frozenset("\"'”’“»«」』")
_CALLS = frozenset("?!؟…")  # “Who did?” Ms. Lee asked.
_TAG_REACH = 15
_CLAUSE_END = re.compile("[，。：:,！？；\n]")


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
    stops, holders = re.escape(_STOPS + stops), re.escape("".join(_HOLDERS))
    late = r"(?:[ \xa0\u2009\u202f](?:[\"”»’)]|''|``)(?=[\s.,;:!?]|\Z))?"  # . " for ."
    # notes.[12] And :) And pictures
    also = rf"(?: ?\[\d{{1,3}}\])*(?: ?[:;]-?[)(DP](?=\s|\Z))?(?: ?[{_PICTURES}]+(?=\s|\Z))?"
    run = rf"[{stops}{_WIDE_STOPS}]*(?:[{_CLOSERS}]|[“«‘](?!\w))*{late}{also}"
    return re.compile(
        rf"[{stops}{_WIDE_STOPS}{_BREAKS}{holders}]"
        rf"(?:(?<=[{stops}]){run}(\s*)"
        rf"|(?<=[{_WIDE_STOPS}]){run}(\s*)"
        rf"|(?<=[{_BREAKS}])(\s*)|())"
    )


def _quotations(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches of the outermost quotations, sorted; one that is too long holds nothing together."""
    if not any(mark in text for mark in _QUOTES):  # much faster than one expression
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
        self._text, self._language, self._facts = text, language.code, language.sentences
        self._held = held[::-1]
        self._holders = _HOLDERS if whole else _BRACKETS
        self._full_stops = FullStops(text, language.sentences)

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
            if not hard and (gap <= closing or self._is_held(gap) or not self._ends(start, match.start(), gap, end)):
                continue
            if _clings(text[end]) and text[end - 1] not in _BREAKS:
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
        if end - start == 1:
            return self._text[start] in _BREAKS
        return any(character in _BREAKS for character in self._text[start:end])

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
        if not following or following in _NEVER_START or following.isspace():
            return -1
        found = text.find(mark, opener + 1, opener + reach)
        return -1 if found < 0 or _LINE_BREAK.search(text, opener, found) else found

    def _closes(self, quote: int) -> bool:
        """True when a " after white space closes: a comma follows at once, or it is the second on its line."""
        if not self._text[quote + 1].isspace():
            return True
        before = self._text[max(0, quote - _QUOTE_REACH) : quote]
        return before[before.rfind("\n") + 1 :].count('"') % 2 == 1

    def _ends(self, start: int, stop: int, gap: int, end: int) -> bool:
        """True when the stop ends the sentence that began at `start`; white space lies from `gap` to `end`."""
        text = self._text
        after = text[end]
        if gap == end:
            return self._ends_unspaced(start, stop, end, wide=text[stop] in _WIDE_STOPS)
        if after == "-" and gap - start < _LONGEST_HEAD and _DATELINE.search(text, start, gap):
            return False  # 3 June. - The mayor resigned.
        if self._goes_on(stop, gap, end):
            return False
        at = end
        while after in _OPENERS or (after.isspace() and at > end):
            at += 1
            if at >= len(text) or at > end + 6:
                break
            after = text[at]
        if after.islower() and not self._starts_small(stop, end, at):
            return False
        if gap > stop + 1 and text[end] == "(" and _CITATION.match(text, end):
            return False
        if text[stop] == "…" or text[stop : stop + 2] == ".." or text[max(0, stop - 2) : stop + 1] == ". .":
            return not self._heads(start, stop) and not self._is_always_capital(at)
        if text[stop] not in _ABBREVIATING or "?" in text[stop:gap] or "!" in text[stop:gap]:
            in_brackets = text[stop - 1] == "(" and text[gap - 1] == ")"  # alle drei (!) Bürgermeister
            return not in_brackets or self._full_stops.opens(at)
        return self._full_stops.ends(start, stop, at)

    def _goes_on(self, stop: int, gap: int, at: int) -> bool:
        """True when no sentence can begin with what stands at `at`, or it says who spoke."""
        text = self._text
        if text[stop] in _CALLS and text[gap - 1] in _QUOTE_ENDS and is_attributed(text, at, self._language):
            return True
        after = text[at]
        if after in _STOPS:  # . . . But: He left. … Nobody knew.
            return text[stop] == "…" or not text.startswith(("…", "..."), at)
        return _clings(after) or (after in _NEVER_START and not text.startswith(",,", at))

    def _heads(self, start: int, stop: int) -> bool:
        """True when nothing but an opening mark stands before the dots: […] The mayor left."""
        return stop - start < 3 and not self._text[start:stop].strip('([{"“„«. ')

    def _is_always_capital(self, at: int) -> bool:
        """True for words such as I, whose capital says nothing."""
        word = _WORD.match(self._text, at, at + _WORD_REACH)
        return word is not None and word.group().replace("’", "'").partition("'")[0] in self._facts.always_capital

    def _starts_small(self, stop: int, end: int, at: int) -> bool:
        """True when a sentence may begin with the small letter at `at`."""
        text, facts = self._text, self._facts
        if text[stop] in ".!?" and text[stop + 1].isspace() and _ASIDE.match(text, end):
            return True
        if "\u10d0" <= text[at] <= "\u10ff" or unicodedata.category(text[stop - 1]) == "Lo":
            return True  # Georgian has small letters only; 다. and 。 are followed by names such as libjpeg
        word = _WORD.match(text, at, at + _WORD_REACH)
        may = facts.lower_case_starts or (word is not None and word.group() in facts.openers)
        if may and text[stop] == "." and text[stop + 1].isspace():
            return True
        if text[end] in _SURE_OPENERS and at == end + 1 and text[stop] + text[stop + 1] != "..":
            return text[stop] != "…" and text[stop + 1] not in _SURE_OPENERS
        return word is not None and not word.group().islower()  # a name such as eBay

    def _ends_unspaced(self, start: int, stop: int, end: int, *, wide: bool) -> bool:
        """A stop without white space after it: in scripts that need none, or where a space was forgotten."""
        text = self._text
        after = text[end]
        if after in _NEVER_START or after in _STOPS or after in _WIDE_STOPS or _clings(after):
            return False
        if wide or (text[stop] in "!?" and "\u3041" <= after <= "\u9fff"):
            # 「…。」と, “…。”他说: the sentence goes on after its quotation
            quoted = text[end - 1] in "」』）”"
            return not (quoted and ("\u3041" <= after <= "\u309f" or self._is_tagged(stop, end)))
        if text[stop] == "۔":
            return self._full_stops.ends(start, stop, end)
        if text[stop] in _UNSPACED_STOPS:
            return True
        forgotten = _FORGOTTEN_SPACE if after.isupper() else _NO_CAPITALS
        return forgotten.match(text, max(0, stop - 3)) is not None and not self._in_address(stop)

    def _is_tagged(self, stop: int, at: int) -> bool:
        """True when the clause after a quotation says who spoke, and none before it does (他说：“…。”)."""
        if not self._facts.tags:
            return False
        opener = max(self._text.rfind(mark, max(0, stop - _QUOTE_REACH), stop) for mark in "“「『")
        if self._text[max(0, opener - 1) : max(0, opener)] in ("：", ":"):
            return False
        clause = _CLAUSE_END.split(self._text[at : at + _TAG_REACH], 1)[0]
        return any(tag in clause for tag in self._facts.tags)

    def _in_address(self, stop: int) -> bool:
        """True inside an e-mail or web address, a file's name and the like."""
        if _DOMAIN.match(self._text, stop + 1) and not self._full_stops.opens(stop + 1):
            return True
        left = self._text[max(0, stop - 2 * _WORD_REACH) : stop].split()[-1:]
        right = self._text[stop + 1 : stop + 2 * _WORD_REACH].split(None, 1)[:1]
        run = "".join([*left, ".", *right])
        return any(sign in run for sign in ("@", "/", "www.", "_")) or "." in "".join(left)


def _clings(character: str) -> bool:
    """True for combining marks and joiners, which form one character even with white space."""
    return character >= "\u0300" and (unicodedata.category(character)[0] == "M" or character in _JOINERS)
