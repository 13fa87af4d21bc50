"""The words of a sentence, as the rules for reported speech look at them: each quotation counts as one."""

import re
from collections.abc import Container, Iterable
from functools import cache

from annotator.core.cue_words import CueWords
from annotator.core.spans import Span

# What a whole quotation is called among the words.
QUOTED = '"'
# Signs that belong to the letter before them: accents, the points of Hebrew and Arabic, vowels of India, joiners.
_SIGNS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u0655\u0670\u0900-\u0963\u0970-\u0dff\u200c\u200d"
# A stop within the sentence ends no sentence: it belongs to the abbreviation before it, “Dr. Lim”.
_WORD = rf"[\w{_SIGNS}]+(?:[’'.\-][\w{_SIGNS}]+|:\d+)*(?:[’']|\.(?=[^\S\n]+\w))?|[^\w\s]"
STOPS = frozenset(".!?…。！？؟।۔")
COMMAS = frozenset(",،，、")
COLONS = frozenset(":：")
DASHES = frozenset("—–-")
BREAKS = frozenset({*STOPS, *COMMAS, *COLONS, *DASHES, *";；؛|()[]（）", QUOTED})


class Words:
    """The words and signs of one stretch of a text, numbered from 0; `keys` has them in small letters."""

    __slots__ = ("ends", "keys", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int], keys: list[str]) -> None:
        self.text, self.starts, self.ends, self.keys = text, starts, ends, keys

    def __len__(self) -> int:
        return len(self.keys)

    def capital(self, at: int) -> bool:
        """True when the word at `at` starts with a capital letter."""
        return self.text[self.starts[at]].isupper()

    def is_in(self, at: int, known: Container[str]) -> bool:
        """True when the word at `at`, or the verb or conjunction in “dit-il” and “qu’il”, is one of those known."""
        key = self.keys[at]
        if key in known:
            return True
        if "-" in key and key.partition("-")[0] in known:
            return True
        first, sign, rest = key.partition("'")
        return bool(sign) and (first + sign in known or rest in known)

    def places(self, known: frozenset[str]) -> list[int]:
        """Where words stand that are among those known, or may hide one: “dit-il”, “qu’il”."""
        return [at for at, key in enumerate(self.keys) if key in known or "-" in key or "'" in key]

    def span(self, first: int, last: int) -> Span:
        """From the start of the word `first` to the end of the word `last`, both included."""
        return Span(self.starts[first], self.ends[last])


@cache
def word_pattern(cues: CueWords) -> re.Pattern[str]:
    """Fits a word or a sign; where no spaces part words, a cue or a single character."""
    if cues.spaced:
        return re.compile(_WORD)
    known = sorted(
        {*cues.verbs, *cues.others, *(part for phrase in cues.before for part in phrase)}, key=len, reverse=True
    )
    return re.compile("|".join([*map(re.escape, known), r"[0-9A-Za-z]+", r"\S"]))


def cut_words(text: str, start: int, end: int, quotations: Iterable[Span], pattern: re.Pattern[str]) -> Words:
    """The words between two places; of each quotation, sorted and wholly inside, one word that stands for it."""
    starts: list[int] = []
    ends: list[int] = []
    found: list[str] = []
    at = start
    for first, last in (*quotations, Span(end, end)):
        matches = list(pattern.finditer(text, at, first))
        starts += [match.start() for match in matches]
        ends += [match.end() for match in matches]
        found += [match.group() for match in matches]
        if first < last:
            starts.append(first)
            ends.append(last)
            found.append(QUOTED)
        at = last
    # One call for all of them; no word holds a line break.
    keys = "\n".join(found).lower().replace("’", "'").split("\n") if found else []
    return Words(text, starts, ends, keys)
