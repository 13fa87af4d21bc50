"""Sources found as one types: by the beginning of any word of a name or alias, by initials, across scripts.

An index in memory. It is told what has changed, so that a new source can be found by the next key.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from operator import attrgetter
from uuid import UUID

from annotator.core.records import SourceRecord
from annotator.core.search_terms import is_single, terms
from annotator.core.transliteration import is_latin, romanised, skeleton

_FEWEST_CONSONANTS = 2  # of the beginning of a skeleton that says anything
_FEWEST_LETTERS = 3  # typed, of a name that has no more than one consonant
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻʿʾ`")
_ARTICLE = re.compile(r"\b(?:ال|ה)(?=\w{3})")  # written together with the name
_END = "\U0010ffff"


class Why(IntEnum):
    """By what a source was found, the surest first."""

    WHOLE = 0  # the whole name, accents aside
    BEGINNING = 1  # the name begins so
    WORDS = 2  # words of it begin so
    INITIALS = 3
    SCRIPT = 4  # as it is spelt in another script
    SOUND = 5  # consonants are alike


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source, the name or alias by which it was found, and why."""

    source: SourceRecord
    matched: str
    why: Why

    @property
    def is_alias(self) -> bool:
        """True when another name than the usual one was found."""
        return self.matched != self.source.name


@dataclass(frozen=True, slots=True, eq=False)
class _Spelling:
    """A name or alias as it is compared. `order`: names before aliases, short ones before long ones."""

    source_id: UUID
    words: str
    order: tuple[bool, int, str]
    plain: tuple[str, ...]
    spaced: str
    joined: str
    initials: str
    latin: tuple[str, ...]
    is_latin: bool
    skeletons: tuple[str, ...]


class _Words:
    """Which spellings have a word, by the beginnings of words."""

    def __init__(self) -> None:
        self._having: dict[str, set[_Spelling]] = {}
        self._sorted: list[str] = []
        self._is_sorted = True

    def add(self, word: str, spelling: _Spelling) -> None:
        if word not in self._having:
            self._having[word] = set()
            self._sorted.append(word)
            self._is_sorted = False
        self._having[word].add(spelling)

    def discard(self, word: str, spelling: _Spelling) -> None:
        # A word that nothing has any more stays: it is likely to come back.
        self._having.get(word, set()).discard(spelling)

    def beginning(self, start: str) -> set[_Spelling]:
        """The spellings that have a word with this beginning."""
        if not self._is_sorted:
            self._sorted.sort()
            self._is_sorted = True
        first, last = bisect_left(self._sorted, start), bisect_left(self._sorted, start + _END)
        return set().union(*(self._having[word] for word in self._sorted[first:last]))

    def having(self, word: str) -> set[_Spelling]:
        """The spellings that have this very word."""
        return self._having.get(word, set())

    def all_beginning(self, starts: Iterable[str]) -> set[_Spelling]:
        """The spellings that have a word for each of these beginnings."""
        found: set[_Spelling] | None = None
        for start in starts:
            there = self.beginning(start)
            found = there if found is None else found & there
            if not found:
                break
        return found or set()


class SourceIndex:
    """The sources of a project, to be found by what is typed."""

    def __init__(self, sources: Iterable[SourceRecord] = ()) -> None:
        self._sources: dict[UUID, SourceRecord] = {}
        self._spellings: dict[UUID, list[_Spelling]] = {}
        self._plain, self._latin, self._skeletons, self._initials = _Words(), _Words(), _Words(), _Words()
        self._in_order: list[SourceRecord] | None = None
        for source in sources:
            self.put(source)

    def __len__(self) -> int:
        return len(self._sources)

    def put(self, source: SourceRecord) -> None:
        """A source that is new or has changed."""
        self.drop(source.id)
        self._sources[source.id] = source
        self._in_order = None
        names = dict.fromkeys((source.name, *source.aliases))
        self._spellings[source.id] = [_spelling(source, name) for name in names]
        for spelling in self._spellings[source.id]:
            for table, words in self._places(spelling):
                for word in words:
                    table.add(word, spelling)

    def drop(self, source_id: UUID) -> None:
        """A source that has gone, or is about to be put anew."""
        self._sources.pop(source_id, None)
        self._in_order = None
        for spelling in self._spellings.pop(source_id, ()):
            for table, words in self._places(spelling):
                for word in words:
                    table.discard(word, spelling)

    def sources(self) -> list[SourceRecord]:
        """All of them, in the order in which they were made."""
        if self._in_order is None:
            self._in_order = sorted(self._sources.values(), key=attrgetter("id"))
        return list(self._in_order)

    def find(self, typed: str, limit: int | None = 20) -> list[FoundSource]:
        """The sources that fit what is typed so far, the best first; the newest ones where nothing is typed."""
        words = terms(typed)
        if not words:
            return [FoundSource(source, source.name, Why.WHOLE) for source in self.sources()[::-1][:limit]]
        ways = (look(typed, words) for look in (self._by_words, self._by_initials, self._by_script, self._by_sound))
        found: dict[UUID, FoundSource] = {}
        for spelling, why in chain.from_iterable(ways):
            if limit is not None and len(found) >= limit:
                break
            if spelling.source_id not in found:
                found[spelling.source_id] = FoundSource(self._sources[spelling.source_id], spelling.words, why)
        return list(found.values())

    def _by_words(self, _typed: str, words: list[str]) -> Iterator[tuple[_Spelling, Why]]:
        start, joined = " ".join(words), "".join(words)
        ranked: dict[Why, list[_Spelling]] = {Why.WHOLE: [], Why.BEGINNING: [], Why.WORDS: []}
        for spelling in self._plain.all_beginning(words) | self._plain.beginning(joined):
            ranked[_rank(spelling, start, joined)].append(spelling)
        for why, spellings in ranked.items():
            yield from _in_order(spellings, why)

    def _by_initials(self, _typed: str, words: list[str]) -> Iterator[tuple[_Spelling, Why]]:
        letters = "".join(words)
        if (len(letters) > 1 and all(len(word) == 1 for word in words)) or (len(words) == 1 and 2 <= len(letters) <= 5):
            yield from _in_order(self._initials.beginning(letters), Why.INITIALS)

    def _by_script(self, typed: str, words: list[str]) -> Iterator[tuple[_Spelling, Why]]:
        latin = words if is_latin(typed) else _latin(typed)
        fitting = self._latin.all_beginning(latin)
        if not is_latin(typed):
            fitting |= self._plain.all_beginning(latin)
        yield from _in_order(fitting, Why.SCRIPT)

    def _by_sound(self, typed: str, _words: list[str]) -> Iterator[tuple[_Spelling, Why]]:
        said, same_script = [skeleton(word) for word in _latin(typed)], is_latin(typed)
        whole = list(map(_without_last_h, said))
        fitting = set[_Spelling]()
        for consonants in (said, whole):
            if sum(map(len, consonants)) >= _FEWEST_CONSONANTS:
                fitting |= self._skeletons.all_beginning(consonants)
        if len(typed) >= _FEWEST_LETTERS:
            fitting |= self._skeletons.having(max(whole, key=len))

        def alike(one: _Spelling) -> bool:
            return sum(map(len, whole)) > _FEWEST_CONSONANTS and set(whole) <= set(one.skeletons)

        # In one's own script one types what one sees: only whole words that are alike are offered.
        fitting = {one for one in fitting if not (same_script and one.is_latin) or alike(one)}
        yield from _in_order(fitting, Why.SOUND)

    def _places(self, spelling: _Spelling) -> Iterator[tuple[_Words, Iterable[str]]]:
        yield self._plain, spelling.plain
        yield self._initials, {spelling.initials} if len(spelling.initials) > 1 else ()
        yield self._latin, () if spelling.is_latin else {*spelling.latin, "".join(spelling.latin)}
        yield self._skeletons, set(spelling.skeletons)


def _spelling(source: SourceRecord, words: str) -> _Spelling:
    plain, plainly = terms(words), is_latin(words)
    latin = list(plain) if words.isascii() and "'" not in words else _latin(words)
    joined, initials = "".join(plain), "".join(word[0] for word in plain)
    if not joined.isascii() and any(map(is_single, joined)):  # any part of a name without spaces is a word of it
        plain += [joined[at:] for at in range(len(joined))]
    linked = ("".join(terms(word)) for word in words.split() if not word.isalnum())  # al-Karim, O’Brien
    order = words != source.name, len(joined), words
    parted = () if plainly else _latin(_ARTICLE.sub("", words))
    skeletons = tuple({_without_last_h(skeleton(word)) for word in (*latin, *parted)})
    known = tuple({*plain, *linked, joined}), " ".join(plain), joined, initials
    return _Spelling(source.id, words, order, *known, tuple(latin), plainly, skeletons)


def _latin(words: str) -> list[str]:
    """The words in Latin letters; an apostrophe inside one parts nothing."""
    return terms(" ".join(map(romanised, words.translate(_APOSTROPHES).split())))


def _without_last_h(said: str) -> str:
    return said.removesuffix("h")


def _rank(spelling: _Spelling, start: str, joined: str) -> Why:
    if spelling.joined == joined:
        return Why.WHOLE
    if spelling.joined.startswith(joined) or spelling.spaced.startswith(start):
        return Why.BEGINNING
    return Why.WORDS


def _in_order(spellings: Iterable[_Spelling], why: Why) -> Iterator[tuple[_Spelling, Why]]:
    for spelling in sorted(spellings, key=attrgetter("order")):
        yield spelling, why
