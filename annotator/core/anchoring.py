"""What becomes of annotations when the text below them is another: a corrected version, or a copy.

First the same text where the differences of the two texts lead; then the same text elsewhere, where what
stands before and after it decides between several; then a like wording within a bound. All positions are
code points, and what is found can carry an annotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.alignment import Budget
from annotator.core.rewording import Likeliest, Words, likeliest, likeness
from annotator.core.spans import Span, is_boundary, snap_to_characters, snap_to_words, trim
from annotator.core.text_diff import Piece, differences
from annotator.core.text_map import TextMap, Window

_BOUND = 0.5
"""Less alike than this, a wording in the same place is another one."""
_BOUND_ELSEWHERE = 0.65
"""The same for a wording elsewhere in the text, which needs more to be believed."""
_CONTEXT = 40  # characters on each side
_SAME_CONTEXT = 0.4  # this much of them must be the same for a text that is found in many places
_NEAR = 0.3  # what the right neighbourhood is worth beside the same context
_TIE = 0.1  # places that differ less than this are equally good
_DISTINCTIVE_WORDS, _DISTINCTIVE_LETTERS = 4, 24
_OCCURRENCES = 300
_NEARBY = 4000
_ROOM = 4000  # in a longer stretch that was written anew the place of a wording is searched for
_PAIRS = 1_000_000  # of words that are compared in search of like wordings: about 1 s
_SENTENCE = 300  # how far to look for the ends of the sentence around a stretch
_STOP = re.compile(r"[.!?…。！？۔؟।][\"'”’»)\]]*\s|\n")


class Fate(StrEnum):
    """What became of an annotation."""

    KEPT = "kept"
    MOVED = "moved"
    REWORDED = "reworded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where an annotation is in the new text: `segments` are empty when it is gone.

    `likeness` tells how much of its wording is the same, 0 to 1. `context_changed`: its own words are the
    same, but others in its sentence are not. `ambiguous`: the same words stand in several places that fit
    equally well.
    """

    fate: Fate
    segments: tuple[Span, ...]
    likeness: float
    context_changed: bool = False
    ambiguous: bool = False

    @property
    def needs_a_look(self) -> bool:
        """True when a person should confirm it: other words, no place, or a place among several."""
        return self.ambiguous or self.fate in (Fate.REWORDED, Fate.GONE)


@dataclass(frozen=True, slots=True)
class _Place:
    """The same for one segment."""

    fate: Fate
    span: Span
    likeness: float
    ambiguous: bool = False


def anchor(old_text: str, new_text: str, segments: Sequence[Span]) -> Anchored:
    """Where one annotation is in another text. For several of the same texts, use `Anchoring`."""
    return Anchoring(old_text, new_text).place(segments)


class Anchoring:
    """An old and a new text, to be asked for many annotations. Linear in both texts, and bounded."""

    def __init__(self, old: str, new: str, pieces: Sequence[Piece] | None = None) -> None:
        self.old, self.new = old, new
        self.pieces = differences(old, new) if pieces is None else pieces
        self._map = TextMap(self.pieces)
        self._changed: Words | None = None
        self._budget = Budget(_PAIRS)
        self._sentences: dict[Span, TextMap | None] = {}

    def same(self, span: Span) -> Span | None:
        """Where a stretch of the old text is when nothing of it has changed; None else."""
        return self._map.same(span)

    def place(self, segments: Sequence[Span]) -> Anchored:
        """Where an annotation is. `segments` are of the old text, and such as an annotation can have."""
        ordered = sorted(Span(*segment) for segment in segments)
        places = [self._place(segment) for segment in ordered]
        found = [place for place in places if place]
        apart = _apart(place.span for place in found)
        fate = _fate_of([place.fate for place in found])
        if found and (len(found) < len(ordered) or len(apart) < len(found)):
            fate = Fate.REWORDED
        total = sum(end - start for start, end in ordered) or 1
        alike = sum(p.likeness * (s.end_char - s.start_char) for p, s in zip(places, ordered, strict=True) if p)
        same_words = fate in (Fate.KEPT, Fate.MOVED)
        return Anchored(
            fate=fate,
            segments=apart,
            likeness=alike / total,
            context_changed=same_words and self._context_changed(ordered, [place.span for place in found]),
            ambiguous=any(place.ambiguous for place in found),
        )

    def _place(self, span: Span) -> _Place | None:
        if same := self._map.same(span):
            return _Place(Fate.KEPT, same, 1.0)
        window = self._map.window(span)
        words = Words(self.old, span)
        exact = self._same_text(span, window.span, distinctive=_is_distinctive(words))
        return exact or self._reworded(span, words, window)

    # The same text

    def _same_text(self, span: Span, near: Span, *, distinctive: bool) -> _Place | None:
        """The same text in what is new, best where it stands between the same words."""
        rated: list[tuple[float, bool, bool, Span]] = []
        for found in self._occurrences(span, near.start_char):
            context = self._context_likeness(span, found)
            is_near = near.start_char <= found.start_char and found.end_char <= near.end_char
            sure = distinctive or context >= _SAME_CONTEXT
            if sure or (is_near and context > 0):
                rated.append((context + _NEAR * is_near, is_near, sure, found))
        if not rated:
            return None
        rated.sort(key=lambda one: -one[0])
        rating, is_near, sure, found = rated[0]
        ambiguous = not sure or (len(rated) > 1 and rated[1][0] > rating - _TIE)
        return _Place(Fate.KEPT if is_near else Fate.MOVED, found, 0.5 if ambiguous else 1.0, ambiguous)

    def _occurrences(self, span: Span, near: int) -> Iterator[Span]:
        """Where the text of a stretch stands in the new text and has not come from another place of the old."""
        text = self.old[span.start_char : span.end_char]
        whole_words = snap_to_words(self.old, span) == span
        first = max(0, near - _NEARBY)
        at, left, wrapped = first, _OCCURRENCES, False
        while left and not (wrapped and at >= first):
            at = self.new.find(text, at)
            if at < 0 or (wrapped and at >= first):
                if wrapped or at >= 0:
                    return
                at, wrapped = 0, True
                continue
            found = Span(at, at + len(text))
            at, left = at + len(text), left - 1
            if self._map.is_taken(found) or not self._can_carry(found):
                continue
            if not whole_words or snap_to_words(self.new, found) == found:
                yield found

    def _can_carry(self, span: Span) -> bool:
        return is_boundary(self.new, span.start_char) and is_boundary(self.new, span.end_char)

    def _context_likeness(self, there: Span, here: Span) -> float:
        """How much of what stands before and after is the same, 0 to 1."""
        sides = (
            (_before(self.old, there.start_char), _before(self.new, here.start_char)),
            (_after(self.old, there.end_char), _after(self.new, here.end_char)),
        )
        return sum(likeness(Words(old), Words(new)) for old, new in sides) / 2

    # A like wording

    def _reworded(self, span: Span, words: Words, window: Window) -> _Place | None:
        here = self._like_in(words, window)
        if here and here.likeness >= _BOUND:
            return self._as_place(span, here)
        there = self._elsewhere(words) if _is_distinctive(words) else None
        return self._as_place(span, there) if there else self._with_its_sentence(span, words)

    def _elsewhere(self, words: Words) -> Likeliest | None:
        """What in the new text is most like a wording, where that is much."""
        if self._changed is None:
            self._changed = Words("")
            for stretch in self._map.changed:
                self._changed.add(Words(self.new, stretch))
        there = likeliest(words, self._changed, self.new, self._budget)
        return there if there and there.likeness >= _BOUND_ELSEWHERE else None

    def _with_its_sentence(self, span: Span, words: Words) -> _Place | None:
        """Where a few words have gone together with the sentence that they stood in."""
        around = _sentence_around(self.old, span)
        if around not in self._sentences:
            of_sentence = Words(self.old, around)
            found = self._elsewhere(of_sentence) if _is_distinctive(of_sentence) else None
            self._sentences[around] = self._part(around, found.span) if found else None
        part = self._sentences[around]
        if part is None:
            return None
        if same := part.same(span):
            return _Place(Fate.MOVED, same, 1.0)
        there = self._like_in(words, part.window(span))
        return self._as_place(span, there) if there and there.likeness >= _BOUND else None

    def _part(self, old: Span, new: Span) -> TextMap:
        """The differences of a stretch of each text."""
        pieces = differences(self.old[slice(*old)], self.new[slice(*new)])
        return TextMap([Piece(kind, _shifted(one, old[0]), _shifted(two, new[0])) for kind, one, two in pieces])

    def _like_in(self, words: Words, window: Window) -> Likeliest | None:
        """What the wording has become in its place: all of the window, or the part most like it."""
        span = trim(self.new, window.span)
        room = _ROOM + 4 * (words.spans[-1].end_char - words.spans[0].start_char if words.spans else 0)
        if not 0 < span.end_char - span.start_char <= room:
            return None
        there = Words(self.new, span)
        if window.starts and window.ends:
            return Likeliest(span, likeness(words, there))
        best = likeliest(words, there, self.new, self._budget)
        if best is None:
            return None
        start = span.start_char if window.starts else best.span.start_char
        end = span.end_char if window.ends else best.span.end_char
        edges = Span(start, end)
        return best if edges == best.span else Likeliest(edges, likeness(words, Words(self.new, edges)))

    def _as_place(self, old: Span, found: Likeliest) -> _Place:
        span = snap_to_characters(self.new, found.span)
        if self.old[slice(*old)] == self.new[slice(*span)]:  # the same words, but nothing around them says so
            return _Place(Fate.MOVED, span, _BOUND, ambiguous=True)
        return _Place(Fate.REWORDED, span, found.likeness)

    # The sentence around it

    def _context_changed(self, there: Sequence[Span], here: Sequence[Span]) -> bool:
        return any(
            _sentence_words(self.old, old) != _sentence_words(self.new, new)
            for old, new in zip(there, here, strict=True)
        )


def _fate_of(fates: Sequence[Fate]) -> Fate:
    """The fate of an annotation, by those of its segments."""
    return next((fate for fate in (Fate.REWORDED, Fate.MOVED, Fate.KEPT) if fate in fates), Fate.GONE)


def _apart(spans: Iterator[Span]) -> tuple[Span, ...]:
    """The spans in order; those that overlap are one, those that touch stay apart."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start_char < found[-1].end_char:
            found[-1] = Span(found[-1].start_char, max(found[-1].end_char, span.end_char))
        else:
            found.append(span)
    return tuple(found)


def _is_distinctive(words: Words) -> bool:
    """True for a wording that is hardly found twice by chance."""
    letters = sum(weight for weight in words.weights if weight >= 1)
    return letters >= _DISTINCTIVE_LETTERS or (len(words) >= _DISTINCTIVE_WORDS and letters >= _DISTINCTIVE_LETTERS / 2)


def _before(text: str, at: int) -> str:
    return text[max(0, at - _CONTEXT) : at]


def _after(text: str, at: int) -> str:
    return text[at : at + _CONTEXT]


def _sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds a stretch, roughly: from stop to stop."""
    first = max(0, span.start_char - _SENTENCE)
    start = first
    for stop in _STOP.finditer(text, first, span.start_char):
        start = stop.end()
    following = _STOP.search(text, max(span.start_char, span.end_char - 1), span.end_char + _SENTENCE)
    end = max(span.end_char, following.end()) if following else min(len(text), span.end_char + _SENTENCE)
    return Span(start, end)


def _sentence_words(text: str, span: Span) -> list[str]:
    return text[slice(*_sentence_around(text, span))].split()


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start_char + by, span.end_char + by)
