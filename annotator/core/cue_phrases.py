"""Lists of phrases as language files write them, and where in a sentence they stand.

A phrase is one or more words in small letters. “*” at the end of a word stands for any ending, “…” for up to
eight words: "wies … zurück". Apostrophes part words. In languages without spaces a phrase is a run of characters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.spans import Span, has_word_spaces

# Letters, figures, and the marks that Python does not count among them: vowel signs, accents, joiners.
_WORD = re.compile("[\\w\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0963\u200c\u200d]+")
_GAP = 8
_STEM = 3


class Token(NamedTuple):
    """A word in small letters, and where it stands."""

    word: str
    start: int
    end: int


class Found(NamedTuple):
    """Where a phrase stands, and which of its words the tokens from `first` up to `last`, not included, are."""

    span: Span
    first: int
    last: int


def tokens_of(text: str, extent: Span) -> list[Token]:
    """The words of a stretch; one token a character where no spaces part words."""
    found = []
    for match in _WORD.finditer(text, *extent):
        word = match.group().lower()
        start, end = match.span()
        if has_word_spaces(word[0]) or len(word) != end - start:
            found.append(Token(word, start, end))
        else:
            found += [Token(one, start + at, start + at + 1) for at, one in enumerate(word)]
    return found


class _Phrase(NamedTuple):
    parts: tuple[tuple[str, ...], ...]  # what stands between “…”
    stems: frozenset[str]  # words that are only beginnings of words


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
    stems = {
        token.word for one in written.split() if one.endswith("*") for token in tokens_of(one, Span(0, len(one)))[-1:]
    }
    parts = [tuple(token.word for token in tokens_of(part, Span(0, len(part)))) for part in written.split("…")]
    return _Phrase(tuple(parts), frozenset(stems))


def _end(phrase: _Phrase, tokens: Sequence[Token], at: int, limit: int) -> int:
    """Behind the last token of the phrase that begins at token `at`; 0 where it does not."""
    end = _fits(phrase.parts[0], phrase.stems, tokens, at, limit)
    for part in phrase.parts[1:]:
        if not end:
            break
        ends = (_fits(part, phrase.stems, tokens, start, limit) for start in range(end, min(end + _GAP + 1, limit)))
        end = next(filter(None, ends), 0)
    return end


def _fits(part: tuple[str, ...], stems: frozenset[str], tokens: Sequence[Token], at: int, limit: int) -> int:
    end = at + len(part)
    if end > limit:
        return 0
    for token, word in zip(tokens[at:end], part, strict=True):
        if token.word != word and not (word in stems and token.word.startswith(word)):
            return 0
    return end
