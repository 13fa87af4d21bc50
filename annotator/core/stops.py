"""Whether a stop ends a sentence, by what stands before and after it. Full stops have a file of their own.

Every look back or ahead has a limit, so that any text costs linear time.
"""

import re
import unicodedata

from annotator.core.attribution import is_attributed
from annotator.core.full_stop import WORD, FullStops
from annotator.core.languages import Language
from annotator.core.lines import LINE_BREAKS

# Before white space or at the end; “;” of U+037E is the Greek question mark.
STOPS = ".!?…‥؟۔।॥‼⁇⁈⁉\u037e"
# Of scripts that put no space after them, or not always: Chinese and Japanese; Ethiopic, Burmese,
# Khmer, Armenian, Tibetan, Mongolian, Javanese, Balinese, Santali, Meitei and Syriac.
WIDE_STOPS = "。！？｡．።፧፨။។៕։༎༑᠃᠉꧉᭞᭟᱾᱿꯫܀܁܂"
_UNSPACED_STOPS = frozenset("।॥۔؟")
_ABBREVIATING = frozenset(".۔")
_OPENERS = frozenset("\"'“”„‟‘‚«»‹›「『（([{¿¡-–—•*_`….")
_SURE_OPENERS = frozenset('"“„«「『¿¡')
NEVER_START = frozenset(",;:、，；：")
# Scripts and marks that cling to the character before them, white space included.
_JOINERS = frozenset("\u200c\u200d") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
_WORD_REACH = 24
_FORGOTTEN_SPACE = re.compile(r"[^\W\d_A-Z]{3}[.!?](?=\w[^\W\d_A-Z])")
_DOMAIN = re.compile(r"(?:Com|Net|Org|Info|Id|Tv)\b")  # Kabar.Com
_NO_CAPITALS = re.compile("[\u05d0-\u06d3]{3}[.!?](?=[\u05d0-\u06d3]{3})")  # Hebrew and Arabic
_WORD = re.compile(WORD)
_CITATION = re.compile(r"\([^()\n]{1,40}\)\.")  # "..." (Smith 55).
# What stands by itself after a sentence though its letters are small: (dpa), (see the map), a link,
# the next item of a list.
_ASIDE = re.compile(
    rf"\([^()\n]{{1,120}}\)[ \xa0]*(?=[{LINE_BREAKS}]|\Z)|https?://|www\.|[a-z]+\.[a-z.]+/\w"
    r"|[*•] |\((?:[a-z]|[ivx]+)\) "
)
_LONGEST_HEAD = 30
_DATELINE = re.compile(r"\d|[A-Z]{4}")
_QUOTE_ENDS = frozenset("\"'”’“»«」』")
_CALLS = frozenset("?!؟…")  # “Who did?” Ms. Lee asked.
_TAG_REACH = 15
_CLAUSE_END = re.compile("[，。：:,！？；\n]")
_QUOTE_REACH = 700


class Stops:
    """Decides about the stops of one text."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language, self._facts = text, language.code, language.sentences
        self._full_stops = FullStops(text, language.sentences)

    def ends(self, start: int, stop: int, gap: int, end: int) -> bool:
        """True when the stop ends the sentence that began at `start`; white space lies from `gap` to `end`."""
        text = self._text
        after = text[end]
        if gap == end:
            return self._ends_unspaced(start, stop, end, wide=text[stop] in WIDE_STOPS)
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
        if text[stop] == "…" or text[stop + 1] == "." or text[max(0, stop - 2) : stop] == ". ":
            return not self._heads(start, stop) and not self._is_always_capital(at)
        if text[stop] not in _ABBREVIATING or (gap > stop + 1 and not _CALLS.isdisjoint(text[stop:gap])):
            in_brackets = text[stop - 1] == "(" and text[gap - 1] == ")"  # alle drei (!) Bürgermeister
            return not in_brackets or self._full_stops.opens(at)
        return self._full_stops.ends(start, stop, at)

    def _goes_on(self, stop: int, gap: int, at: int) -> bool:
        """True when no sentence can begin with what stands at `at`, or it says who spoke."""
        text = self._text
        if text[stop] in _CALLS and text[gap - 1] in _QUOTE_ENDS and is_attributed(text, at, self._language):
            return True
        after = text[at]
        if after in STOPS:  # . . . But: He left. … Nobody knew.
            return text[stop] == "…" or not text.startswith(("…", "..."), at)
        return clings(after) or (after in NEVER_START and not text.startswith(",,", at))

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
        if after in NEVER_START or after in STOPS or after in WIDE_STOPS or clings(after):
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


def clings(character: str) -> bool:
    """True for combining marks and joiners, which form one character even with white space."""
    return character >= "\u0300" and (unicodedata.category(character)[0] == "M" or character in _JOINERS)
