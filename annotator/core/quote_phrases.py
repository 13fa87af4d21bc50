"""Phrases that name a source: “according to police”, “laut Polizei”, “der Polizei zufolge”, “…, so die Polizei”."""

from collections.abc import Iterator
from functools import cache

from annotator.core.cue_words import CueWords
from annotator.core.quote_report import Report
from annotator.core.quote_words import BREAKS, COMMAS, DASHES, QUOTED, STOPS, Words
from annotator.core.spans import Span

_NEAR_START = 2
_NOUN_WITHIN = 5
_SOURCE_WITHIN = 14
_LONGEST_ASIDE = 22
_SOURCE_BEFORE = 2
_EARLY = 12
_LONGEST_SOURCE = 16


@cache
def _signs(cues: CueWords) -> frozenset[str]:
    phrases = frozenset(phrase[0] for phrase in (*cues.before, *cues.after))
    return phrases | cues.viewpoints | cues.asides | cues.hearsay | cues.like


class Phrases:
    """Finds the phrases of one sentence that name a source."""

    def __init__(self, words: Words, cues: CueWords) -> None:
        self._words, self._keys, self._cues = words, words.keys, cues
        self._end = len(words)
        while self._end and self._keys[self._end - 1] in BREAKS - {QUOTED}:
            self._end -= 1
        self._longest_source = _LONGEST_SOURCE if cues.spaced else _LONGEST_SOURCE * 2

    def report(self) -> Report | None:
        """What the first such phrase of the sentence reports; None without one."""
        return next(iter(self._reports()), None)

    def _reports(self) -> Iterator[Report]:
        cues, keys = self._cues, self._keys
        if self._end and keys[0] in cues.like:
            yield from self._like()
        for at in self._words.places(_signs(cues)):
            if at >= self._end:
                return
            length = self._before(at)
            if length:
                yield from self._around(at, at + length)
            elif keys[at] in cues.viewpoints and at and self._is_view(at - 1):
                yield from self._rest(at - 1, at, Span(self._words.starts[0], self._words.ends[at - 1]))
            elif keys[at] in cues.asides and self._is_aside(at):
                yield from self._aside(at)
            elif keys[at] in cues.like and at:
                yield from self._as_told(at)
            elif keys[at] in cues.hearsay and at <= _NEAR_START:
                yield from self._rest(at, at, None)
            else:
                yield from self._behind(at)

    def _before(self, at: int) -> int:
        """How many words of “according to” stand here; 0 where none do."""
        keys, cues = self._keys, self._cues
        for phrase in cues.before:
            if keys[at] == phrase[0] and tuple(keys[at : at + len(phrase)]) == phrase:
                return len(phrase)
        if keys[at] in cues.viewpoints:
            return int(any(self._is_view(place) for place in range(at + 1, min(self._end, at + _NOUN_WITHIN))))
        return 0

    def _is_view(self, at: int) -> bool:
        return self._keys[at].endswith(tuple(self._cues.views))

    def _around(self, at: int, start: int) -> Iterator[Report]:
        """What stands around “according to police”, whose source starts at `start`."""
        words, keys = self._words, self._keys
        stop = self._source_end(start)
        if self._is_adverbial(at):
            return
        if stop <= start or (at <= _NEAR_START and stop - start > self._longest_source):
            return
        segments = []
        before, after = at, stop
        while before and keys[before - 1] in COMMAS:
            before -= 1
        while after < self._end and keys[after] in COMMAS:
            after += 1
        if at > _NEAR_START - self._cues.verb_second and before:
            segments.append(words.span(0, before - 1))
        if after < self._end and (not segments or self._cues.verb_second):
            segments.append(words.span(after, self._end - 1))
        if segments:
            yield Report(tuple(segments), "source", words.span(at, start - 1), words.span(start, stop - 1), self._end)

    def _is_adverbial(self, at: int) -> bool:
        """True for “selon les règles” in the middle of a clause, where no comma parts it: it names no source."""
        cues = self._cues
        parted = at <= _NEAR_START or self._keys[at - 1] in COMMAS | DASHES | {QUOTED, "("}
        return not parted and cues.clause != "bare" and not cues.verb_second

    def _source_end(self, start: int) -> int:
        """The place after the source that starts here: where the clause's verb follows, or at the next comma."""
        words, keys, place = self._words, self._keys, start
        while place < self._end:
            key = keys[place]
            if key in COMMAS or key in ";:，：":
                return place
            if not self._cues.verb_second:
                if key in STOPS or key == QUOTED or words.is_in(place, self._cues.that):
                    return place
            elif not (key == QUOTED or key == "(" or words.capital(place) or key in self._cues.determiners):
                named = words.capital(place - 1) and keys[place - 1] not in self._cues.determiners
                if place > start and (named or keys[place - 1] in (QUOTED, ")")):
                    return place
            place += 1
        return place

    def _rest(self, first: int, at: int, source: Span | None) -> Iterator[Report]:
        """Everything after the word at `at`."""
        start = at + 1
        while start < self._end and self._keys[start] in COMMAS:
            start += 1
        if start < self._end:
            cue = self._words.span(first, at)
            yield Report((self._words.span(start, self._end - 1),), "source", cue, source, self._end)

    def _is_aside(self, at: int) -> bool:
        """True for “…, so die Polizei.”"""
        keys, cues = self._keys, self._cues
        if at <= _NEAR_START or keys[at - 1] not in COMMAS | {QUOTED} or not 1 < self._end - at < _LONGEST_ASIDE:
            return False
        named = self._words.capital(at + 1) or keys[at + 1] in cues.determiners | cues.subjects
        return named and cues.mood.isdisjoint(keys[at : self._end])

    def _aside(self, at: int) -> Iterator[Report]:
        words = self._words
        last = at - 2 if self._keys[at - 1] in COMMAS else at - 1
        yield Report((words.span(0, last),), "source", words.span(at, at), words.span(at + 1, self._end - 1), self._end)

    def _behind(self, at: int) -> Iterator[Report]:
        """“Der Polizei zufolge …”: what comes after it, or before it at the end of the sentence."""
        words, keys = self._words, self._keys
        for phrase in self._cues.after:
            if keys[at] != phrase[0] or tuple(keys[at : at + len(phrase)]) != phrase or not at:
                continue
            last = at + len(phrase) - 1
            if at < _EARLY and last + 2 < self._end:
                yield from self._rest(at, last, words.span(0, at - 1))
            elif at > _SOURCE_BEFORE:
                start = at - 1 if keys[at - 2] in BREAKS else at - _SOURCE_BEFORE
                end = start - 1 if keys[start - 1] in COMMAS else start
                source, cue = words.span(start, at - 1), words.span(at, last)
                yield Report((words.span(0, end - 1),), "source", cue, source, self._end)

    def _like(self) -> Iterator[Report]:
        """“As she said, …”: what comes after the comma."""
        keys, cues = self._keys, self._cues
        verb = next((at for at in range(1, min(self._end, _SOURCE_WITHIN)) if keys[at] in cues.verbs), 0)
        if not verb:
            return
        comma = next((at for at in range(verb, self._end) if keys[at] in COMMAS or keys[at] in BREAKS), 0)
        if comma and comma + 2 < self._end and keys[comma] in COMMAS:
            source = self._words.span(1, verb - 1) if verb > 1 else None
            yield from self._rest_of_like(verb, comma, source)

    def _as_told(self, at: int) -> Iterator[Report]:
        """“…, as she said”: what comes before the comma, at the end of the sentence."""
        keys, words = self._keys, self._words
        if at <= _NEAR_START or keys[at - 1] not in COMMAS or keys[self._end - 1] not in self._cues.verbs:
            return
        if 1 < self._end - at <= _SOURCE_WITHIN and not BREAKS.intersection(keys[at : self._end]):
            verb = self._end - 1
            source = words.span(at + 1, verb - 1) if verb > at + 1 else None
            yield Report((words.span(0, at - 2),), "source", words.span(verb, verb), source, self._end)

    def _rest_of_like(self, verb: int, comma: int, source: Span | None) -> Iterator[Report]:
        rest = self._words.span(comma + 1, self._end - 1)
        yield Report((rest,), "source", self._words.span(verb, verb), source, self._end)
