"""One sentence as the rules for reported speech read it: where its clauses and subjects begin and end."""

from annotator.core.cue_words import CueWords
from annotator.core.quote_report import Report
from annotator.core.quote_sources import source_of, subject_start
from annotator.core.quote_words import BREAKS, COLONS, COMMAS, DASHES, QUOTED, STOPS, Words
from annotator.core.spans import Span

_NEXT_VERB = 7
_NEAR = 3
LATE_SIGNS = frozenset({*STOPS, *COMMAS, *COLONS, *DASHES, *";；"})
_OPENERS, _CLOSERS = frozenset("(（["), frozenset(")）]")


class Reading:
    """The words of a sentence with the cue words of its language.

    Attributes:
        end: the place after its last word, signs at its end left out.
        bare: whether a reported clause may follow a verb of speech without any sign, as in English.

    """

    def __init__(self, words: Words, cues: CueWords) -> None:
        self.words, self.keys, self.cues = words, words.keys, cues
        self.bare = cues.clause == "bare"
        self.end = self.last_word(len(words))

    def clause_end(self, start: int) -> int:
        """The place after the last word of a clause: the sentence's end, or before another one's verb of speech."""
        keys, depth = self.keys, 0
        for place in range(start, self.end):
            key = keys[place]
            if key in _OPENERS:
                depth += 1
            elif key in _CLOSERS:
                if not depth:
                    return self.last_word(place)
                depth -= 1
            elif place > start and (key in ";；—" or self._parts_clauses(place) or self._brings_marks(place)):
                return self.last_word(place)
        return self.last_word(self.end)

    def _brings_marks(self, place: int) -> bool:
        """True for a colon before marks, which hold words of their own."""
        return not self.bare and self.keys[place] in COLONS and self.keys[place + 1 : place + 2] == [QUOTED]

    def _parts_clauses(self, place: int) -> bool:
        """True before “, he added” and “and says”."""
        keys, cues = self.keys, self.cues
        if keys[place] not in COMMAS and keys[place] not in cues.conjunctions:
            return False
        for at in range(place + 1, min(self.end, place + _NEXT_VERB)):
            if keys[at] in cues.verbs and keys[at - 1] not in cues.determiners:
                at_once = at == place + 1 or keys[place + 1] in cues.conjunctions
                return at_once or (keys[place] in COMMAS and self.bare)
            if keys[at] in BREAKS or keys[at] in cues.that:
                return False
        return False

    def last_word(self, end: int) -> int:
        """`end`, moved before commas and stops."""
        while end and self.keys[end - 1] in LATE_SIGNS:
            end -= 1
        return end

    def skip_times(self, at: int) -> int:
        """The place after “on Friday in Rome”, if that follows the verb."""
        place = at + 1
        if place < self.end and self.keys[place] in self.cues.times:
            while place < self.end and self.keys[place] not in self.cues.subjects | LATE_SIGNS | {QUOTED}:
                place += 1
            if place < self.end and self.keys[place] in LATE_SIGNS:
                return self.end
        return place

    def subject_start(self, at: int) -> int:
        """The place of the first word of the clause that ends before the verb at `at`."""
        return subject_start(self.keys, at)

    def cue(self, at: int) -> Span:
        """Where the verb at `at` stands."""
        return self.words.span(at, at)

    def report(self, at: int, start: int, end: int, how: str) -> Report | None:
        """The words from `start` up to `end` as reported by the cue at `at`; None where there are none."""
        if end <= start or start >= len(self.words):
            return None
        if end == start + 1 and (how == "that" or self.keys[start] in BREAKS - {QUOTED}):
            return None
        source = source_of(self.words, self.cues, at)
        report = Report((self.words.span(start, end - 1),), how, self.cue(at), source, end - 1)
        return report._replace(negated=self._is_negated(at, start))

    def _is_negated(self, at: int, start: int) -> bool:
        """True for “did not say that”: a negation stands right before the verb, or between it and what it reports."""
        near = self.keys[max(0, at - _NEAR) : at] + self.keys[at + 1 : min(start, at + _NEAR)]
        return not self.cues.negations.isdisjoint(near)
