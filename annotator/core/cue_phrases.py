"""Lists of phrases as language files write them, and where in a sentence they stand.

A phrase is one or more words in small letters. “*” at the end of a word stands for any ending, at the beginning of one
that is not the first for any beginning, “…” for up to eight words of the same clause: "wies … zurück"; “…,” for the
same with or without a comma at their end: "nicht …, sondern". Apostrophes part words. Where no spaces part words, a
phrase is a run of characters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.spans import Span

# Letters, figures, and the marks that Python does not count among them: vowel signs, accents, joiners.
_WORD = re.compile("[\\w\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0963\u200c\u200d]+")
# Characters that are words of their own (Thai, Lao, Khmer, Burmese, kana, Han), or runs of others.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED_OR_RUN = re.compile(f"[{_UNSPACED}]|[^{_UNSPACED}]+")
_FIRST_UNSPACED = "\u0e00"
_PARTING = re.compile("[,;:،؛，；：、—–()]| - ")
_GAP = 8
_STEM = 3


class Token(NamedTuple):
    """A word in small letters, and where it stands. `opens`: a comma or another mark parts it from the one before."""

    word: str
    start: int
    end: int
    opens: bool = False


class Found(NamedTuple):
    """Where a phrase stands, and which of its words the tokens from `first` up to `last`, not included, are."""

    span: Span
    first: int
    last: int


def tokens_of(text: str, extent: Span) -> list[Token]:
    """The words of a stretch; one token a character where no spaces part words."""
    found: list[Token] = []
    before = extent.start_char
    for match in _WORD.finditer(text, *extent):
        start, end = match.span()
        opens = start > before and _PARTING.search(text, before, start) is not None
        before = end
        written = match.group()
        if max(written) < _FIRST_UNSPACED:
            found.append(Token(written.lower(), start, end, opens))
            continue
        for piece in _UNSPACED_OR_RUN.finditer(written):
            at = start + piece.start()
            found.append(Token(piece.group().lower(), at, start + piece.end(), opens and at == start))
    return found


class _Phrase(NamedTuple):
    parts: tuple[tuple[str, ...], ...]  # what stands between “…”
    stems: frozenset[str]  # words that are only beginnings of words
    ends: frozenset[str]  # words that are only ends of words
    crosses: bool  # whether a comma may stand behind “…”


class Phrases:
    """A list of phrases that can be looked for."""

    __slots__ = ("_by_stem", "_by_word")

    def __init__(self, phrases: Iterable[str], proclitics: Sequence[str] = ()) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_stem: dict[str, list[_Phrase]] = {}
        for written in phrases:
            for clitic in ("", *proclitics):
                self._add(_phrase(clitic + written))

    def __bool__(self) -> bool:
        return bool(self._by_word or self._by_stem)

    def _add(self, phrase: _Phrase) -> None:
        first = phrase.parts[0][0]
        if first in phrase.stems:
            self._by_stem.setdefault(first[:_STEM], []).append(phrase)
        else:
            self._by_word.setdefault(first, []).append(phrase)

    def find(self, tokens: Sequence[Token], first: int = 0, last: int | None = None) -> Iterator[Found]:
        """Where phrases stand among the tokens from `first` up to `last`; of those that begin together the longest."""
        limit = len(tokens) if last is None else min(last, len(tokens))
        for at in range(max(0, first), limit):
            word = tokens[at].word
            candidates = self._by_word.get(word)
            if self._by_stem:
                candidates = [*(candidates or ()), *self._by_stem.get(word[:_STEM], ())]
            if candidates:
                end = max(_end(phrase, tokens, at, limit) for phrase in candidates)
                if end > 0:
                    yield Found(Span(tokens[at].start, tokens[end - 1].end), at, end)

    def first(self, tokens: Sequence[Token], first: int = 0, last: int | None = None) -> Found | None:
        """The first of them."""
        return next(self.find(tokens, first, last), None)


def _phrase(written: str) -> _Phrase:
    """The phrase taken apart as a text would be, so that the two can meet."""
    stems, ends = set(), set()
    for one in written.split():
        words = [token.word for token in tokens_of(one, Span(0, len(one)))]
        if one.endswith("*"):
            stems.update(words[-1:])
        if one.startswith("*"):
            ends.update(words[:1])
    parts = [tuple(token.word for token in tokens_of(part, Span(0, len(part)))) for part in written.split("…")]
    return _Phrase(tuple(parts), frozenset(stems), frozenset(ends), "…," in written)


def _end(phrase: _Phrase, tokens: Sequence[Token], at: int, limit: int) -> int:
    """Behind the last token of the phrase that begins at token `at`; 0 where it does not."""
    end = _fits(phrase.parts[0], phrase, tokens, at, limit)
    for part in phrase.parts[1:]:
        if not end:
            break
        ends = (_fits(part, phrase, tokens, start, limit) for start in _gap(tokens, end, limit, crosses=phrase.crosses))
        end = next(filter(None, ends), 0)
    return end


def _gap(tokens: Sequence[Token], at: int, limit: int, *, crosses: bool) -> Iterator[int]:
    """Where the next part of a phrase may begin: in the same clause, a few words on, or with the next one."""
    for start in range(at, min(at + _GAP + 1, limit)):
        if crosses or not tokens[start].opens:
            yield start
        if tokens[start].opens:
            break


def _fits(part: tuple[str, ...], phrase: _Phrase, tokens: Sequence[Token], at: int, limit: int) -> int:
    end = at + len(part)
    if end > limit:
        return 0
    for place, word in enumerate(part, at):
        token = tokens[place]
        if token.opens and place > at:
            return 0
        if token.word != word and not (
            (word in phrase.stems and token.word.startswith(word))
            or (word in phrase.ends and token.word.endswith(word))
        ):
            return 0
    return end
