"""Where the names of protected sources stand in a text, in whatever form a newspaper writes them.

Case and accents do not matter, nor whether hyphens, line ends or nothing stands between the words of a name, nor a
genitive or, in scripts and languages that have them, a case ending. A text is looked through in its folded spelling
(core/search_terms.py), which leads back to its own code points.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from annotator.core.records import SourceRecord
from annotator.core.search_terms import Spelling, is_of_word, is_single, spelling, terms
from annotator.core.sources import SourceKind

INFLECTING = frozenset(
    {
        "az", "be", "bg", "bs", "cs", "el", "et", "eu", "fi", "hr", "hu", "hy", "ka", "kk", "lt", "lv", "mk", "pl",
        "ro", "ru", "sk", "sl", "sq", "sr", "tr", "uk", "uz",
    }
)  # fmt: skip
"""Languages in which a name has other endings in other cases."""

_BETWEEN = "(?:%20|[^\\w█]|[_\u02b0-\u02ff]){{{least},4}}"  # what may stand between two words of a name
_JOINED = 8  # letters that a name needs to be recognised without anything between its words
_LINKED = re.compile("\\w['’-]\\w")
_SHORT_STEM = 4  # letters below which an ending is shorter, too
_SHORTEST_PART = 4  # letters that a part of a name needs to be hidden alone: no “van”, no “bin”
_SHORTEST_INSIDE = 6  # letters that a name needs to be found inside of another word
_ENDED = (
    # A word's last letters that change with its case, and what may stand in their place.
    (re.compile("[а-џ]"), re.compile("[аеиоуыэюяійьїє]$"), "[а-џ]"),
    (re.compile("[α-ω]"), re.compile("[αειουηω]σ?$"), "[α-ω]"),
)
_LATIN, _LATIN_END, _LATIN_LETTERS = re.compile("[a-z]"), re.compile("(?:[aeiouy]|[aeiou]s)$"), "[a-z]"
_BEFORE = (
    # Small words that some scripts write together with the name behind them.
    (re.compile("[\u0620-\u064a]"), "[وفبلكس]{0,2}(?:ال|ل)?"),
    (re.compile("[\u05d0-\u05ea]"), "[והבלמשכ]{0,3}"),
)
_SERVANT = (
    # “Servant of”, the first half of a name: Abd, Abd al-, Abdu’l-, Abdul, Abdoel, Abdel; Abdur Rahman, Abdus Salam.
    "عبد|abd(?: [aeiou](?:sh|[dlnrstz]))?|abdu (?:sh|[dlnrstz])|abd(?:oe|oo|ou|[aeiou])l"
    "|abd(?:oe|ou|[aeu])(?P<doubled>sh|[dnrstz])(?= (?P=doubled))|абд(?:[еуэ]ль?|ур)|अब्दुल|আব্দুল|আবদুল"
)
_SECOND = "الله|الدين|allah|аллах"  # God, the faith: second halves that are everybody's
_OF_TWO = re.compile(f"(?<!\\S)(?:(?:{_SERVANT}) \\S+|\\S+ (?:{_SECOND}))(?!\\S)")
_NOT_ALONE = re.compile(f"(?<!\\S)(?:عبد ال\\S+|(?:{_SERVANT})(?= )|(?:{_SECOND}))(?!\\S)")
_MODIFIERS = re.compile("[\u02b0-\u02ff]")  # ʼ and ʻ, in place of apostrophes
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_PARTED = re.compile("(?<=\\w)[-\u2010]\n(?=\\w)")  # a word that goes on in the next line


class Way(NamedTuple):
    """How a text is looked through. `called`: those who may be called by a part of their name alone in it.

    `inflects`: names in Latin letters have endings, too. `in_file_names`: a part counts also where it is written small,
    and a longer name also inside of a word, as in addresses and names of files.
    """

    called: frozenset[UUID] = frozenset()
    inflects: bool = False
    in_file_names: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """One name: what must be in a text for it to be there, and how to find it, with other endings or without."""

    stem: str
    plain: re.Pattern[str]
    inflected: re.Pattern[str]

    def places(self, spelt: Spelling, way: Way) -> Iterator[tuple[int, int]]:
        """Where the name stands, as a stretch of the text that is spelt."""
        if self.stem not in spelt.letters:
            return
        for found in (self.inflected if way.inflects else self.plain).finditer(spelt.letters):
            start, end = found.span(1)
            inside = way.in_file_names and end - start >= _SHORTEST_INSIDE
            if inside or (_is_border(spelt.letters, start) and _is_border(spelt.letters, end)):
                yield spelt.span(start, end)


class Hidden:
    """A protected source: its names and aliases, and the parts of them that it may be called by."""

    def __init__(self, source: SourceRecord) -> None:
        self.id = source.id
        words = [spelt for name in dict.fromkeys((source.name, *source.aliases)) for spelt in _spellings(name)]
        self._names = [name for spelt in words if (name := _name(spelt))]
        parts = dict.fromkeys(part for spelt in words for part in _parts(spelt) if len(part) >= _SHORTEST_PART)
        is_somebody = source.kind in (SourceKind.PERSON, SourceKind.UNKNOWN)
        self._parts = [name for part in parts if is_somebody and (name := _name(part))]

    @property
    def stems(self) -> set[str]:
        """What stands in the folded spelling of any text that has one of the names or parts."""
        return {name.stem for name in (*self._names, *self._parts)}

    def is_named(self, read: "Read", way: Way) -> bool:
        """True when a whole name or alias stands in a text."""
        return any(True for spelt, _ in read.looks for name in self._names for _ in name.places(spelt, way))

    def places(self, read: "Read", way: Way) -> set[int]:
        """The code points that belong to a name; to a part of one where the whole stands, too, or it is `called` so."""
        found: set[int] = set()
        for spelt, at in read.looks:
            whole = [span for name in self._names for span in name.places(spelt, way)]
            parts: list[tuple[int, int]] = []
            if whole or self.id in way.called:
                parts = [span for part in self._parts for span in part.places(spelt, way)]
            for start, end in (
                *whole,
                *(span for span in parts if way.in_file_names or _is_great(read.text[at(span[0])])),
            ):
                found.update(map(at, range(start, end)))
        return found


class Read:
    """A text as it is looked through: as it is spelt, and once more where words are parted at the ends of lines.

    Each look leads back from its places to those of the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.looks: list[tuple[Spelling, Callable[[int], int]]] = [(spelling(text, folded=True), int)]
        if "\n" in text and _PARTED.search(text):
            kept = [at for at, keep in enumerate(_without_parting(text)) if keep]
            joined = "".join(text[at] for at in kept)
            self.looks.append((spelling(joined, folded=True), kept.__getitem__))


def _without_parting(text: str) -> list[bool]:
    """Which code points are left when words that go on in the next line are written in one."""
    kept = [True] * len(text)
    for parted in _PARTED.finditer(text):
        kept[parted.start() : parted.end()] = [False] * len(parted[0])
    return kept


def _spellings(word: str) -> Iterator[str]:
    """A name, and the same as it is written where there is no ü or ø."""
    plain = _MODIFIERS.sub("'", unicodedata.normalize("NFC", word))
    yield plain
    without = plain.casefold().translate(_WITHOUT_UMLAUTS)
    if without != plain.casefold():
        yield without


def _parts(name: str) -> Iterator[str]:
    """The parts that somebody may be called by: no half of “عبد الله” and “Abdul Rahman” that many others have, too."""
    words = " ".join(terms(name))
    yield from (found[0].replace(" ", "-") for found in _OF_TWO.finditer(words))  # written together, too
    yield from _NOT_ALONE.sub("", words).split()


def _name(words: str) -> _Name | None:
    """How to find a name; None for one that is a single letter or none, which would black out half a text."""
    parts = terms(words)
    if sum(map(len, parts)) < 2:
        return None
    stems = [_with_ending(part, inflects=True)[0] for part in parts]
    return _Name(max(stems, key=len), _pattern(words, parts, inflects=False), _pattern(words, parts, inflects=True))


def _pattern(words: str, parts: list[str], *, inflects: bool) -> re.Pattern[str]:
    before = next((small for script, small in _BEFORE if script.match(parts[0])), "")
    forms = [_with_ending(part, inflects=inflects)[1] for part in parts]
    joined = sum(map(len, parts)) >= _JOINED or _LINKED.search(words)
    pattern = forms[0]
    for (one, other), form in zip(pairwise(parts), forms[1:], strict=True):
        least = 0 if joined or is_single(one[-1]) or is_single(other[0]) else 1
        pattern += _BETWEEN.format(least=least) + form
    # Looked for at every place, as a false find may lie over the beginning of a true one.
    return re.compile(f"(?=({before}{pattern}))")


def _with_ending(part: str, *, inflects: bool) -> tuple[str, str]:
    """What is sure to be in a word however it is inflected, and an expression for all its forms."""
    latin = ((_LATIN, _LATIN_END, _LATIN_LETTERS),) if inflects and len(part) >= _SHORTEST_PART else ()
    for script, ending, letters in (*_ENDED, *latin):
        if script.search(part) and len(part) > 2:
            stem = ending.sub("", part)
            return stem, f"{re.escape(stem)}{letters}{{0,{2 if len(stem) < _SHORT_STEM else 4}}}"
    genitive = "(?:s(?![a-z]))?" if part.isascii() and part[-1].isalpha() else ""
    return part, re.escape(part) + genitive


def _is_border(letters: str, at: int) -> bool:
    """True when a word begins or ends here, or the script has no spaces between words."""
    if at <= 0 or at >= len(letters):
        return True
    before, after = letters[at - 1], letters[at]
    if not (is_of_word(before) and is_of_word(after)) or is_single(before) or is_single(after):
        return True
    if _MODIFIERS.match(before) or _MODIFIERS.match(after):
        return True
    return before.isdigit() != after.isdigit()


def _is_great(letter: str) -> bool:
    """True for what a name begins with: no small letter, in scripts that have such."""
    return not letter.islower()
