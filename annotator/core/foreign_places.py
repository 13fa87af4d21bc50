"""Where annotations of another tool's text are in ours: the same, cut out of ours, another, or known by words alone.

All places are code points. What has no place here, or one that cannot carry an annotation, says why.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from annotator.core.anchoring import Anchoring, Fate
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.spans import Span, is_boundary
from annotator.core.text_diff import Piece, PieceKind

NO_PLACE = "annotation whose words the article here does not have"
OTHER_WORDS = "annotation whose words are not at its place in the text"
CUTS = "annotation that cuts a character in two"
EMPTY = "annotation without a single character"
OUTSIDE = "annotation that lies outside its text"
OVERLAPS = "annotation whose pieces overlap each other"

_SAME_STORY = 0.5
"""So much of the shorter text must stand in the other one for the two to be one article."""
_OCCURRENCES = 50
_NORMAL = re.compile("\r\n?|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an annotation is here: `segments` are () where it is nowhere, and `why` says why that is.

    `sure` is False where its words are others here, or where they stand in several places that fit as well.
    """

    segments: tuple[Span, ...]
    why: str = ""
    sure: bool = True


def normalised(article: ExchangedArticle) -> ExchangedArticle:
    """The article with a text as articles have it here, and all places where they are in that.

    Lines end in a line feed, no mark of the byte order stands before the first character, no surrogate is half.
    """
    text = article.text
    if not text.startswith("\ufeff") and not _NORMAL.search(text):
        return article
    cuts: list[tuple[int, int]] = [(1, -1)] if text.startswith("\ufeff") else []
    for match in _NORMAL.finditer(text):
        if len(match[0]) == 2:
            cuts.append((match.end(), -1))
    ends, shifts = [end for end, _ in cuts], list(accumulate((by for _, by in cuts), initial=0))

    def moved(span: Span) -> Span:
        start, end = span
        return Span(start + shifts[bisect_right(ends, start)], end + shifts[bisect_right(ends, end)])

    clean = _NORMAL.sub(lambda match: _normal(match[0]), text).removeprefix("\ufeff")
    annotations = tuple(
        replace(one, segments=tuple(map(moved, one.segments)), texts=tuple(_clean_words(words) for words in one.texts))
        for one in article.annotations
    )
    sentences, marks = tuple(map(moved, article.sentences)), tuple(map(moved, article.marks))
    return replace(article, text=clean, annotations=annotations, sentences=sentences, marks=marks)


class Places:
    """The places of one article of a file in the text of an article here."""

    def __init__(self, article: ExchangedArticle, text: str, kept: Sequence[Sequence[Span]] = ()) -> None:
        """`kept`: ways in which `text` may have been cut to give the article's own."""
        self.article, self.text = article, text
        self.is_same = _is_same_but_for_blank_end(article.text, text)
        self._kept = next((one for one in (article.kept, *kept) if _makes(one, text, article.text)), None)
        self._anchoring: Anchoring | None = None

    @property
    def is_exact(self) -> bool:
        """True when every place of the file is known here: its text is ours, a part of it, or none."""
        return self.is_same or bool(self._kept) or not self.article.text

    @property
    def likeness(self) -> float:
        """How much of the shorter text stands in the other one, 0 to 1; 1 where nothing is known but places."""
        if self.is_exact:
            return 1.0
        shorter = min(len(self.article.text), len(self.text)) or 1
        return min(1.0, _equal(self._anchored().pieces) / shorter)

    @property
    def is_same_story(self) -> bool:
        """True when the two texts are hardly alike by chance."""
        return self.likeness >= _SAME_STORY

    def place(self, one: ExchangedAnnotation) -> Placed:
        """Where an annotation is here."""
        if not self.article.text:
            return self._by_words(one)
        if why := _why_not(one, self.article.text):
            return Placed((), why)
        if self.is_same:
            within = tuple(here for segment in one.segments if (here := self._within(segment)))
            return _checked(self.text, within) if within else Placed((), NO_PLACE)
        if self._kept:
            return _checked(self.text, tuple(_through(self._kept, one.segments)))
        if not all(self.article.text[start:end].strip() for start, end in one.segments):
            return Placed((), NO_PLACE)
        found = self._anchored().place(one.segments)
        if found.fate is Fate.GONE or not found.segments:
            return Placed((), NO_PLACE)
        return _checked(self.text, found.segments, sure=not found.needs_a_look)

    def mark(self, span: Span) -> Span | None:
        """Where a stretch that was read is here, when nothing of it has changed."""
        if not self.article.text or not 0 <= span.start_char < span.end_char <= len(self.article.text):
            return None
        if self.is_same:
            return self._within(span)
        if self._kept:
            pieces = list(_through(self._kept, (span,)))
            return pieces[0] if len(pieces) == 1 else None
        return self._anchored().same(span)

    def _within(self, span: Span) -> Span | None:
        """A stretch as far as our text goes; None for one of the blank end that ours does not have."""
        start, end = span.start_char, min(span.end_char, len(self.text))
        return Span(start, end) if start < end else None

    def _anchored(self) -> Anchoring:
        if self._anchoring is None:
            self._anchoring = Anchoring(self.article.text, self.text)
        return self._anchoring

    def _by_words(self, one: ExchangedAnnotation) -> Placed:
        """The file has no text: its places are those of ours where the words are there, else the words say where."""
        kept = self.article.kept
        if kept and kept[-1].end_char <= len(self.text) and not _why_not(one, "".join(self.text[s:e] for s, e in kept)):
            return _checked(self.text, tuple(_through(kept, one.segments)))
        if not one.texts:
            why = _why_not(one, self.text)
            return Placed((), why) if why else _checked(self.text, one.segments)
        if not _why_not(one, self.text):
            return _checked(self.text, tuple(_as_told(self.text, one)))
        if len(one.texts) != len(one.segments) or not all(words.strip() for words in one.texts):
            return Placed((), NO_PLACE)
        segments: list[Span] = []
        sure = True
        for words, near in zip(one.texts, one.segments, strict=True):
            found = _nearest(self.text, words, near.start_char, segments[-1].end_char if segments else 0)
            if found is None:
                return Placed((), NO_PLACE)
            segments.append(found[0])
            sure = sure and found[1]
        return _checked(self.text, tuple(segments), sure=sure)


def _is_same_but_for_blank_end(theirs: str, ours: str) -> bool:
    """True for the same text, also where only theirs goes on, with nothing but white space."""
    return theirs == ours or (bool(ours) and theirs.startswith(ours) and theirs[len(ours) :].isspace())


def _why_not(one: ExchangedAnnotation, text: str) -> str:
    """Why an annotation has no place in its own text, "" for one that has."""
    reached = 0
    for start, end in one.segments:
        if start < 0 or end > len(text):
            return OUTSIDE
        if start >= end:
            return EMPTY
        if start < reached:
            return OVERLAPS
        reached = end
    if not one.segments:
        return EMPTY
    if one.texts:
        there = " ".join(text[start:end] for start, end in one.segments)
        if there.split() != " ".join(one.texts).split():
            return OTHER_WORDS
    return ""


def _as_told(text: str, one: ExchangedAnnotation) -> Iterator[Span]:
    """The pieces without white space at their edges that their words do not have; an emoji counted as two adds such."""
    told = one.texts if len(one.texts) == len(one.segments) else ("",) * len(one.segments)
    for (start, end), words in zip(one.segments, told, strict=True):
        there = text[start:end]
        at = start + len(there) - len(there.lstrip())
        yield Span(at, at + len(words)) if words and there.strip() == words else Span(start, end)


def _checked(text: str, segments: tuple[Span, ...], *, sure: bool = True) -> Placed:
    edges = (edge for segment in segments for edge in segment)
    return Placed(segments, sure=sure) if all(is_boundary(text, edge) for edge in edges) else Placed((), CUTS)


def _makes(kept: Sequence[Span], text: str, wanted: str) -> bool:
    """True when these stretches of a text, one after the other, are the one that is wanted."""
    return bool(kept) and sum(end - start for start, end in kept) == len(wanted) and (
        "".join(text[start:end] for start, end in kept) == wanted
    )  # fmt: skip


def _through(kept: Sequence[Span], segments: Sequence[Span]) -> Iterator[Span]:
    """Stretches of a cut text in the whole one; one that runs over a cut comes in pieces."""
    starts = [0, *accumulate(end - start for start, end in kept)]
    for start, end in segments:
        index = max(0, bisect_right(starts, start) - 1)
        while index < len(kept) and starts[index] < end:
            first, last = max(start, starts[index]), min(end, starts[index + 1])
            if first < last:
                shift = kept[index].start_char - starts[index]
                yield Span(first + shift, last + shift)
            index += 1


def _nearest(text: str, words: str, near: int, after: int) -> tuple[Span, bool] | None:
    """The occurrence of words that is nearest to a place, not before `after`; and whether it is the only one."""
    found: list[int] = []
    at = text.find(words, after)
    while at >= 0 and len(found) < _OCCURRENCES:
        found.append(at)
        at = text.find(words, at + len(words))
    if not found:
        return None
    start = min(found, key=lambda place: abs(place - near))
    return Span(start, start + len(words)), len(found) == 1


def _equal(pieces: Sequence[Piece]) -> int:
    return sum(piece.old.end_char - piece.old.start_char for piece in pieces if piece.kind is PieceKind.EQUAL)


def _normal(found: str) -> str:
    if found[0] == "\r":
        return "\n"
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _clean_words(words: str) -> str:
    return _NORMAL.sub(lambda match: _normal(match[0]), words)
